/** An answer and the day on which it was given, as one value: `yes 2026-11-26`. */
export interface Consent {
  readonly answer: string;
  readonly on: string;
}

export function consentIn(value: string | undefined): Consent {
  const [answer = '', on = ''] = (value ?? '').split(' ');
  return { answer, on };
}

/** Undefined where nothing is known. A day without an answer says nothing. */
export function consentValue({ answer, on }: Consent): string | undefined {
  return answer === '' ? undefined : `${answer} ${on}`.trim();
}
