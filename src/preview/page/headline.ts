import type { Row } from './api-client.ts';
import { numberOf, textOf } from './api-client.ts';
import { h } from './dom.ts';
import type { PageContext } from './page-context.ts';
import { symbolOf, toneOf } from './status.ts';

const total = (rows: readonly Row[], name: string): number =>
  rows.reduce((sum, row) => sum + (numberOf(row, name) ?? 0), 0);

function sentence(counts: readonly Row[], { say }: PageContext): string {
  if (counts.length === 0) return say('headlineEmpty');
  const all = total(counts, 'judged_count');
  if (all === 0) return say('headlineNone');
  const good = total(counts, 'on_course_count') + total(counts, 'achieved_count');
  return say(all === 1 ? 'headlineOne' : 'headline', { good, all });
}

/** One sentence and one strip: how many KPIs have which status. */
export function headline(counts: readonly Row[], context: PageContext): HTMLElement {
  const tone = (row: Row) => `tone-${toneOf(textOf(row, 'status'))}`;
  const parts = counts.map((row) =>
    h('span', {
      class: `strip-part ${tone(row)}`,
      style: { 'flex-grow': String(numberOf(row, 'kpi_count') ?? 0) },
    }),
  );
  const legend = counts.map((row) => {
    const status = textOf(row, 'status');
    const symbol = symbolOf(status, textOf(row, 'status_symbol'));
    return h(
      'li',
      { class: tone(row) },
      h('span', { class: 'strip-symbol', attributes: { 'aria-hidden': 'true' } }, symbol),
      h('strong', {}, numberOf(row, 'kpi_count')),
      ` ${textOf(row, 'status_label') || status}`,
    );
  });
  return h(
    'section',
    { class: 'headline' },
    h('p', { class: 'headline-text' }, sentence(counts, context)),
    counts.length === 0 && h('p', { class: 'help' }, context.say('headlineEmptyHelp')),
    h('div', { class: 'strip', attributes: { 'aria-hidden': 'true' } }, ...parts),
    h('ul', { class: 'strip-legend' }, ...legend),
  );
}
