import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { t } from '../language/messages.ts';
import type { Scan } from './scan.ts';

/** Beside a field for a fingerprint: the camera reads it instead. The field stays, for those who have none. */
export function scanView(scan: Scan, target: string, fieldOf: () => HTMLTextAreaElement | null): TemplateResult | typeof nothing {
  if (!scan.isPossible) return nothing;
  if (!scan.isFor(target)) return html`<button type="button" class="plain" data-testid="scan" @click=${() => scan.start(target)}>${t('scan.start')}</button>`;
  return html`
    <div class="scan" data-testid="scanning" data-state=${scan.state}>
      ${scan.state === 'refused'
        ? html`<p class="warning" role="alert">${t('scan.refused')}</p>`
        : html`<p role="status">${t(scan.state === 'starting' ? 'scan.starting' : 'scan.looking')}</p>
            ${scan.state === 'looking' ? html`<video muted playsinline aria-label=${t('scan.camera')} ${ref((video) => video && void scan.look(video as HTMLVideoElement, (groups) => fill(fieldOf(), groups)))}></video>` : nothing}`}
      <button type="button" class="plain" data-testid="scan-stop" @click=${() => scan.stop()}>${t('app.cancel')}</button>
    </div>
  `;
}

/** Read, and not yet sent: a person still says that it is meant. */
function fill(field: HTMLTextAreaElement | null, groups: string): void {
  if (field === null) return;
  field.value = groups;
  field.focus();
}
