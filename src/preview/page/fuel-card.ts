import type { Row } from './api-client.ts';
import { numberOf, proseOf, textOf } from './api-client.ts';
import { h } from './dom.ts';
import { formatInUnit } from './format.ts';
import type { PageContext } from './page-context.ts';
import type { Tone } from './status.ts';

/** Enough, less than what is needed, or nothing left; the label comes from the table. */
function fuelTone(resource: Row): { tone: Tone; symbol: string } {
  const [index, left] = [numberOf(resource, 'fuel_index'), numberOf(resource, 'left')];
  if (left !== null && left <= 0) return { tone: 'bad', symbol: '◆' };
  if (index === null) return { tone: 'quiet', symbol: '○' };
  return index >= 1 ? { tone: 'good', symbol: '●' } : { tone: 'watch', symbol: '▲' };
}

const inTank = (part: number, whole: number): string =>
  `${Math.min(1, Math.max(0, part / whole)) * 100}%`;

function tank(resource: Row, tone: Tone, { say, language }: PageContext): HTMLElement | false {
  const [budget, left] = [numberOf(resource, 'budget'), numberOf(resource, 'left')];
  if (budget === null || budget <= 0 || left === null) return false;
  const need = numberOf(resource, 'need');
  const shown = (value: number) =>
    formatInUnit(value, textOf(resource, 'resource_unit'), '', language);
  const words = [say('fuelLeft', { left: shown(left), budget: shown(budget) })];
  if (need !== null) words.push(say('fuelNeed', { need: shown(need) }));
  return h(
    'div',
    { class: 'tank', attributes: { role: 'img', 'aria-label': words.join(', ') } },
    h('span', { class: `tank-level tone-${tone}`, style: { width: inTank(left, budget) } }),
    need !== null && h('span', { class: 'tank-need', style: { left: inTank(need, budget) } }),
  );
}

/** What is left in the tank, and the mark of what is needed to arrive. */
export function fuelCard(resource: Row, context: PageContext): HTMLElement {
  const { tone, symbol } = fuelTone(resource);
  const parts = ['resource_channel', 'kpi', 'goal'].map((name) => textOf(resource, name));
  const label = textOf(resource, 'fuel_status_label');
  return h(
    'article',
    { class: 'card' },
    h(
      'header',
      { class: 'card-head' },
      h('h3', {}, textOf(resource, 'resource')),
      label !== '' &&
        h(
          'span',
          { class: `chip tone-${tone}` },
          h('span', { class: 'chip-symbol', attributes: { 'aria-hidden': 'true' } }, symbol),
          label,
        ),
    ),
    h('p', { class: 'help' }, parts.filter((part) => part !== '').join(' · ')),
    tank(resource, tone, context),
    h('p', { class: 'explanation' }, proseOf(resource, 'fuel_text')),
  );
}
