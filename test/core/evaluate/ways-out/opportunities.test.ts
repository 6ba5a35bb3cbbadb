import {
  driverOpportunities,
  gapToClose,
} from '../../../../src/core/evaluate/ways-out/opportunities.ts';
import type { KpiEvaluation } from '../../../../src/core/model/evaluation.ts';
import { day } from '../../../support/workspace-builder.ts';
import { daily, evaluateOne, rowsOn } from '../one-kpi.ts';

/** Half of its plan, forecast to be half of its target. */
const behind = evaluateOne({
  rows: daily('2026-01-01', '2026-02-09', 0.5),
  kpi: { due: day('2026-04-10'), target: 100 },
  today: '2026-02-10',
}).kpi;

const driver = (change: number | null, contribution: number) => ({ change, contribution });

function ranks(outcome: KpiEvaluation, ...drivers: ReturnType<typeof driver>[]) {
  const { target, forecast } = outcome;
  const gap = gapToClose({ ...outcome, target: target.value, forecast: forecast.value.value });
  return driverOpportunities(drivers, gap).map((own) => own?.rank ?? null);
}

test('what has to change least comes first, up or down', () => {
  expect(ranks(behind, driver(0.5, 0), driver(-0.2, 0), driver(0.3, 0))).toEqual([3, 1, 2]);
});

test('of equal changes what lags most comes first, then what stands first', () => {
  expect(ranks(behind, driver(0.5, 4), driver(0.5, -9), driver(0.5, -3))).toEqual([3, 1, 2]);
  expect(ranks(behind, driver(0.5, 4), driver(0.5 + 1e-12, -9))).toEqual([2, 1]);
  expect(ranks(behind, driver(0.5, 4), driver(0.5, 4))).toEqual([1, 2]);
});

test('where lower is better, what rose most lags most', () => {
  const lower = evaluateOne({
    rows: daily('2026-01-01', '2026-02-09', 46),
    measure: { aggregation: 'last' },
    kpi: { due: day('2026-04-10'), lastTime: 50, target: 10 },
    today: '2026-02-10',
  }).kpi;
  expect(ranks(lower, driver(-0.3, -4), driver(-0.3, 9))).toEqual([2, 1]);
});

test('nothing can fall by more than all of it, and what is unknown is no way', () => {
  expect(ranks(behind, driver(-1, 0), driver(-1.2, 0), driver(null, 0))).toEqual([1, null, null]);
});

test('what arrives needs no way', () => {
  const arriving = evaluateOne({
    rows: daily('2026-01-01', '2026-02-09', 1),
    kpi: { due: day('2026-04-10'), target: 100 },
    today: '2026-02-10',
  }).kpi;
  expect(ranks(arriving, driver(0.1, 0))).toEqual([null]);
});

test('a channel without a value so far takes no part in what is still to come', () => {
  const { kpi } = evaluateOne({
    rows: [
      ...rowsOn({ '2026-01-31': 6, '2026-02-28': 4 }, { channel: 'Web' }),
      ...rowsOn({ '2026-03-02': 5 }, { channel: 'Shop' }),
    ],
    measure: { cadence: 'month' },
    kpi: { due: day('2026-04-30'), target: 40, forecastMethod: 'as_planned' },
    today: '2026-03-05',
  });
  const [web, shop] = kpi.channels.map(({ opportunity }) => opportunity);
  // 10 of 19.67 planned: 20.33 is to come, all of it by Web, and 9.67 is short.
  expect(web?.change).toBeCloseTo(((40 * 59) / 120 - 10) / ((40 * 61) / 120), 6);
  expect(shop).toBeNull();
});
