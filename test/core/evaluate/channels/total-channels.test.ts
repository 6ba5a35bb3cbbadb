import { evaluateWorkspace } from '../../../../src/core/evaluate/evaluate-workspace.ts';
import type { Aggregation } from '../../../../src/core/model/measure.ts';
import { day, kpi, measure, type Row, workspace } from '../../../support/workspace-builder.ts';

/** A month's figures as they are typed: without a channel, of Web and of Shop. */
const january = (blank: number | null, web: number | null, shop: number | null): Row[] =>
  [['', blank] as const, ['Web', web] as const, ['Shop', shop] as const].flatMap(
    ([channel, value]) => (value === null ? [] : [{ date: day('2026-01-31'), channel, value }]),
  );

const told = (rows: readonly Row[], aggregation: Aggregation = 'sum'): string[] =>
  evaluateWorkspace(
    workspace({
      rows,
      measures: [measure({ aggregation, cadence: 'month', missing: 'missing' })],
      kpis: [kpi({})],
    }),
    day('2026-02-10'),
  )
    .issues.map(({ code }) => code)
    .filter((code) => code.includes('CHANNEL'));

test('rows without a channel are told once, as what they are: the total, or a channel', () => {
  expect(told(january(100, 60, 40))).toEqual(['W_TOTAL_AND_CHANNELS']);
  expect(told(january(120, 60, 40))).toEqual(['W_TOTAL_AND_CHANNELS']);
  expect(told(january(-100, -60, -40))).toEqual(['W_TOTAL_AND_CHANNELS']);
  expect(told(january(5, 60, 40))).toEqual(['I_BLANK_CHANNEL']);
  expect(told(january(0, 60, 40))).toEqual(['I_BLANK_CHANNEL']);
});

test('nothing is told where they do not stand beside each other', () => {
  expect(told(january(null, 60, 40))).toEqual([]);
  expect(told(january(100, null, null))).toEqual([]);
  const before: Row = { date: day('2025-12-31'), channel: '', value: 100 };
  expect(told([before, ...january(null, 60, 40)])).toEqual([]);
});

test('of people a total is one; of a mean every row is a value', () => {
  expect(told(january(70, 60, 40), 'unique')).toEqual(['W_TOTAL_AND_CHANNELS']);
  expect(told(january(70, 60, 40), 'mean')).toEqual([]);
});
