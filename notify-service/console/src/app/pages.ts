/** What is drawn beside the queue: one file of the bundle, so that what it shares with the rest is one other file and not a dozen. */
export { casePage } from '../case/case-page.ts';
export { Workplace } from '../case/workplace.ts';
export { ReferralApi } from '../desk/referral-api.ts';
export { keysPage } from '../keys/keys-page.ts';
export { joinedKey, makePapers, openWithPapers, readPaper, splitKey } from '../keys/papers.ts';
export { proposeNewKeys } from '../keys/rotate.ts';
export { linePage } from '../line/line-page.ts';
export { ServiceRoom } from '../referral/service-room.ts';
export { servicesPage } from '../referral/services-page.ts';
export { settingsPage } from '../settings/settings-page.ts';
export { SettingsRoom } from '../settings/settings-room.ts';
