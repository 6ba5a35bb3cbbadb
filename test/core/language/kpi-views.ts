import type { KpiView } from '../../../src/core/language/kpi-view.ts';
import type { KpiEvaluation } from '../../../src/core/model/evaluation.ts';
import type { Measure } from '../../../src/core/model/measure.ts';
import { known, unknown } from '../../../src/core/model/quantity.ts';
import {
  on,
  sampleKpi,
  sampleKpiEvaluation,
  sampleMeasure,
} from '../../support/sample-evaluation.ts';

export const view = (
  evaluation: Partial<KpiEvaluation> = {},
  measure: Partial<Measure> = {},
  changes: Partial<KpiView> = {},
): KpiView => ({
  kpi: sampleKpi(),
  measure: sampleMeasure(measure),
  evaluation: sampleKpiEvaluation(evaluation),
  issues: [],
  language: 'en',
  viewDay: on('2026-02-15'),
  ...changes,
});

export const inDutch = { language: 'nl' } as const;

export const PLAIN = { unit: { kind: 'number' } } as const;

export const PERCENT = { unit: { kind: 'percent' } } as const;

/** Customers from 1,000 to 1,100: 1,040 where 1,050 was planned. */
export const level: Partial<KpiEvaluation> = {
  family: 'level',
  baseline: known(1000),
  target: known(1100),
  actual: known(1040),
  plan: known(1050),
  gap: known(-10),
  paceIndex: known(0.8),
  progress: known(0.4),
  speed: known(40 / 45),
  recentSpeed: known(0.75),
  requiredSpeed: known(60 / 45),
  speedFactor: known(1.5),
  etaDay: on('2026-04-23'),
  daysLate: known(23),
};

/** Complaints from 50 down to 10: 35 where 30 was planned. */
export const downward: Partial<KpiEvaluation> = {
  ...level,
  direction: -1,
  baseline: known(50),
  target: known(10),
  actual: known(35),
  plan: known(30),
  gap: known(-5),
  paceIndex: known(0.75),
  progress: known(0.375),
  speed: known(-1 / 3),
  recentSpeed: known(-0.5),
  requiredSpeed: known(-5 / 9),
  speedFactor: known(5 / 3),
  status: 'off_course',
};

export const threshold: Partial<KpiEvaluation> = {
  type: 'at_least',
  family: 'average',
  baseline: unknown('NO_BASELINE'),
  target: known(0.6),
  actual: known(0.58),
  plan: known(0.6),
  gap: known(-0.02),
  paceIndex: unknown('NOT_APPLICABLE'),
  requiredSpeed: unknown('NOT_A_FLOW'),
  speed: unknown('NOT_A_FLOW'),
  speedFactor: unknown('NOT_A_FLOW'),
  tolerance: known(0.03),
};

export const ceiling: Partial<KpiEvaluation> = {
  type: 'ceiling',
  direction: -1,
  status: 'off_course',
  target: known(30000),
  actual: known(28000),
  plan: known(15000),
  gap: known(-13000),
  requiredSpeed: known(2000 / 45),
  forecast: {
    method: 'run_rate',
    value: known(56000),
    low: unknown('NO_BAND'),
    high: unknown('NO_BAND'),
    probability: unknown('NO_BAND'),
    bentBy: [],
    supposed: [],
  },
};
