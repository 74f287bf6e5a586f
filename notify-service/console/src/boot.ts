// All that the page names as its script. It imports nothing before the browser has been told by which hash to take it.
import { pinned } from './parts/pinned.ts';

/** Said when nothing else can be, by language; put here by the build. */
declare const OVOZ_CANNOT_START: string;
/** The file that is made of `main.ts`. */
declare const OVOZ_MAIN: string;

async function boot(root: HTMLElement): Promise<void> {
  try {
    await pinned('main');
    const { start } = (await import(OVOZ_MAIN)) as typeof import('./main.ts');
    await start(root, pinned);
  } catch {
    root.textContent = cannotStart();
  }
}

function cannotStart(): string {
  const sentences = JSON.parse(OVOZ_CANNOT_START) as Readonly<Record<string, string>>;
  const spoken = [localStorage.getItem('ovoz.language') ?? '', ...navigator.languages];
  const known = Object.keys(sentences);
  const tags = spoken.map((tag) => known.find((one) => one === tag) ?? known.find((one) => one.split('-')[0] === tag.split('-')[0]));
  return sentences[tags.find((tag) => tag !== undefined) ?? 'en']!;
}

void boot(document.getElementById('app')!);
