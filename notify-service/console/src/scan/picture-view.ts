import { html, nothing, svg } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { t } from '../language/messages.ts';
import { codeOf } from './code.ts';
import type { Pictures } from './pictures.ts';

/** A fingerprint to be scanned by somebody who sits beside one. Drawn when it is asked for. */
export function pictureOf(pictures: Pictures, kid: string): TemplateResult {
  const fields = pictures.of(codeOf(kid));
  return html`
    <details data-testid="picture" @toggle=${(event: Event) => (event.target as HTMLDetailsElement).open && void pictures.draw(codeOf(kid))}>
      <summary>${t('scan.show')}</summary>
      <p class="hint">${t('scan.showText')}</p>
      ${fields === undefined ? nothing : drawn(fields)}
    </details>
  `;
}

function drawn(fields: readonly (readonly boolean[])[]): TemplateResult {
  const size = fields.length;
  const dark = fields.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return html`<svg class="qr" data-testid="qr" role="img" aria-label=${t('scan.picture')} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
    ${svg`<rect width=${size} height=${size} fill="#fff"></rect><path d=${dark} fill="#000"></path>`}</svg>`;
}
