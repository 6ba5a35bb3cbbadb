import type { Day } from '../../src/core/model/calendar-date.ts';
import type { ForecastMethod, Kpi, KpiKind, KpiType } from '../../src/core/model/kpi.ts';
import type { Measure } from '../../src/core/model/measure.ts';
import type { Cadence } from '../../src/core/model/period.ts';
import type { DayCalendar } from '../../src/core/model/workspace.ts';
import { kpi, type Row } from '../support/workspace-builder.ts';
import type { Dice } from './random-dice.ts';
import { isTotalOf } from './random-measures.ts';
import { plausible, sizeOf } from './random-rows.ts';

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

/** What a total is mostly asked. */
const LIKELY: ReadonlyArray<readonly [KpiKind, KpiType]> = [
  ['add_up_to', 'reach'],
  ['add_up_to', 'reach'],
  ['keep_between', 'range'],
];

/** What a product, or a total at a rate, may be asked to come to. */
const ADDED_UP: ReadonlyArray<readonly [KpiKind, KpiType]> = [
  ['add_up_to', 'reach'],
  ['add_up_to', 'reach'],
  ['spend_no_more_than', 'ceiling'],
];

/** What is less than nothing may be the way to go. */
const DOWN: ReadonlyArray<readonly [KpiKind, KpiType]> = [
  ['bring_down_to', 'reach'],
  ['bring_down_to', 'reach'],
  ['bring_down_to', 'reach'],
];

const DIRECTIONS: Partial<Record<KpiKind, 1 | -1>> = {
  grow_to: 1,
  bring_down_to: -1,
  keep_at_least: 1,
  keep_at_most: -1,
  spend_no_more_than: -1,
};

const EVERY: Partial<Record<Cadence, ReadonlyArray<NonNullable<Kpi['every']>>>> = {
  day: ['week', 'month', 'month'],
  week: ['week', 'month', 'quarter'],
  month: ['month', 'quarter', 'year'],
  quarter: ['quarter', 'year'],
  year: ['year'],
  irregular: ['month'],
};

/** Methods that need a plan, and one that needs intervals ahead. */
const STEERED: readonly ForecastMethod[] = ['run_rate', 'as_planned', 'recent'];
const DRIFTING: readonly ForecastMethod[] = ['drift'];
const SHAPED: readonly ForecastMethod[] = [
  'last_year_share',
  'last_year_share',
  'last_year_share',
  'last_year_share',
  'last_year_share',
];

export interface Around {
  measures: readonly Measure[];
  rows: readonly Row[];
  calendars: readonly DayCalendar[];
  start: Day;
  due: Day;
}

/** Low and High: of a corridor from 0 up, of a level around its values. */
function randomBand(dice: Dice, one: Measure, rows: readonly Row[]) {
  const middle = plausible(dice, one, rows);
  if (!isTotalOf(one)) {
    return { low: middle, high: middle + dice.number(0.5, 6) * (sizeOf(one) / 10) };
  }
  const low = dice.chance(0.1) ? 0 : Math.abs(middle);
  return { low, high: low * dice.number(1.02, 1.4) + dice.number(0.5, 3) };
}

function randomMethod(
  dice: Dice,
  type: KpiType,
  one: Measure,
  hasYearBefore: boolean,
): ForecastMethod | null {
  if (!dice.chance(hasYearBefore ? 0.6 : 0.35)) return null;
  const isSteered = type === 'reach' || (type === 'ceiling' && isTotalOf(one));
  const hasShape = isSteered && isTotalOf(one) && hasYearBefore;
  return dice.one<ForecastMethod>([
    'level',
    ...(isSteered ? STEERED : []),
    ...(isSteered && one.cadence !== 'irregular' ? DRIFTING : []),
    ...(hasShape ? SHAPED : []),
  ]);
}

export function randomKpi(dice: Dice, order: number, around: Around): Kpi {
  const { measures, rows, calendars, start, due } = around;
  const plain = measures.filter(({ formula }) => formula === null);
  const made = measures.filter(({ formula }) => formula !== null);
  const one = dice.one([...measures, ...made, ...made]);
  const isTotal = isTotalOf(one);
  const likely = isTotal ? LIKELY : [];
  const target = plausible(dice, one, rows);
  const [kind, type] = dice.one([
    ...KINDS,
    ...likely,
    ...likely,
    ...(made.length > 0 ? ADDED_UP : []),
    ...(target < 0 ? DOWN : []),
  ]);
  const lastTime = dice.chance(0.35) ? plausible(dice, one, rows) : null;
  const isEdge = dice.chance(0.3);
  // What lies more than a year ahead has no year before it yet.
  const isWithinYear = due + 20 - start <= 365;
  const isAsked = type !== 'done' && type !== 'track';
  const every: Kpi['every'] =
    isAsked && dice.chance(0.12) ? dice.one(EVERY[one.cadence] ?? ['month']) : null;
  // From "Last time", or from what was measured a year before.
  const hasYearBefore = rows.some(({ date }) => date <= due - 370);
  const isGrown =
    every === null &&
    ['reach', 'at_least', 'ceiling'].includes(type) &&
    dice.chance(lastTime !== null || hasYearBefore ? 0.3 : 0.02);
  const isHeld = !isGrown && dice.chance(0.05);
  const isLastYears = isTotal && isWithinYear && type !== 'done' && dice.chance(0.2);
  const hasTarget = isAsked && type !== 'range' && !isGrown;
  return kpi({
    id: `kpi_${order}`,
    order,
    kind,
    type,
    declaredDirection: DIRECTIONS[kind] ?? (dice.chance(0.1) ? dice.one([1, -1]) : null),
    measureId: type === 'done' ? dice.one(plain).id : one.id,
    channel: one.formula === null && dice.chance(0.12) ? dice.one(['a', 'b']) : null,
    start: isEdge ? start + dice.whole(0, 4) : start,
    due: isEdge ? due + dice.whole(0, 20) : due,
    every,
    lastTime: isHeld ? target : lastTime,
    growth: isGrown ? dice.number(-0.3, 0.5) : null,
    target: hasTarget ? target : null,
    ...(type === 'range' ? randomBand(dice, one, rows) : {}),
    tolerance: dice.chance(0.2) ? dice.number(0.5, 3) * (sizeOf(one) / 10) : null,
    planShape: dice.one(['straight', 'straight', 'straight', 'step', 'by_interval']),
    stopsAre: dice.one([null, null, 'so_far', 'so_far', 'per_period']),
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
    forecastMethod: isHeld ? null : randomMethod(dice, type, one, hasYearBefore),
    scale: dice.chance(0.1) ? dice.number(1, 10) : null,
    state: dice.chance(0.03) ? dice.one(['paused', 'cancelled']) : 'active',
    weight: dice.chance(0.2) ? dice.one([0, 1, 2, 0.5]) : null,
    isCritical: dice.chance(0.15),
  });
}
