import fc from 'fast-check';
import { adviseKpi } from '../../src/core/language/advise-kpi.ts';
import { en } from '../../src/core/language/en/sentences.ts';
import { explainChange } from '../../src/core/language/explain-change.ts';
import { explainKpi } from '../../src/core/language/explain-kpi.ts';
import { explainMilestone } from '../../src/core/language/explain-milestone.ts';
import {
  forecastText,
  gapText,
  signalText,
  speedText,
  targetText,
} from '../../src/core/language/kpi-texts.ts';
import type { KpiView } from '../../src/core/language/kpi-view.ts';
import type { KpiEvaluation } from '../../src/core/model/evaluation.ts';
import { FORECAST_METHODS, KPI_TYPES } from '../../src/core/model/kpi.ts';
import type { Unit } from '../../src/core/model/measure.ts';
import { CADENCES } from '../../src/core/model/period.ts';
import { known, type Quantity, type ReasonCode, unknown } from '../../src/core/model/quantity.ts';
import { MILESTONE_STATUS_CODES, STATUS_CODES } from '../../src/core/model/status.ts';
import {
  on,
  sampleComparison,
  sampleHistoryRow,
  sampleKpi,
  sampleKpiEvaluation,
  sampleMeasure,
  sampleMilestone,
} from '../support/sample-evaluation.ts';

// SAFETY: the keys of the English reasons are the reason codes, or it does not compile.
const REASONS = Object.keys(en.reasons) as ReasonCode[];
const BROKEN = /undefined|null|NaN|Infinity|\[object|\s{2}|^\s|\s$|\.\.|\s[,.;:]/;

const number = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 0.5, 1e-7, 1e14, -1e16, 1e21),
  fc.double({ min: -1e7, max: 1e7, noNaN: true }),
);
const reason = fc.constantFrom(...REASONS);
const quantity: fc.Arbitrary<Quantity> = fc.oneof(number.map(known), reason.map(unknown));
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const day = fc.integer({ min: on('2024-01-01'), max: on('2028-12-31') });
const unit: fc.Arbitrary<Unit> = fc.oneof(
  fc.constantFrom('EUR', 'USD', 'XYZ').map((currency) => ({ kind: 'currency' as const, currency })),
  fc
    .constantFrom('number', 'percent', 'points', 'seconds', 'minutes', 'hours', 'days', 'duration')
    .map((kind) => ({ kind }) as Unit),
);

const milestone = fc
  .record({
    stop: fc.constantFrom('Spring sale', ''),
    day,
    value: orNull(number),
    status: fc.constantFrom(...MILESTONE_STATUS_CODES),
    reachedDay: orNull(day),
    etaDay: orNull(day),
    daysLate: quantity,
    valueToGo: quantity,
    requiredSpeed: quantity,
  })
  .map((changes) => sampleMilestone(changes));

const wayOut = fc.record({
  isCeiling: fc.boolean(),
  ways: fc.array(fc.record({ name: fc.constantFrom('mail', 'shop'), change: number }), {
    minLength: 1,
    maxLength: 3,
  }),
  together: orNull(fc.record({ count: fc.integer({ min: 2, max: 5 }), change: number })),
});

const evaluation: fc.Arbitrary<KpiEvaluation> = fc
  .record({
    type: fc.constantFrom(...KPI_TYPES),
    status: fc.constantFrom(...STATUS_CODES),
    family: fc.constantFrom('total', 'level', 'average', null),
    direction: fc.constantFrom(1, -1, null),
    cadence: fc.constantFrom(...CADENCES, 'irregular'),
    reason: orNull(reason),
    flags: fc.subarray(['INCOMPLETE', 'CEILING_PASSED', 'GOALPOST'] as const),
    isClosed: fc.boolean(),
    judgedDay: orNull(day),
    dataThroughDay: orNull(day),
    latestDay: orNull(day),
    firstResultDay: orNull(day),
    start: day,
    due: day,
    actual: quantity,
    latestValue: quantity,
    target: quantity,
    rangeLow: quantity,
    rangeHigh: quantity,
    baseline: quantity,
    plan: quantity,
    progress: quantity,
    gap: quantity,
    paceIndex: quantity,
    coverage: quantity,
    speed: quantity,
    requiredSpeed: quantity,
    speedFactor: quantity,
    isSpeedPerWorkingDay: fc.boolean(),
    reachedDay: orNull(day),
    etaDay: orNull(day),
    etaReason: orNull(reason),
    daysLate: quantity,
    daysLeft: quantity,
    forecast: fc.record({
      method: orNull(fc.constantFrom(...FORECAST_METHODS)),
      value: quantity,
      low: quantity,
      high: quantity,
      probability: quantity,
      bentBy: fc.subarray(['Jam', 'Fair']),
      supposed: fc.constant([]),
    }),
    signal: orNull(
      fc.record({
        rule: fc.constantFrom('outside', 'run_of_eight', 'three_of_four', null),
        isFavourable: fc.constantFrom(true, false, null),
      }),
    ),
    override: orNull(
      fc.record({
        status: fc.constantFrom(...STATUS_CODES),
        author: fc.constantFrom('Anna', ''),
        reason: fc.constantFrom('fair', ''),
        until: day,
      }),
    ),
    tolerance: quantity,
    wayOut: orNull(wayOut),
    versionOne: fc.record({
      target: quantity,
      progress: quantity,
      status: orNull(fc.constantFrom(...STATUS_CODES)),
    }),
  })
  .map((changes) => sampleKpiEvaluation(changes));

const closedAs = fc.record({
  kpiId: fc.constant('revenue_q1'),
  day,
  value: orNull(number),
  status: fc.constantFrom('achieved' as const, 'missed' as const),
  version: fc.integer({ min: 1, max: 4 }),
});

const view: fc.Arbitrary<KpiView> = fc
  .record({
    evaluation,
    unit,
    hasMeasure: fc.boolean(),
    language: fc.constantFrom('en', 'nl'),
    viewDay: day,
    closedAs: orNull(closedAs),
  })
  .map(({ evaluation: own, unit: ownUnit, hasMeasure, language, viewDay, ...rest }) => ({
    ...rest,
    kpi: sampleKpi(),
    measure: hasMeasure ? sampleMeasure({ unit: ownUnit }) : null,
    evaluation: own,
    issues: [],
    language,
    viewDay,
  }));

function expectWhole(text: string | null): void {
  if (text !== null) expect(text).not.toMatch(BROKEN);
}

test('no sentence about a KPI shows a hole, whatever its numbers are', () => {
  fc.assert(
    fc.property(view, (any) => {
      const explanation = explainKpi(any);
      expect(explanation).toMatch(/[.)]$/);
      expectWhole(explanation);
      for (const tell of [adviseKpi, gapText, targetText, speedText, forecastText, signalText]) {
        expectWhole(tell(any));
      }
    }),
    { numRuns: 3000 },
  );
});

test('no sentence about a milestone or a change shows a hole', () => {
  const status = fc.constantFrom(...STATUS_CODES);
  fc.assert(
    fc.property(
      view,
      milestone,
      day,
      status,
      orNull(number),
      (any, milestone, kept, was, change) => {
        const before = sampleHistoryRow({ day: kept, status: was });
        expectWhole(explainMilestone(milestone, any));
        expectWhole(explainChange(any, sampleComparison({ before, progressChange: change })));
      },
    ),
    { numRuns: 1000 },
  );
});
