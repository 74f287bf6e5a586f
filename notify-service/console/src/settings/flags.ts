/** What a person set for this browser: yes or nothing, so that storage tells of nobody and nothing. */
export const FLAGS = ['sound', 'hide-when-away', 'no-shortcuts'] as const;

export type Flag = (typeof FLAGS)[number];

export function isSet(flag: Flag): boolean {
  return localStorage.getItem(`ovoz.${flag}`) === 'yes';
}

export function setFlag(flag: Flag, on: boolean): void {
  if (on) localStorage.setItem(`ovoz.${flag}`, 'yes');
  else localStorage.removeItem(`ovoz.${flag}`);
}
