import { evaluateWorkspace } from '../../../../src/core/evaluate/evaluate-workspace.ts';
import { EMPTY_RECORD, type HistoryRow } from '../../../../src/core/model/record.ts';
import { day, everyDay, kpi, measure, workspace } from '../../../support/workspace-builder.ts';

const row = (changes: Partial<HistoryRow>): HistoryRow => ({
  day: day('2026-02-10'),
  kpiId: 'kpi',
  status: 'on_course',
  actual: 81,
  target: 200,
  plan: 80,
  progress: 0.4,
  paceIndex: 1.01,
  forecast: null,
  low: null,
  high: null,
  probability: null,
  ...changes,
});

const loading = workspace({
  rows: everyDay('2026-01-01', '2026-02-14', 90),
  measures: [measure({ isSourceLoading: true })],
});

const evaluate = (history: readonly HistoryRow[]) =>
  evaluateWorkspace(loading, day('2026-02-15'), { ...EMPTY_RECORD, history }).kpis[0];

test('while its source loads a KPI keeps its newest result and says why', () => {
  const result = evaluate([
    row({ day: day('2026-02-12'), status: 'at_risk', actual: 0 }),
    row({}),
    row({ day: day('2026-02-13'), kpiId: 'other', actual: -7 }),
    row({ day: day('2026-02-16'), actual: 999 }),
  ]);
  expect(result).toMatchObject({ status: 'at_risk', reason: 'SOURCE_LOADING' });
  expect(result.actual.value).toBe(0);
  expect(result.forecast.value).toEqual({ value: null, reason: 'SOURCE_LOADING' });
});

test('without a result kept there is no data yet, never a half sum', () => {
  const result = evaluate([]);
  expect(result).toMatchObject({ status: 'no_data', reason: 'SOURCE_LOADING' });
  expect(result.actual).toEqual({ value: null, reason: 'SOURCE_LOADING' });
});

test('a KPI with another error beside it is invalid', () => {
  const [result] = evaluateWorkspace(
    workspace({ kpis: [kpi({ errors: ['SOURCE_LOADING', 'E_NUMBER'] })] }),
    day('2026-02-15'),
  ).kpis;
  expect(result.status).toBe('invalid');
});

test('a formula waits for any of its operands', () => {
  const named = (measureId: string) => ({ kind: 'measure', measureId }) as const;
  const [result] = evaluateWorkspace(
    workspace({
      measures: [
        measure({ id: 'ready' }),
        measure({ id: 'late', isSourceLoading: true }),
        measure({
          id: 'both',
          aggregation: null,
          formula: { kind: 'binary', operator: '+', left: named('ready'), right: named('late') },
        }),
      ],
      kpis: [kpi({ measureId: 'both' })],
    }),
    day('2026-02-15'),
  ).kpis;
  expect(result.reason).toBe('SOURCE_LOADING');
});

test('a result kept today counts, and of one day the last written', () => {
  const today = day('2026-02-15');
  const kept = [row({ day: today, actual: 5 }), row({ day: today, actual: 6 })];
  expect(evaluate(kept).actual.value).toBe(6);
});
