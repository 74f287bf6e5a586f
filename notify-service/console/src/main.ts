import { isPractice } from './app/route.ts';
import { Screen } from './app/screen.ts';
import { startLanguage } from './language/messages.ts';
import type { MessageKey } from './language/messages.ts';
import { loadConfig } from './login/config.ts';
import { loginPage } from './login/login-page.ts';
import type { Session } from './login/session.ts';
import { leaveToSignIn, returnFromSignIn } from './login/sign-in.ts';
import { pinBy } from './parts/part.ts';
import { parts } from './parts/parts.ts';
import type { Pinning } from './parts/pinned.ts';

/** Throws when there is no language to say anything in. */
export async function start(root: HTMLElement, pinned: Pinning): Promise<void> {
  pinBy(pinned);
  const screen = new Screen(root);
  if (isPractice(location.hash)) return practise(screen);
  const [session] = await Promise.all([returned(), startLanguage(navigator.languages)]);
  if (session === undefined) return showLogin(screen);
  if (session === 'failed') return showLogin(screen, 'login.failed');
  await work(screen, session);
}

/** Without signing in: a practice is for whoever wants to learn. */
async function practise(screen: Screen): Promise<void> {
  await startLanguage(navigator.languages);
  try {
    await (await parts.practice.fetch()).practise(screen);
  } catch {
    showLogin(screen, 'problem.part-missed');
  }
}

/** What comes behind the sign-in comes while somebody signs in. */
function showLogin(screen: Screen, problem?: MessageKey): void {
  screen.show(() => loginPage(problem, () => void signIn(screen), screen.changed));
  void parts.work.fetch().catch(() => undefined);
}

async function signIn(screen: Screen): Promise<void> {
  try {
    await leaveToSignIn(await loadConfig());
  } catch {
    showLogin(screen, 'login.unavailable');
  }
}

async function returned(): Promise<Session | undefined | 'failed'> {
  try {
    return await returnFromSignIn(await loadConfig());
  } catch {
    return 'failed';
  }
}

async function work(screen: Screen, session: Session): Promise<void> {
  const problem = await parts.work.fetch().then((part) => part.work(session, screen), () => 'problem.part-missed' as const);
  if (problem !== undefined) showLogin(screen, problem);
}
