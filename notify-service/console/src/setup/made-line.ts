import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { fingerprintOf } from '../keys/fingerprint-view.ts';
import { submitted } from '../keys/submitted.ts';
import { t } from '../language/messages.ts';
import type { MadeLine } from './line-maker.ts';
import { saveAs, verbatim } from './parts.ts';
import type { SetUpRoom } from './setup-room.ts';

/** As the chart and the launcher name them: the same file for both services. */
const CONFIGURATION = `# intake-service and notify-service, both:
OVOZ_LINE_ADMIN_KEY=/etc/ovoz/line/admin-key.json

# helm/ovoz: the ConfigMap that intake.lineRecords and desk.lineRecords name
kubectl create configmap ovoz-line --from-file=admin-key.json --dry-run=client -o yaml`;

/** A key that was just made: to be saved in two ways, and to be given to the services. */
export function madeLine(room: SetUpRoom, made: MadeLine): TemplateResult {
  return html`
    <h3>${t('setup.line.made')}</h3>
    ${fingerprintOf(made.kid, 'made-line')}
    <p>${t('setup.line.save')}</p>
    <div class="buttons"><button data-testid="save-line" @click=${() => saveAs('line-key.json', made.file)}>${t('setup.line.saveFile')}</button></div>
    ${made.papers === undefined ? html`<p>${t('setup.line.papers')}</p>${printForm(room)}` : papers(made)}
    <h3>${t('setup.line.services')}</h3>
    <p>${t('setup.line.servicesText')}</p>
    <div class="buttons"><button class="plain" data-testid="save-public" @click=${() => saveAs('admin-key.json', JSON.stringify(made.publicKey))}>${t('setup.line.savePublic')}</button></div>
    ${verbatim('line-public', 'admin-key.json', JSON.stringify(made.publicKey))}
    ${verbatim('line-configuration', t('setup.line.configuration'), CONFIGURATION)}
    <p>${t(room.sight.isMissing ? 'setup.line.thenFirst' : 'setup.line.then')}</p>
    <div class="buttons"><button class="plain" data-testid="forget-line" @click=${() => room.dropLine()}>${t('setup.line.saved')}</button></div>
  `;
}

function papers({ papers: split }: MadeLine): TemplateResult | typeof nothing {
  if (split === undefined) return nothing;
  const { papers: all, needed } = split;
  return html`
    <ol class="papers">${all.map((groups, i) => html`
      <li class="paper" data-testid="line-paper-made">
        <h4>Ovoz · ${t('line.page')} · ${t('recovery.paper', { number: String(i + 1), shares: String(all.length), needed: String(needed) })}</h4>
        <p class="fingerprint" lang="en" translate="no">${groups.map((group) => html`<span>${group}</span> `)}</p>
        <p class="quiet">${t('recovery.paperText')}</p>
      </li>`)}
    </ol>
    <div class="buttons"><button class="plain" @click=${() => print()}>${t('recovery.print')}</button></div>
  `;
}

function printForm(room: SetUpRoom): TemplateResult {
  return html`
    <form class="stack" data-testid="line-papers" @submit=${(event: SubmitEvent) => submitted(event, (field) => room.printLine(Number(field('shares')), Number(field('needed'))))}>
      <label>${t('recovery.shares')} <input name="shares" data-testid="line-shares" type="number" min="2" max="5" value="3" required /></label>
      <label>${t('recovery.needed')} <input name="needed" data-testid="line-needed" type="number" min="2" max="5" value="2" required /></label>
      <button class="plain" data-testid="line-print" ?disabled=${room.attempts.busy}>${t('recovery.make')}</button>
    </form>
  `;
}
