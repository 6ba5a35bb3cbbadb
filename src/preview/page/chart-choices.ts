import { h } from '../../board/dom.ts';
import type { DateRange } from '../data-studio/contract.ts';
import type { FieldReply } from '../page-api.ts';
import { labelledChoice } from './labelled-choice.ts';
import type { TextKey } from './texts-en.ts';
import { type Bench, change } from './workbench.ts';

/** The days before today, as many as Data Studio takes when nobody chooses. */
export function lastDays(today: string): DateRange {
  const dayBefore = (days: number) =>
    new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
  return { startDate: dayBefore(28), endDate: dayBefore(1) };
}

/** From when until when, where the data source follows the range of a report. */
export function dateFields(bench: Bench, onChange: () => void): HTMLElement {
  const field = (key: 'startDate' | 'endDate', text: TextKey) => {
    const id = `range-${key}`;
    const input = h('input', {
      attributes: { id, type: 'date', value: bench.dateRange?.[key] ?? null },
      on: {
        change: () => {
          if (bench.dateRange === null || input.value === '') return;
          bench.dateRange = { ...bench.dateRange, [key]: input.value };
          onChange();
        },
      },
    });
    return h(
      'div',
      { class: 'question' },
      h('label', { attributes: { for: id } }, bench.context.say(text)),
      input,
    );
  };
  return h('div', { class: 'dates' }, field('startDate', 'dateFrom'), field('endDate', 'dateTo'));
}

/** As what the rows are drawn. */
export function kindChoice(bench: Bench, show: () => void): HTMLElement {
  const { say } = bench.context;
  const kinds = [
    ['table', say('kindTable')],
    ['pivot', say('kindPivot')],
    ['scorecard', say('kindScorecard')],
    ['series', say('kindSeries')],
    ['bar', say('kindBar')],
    ['gauge', say('kindGauge')],
    ['route', say('kindRoute')],
    ['meter', say('kindMeter')],
  ] as const;
  return labelledChoice('chart-kind', say('chart'), kinds, bench.state.kind, (kind) => {
    change(bench, { kind });
    show();
  });
}

/** By any field of the table, shown or not, as a chart of a report sorts. */
export function sortChoice(
  bench: Bench,
  fields: readonly FieldReply[],
  show: () => void,
): HTMLElement {
  const { say } = bench.context;
  const [{ field, descending = false } = { field: '' }] = bench.state.sort;
  const options = [
    ['', say('sortAsChart')] as const,
    ...fields.map(({ name, label }) => [name, label] as const),
  ];
  const down = h('input', {
    attributes: { type: 'checkbox', id: 'sort-down', checked: descending },
    on: { change: () => sorted(bench.state.sort[0]?.field ?? '') },
  });
  const sorted = (by: string): void => {
    change(bench, { sort: by === '' ? [] : [{ field: by, descending: down.checked }] });
    show();
  };
  return h(
    'div',
    { class: 'sorting' },
    labelledChoice('sort-by', say('sortBy'), options, field, sorted),
    h('label', { attributes: { for: 'sort-down' } }, down, say('sortDown')),
  );
}
