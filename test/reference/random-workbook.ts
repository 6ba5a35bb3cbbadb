import type { Day } from '../../src/core/model/calendar-date.ts';
import type { FormulaNode } from '../../src/core/model/formula.ts';
import type { ForecastMethod, Kpi, KpiKind, KpiType } from '../../src/core/model/kpi.ts';
import type { Aggregation, Measure, Unit } from '../../src/core/model/measure.ts';
import type { Milestone } from '../../src/core/model/milestone.ts';
import type { Cadence, CustomPeriod } from '../../src/core/model/period.ts';
import type { DayCalendar, TargetChange, Workspace } from '../../src/core/model/workspace.ts';
import {
  day,
  kpi,
  measure,
  measurements,
  milestone,
  type Row,
  SETTINGS,
  workspace,
} from '../support/workspace-builder.ts';

import { randomActions, randomEvents, randomGoals, randomResources } from './random-around.ts';
import { type Dice, diceOf } from './random-dice.ts';

/** A workbook and the day it is looked at. */
export interface RandomWorkbook {
  workspace: Workspace;
  today: Day;
}

const CADENCE_DAYS: Record<Cadence, number> = {
  day: 1,
  week: 7,
  month: 30,
  quarter: 91,
  year: 365,
  irregular: 5,
};

/** Lengths of a period that keep the number of intervals small. */
const PERIOD_DAYS: Record<Cadence, readonly [number, number]> = {
  day: [5, 120],
  week: [5, 300],
  month: [20, 1095],
  quarter: [60, 1095],
  year: [200, 1095],
  irregular: [5, 400],
};

const AGGREGATIONS: readonly Aggregation[] = [
  'sum',
  'sum',
  'sum',
  'count',
  'last',
  'last',
  'last',
  'mean',
  'min',
  'max',
  'unique',
];

const UNITS: readonly Unit[] = [
  { kind: 'number' },
  { kind: 'number' },
  { kind: 'currency', currency: 'EUR' },
  { kind: 'percent' },
  { kind: 'points' },
  { kind: 'hours' },
];

function randomMeasure(dice: Dice, id: string, cadence: Cadence): Measure {
  const aggregation = dice.one(AGGREGATIONS);
  const isTotal = aggregation === 'sum' || aggregation === 'count';
  const isZero = aggregation === 'count' || (aggregation === 'sum' && cadence === 'day');
  return measure({
    id,
    name: id,
    aggregation,
    cadence,
    unit: dice.one(UNITS),
    missing:
      isTotal && dice.chance(0.15) ? dice.one(['zero', 'missing']) : isZero ? 'zero' : 'missing',
    dataLagDays: dice.chance(0.25) ? dice.whole(1, 5) : 0,
    graceDays: dice.chance(0.25) ? dice.whole(0, 12) : null,
  });
}

const named = (measureId: string): FormulaNode => ({ kind: 'measure', measureId });
const number = (value: number): FormulaNode => ({ kind: 'number', value });
const binary = (
  operator: '+' | '-' | '*' | '/',
  left: FormulaNode,
  right: FormulaNode,
): FormulaNode => ({ kind: 'binary', operator, left, right });

function randomFormula(dice: Dice, a: string, b: string): FormulaNode {
  return dice.one<FormulaNode>([
    binary('+', named(a), named(b)),
    binary('-', named(a), named(b)),
    binary('*', number(1.5), named(a)),
    binary('/', named(a), number(4)),
    binary('+', binary('*', named(a), number(2)), { kind: 'negate', operand: named(b) }),
    binary('/', named(a), named(b)),
    binary('*', named(a), named(b)),
    binary('*', named(a), named(b)),
    binary('*', binary('*', named(a), named(b)), named(a)),
    { kind: 'call', name: 'max', operands: [named(a), named(b)] },
    // Never on a half, of which the last digit of a float says whether it goes up.
    {
      kind: 'call',
      name: 'round',
      operands: [binary('+', binary('/', named(a), named(b)), number(Math.E / 1000)), number(2)],
    },
  ]);
}

/** Size of a measure's values: percents are shares. */
const sizeOf = ({ unit }: Measure): number => (unit.kind === 'percent' ? 0.1 : 10);

/** As people type it, so that a 0 is a 0. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

function randomRows(dice: Dice, one: Measure, from: Day, to: Day): Row[] {
  const rows: Row[] = [];
  const step = dice.chance(0.15) ? dice.one([1, 3, 7, 30]) : Math.max(1, CADENCE_DAYS[one.cadence]);
  const isFiner = step < CADENCE_DAYS[one.cadence] && to - from < 500;
  const size = sizeOf(one);
  const density = dice.one([1, 1, 0.95, 0.7, 0.3]);
  const channels = dice.one([[''], [''], [''], ['', 'a'], ['a', 'b'], ['', 'a', 'b']]);
  const trend = dice.one([0, 0, 0.2, -0.2]);
  const isSigned = dice.chance(0.1);
  let level = dice.number(2, 20) * (isSigned ? -1 : 1);
  for (
    let date = from;
    date <= to;
    date += isFiner ? step : Math.max(step, CADENCE_DAYS[one.cadence])
  ) {
    level += dice.number(-0.5, 0.5) + trend;
    if (!dice.chance(density)) continue;
    for (let copies = dice.chance(0.06) ? 2 : 1; copies > 0; copies--) {
      const value =
        one.aggregation === 'count'
          ? dice.chance(0.15)
            ? 0
            : 1
          : dice.chance(0.06)
            ? 0
            : rounded(((level + dice.number(-2, 2)) * size) / 10);
      const recordedAt = dice.chance(0.1) ? dice.whole(1, 4) : 0;
      const jitter = one.cadence === 'day' || dice.chance(0.7) ? 0 : dice.whole(-3, 3);
      const channel = dice.one(channels);
      rows.push({ date: date + jitter, value, measure: one.id, channel, recordedAt });
    }
  }
  return rows;
}

const KINDS: ReadonlyArray<readonly [KpiKind, KpiType]> = [
  ['add_up_to', 'reach'],
  ['add_up_to', 'reach'],
  ['grow_to', 'reach'],
  ['grow_to', 'reach'],
  ['bring_down_to', 'reach'],
  ['keep_at_least', 'at_least'],
  ['keep_at_most', 'at_most'],
  ['spend_no_more_than', 'ceiling'],
  ['keep_between', 'range'],
  ['done_by', 'done'],
  ['just_track', 'track'],
];

const DIRECTIONS: Partial<Record<KpiKind, 1 | -1>> = {
  grow_to: 1,
  bring_down_to: -1,
  keep_at_least: 1,
  keep_at_most: -1,
  spend_no_more_than: -1,
};

/** Methods that need a plan, and one that needs intervals ahead. */
const STEERED: readonly ForecastMethod[] = ['run_rate', 'as_planned', 'recent'];
const DRIFTING: readonly ForecastMethod[] = ['drift'];

/** A number that the measure's values may come to, over a share of the rows. */
function plausible(dice: Dice, one: Measure, rows: readonly Row[]): number {
  const own = rows.filter((row) => row.measure === one.id);
  const isTotal = one.aggregation === 'sum' || one.aggregation === 'count';
  if (dice.chance(0.06)) return 0;
  if (own.length === 0) return dice.number(-20, 20);
  const some = dice.one(own).value;
  if (!isTotal) return Math.round((some + dice.number(-4, 4) * (sizeOf(one) / 10)) * 100) / 100;
  const sum = own.reduce((total, row) => total + row.value, 0);
  return Math.round(sum * dice.number(0.2, 1.6) * 100) / 100;
}

function randomKpi(
  dice: Dice,
  order: number,
  measures: readonly Measure[],
  rows: readonly Row[],
  calendars: readonly DayCalendar[],
  window: { start: Day; due: Day },
): Kpi {
  const plain = measures.filter(({ formula }) => formula === null);
  const one = dice.one(measures);
  const likely = one.aggregation === 'sum' || one.aggregation === 'count' ? KINDS.slice(0, 2) : [];
  const [kind, type] = dice.one([...KINDS, ...likely, ...likely]);
  const target = plausible(dice, one, rows);
  const lastTime = dice.chance(0.35) ? plausible(dice, one, rows) : null;
  const low = plausible(dice, one, rows);
  const isEdge = dice.chance(0.3);
  // What lies more than a year ahead has no year before it yet.
  const isWithinYear = window.due + 20 - window.start <= 365;
  // From "Last time", or from what was measured a year before.
  const hasYearBefore = rows.some(({ date }) => date <= window.due - 370);
  const isGrown =
    ['reach', 'at_least', 'ceiling'].includes(type) &&
    dice.chance(lastTime !== null || hasYearBefore ? 0.3 : 0.02);
  const isHeld = !isGrown && dice.chance(0.05);
  const isTotal = one.aggregation === 'sum' || one.aggregation === 'count';
  const isLastYears = isTotal && isWithinYear && type !== 'done' && dice.chance(0.3);
  const isSteered = type === 'reach' || (type === 'ceiling' && isTotal);
  return kpi({
    id: `kpi_${order}`,
    order,
    kind,
    type,
    declaredDirection: DIRECTIONS[kind] ?? (dice.chance(0.1) ? dice.one([1, -1]) : null),
    measureId: type === 'done' ? dice.one(plain).id : one.id,
    channel: one.formula === null && dice.chance(0.12) ? dice.one(['a', 'b']) : null,
    start: isEdge ? window.start + dice.whole(0, 4) : window.start,
    due: isEdge ? window.due + dice.whole(0, 20) : window.due,
    lastTime: isHeld ? target : lastTime,
    growth: isGrown ? dice.number(-0.3, 0.5) : null,
    target: isGrown || type === 'range' || type === 'track' || type === 'done' ? null : target,
    low: type === 'range' ? low : null,
    high: type === 'range' ? low + dice.number(0.5, 6) * (sizeOf(one) / 10) : null,
    tolerance: dice.chance(0.2) ? dice.number(0.5, 3) * (sizeOf(one) / 10) : null,
    planShape: dice.one(['straight', 'straight', 'straight', 'step', 'by_interval']),
    dayWeights: isLastYears
      ? { kind: 'last_year' }
      : calendars.length > 0 && dice.chance(0.5)
        ? { kind: 'calendar', calendarName: calendars[0].name }
        : { kind: 'every_day' },
    reached: dice.chance(0.15) ? dice.one(['touch', 'hold']) : null,
    closedRule: dice.chance(0.7)
      ? { kind: 'whole_period' }
      : dice.one([{ kind: 'every' }, { kind: 'share', share: dice.one([0.5, 0.8]) }]),
    onCourseFrom: dice.chance(0.1) ? 0.9 : null,
    atRiskFrom: dice.chance(0.1) ? 0.7 : null,
    forecastMethod:
      !isHeld && dice.chance(0.35)
        ? dice.one<ForecastMethod>([
            'level',
            ...(isSteered ? STEERED : []),
            ...(isSteered && one.cadence !== 'irregular' ? DRIFTING : []),
          ])
        : null,
    scale: dice.chance(0.1) ? dice.number(1, 10) : null,
    state: dice.chance(0.03) ? dice.one(['paused', 'cancelled']) : 'active',
    weight: dice.chance(0.2) ? dice.one([0, 1, 2, 0.5]) : null,
    isCritical: dice.chance(0.15),
  });
}

function randomMilestones(dice: Dice, one: Kpi): Milestone[] {
  if (!dice.chance(0.35)) return [];
  const days = new Set<Day>();
  for (let count = dice.whole(1, 4); count > 0; count--)
    days.add(dice.whole(Math.min(one.start + 4, one.due - 1), one.due - 1));
  const sorted = [...days].sort((a, b) => a - b);
  const length = one.due - one.start + 1;
  return sorted.map((date, order) => {
    const from = one.lastTime ?? 0;
    const share = (date - one.start + 1) / length;
    const bend = dice.chance(0.2) ? dice.number(-0.2, 1.2) : share ** dice.one([0.7, 1, 1.6]);
    const value = Math.round((from + ((one.target ?? 0) - from) * bend) * 100) / 100;
    return milestone({
      id: `${one.id}_${date}`,
      stop: `Stop ${order}`,
      kpiId: one.id,
      day: date,
      value: dice.chance(0.15) ? null : value,
      doneOn: dice.chance(0.4) ? date + dice.whole(-10, 10) : null,
      order,
    });
  });
}

function randomCalendar(dice: Dice, start: Day, due: Day): DayCalendar {
  return {
    name: 'Working days',
    weekdays: [6, 7].map((weekday) => ({ weekday, weight: dice.one([0, 0, 0.5]) })),
    dates: Array.from({ length: dice.whole(0, 4) }, (_, i) => ({
      // No date twice.
      day: start + 5 * dice.whole(0, Math.floor((due - start) / 5)) + i,
      weight: dice.one([0, 0, 2]),
      label: '',
    })),
    months: dice.chance(0.2) ? [{ month: dice.whole(1, 12), weight: dice.one([0, 2, 0.5]) }] : [],
  };
}

/** Years of 52 weeks in quarters of 4, 4 and 5, over all the days of the workbooks. */
function fourFourFive(): CustomPeriod[] {
  const periods: CustomPeriod[] = [];
  let start = day('2019-12-30');
  for (let year = 2020; year < 2045; year++) {
    for (let month = 1; month <= 12; month++) {
      const end = start + (month % 3 === 0 ? 35 : 28) - 1;
      periods.push({ label: `${year} P${month}`, year, start, end });
      start = end + 1;
    }
  }
  return periods;
}

function randomChanges(
  dice: Dice,
  one: Kpi,
  measures: readonly Measure[],
  rows: readonly Row[],
): TargetChange[] {
  const { target } = one;
  const isTotal = measures.some(
    ({ id, aggregation }) =>
      id === one.measureId && (aggregation === 'sum' || aggregation === 'count'),
  );
  if (one.type === 'ceiling' && !isTotal) return [];
  // What starts at its target has no way to share out over another one.
  const isHeld = target === one.lastTime || rows.some(({ value }) => value === target);
  if (target === null || target === 0 || isHeld || !dice.chance(0.15)) return [];
  const days = new Set<Day>();
  for (let count = dice.whole(1, 2); count > 0; count--)
    days.add(dice.whole(one.start + 1, one.due));
  return [...days].map((effectiveFrom, order) => ({
    kpiId: one.id,
    effectiveFrom,
    target: Math.round(target * dice.number(0.6, 1.6) * 100) / 100,
    isRebase: dice.chance(0.4),
    author: 'Anna',
    reason: 'The market turned',
    order,
    place: { tab: 'Target changes', cell: 'A2' },
  }));
}

export function workbookOf(seed: number): RandomWorkbook {
  const dice = diceOf(seed);
  const cadence = dice.one<Cadence>([
    'day',
    'day',
    'day',
    'week',
    'week',
    'month',
    'month',
    'quarter',
    'year',
    'irregular',
  ]);
  const [shortest, longest] = PERIOD_DAYS[cadence];
  const isAligned = dice.chance(0.5);
  const start = isAligned
    ? day(`20${dice.whole(23, 26)}-${dice.one(['01', '04', '07', '10'])}-01`)
    : day('2023-01-01') + dice.whole(0, 1200);
  const due = start + dice.whole(shortest, longest) - 1;
  const size = due - start + 1;
  const today = dice.one([
    () => start + dice.whole(-5, 5),
    () => start + dice.whole(0, size),
    () => start + dice.whole(0, size),
    () => start + dice.whole(0, size),
    () => due + dice.whole(-3, 8),
    () => due + dice.whole(0, 60),
  ])();
  const plain = Array.from({ length: dice.whole(1, 3) }, (_, i) =>
    randomMeasure(
      dice,
      `m${i}`,
      dice.chance(0.8) ? cadence : dice.one<Cadence>(['day', 'week', 'month']),
    ),
  );
  const history = dice.one([0, 0, 1, 3 * CADENCE_DAYS[cadence], 420]);
  const from = start - dice.whole(Math.min(history, 360), history);
  const to = Math.min(today + dice.whole(-2, 4), due + 40);
  const rows = plain.flatMap((one) => {
    const isLong = one.cadence === 'day' && to - from > 150 && !dice.chance(0.1);
    return randomRows(dice, one, isLong ? Math.max(from, to - 150) : from, to);
  });
  const operands = plain.filter((one) => one.cadence === cadence && cadence !== 'irregular');
  const measures =
    operands.length > 0 && dice.chance(0.4)
      ? [
          ...plain,
          measure({
            id: 'f',
            name: 'f',
            aggregation: null,
            formula: randomFormula(dice, operands[0].id, operands[operands.length - 1].id),
            cadence,
            dataLagDays: dice.chance(0.2) ? 2 : 0,
            missing: 'missing',
          }),
        ]
      : plain;
  const calendars = dice.chance(0.35) ? [randomCalendar(dice, start, due)] : [];
  const kpis = Array.from({ length: dice.whole(1, 6) }, (_, order) =>
    randomKpi(dice, order, measures, rows, calendars, { start, due }),
  );
  return {
    today,
    workspace: {
      ...workspace({
        measures,
        kpis,
        milestones: kpis.flatMap((one) => randomMilestones(dice, one)),
        targetChanges: kpis.flatMap((one) => randomChanges(dice, one, measures, rows)),
        goals: randomGoals(dice, kpis, measures),
        resources: kpis.flatMap((one) => randomResources(dice, one)),
        events: randomEvents(dice, kpis, measures, { start, due }),
        actions: randomActions(dice, kpis, today),
        calendars,
        settings: { ...SETTINGS, fiscalStartMonth: dice.chance(0.25) ? dice.whole(2, 12) : 1 },
        customPeriods: dice.chance(0.08) ? fourFourFive() : [],
      }),
      measurements: measurements(rows),
    },
  };
}
