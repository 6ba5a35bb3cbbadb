import type { Kpi } from '../../src/core/model/kpi.ts';
import { day, everyDay, measure, milestone } from '../support/workspace-builder.ts';
import { HALF_YEAR, keep, MONTHLY } from './example-makers.ts';
import { daily, example, monthly, resource, type WorkedExample, YEAR } from './worked-examples.ts';

const uptime = (value: number, target: number, status: string): WorkedExample =>
  example(
    `uptime ${value} against ${target}`,
    {
      rows: daily(value, '2026-01-01', '2026-01-31'),
      measure: { aggregation: 'mean', unit: { kind: 'percent' } },
      kpi: keep('at_least', target),
      today: '2026-02-01',
    },
    { status },
  );

const growth = (today: string, changes: Partial<Kpi>, says: WorkedExample['says'], months = 12) =>
  example(
    `growth on ${today}, ${months} months of last year there`,
    {
      rows: [
        ...Array.from({ length: months }, (_, i) => ({
          date:
            day(
              months - i === 1
                ? '2026-01-01'
                : `2025-${String(12 - months + i + 2).padStart(2, '0')}-01`,
            ) - 1,
          value: 100 + 10 * (12 - months + i),
        })),
        ...monthly([110, 121, 132]),
      ],
      measure: MONTHLY,
      kpi: { ...YEAR, target: null, growth: 0.1, ...changes },
      today,
    },
    says,
  );

/** §§5–13. */
export const JUDGEMENTS: readonly WorkedExample[] = [
  uptime(0.9989, 0.9995, 'off_course'),
  uptime(0.9992, 0.9995, 'at_risk'),
  uptime(0.86, 0.9, 'at_risk'),
  uptime(0.85, 0.9, 'off_course'),
  uptime(0.96, 0.97, 'at_risk'),
  uptime(0.95, 0.97, 'off_course'),
  example(
    'almost nothing of a first stop is off course on a route of three years',
    {
      rows: everyDay('2026-01-01', '2026-03-29', 130),
      kpi: {
        start: day('2026-01-01'),
        due: day('2028-12-31'),
        target: 3000000,
        stopsAre: 'so_far',
      },
      milestones: [milestone({ day: day('2026-12-31'), value: 500000 })],
      today: '2026-03-30',
    },
    { plan: (500000 * 88) / 365, status: 'off_course' },
  ),
  growth(
    '2026-04-02',
    {},
    {
      reference: 1860,
      target: 2046,
      actual: 363,
      growthVsReference: (363 - 330) / 330,
    },
  ),
  growth('2026-04-02', {}, { status: 'no_data', reason: 'REFERENCE_INCOMPLETE', actual: 363 }, 6),
  growth(
    '2026-04-02',
    { lastTime: 3720 },
    { reference: 3720, target: 4092, growthVsReference: (363 - 660) / 660 },
  ),
  growth(
    '2026-04-02',
    { lastTime: 3720 },
    { reference: 3720, target: 4092, growthVsReference: null },
    6,
  ),
  example(
    'a share is not foreseen above 1',
    {
      rows: monthly([0.9, 0.94, 0.98]),
      measure: { ...MONTHLY, aggregation: 'last', unit: { kind: 'percent' } },
      kpi: { ...YEAR, kind: 'grow_to', lastTime: 0.85, target: 0.99, forecastMethod: 'run_rate' },
      today: '2026-04-02',
    },
    { forecastValue: 1 },
  ),
  example(
    'nor a level below what it can be',
    {
      rows: monthly([30, 20, 10]),
      measure: { ...MONTHLY, aggregation: 'last', lowest: 4 },
      kpi: { ...YEAR, kind: 'bring_down_to', lastTime: 40, target: 5, forecastMethod: 'run_rate' },
      today: '2026-04-02',
    },
    { forecastValue: 4 },
  ),
  example(
    'less than nothing is at most nothing: a target below 0 that must not be passed upwards',
    {
      rows: monthly([-10]),
      measure: MONTHLY,
      kpi: { ...HALF_YEAR, ...keep('at_most', -60) },
      today: '2026-02-02',
    },
    { status: 'invalid' },
  ),
  example(
    'pieces that are removed are a way down from 0',
    {
      rows: monthly([-100]),
      measure: MONTHLY,
      kpi: { ...YEAR, kind: 'bring_down_to', declaredDirection: -1, target: -1200 },
      today: '2026-02-02',
    },
    { type: 'reach', progress: 1 / 12, plan: (-1200 * 31) / 365, status: 'too_early' },
  ),
];

const followers = (last: number, signal: string | null): WorkedExample =>
  example(
    `followers that grow by about ten a month, and then by ${last}`,
    {
      rows: monthly([110, 121, 130, 141, 150, 161, 170, 170 + last]),
      measure: { ...MONTHLY, aggregation: 'last' },
      kpi: { ...YEAR, kind: 'grow_to', lastTime: 100, target: 220 },
      today: '2026-09-02',
    },
    { signal, isFavourable: signal === null ? null : true },
  );

const firstStop = (sum: number, says: WorkedExample['says']): WorkedExample =>
  example(
    `a stop after 28 days of the second leg, ${sum} in`,
    {
      rows: everyDay('2026-01-01', '2026-02-14', sum),
      kpi: { target: 200000, stopsAre: 'so_far' },
      milestones: [
        milestone({ day: day('2026-01-31'), value: 40000 }),
        milestone({ day: day('2026-02-28'), value: 100000 }),
      ],
    },
    says,
  );

/** §§7–10 and 14. */
export const COURSES: readonly WorkedExample[] = [
  // Changes 11, 9, 11, 9, 11, 9: centre 10 with the last one, limits 10 ± 2.66 × 2.
  followers(11, null),
  followers(60, 'outside'),
  example(
    'without a way to go it is the level itself that leaves its limits',
    {
      rows: monthly([110, 112, 110, 112, 110, 112, 110, 140]),
      measure: { ...MONTHLY, aggregation: 'last' },
      kpi: { ...YEAR, ...keep('at_most', 120) },
      today: '2026-09-02',
    },
    { signal: 'outside', isFavourable: false },
  ),
  // 67,000 of 70,000 planned, pace 0.957: 100,000 are due on 28 Feb and come on 1 March.
  firstStop(67000, { nextEtaDay: day('2026-03-02'), nextStatus: 'at_risk' }),
  firstStop(69000, { nextEtaDay: day('2026-03-01'), nextStatus: 'expected_on_time' }),
  firstStop(50000, { nextEtaDay: day('2026-03-13'), nextStatus: 'expected_late' }),
  growth(
    '2026-04-02',
    { forecastMethod: 'last_year_share' },
    { forecastValue: (363 * 1860) / 330 },
  ),
  example(
    'a corridor is foreseen at its pace',
    {
      rows: everyDay('2026-03-01', '2026-03-15', 6450),
      kpi: {
        kind: 'keep_between',
        type: 'range',
        low: 9500,
        high: 10500,
        target: null,
        start: day('2026-03-01'),
        due: day('2026-03-31'),
        forecastMethod: 'run_rate',
      },
      today: '2026-03-16',
    },
    { forecastValue: 13330, gap: 6450 - 5080.645161, flags: '' },
  ),
  example(
    'fuel that is gone has no index, and a day on which it went',
    {
      rows: everyDay('2026-01-01', '2026-02-14', 90000),
      resources: [
        { ...resource({ budget: 300 }, 0), day: day('2026-01-02') },
        { ...resource({ used: 310 }, 1), day: day('2026-01-20') },
        { ...resource({ budget: 20 }, 2), day: day('2026-01-25') },
        { ...resource({ used: 10 }, 3), day: day('2026-02-03') },
      ],
    },
    { fuelIndex: null, fuelStatus: 'out_of_fuel', fuelRanOutDay: day('2026-02-03') },
  ),
  example(
    'what is counted in one tab is kept together',
    {
      rows: [
        { date: day('2026-01-03'), value: 1, measure: 'incidents' },
        ...everyDay('2026-01-01', '2026-01-30', 30).map((row) => ({ ...row, measure: 'visits' })),
      ],
      measures: [
        measure({ id: 'incidents', aggregation: 'count', keptWith: ['visits'] }),
        measure({ id: 'visits', aggregation: 'count', keptWith: ['incidents'] }),
      ],
      kpi: { ...keep('at_most', 4), measureId: 'incidents' },
      today: '2026-01-31',
    },
    { actual: 1, judgedDay: day('2026-01-29'), coverage: 27 / 29 },
  ),
];
