import { known } from '../../../src/core/model/quantity.ts';
import type { HistoryRow } from '../../../src/core/model/record.ts';
import { buildTable } from '../../../src/core/tables/build-table.ts';
import { historyTable } from '../../../src/workflows/results/history-table.ts';
import {
  on,
  sampleEvaluation,
  sampleKpi,
  sampleKpiEvaluation,
  sampleMeasure,
  sampleWorkspace,
} from '../../support/sample-evaluation.ts';
import { served } from '../../support/served-table.ts';

const kept = (day: string, kpiId: string, changes: Partial<HistoryRow> = {}): HistoryRow => ({
  day: on(day),
  kpiId,
  status: 'at_risk',
  actual: 0.021,
  target: 0.03,
  plan: 0,
  progress: -0.1,
  paceIndex: null,
  forecast: 0.0245,
  low: 0.019,
  high: 0.0301,
  probability: 0.12,
  ...changes,
});

test('the history put together from what is stored is the history computed from the workbook', () => {
  const share = { unit: { kind: 'percent' as const }, id: 'conversion' };
  const input = {
    workspace: sampleWorkspace({
      measures: [sampleMeasure(), sampleMeasure(share)],
      kpis: [
        sampleKpi(),
        sampleKpi({ id: 'conversion', measureId: 'conversion', order: 1 }),
        sampleKpi({ id: 'nameless', measureId: 'nowhere', order: 2 }),
      ],
    }),
    evaluation: sampleEvaluation({
      kpis: ['revenue_q1', 'conversion', 'nameless'].map((kpiId, at) =>
        sampleKpiEvaluation({ kpiId, actual: known(at) }),
      ),
    }),
    issues: [],
    language: 'nl' as const,
    recalculation: null,
    history: [
      kept('2026-02-14', 'conversion', { status: 'off_course' }),
      kept('2026-02-13', 'conversion'),
      kept('2026-02-13', 'revenue_q1', { actual: 88000, plan: 99000, forecast: null }),
      kept('2026-02-13', 'nameless', { actual: null }),
      kept('2026-02-13', 'gone'),
      kept('2026-02-16', 'revenue_q1'),
    ],
    viewDay: on('2026-02-15'),
  };
  const computed = served(buildTable('history', input));
  const made = historyTable(buildTable('kpis', input), input.history, {
    today: input.viewDay,
    language: 'nl',
  });
  const { rowCount, columns } = served(made);
  expect(rowCount).toBe(4);
  expect(columns).toEqual(computed.columns);
  expect(columns.snapshot_actual).toEqual([88000, 2.1, 2.1, null]);
  expect(columns.is_current).toEqual([true, false, true, true]);
});
