import type { Row } from './api-client.ts';
import { numberOf, proseOf, textOf } from './api-client.ts';
import { h } from './dom.ts';
import { formatChance, formatDay, formatNumber, formatPercent } from './format.ts';
import type { PageContext } from './page-context.ts';
import { statusChip, toneOf } from './status.ts';
import type { Say } from './texts.ts';

export function lateText(daysLate: number | null, say: Say): string {
  if (daysLate === null) return '';
  const days = Math.abs(Math.round(daysLate));
  if (days === 0) return say('onTime');
  if (daysLate > 0) return days === 1 ? say('dayLate') : say('daysLate', { days });
  return days === 1 ? say('dayEarly') : say('daysEarly', { days });
}

/** Where a value stands between the start (0) and the target (1); only to draw it. */
function positionOnBar(kpi: Row, value: number | null): number | null {
  const [baseline, target] = [numberOf(kpi, 'baseline'), numberOf(kpi, 'target')];
  if (value === null || baseline === null || target === null || baseline === target) return null;
  return (value - baseline) / (target - baseline);
}

const onBar = (share: number): string => `${Math.min(1, Math.max(0, share)) * 100}%`;

function progressBar(kpi: Row, { say, language }: PageContext): HTMLElement | null {
  const actual = positionOnBar(kpi, numberOf(kpi, 'actual'));
  const plan = positionOnBar(kpi, numberOf(kpi, 'plan'));
  if (actual === null) return null;
  const label = say('barText', {
    actual: formatPercent(actual, language),
    plan: plan === null ? '–' : formatPercent(plan, language),
  });
  return h(
    'div',
    { class: 'bar', attributes: { role: 'img', 'aria-label': label, title: label } },
    h('span', {
      class: `bar-fill tone-${toneOf(textOf(kpi, 'status'))}`,
      style: { width: onBar(actual) },
    }),
    plan !== null && h('span', { class: 'bar-plan', style: { left: onBar(plan) } }),
  );
}

function fuelLine(kpi: Row, { say, language }: PageContext): HTMLElement | null {
  const fuel = numberOf(kpi, 'fuel_index');
  if (fuel === null) return null;
  const tone = fuel >= 1 ? 'good' : fuel > 0 ? 'watch' : 'bad';
  const label = say('fuelOf', { kpi: textOf(kpi, 'kpi'), value: formatNumber(fuel, language) });
  return h(
    'div',
    { class: 'fuel', attributes: { role: 'img', 'aria-label': label } },
    h('span', { class: 'fuel-name' }, say('fuel')),
    h(
      'span',
      { class: 'fuel-tank' },
      h('span', { class: `fuel-level tone-${tone}`, style: { width: onBar(fuel) } }),
    ),
    h('span', { class: 'fuel-value' }, `× ${formatNumber(fuel, language)}`),
  );
}

function moreFigures(kpi: Row, { say, language }: PageContext): HTMLElement | null {
  const eta = formatDay(kpi.eta_date, language);
  const late = lateText(numberOf(kpi, 'days_late'), say);
  const probability = numberOf(kpi, 'probability');
  const facts: readonly (readonly [string, string])[] = [
    [say('plan'), proseOf(kpi, 'plan_text')],
    [say('forecast'), proseOf(kpi, 'forecast_text')],
    [say('arrival'), late === '' ? eta : `${eta}, ${late}`],
    [say('probability'), probability === null ? '' : formatChance(probability, language)],
    [say('owner'), textOf(kpi, 'owners_text')],
  ];
  const known = facts.filter(([, value]) => value !== '');
  if (known.length === 0) return null;
  return h(
    'details',
    { class: 'more' },
    h('summary', {}, say('moreFigures')),
    h(
      'dl',
      { class: 'facts' },
      ...known.map(([label, value]) => h('div', {}, h('dt', {}, label), h('dd', {}, value))),
    ),
  );
}

/** "of € 200,000" where one counts up to it; "at least 2.7 %" says enough by itself. */
function targetWords(kpi: Row, say: Say): string {
  const target = proseOf(kpi, 'target_text');
  const isCounted = ['reach', 'ceiling'].includes(textOf(kpi, 'kpi_type'));
  return isCounted ? say('ofTarget', { target }) : `· ${target}`;
}

/** One KPI: its status in symbol, word and colour, its figures, and the sentence that explains them. */
export function scorecard(
  kpi: Row,
  context: PageContext,
  onChoose: (kpiKey: string) => void,
): HTMLElement {
  const { say } = context;
  const name = textOf(kpi, 'kpi');
  const tone = toneOf(textOf(kpi, 'status'));
  const isWorrying = ['bad', 'watch'].includes(tone) && textOf(kpi, 'advice') !== '';
  return h(
    'article',
    { class: `card scorecard edge-${tone}` },
    h(
      'header',
      { class: 'card-head' },
      h('h4', {}, name),
      statusChip(textOf(kpi, 'status'), textOf(kpi, 'status_label'), textOf(kpi, 'status_symbol')),
    ),
    h(
      'p',
      { class: 'figure' },
      h('strong', {}, proseOf(kpi, 'actual_text') || '–'),
      textOf(kpi, 'target_text') !== '' && h('span', {}, ` ${targetWords(kpi, say)}`),
    ),
    progressBar(kpi, context),
    fuelLine(kpi, context),
    h('p', { class: 'explanation' }, proseOf(kpi, 'explanation')),
    textOf(kpi, 'signal_label') !== '' && h('p', { class: 'signal' }, textOf(kpi, 'signal_label')),
    isWorrying && h('p', { class: 'advice' }, proseOf(kpi, 'advice')),
    moreFigures(kpi, context),
    h(
      'button',
      {
        class: 'quiet-button',
        attributes: { type: 'button', 'aria-label': say('showTimeline', { kpi: name }) },
        on: { click: () => onChoose(textOf(kpi, 'kpi_key')) },
      },
      say('showCourse'),
    ),
  );
}
