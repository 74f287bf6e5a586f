import type { Texts } from '../desk/api.ts';

export type Obstacle = 'texts-unknown' | 'texts-refused' | 'contact-erased' | 'report-closed';

/** Why intake's gate would refuse a reply now, as far as the console can know; undefined when nothing speaks against it. */
export function obstacle(report: { readonly closed: boolean; readonly texts: Texts; readonly contact: string | undefined }): Obstacle | undefined {
  if (report.closed) return 'report-closed';
  if (report.contact === undefined) return 'contact-erased';
  switch (report.texts) {
    case 'allowed':
      return undefined;
    case 'refused':
      return 'texts-refused';
    case 'unknown':
      return 'texts-unknown';
  }
}
