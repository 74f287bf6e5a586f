/** What draws and reads pictures: one file of the bundle, for whoever uses one. */
export { fieldsOf } from './picture.ts';
export { readFrame } from './read-frame.ts';
