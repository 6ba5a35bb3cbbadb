import type { Kpi } from '../../src/core/model/kpi.ts';
import { day, everyDay, milestone } from '../support/workspace-builder.ts';
import { HALF_YEAR, keep, MONTHLY } from './example-makers.ts';
import { daily, example, monthly, type WorkedExample, YEAR } from './worked-examples.ts';

const targets = (values: ReadonlyArray<readonly [from: string, to: string, target: number]>) =>
  values.map(([from, to, target], order) => ({
    kpiId: 'kpi',
    period: { start: day(from), end: day(to) },
    target,
    order,
    place: { tab: 'Targets', cell: 'C2' },
  }));

const change = (from: string, target: number) => ({
  kpiId: 'kpi',
  effectiveFrom: day(from),
  target,
  isRebase: false,
  author: 'Anna',
  reason: 'The market turned',
  order: 0,
  place: { tab: 'Target changes', cell: 'A2' },
});

const quarterlyStops = (values: readonly number[]) =>
  values.map((value, i) =>
    milestone({ day: day(['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'][i]), value }),
  );

/** A year's total with a stop each quarter, 100 a month, seen after four months. */
const withStops = (
  name: string,
  stops: readonly number[],
  changes: Partial<Kpi>,
  says: WorkedExample['says'],
) =>
  example(
    name,
    {
      rows: monthly([100, 100, 100, 100]),
      measure: MONTHLY,
      kpi: { ...YEAR, ...changes },
      milestones: quarterlyStops(stops),
      today: '2026-05-05',
    },
    says,
  );

/** §4: what stops say. */
export const STOPS: readonly WorkedExample[] = [
  withStops(
    'three stops that do not go on are asked about',
    [300, 300, 350],
    { target: 1400 },
    {
      status: 'no_data',
      reason: 'STOPS_PER_PERIOD',
      actual: 400,
    },
  ),
  withStops(
    'stops that add up to the target are asked about',
    [300, 350, 351],
    { target: 1000 },
    {
      status: 'no_data',
      reason: 'STOPS_PER_PERIOD',
    },
  ),
  withStops(
    'a first step of more than the later ones is asked about',
    [300, 450, 600],
    { target: 750 },
    {
      reason: 'STOPS_PER_PERIOD',
    },
  ),
  withStops(
    'stops that go on evenly are not',
    [300, 600, 900],
    { target: 1200 },
    {
      reason: null,
      plan: 300 + (300 * 30) / 91,
    },
  ),
  withStops(
    'said to be so far, they are the plan',
    [300, 450, 600],
    { target: 750, stopsAre: 'so_far' },
    {
      reason: null,
      plan: 300 + (150 * 30) / 91,
      target: 750,
    },
  ),
  withStops(
    'said to be per period, they add up, with the target for the last one',
    [300, 350, 351],
    { target: 400, stopsAre: 'per_period' },
    { target: 1401, plan: 300 + (350 * 30) / 91, nextValue: 650 },
  ),
  withStops(
    'per period up to the due date they are the target',
    [300, 350, 351, 360],
    { target: null, stopsAre: 'per_period' },
    { target: 1361 },
  ),
];

/** §4: a target per period. */
export const PERIODS: readonly WorkedExample[] = [
  example(
    'what the periods leave of the target lies between them',
    {
      rows: monthly([100, 100]),
      measure: MONTHLY,
      kpi: { ...HALF_YEAR, target: 600 },
      periodTargets: targets([
        ['2026-01-01', '2026-01-31', 50],
        ['2026-02-01', '2026-02-28', 70],
      ]),
      today: '2026-03-02',
    },
    { plan: 120, target: 600, paceIndex: 200 / 120 },
  ),
  example(
    'a period without a target and without another one leaves nothing to judge by',
    {
      rows: monthly([100, 100]),
      measure: MONTHLY,
      kpi: { ...HALF_YEAR, target: null },
      periodTargets: targets([['2026-01-01', '2026-01-31', 50]]),
      today: '2026-03-02',
    },
    { status: 'invalid' },
  ),
  example(
    'the start cuts a period by its share of days',
    {
      rows: everyDay('2026-01-17', '2026-02-28', 43),
      kpi: { start: day('2026-01-17'), due: day('2026-03-31'), target: null },
      periodTargets: targets([
        ['2026-01-01', '2026-01-31', 62],
        ['2026-02-01', '2026-02-28', 40],
        ['2026-03-01', '2026-03-31', 50],
      ]),
      today: '2026-03-01',
    },
    { target: 30 + 40 + 50, plan: 70 },
  ),
  example(
    'of a level they are where it should stand',
    {
      rows: monthly([110, 118]).map((row) => row),
      measure: { ...MONTHLY, aggregation: 'last' },
      kpi: { ...HALF_YEAR, kind: 'grow_to', lastTime: 100, target: null },
      periodTargets: targets([
        ['2026-01-01', '2026-03-31', 130],
        ['2026-04-01', '2026-06-30', 180],
      ]),
      today: '2026-03-02',
    },
    { target: 180, plan: 100 + (30 * 59) / 90, progress: 18 / 80 },
  ),
  example(
    'a threshold of an average is asked as the mean of what was in force',
    {
      rows: [1.75, 2.17, 2, 6, 5, 5.5].map((value, i) => ({ date: day('2026-08-13') + i, value })),
      measure: { aggregation: 'mean' },
      kpi: { ...keep('at_least', 2), start: day('2026-08-13'), due: day('2026-08-31') },
      targetChanges: [change('2026-08-16', 5)],
      today: '2026-08-19',
    },
    { actual: 22.42 / 6, plan: 3.5, target: 5, status: 'on_course', attainment: 22.42 / 6 / 3.5 },
  ),
  example(
    'a threshold of a level is the one in force on the day',
    {
      rows: daily(4, '2026-08-13', '2026-08-18'),
      measure: { aggregation: 'last' },
      kpi: { ...keep('at_least', 2), start: day('2026-08-13'), due: day('2026-08-31') },
      targetChanges: [change('2026-08-16', 5)],
      today: '2026-08-19',
    },
    { plan: 5, status: 'off_course' },
  ),
  example(
    'thresholds per month, of which the mean so far is asked',
    {
      rows: monthly([0, 0, 0, 0, 0, 0, 0, 0, 0, 0.021, 0.029]).slice(9),
      measure: { ...MONTHLY, aggregation: 'mean', unit: { kind: 'percent' } },
      kpi: { ...keep('at_least', null), start: day('2026-10-01'), due: day('2026-12-31') },
      periodTargets: targets([
        ['2026-10-01', '2026-10-31', 0.02],
        ['2026-11-01', '2026-11-30', 0.03],
        ['2026-12-01', '2026-12-31', 0.025],
      ]),
      today: '2026-12-02',
    },
    { actual: 0.025, plan: (0.02 * 31 + 0.03 * 30) / 61, target: 0.025, status: 'on_course' },
  ),
];
