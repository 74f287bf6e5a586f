import { App } from '../app/app.ts';
import type { Ground, PracticeViews } from '../app/ground.ts';
import { stayInPractice } from '../app/route.ts';
import type { Screen } from '../app/screen.ts';
import { shell } from '../app/shell.ts';
import type { Me } from '../desk/api.ts';
import { Keyring } from '../keys/keyring.ts';
import { language } from '../language/messages.ts';
import { parts } from '../parts/parts.ts';
import { fetchAllPhrases } from '../reply/phrases.ts';
import { jose } from '../sealing/library.ts';
import { PracticeDesk } from './desk.ts';
import { PracticeLine } from './line.ts';
import { draftsInMemory, noDevices, noLine } from './memory.ts';
import { leaveTheNetwork } from './off-the-network.ts';
import { PracticePeople } from './people.ts';
import { practiceViews } from './practice-views.ts';
import { PracticeRecord } from './record.ts';
import { PracticeStream } from './stream.ts';
import { fetchTexts, p } from './texts.ts';
import { exercises } from './world.ts';

const TIME_PASSES_MS = 1000;

/**
 * The console over made-up reports, for whoever wants to learn it, let in or not. The page that practises has never signed in: it holds no
 * token and nobody's keys. What it needs is fetched first; then it has no network, and it never had a storage.
 */
export async function practise(screen: Screen): Promise<void> {
  await fetchTexts();
  mark();
  await Promise.all([parts.pages.fetch(), jose(), fetchAllPhrases()]);
  leaveTheNetwork();
  stayInPractice();
  const me: Me = { id: crypto.randomUUID(), handle: p('you'), organisation: 'practice', roles: ['responder'], teams: [{ id: 'practice', label: p('team'), organisation: 'practice' }] };
  const now = () => Date.now();
  const line = await PracticeLine.make(language());
  const all = await exercises(line, language(), me.handle, now());
  const stream = new PracticeStream();
  const record = new PracticeRecord(now);
  const people = new PracticePeople(all, stream, (ms, work) => void setTimeout(() => void work(), ms), now);
  const desk = new PracticeDesk(line, me, all, stream, people, record, now);
  const openKeys = async () => app.keys.use(await Keyring.open(line.keyFile(me.handle)));
  const views = practiceViews({ exercises: all, record, shown: () => app.room?.id, changed: screen.changed, openKeys: () => void openKeys() });
  const app: App = new App(me, inMemory((path, init) => desk.answer(path, init), views), screen.changed, screen.focusTitle);
  screen.show(() => shell(app, screen.changed), (drawing) => app.pane.around(drawing));
  app.start();
  await openKeys();
  app.notice = '';
  setInterval(() => desk.pass(), TIME_PASSES_MS);
}

function inMemory(send: Ground['send'], practice: PracticeViews): Ground {
  return {
    session: { accessToken: () => Promise.resolve('practice'), refresh: () => Promise.resolve(), end: () => undefined },
    send,
    drafts: draftsInMemory(),
    devices: noDevices,
    lines: noLine,
    practice,
    prepare: () => undefined,
  };
}

/** Seen in the tab, too, so that nobody takes one for the other. */
function mark(): void {
  document.title = `${p('title')} · Ovoz`;
  document.querySelector<HTMLLinkElement>('link[rel=icon]')!.href = 'icon-practice.svg';
  document.documentElement.classList.add('practice');
}
