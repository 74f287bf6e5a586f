import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { TeamTerms } from '../desk/founding-api.ts';
import { t } from '../language/messages.ts';
import { languageName, regionName } from '../language/names.ts';
import { needName } from '../referral/codes.ts';

/** What a team is for, as its record will say it. */
export function termsView(terms: TeamTerms): TemplateResult {
  const marks = [
    terms.escalation ? t('founding.escalation') : '', terms.childQualified ? t('founding.children') : '', terms.womanAnswers ? t('founding.woman') : '',
  ].filter(Boolean);
  return html`
    <dl class="service-facts" data-testid="terms">
      ${fact(t('founding.organisation'), terms.organisation)}
      ${fact(t('services.languages'), terms.languages.map(languageName).join(', '))}
      ${fact(t('services.regions'), terms.regions.map(regionName).join(', '))}
      ${fact(t('services.needs'), terms.needs.map(needName).join(', '))}
      ${fact(t('founding.also'), marks.join(', '))}
    </dl>
  `;
}

function fact(name: string, value: string): TemplateResult | typeof nothing {
  return value === '' ? nothing : html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
