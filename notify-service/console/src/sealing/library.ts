import { Part } from '../parts/part.ts';

const part = new Part('jose', () => import('./jose.ts'));

/** Throws the problem `part-missed` when it does not come. What cannot be checked yet is no forgery: ask for it before, not among the checks. */
export const jose = () => part.fetch();
