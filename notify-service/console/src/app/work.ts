import type { Me } from '../desk/api.ts';
import { Desk } from '../desk/desk.ts';
import { Problem } from '../desk/problem.ts';
import type { MessageKey } from '../language/messages.ts';
import type { Session } from '../login/session.ts';
import { App } from './app.ts';
import { realGround } from './ground.ts';
import type { Screen } from './screen.ts';
import { shell } from './shell.ts';

/** Everything behind the sign-in. Says why not, where the desk does not let somebody in. */
export async function work(session: Session, screen: Screen): Promise<MessageKey | undefined> {
  const me = await whoAmI(session);
  if (typeof me === 'string') return me;
  const app = new App(me, realGround(session), screen.changed, screen.focusTitle);
  screen.show(() => shell(app, screen.changed), (drawing) => app.pane.around(drawing));
  app.start();
  return undefined;
}

async function whoAmI(session: Session): Promise<Me | MessageKey> {
  try {
    return await new Desk(session).me();
  } catch (failure) {
    return failure instanceof Problem && failure.status === 403 ? 'login.forbidden' : 'login.unavailable';
  }
}
