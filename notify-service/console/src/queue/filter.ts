import type { CaseView } from '../desk/api.ts';

/** What a list is narrowed to. Codes only: it is kept in the address, so that reloading and going back keep it. */
export interface Filter {
  readonly language?: string;
  readonly region?: string;
  readonly channel?: string;
  readonly state?: string;
  readonly danger?: true;
  readonly child?: true;
}

export const CODES = ['language', 'region', 'channel', 'state'] as const;
export const MARKS = ['danger', 'child'] as const;
export const NO_FILTER: Filter = {};

const CODE = /^[A-Za-z0-9-]{1,20}$/;

/** Reads what `filterQuery` wrote. What is no code is left out: an address comes from anywhere. */
export function filterOf(query: string): Filter {
  const asked = new URLSearchParams(query);
  const codes = CODES.map((name) => [name, asked.get(name) ?? ''] as const).filter(([, code]) => CODE.test(code));
  const marks = MARKS.filter((name) => asked.has(name)).map((name) => [name, true] as const);
  return Object.fromEntries<string | true>([...codes, ...marks]);
}

/** `?language=ru&danger`, or nothing. */
export function filterQuery(filter: Filter): string {
  const codes = CODES.filter((name) => filter[name] !== undefined).map((name) => `${name}=${filter[name]}`);
  const asked = [...codes, ...MARKS.filter((name) => filter[name])].join('&');
  return asked === '' ? '' : `?${asked}`;
}

export function isFiltering(filter: Filter): boolean {
  return Object.keys(filter).length > 0;
}

/** A country's code stands for its parts too. */
export function passes(filter: Filter, view: CaseView): boolean {
  return (
    (filter.language === undefined || view.language === filter.language) &&
    (filter.region === undefined || view.region === filter.region || view.region.startsWith(`${filter.region}-`)) &&
    (filter.channel === undefined || view.channel === filter.channel) &&
    (filter.state === undefined || view.state === filter.state) &&
    (!filter.danger || view.danger) &&
    (!filter.child || view.child)
  );
}

/** With one of its fields set anew, or taken away. */
export function withField(filter: Filter, name: keyof Filter, value: string | true | undefined): Filter {
  const { [name]: _, ...others } = filter;
  return value === undefined ? others : { ...others, [name]: value };
}

export interface Choices {
  readonly language: readonly string[];
  readonly region: readonly string[];
  readonly channel: readonly string[];
}

/** The codes that there are to choose from: those of the cases, a country before its parts. */
export function choicesAmong(cases: readonly CaseView[]): Choices {
  const [language, region, channel] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const view of cases) {
    language.add(view.language);
    region.add(view.region).add(view.region.split('-')[0]!);
    channel.add(view.channel);
  }
  return { language: sorted(language), region: sorted(region), channel: sorted(channel) };
}

function sorted(codes: Set<string>): readonly string[] {
  return [...codes].filter((code) => CODE.test(code)).sort();
}
