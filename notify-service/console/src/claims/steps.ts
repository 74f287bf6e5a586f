import { CLOSING_REASONS, CONFLICT_REASONS, TAKE_OVER_REASONS } from '../desk/api.ts';
import type { CaseView, ClosingReason, Me, TakeOver } from '../desk/api.ts';
import type { Desk } from '../desk/desk.ts';
import type { Question } from '../app/question.ts';
import { clock } from '../language/time.ts';
import { t } from '../language/messages.ts';
import { AgreedTime, agreedTimeView } from './agreed-time.ts';
import { Choice, choiceView } from './reasons.ts';

/** What the steps need of the page they are taken on. */
export interface Stage {
  ask(question: Question): void;
  /** Does it, says what went wrong, and shows the case as it is then. */
  attempt(work: () => Promise<string>, about: CaseView): Promise<void>;
  /** It is not for this person any more. */
  gone(id: string): void;
  changed(): void;
}

const DAYS = ['3', '7', '14', '30'] as const;

/** The steps with a case that are asked about first: agreeing on a time, taking over, a conflict of interest, blocking. */
export class Steps {
  constructor(
    private readonly desk: Desk,
    private readonly me: Me,
    private readonly stage: Stage,
  ) {}

  get coordinates(): boolean {
    return this.me.roles.includes('coordinator');
  }

  get answers(): boolean {
    return this.me.roles.includes('responder');
  }

  /**
   * @param close orders it with the reason
   * @param before what may be done first
   */
  close(view: CaseView, close: (reason: ClosingReason) => Promise<void>, before: () => unknown): void {
    const why = new Choice('closing', 'claims.closeWhy', words(CLOSING_REASONS, (code) => t(`claims.closing.${code}`)), this.stage.changed, 'claims.closeHint');
    this.stage.ask({
      title: t('case.closeAsk', { id: view.shortId }), text: closeText(view), yes: t('case.close'),
      body: () => [choiceView(why), before()], isReady: () => why.chosen !== undefined,
      act: async () => { if (why.chosen !== undefined) await close(why.chosen); },
    });
  }

  agree(view: CaseView): void {
    const time = new AgreedTime(this.stage.changed);
    this.stage.ask({
      title: t('claims.agreeTitle'), text: t('claims.agreeText'), yes: t('claims.agree'),
      body: () => agreedTimeView(time), isReady: () => time.until(Date.now()) !== undefined,
      act: () => this.#agree(view, time.until(Date.now()) ?? null),
    });
  }

  takeBackTime(view: CaseView): Promise<void> {
    return this.#agree(view, null);
  }

  takeOver(view: CaseView): void {
    const why = new Choice('take-over', 'claims.why', words(TAKE_OVER_REASONS, (code) => t(`claims.reason.${code}`)), this.stage.changed);
    const into = new Choice<TakeOver['into']>('into', 'claims.takeOverInto', words(['my-claim', 'queue'], (code) => t(`claims.into.${code}`)), this.stage.changed);
    if (!this.answers) into.chosen = 'queue';
    const from = view.claimedBy ?? '';
    this.stage.ask({
      title: t('claims.takeOverTitle', { id: view.shortId, who: from }), text: t('claims.takeOverText', { who: from }), yes: t('claims.takeOver'),
      body: () => this.answers ? [choiceView(why), choiceView(into)] : choiceView(why),
      isReady: () => why.chosen !== undefined && into.chosen !== undefined,
      act: async () => {
        const { chosen: reason } = why;
        const { chosen: where } = into;
        if (reason === undefined || where === undefined) return;
        await this.stage.attempt(async () => {
          await this.desk.takeOver(view.id, { from, reason, into: where });
          return t('claims.takenOver', { id: view.shortId });
        }, view);
      },
    });
  }

  declareConflict(view: CaseView): void {
    const why = new Choice('conflict', 'claims.why', words(CONFLICT_REASONS, (code) => t(`claims.conflict.${code}`)), this.stage.changed);
    this.stage.ask({
      title: t('claims.conflictTitle', { id: view.shortId }), text: t('claims.conflictText'), yes: t('claims.conflictYes'),
      body: () => choiceView(why), isReady: () => why.chosen !== undefined,
      act: async () => {
        const { chosen: reason } = why;
        if (reason === undefined) return;
        await this.stage.attempt(async () => {
          await this.desk.declareConflict(view.id, reason);
          this.stage.gone(view.id);
          return t('claims.conflictDone', { id: view.shortId });
        }, view);
      },
    });
  }

  liftConflict(view: CaseView, who: string): Promise<void> {
    return this.stage.attempt(async () => {
      await this.desk.liftConflict(view.id, who);
      return t('claims.conflictLifted', { who });
    }, view);
  }

  proposeBlock(view: CaseView): void {
    const options = DAYS.map((n) => ({ value: n, label: t('claims.blockFor', { n }) }));
    const days = new Choice('days', 'claims.blockDays', options, this.stage.changed);
    days.chosen = '14';
    this.stage.ask({
      title: t('claims.blockTitle', { id: view.shortId }), text: t('claims.blockText'), yes: t('claims.blockYes'),
      body: () => choiceView(days), isReady: () => true,
      act: () => this.stage.attempt(async () => {
        await this.desk.proposeBlock(view.id, Number(days.chosen));
        return t('claims.blockProposed');
      }, view),
    });
  }

  confirmBlock(view: CaseView): void {
    this.stage.ask({
      title: t('claims.blockConfirmTitle', { id: view.shortId }), text: t('claims.blockConfirmText'), yes: t('claims.blockConfirm'),
      act: () => this.stage.attempt(async () => {
        const { block } = await this.desk.confirmBlock(view.id);
        return t('claims.blockHolds', { at: block ? clock(block.until, Date.now()) : '' });
      }, view),
    });
  }

  endBlock(view: CaseView): Promise<void> {
    return this.stage.attempt(async () => {
      await this.desk.endBlock(view.id);
      return t('claims.blockEnded');
    }, view);
  }

  #agree(view: CaseView, until: string | null): Promise<void> {
    return this.stage.attempt(async () => {
      await this.desk.agree(view.id, until);
      return until === null ? t('claims.agreedBack') : t('claims.agreed', { id: view.shortId, at: clock(until, Date.now()) });
    }, view);
  }
}

/** Each code with its words. */
function words<T extends string>(codes: readonly T[], said: (code: T) => string): readonly { value: T; label: string }[] {
  return codes.map((value) => ({ value, label: said(value) }));
}

/** An answer that waits is taken back with the report: whoever closes it must know. */
function closeText(view: CaseView): string {
  return (view.replies.scheduled ?? 0) > 0 ? `${t('case.closeText')} ${t('contract.closeTakesBack')}` : t('case.closeText');
}
