import type { Row } from './api-client.ts';
import { numberOf, textOf } from './api-client.ts';
import { h } from './dom.ts';
import { formatDay, formatInUnit } from './format.ts';
import type { PageContext } from './page-context.ts';
import type { TimelineMode } from './timeline-chart.ts';
import { TIMELINE_FIGURES } from './timeline-chart.ts';

/** The figures of a chart, for those who want them exactly or cannot see it. */
export function numbersTable(
  kpi: Row,
  intervals: readonly Row[],
  mode: TimelineMode,
  context: PageContext,
) {
  const { say, language } = context;
  const figures = TIMELINE_FIGURES[mode].filter(([, name]) =>
    intervals.some((row) => numberOf(row, name) !== null),
  );
  const shown = (row: Row, name: string): string => {
    const value = numberOf(row, name);
    const [unit, label] = [textOf(kpi, 'unit'), textOf(kpi, 'unit_label')];
    return value === null ? '–' : formatInUnit(value, unit, label, language);
  };
  return h(
    'details',
    { class: 'numbers' },
    h('summary', {}, say('numbers')),
    h(
      'div',
      {
        class: 'table-scroll',
        attributes: { tabindex: 0, role: 'region', 'aria-label': say('numbers') },
      },
      h(
        'table',
        {},
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { attributes: { scope: 'col' } }, ''),
            ...figures.map(([key]) =>
              h('th', { class: 'figure-cell', attributes: { scope: 'col' } }, say(key)),
            ),
          ),
        ),
        h(
          'tbody',
          {},
          ...intervals.map((row) =>
            h(
              'tr',
              {},
              h(
                'th',
                { attributes: { scope: 'row' } },
                textOf(row, 'interval_label') || formatDay(row.interval_end, language),
              ),
              ...figures.map(([, name]) => h('td', { class: 'figure-cell' }, shown(row, name))),
            ),
          ),
        ),
      ),
    ),
  );
}
