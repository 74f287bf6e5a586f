/** What is drawn beside the queue: one file of the bundle, so that what it shares with the rest is one other file and not a dozen. */
export { casePage } from '../case/case-page.ts';
export { keysPage } from '../keys/keys-page.ts';
export { joinedKey, makePapers, openWithPapers, readPaper, splitKey } from '../keys/papers.ts';
export { proposeNewKeys } from '../keys/rotate.ts';
export { linePage } from '../line/line-page.ts';
export { servicesPage } from '../referral/services-page.ts';
