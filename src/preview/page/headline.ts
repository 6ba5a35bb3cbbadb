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
  const segments = counts.map((row) => {
    const status = textOf(row, 'status');
    const count = numberOf(row, 'kpi_count') ?? 0;
    return h(
      'li',
      { class: `strip-part tone-${toneOf(status)}`, style: { 'flex-grow': String(count) } },
      h('span', { class: 'strip-bar', attributes: { 'aria-hidden': 'true' } }),
      h(
        'span',
        { class: 'strip-label' },
        h(
          'span',
          { attributes: { 'aria-hidden': 'true' } },
          symbolOf(status, textOf(row, 'status_symbol')),
        ),
        h('strong', {}, count),
        textOf(row, 'status_label') || status,
      ),
    );
  });
  return h(
    'section',
    { class: 'headline' },
    h('p', { class: 'headline-text' }, sentence(counts, context)),
    counts.length === 0
      ? h('p', { class: 'help' }, context.say('headlineEmptyHelp'))
      : h('ul', { class: 'strip' }, ...segments),
  );
}
