import { render } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { App } from './app/app.ts';
import { shell } from './app/shell.ts';
import type { Me } from './desk/api.ts';
import { Desk } from './desk/desk.ts';
import { Problem } from './desk/problem.ts';
import { startLanguage } from './language/messages.ts';
import type { MessageKey } from './language/messages.ts';
import { loadConfig } from './login/config.ts';
import { loginPage } from './login/login-page.ts';
import type { Session } from './login/session.ts';
import { leaveToSignIn, returnFromSignIn } from './login/sign-in.ts';

const root = document.getElementById('app')!;
let draw: () => TemplateResult;
/** What is done around a drawing, so that focus and sight stay where they are. */
let around = (drawing: () => void) => drawing();
let scheduled = false;

/** Draws once for all changes of one turn. */
function changed(): void {
  if (scheduled) return;
  scheduled = true;
  queueMicrotask(() => {
    scheduled = false;
    around(() => render(draw(), root));
  });
}

function showLogin(problem?: MessageKey): void {
  draw = () => loginPage(problem, () => void signIn(), changed);
  changed();
}

async function signIn(): Promise<void> {
  try {
    await leaveToSignIn(await loadConfig());
  } catch {
    showLogin('login.unavailable');
  }
}

async function returned(): Promise<Session | undefined | 'failed'> {
  try {
    return await returnFromSignIn(await loadConfig());
  } catch {
    return 'failed';
  }
}

async function whoAmI(session: Session): Promise<Me | MessageKey> {
  try {
    return await new Desk(session).me();
  } catch (failure) {
    return failure instanceof Problem && failure.status === 403 ? 'login.forbidden' : 'login.unavailable';
  }
}

function work(me: Me, session: Session): void {
  const app = new App(me, session, changed, focusTitle);
  draw = () => shell(app, changed);
  around = (drawing) => app.pane.around(drawing);
  app.start();
}

/** A new page starts at its title, for those who hear it as for those who see it. */
function focusTitle(): void {
  root.querySelector<HTMLElement>('h1')?.focus();
}

async function start(): Promise<void> {
  startLanguage(navigator.languages);
  const session = await returned();
  if (session === undefined) return showLogin();
  if (session === 'failed') return showLogin('login.failed');
  const me = await whoAmI(session);
  if (typeof me === 'string') return showLogin(me);
  work(me, session);
}

void start();
