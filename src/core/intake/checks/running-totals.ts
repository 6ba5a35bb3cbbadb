import type { Day } from '../../model/calendar-date.ts';
import type { Kpi } from '../../model/kpi.ts';
import { intervalContaining } from '../../model/period.ts';
import { placeOfFact } from '../figures/fact-buffer.ts';
import { NO_FACT } from '../figures/survey-facts.ts';
import type { ReadContext } from '../rows/read-context.ts';
import { ask, type CheckInput, positionsOf } from './check-input.ts';

/** So many totals in a row, or days of several, so far over the plan, look like totals so far. */
const FEWEST_RUNNING = 4;
const FEWEST_STEADY = 3;
const FEWEST_EVEN = 2;
const OVER_PLAN = 1.5;
/** What is added each time lies so near to what there was first, in all, when it began at nothing. */
const LEAST_ADDED = 0.6;
const MOST_ADDED = 4;
/** So near that two values, or a plan that is not passed by far, are enough to ask. */
const LEAST_EVEN = 0.75;
const MOST_EVEN = 1.33;
/** Before so much of its days, or so many of them, a KPI has no colour that could be wrong. */
const JUDGED_SHARE = 0.15;
const JUDGED_DAYS = 60;
/** Of the plan by now, as KPIs are judged by default: so far on course, so far at risk. */
const COURSE_EDGES = [0.95, 0.8] as const;

const OF_ONE = { asks: 'E_RUNNING_TOTAL', tells: 'W_RUNNING_TOTAL' } as const;
const OF_YEARS = { asks: 'E_RUNNING_YEARS', tells: 'W_RUNNING_YEARS' } as const;

/**
 * Amounts that only rise and add up to far more than the plan: perhaps each is the total so far, of
 * the period or of its own day. Where each time about as much is added as there was first, it hardly
 * can be anything else: nothing is judged until somebody says so, or fills in a Cadence.
 */
export function checkRunningTotals(input: CheckInput): void {
  const { measures, kpis, today, hasTypedCadence, context } = input;
  const positionOf = positionsOf(input);
  const asked = kpis.flatMap((kpi) => {
    const position = positionOf.get(kpi.measureId) ?? -1;
    const isSum = measures[position]?.aggregation === 'sum';
    const { target, channel, type } = kpi;
    if (!isSum || channel !== null || type === 'track' || type === 'done') return [];
    return target !== null && target <= 0 ? [] : [{ kpi, position }];
  });
  if (asked.length === 0) return;
  const daily = sumsByDay(input, fewEnough(input, asked));
  const told = new Set<number>();
  for (const { kpi, position } of asked) {
    const days = daily[position];
    if (days === null) continue;
    const { start, due, target } = kpi;
    const before = yearBefore(days, start, context);
    const until = Math.min(due, today - 1);
    const rising = risingTotal(days, start, until, before === null ? null : 1, context);
    const found = rising ?? risingInDays(days, start, until);
    if (found === null) continue;
    const { total, last, newest, fact, years } = found;
    const isSteady = (before ?? found).isSteady && found.isSteady && !hasTypedCadence[position];
    const [soFar, whole] = [newest - start + 1, due - start + 1];
    const plan = target === null ? 0 : (target * soFar) / whole;
    const isOverPlan = target !== null && total > OVER_PLAN * plan && last <= OVER_PLAN * plan;
    const isKnown = isSteady && (before !== null || years > 1);
    const isJudged = soFar >= Math.min(JUDGED_SHARE * whole, JUDGED_DAYS);
    const isTurned = isSteady && isJudged && found.isEven && turnsCourse(kpi, found, plan);
    if (!isOverPlan && !isKnown && !isTurned) continue;
    const { name: measure, unit } = measures[position];
    const details = { measure, sum: { amount: total, unit }, last: { amount: last, unit } };
    const { asks, tells } = years > 1 || isKnown ? OF_YEARS : OF_ONE;
    const place = placeOfFact(input.facts, fact);
    if (rising !== null && isSteady) {
      context.issues.add(asks, place, details, { kpiId: kpi.id });
      ask(input, kpi, asks);
    } else if (!told.has(position)) {
      context.issues.add(rising === null ? 'W_RUNNING_IN_DAY' : tells, place, details);
    }
    told.add(position);
  }
}

/** Whether it would be judged another way by the last value, or sum, than by all of them together. */
export function turnsCourse(
  { type, target }: Kpi,
  { total, last }: Pick<RisingTotal, 'total' | 'last'>,
  plan: number,
): boolean {
  if (target === null) return false;
  const isSpent = type === 'ceiling' || type === 'at_most';
  const band = (sum: number) => {
    const course = isSpent ? plan / sum : sum / plan;
    return COURSE_EDGES.filter((edge) => course >= edge).length;
  };
  return band(total) !== band(last);
}

/** Somebody types totals so far by hand, or one a day: never so many. */
const MOST_TYPED = 2000;

function fewEnough(
  { facts, measures }: CheckInput,
  asked: readonly { readonly position: number }[],
): ReadonlySet<number> {
  const counts = new Int32Array(measures.length);
  for (let fact = 0; fact < facts.length; fact++) counts[facts.measure[fact]]++;
  return new Set(asked.flatMap(({ position }) => (counts[position] <= MOST_TYPED ? position : [])));
}

/** What a measure adds up to on each day, and its last fact of that day; −1 on a day without one. */
interface DailySums {
  readonly firstDay: number;
  readonly sums: Float64Array;
  readonly facts: Int32Array;
  /** Its last value of each day. */
  readonly lasts: Float64Array;
  /** Days with more than one, so far as each is higher than the one before; −1: not on all. */
  risingDays: number;
}

/** By position; null for measures that are not asked. */
function sumsByDay(
  { facts, measures, survey }: CheckInput,
  asked: ReadonlySet<number>,
): (DailySums | null)[] {
  if (asked.size === 0) return measures.map(() => null);
  const daily = measures.map((_, position): DailySums | null => {
    if (!asked.has(position) || survey.newestFact[position] === NO_FACT) return null;
    const firstDay = survey.firstDay[position];
    const dayCount = survey.lastDay[position] - firstDay + 1;
    return {
      firstDay,
      sums: new Float64Array(dayCount),
      facts: new Int32Array(dayCount).fill(NO_FACT),
      lasts: new Float64Array(dayCount),
      risingDays: 0,
    };
  });
  const { measure, day, value, channel, recordedAt, length } = facts;
  const severals = daily.map((own) => new Uint8Array(own?.sums.length ?? 0));
  for (let fact = 0; fact < length; fact++) {
    const position = measure[fact];
    const own = daily[position];
    if (own === null) continue;
    const at = day[fact] - own.firstDay;
    const isSecond = own.facts[at] !== NO_FACT;
    const isOrdered = channel[fact] === 0 && recordedAt[fact] === 0;
    if (!isOrdered || (isSecond && value[fact] <= own.lasts[at])) own.risingDays = -1;
    if (isSecond && own.risingDays !== -1 && severals[position][at] === 0) own.risingDays++;
    if (isSecond) severals[position][at] = 1;
    own.sums[at] += value[fact];
    own.facts[at] = fact;
    own.lasts[at] = value[fact];
  }
  return daily;
}

/** Null unless on each of several days with more than one value each is higher than the one before. */
function risingInDays(
  { firstDay, sums, facts, lasts, risingDays }: DailySums,
  start: number,
  until: number,
): RisingTotal | null {
  if (risingDays < FEWEST_RUNNING) return null;
  let [total, last, newest, fact] = [0, 0, 0, NO_FACT];
  for (let at = Math.max(0, start - firstDay); at <= until - firstDay && at < sums.length; at++) {
    if (facts[at] === NO_FACT) continue;
    total += sums[at];
    last += lasts[at];
    newest = firstDay + at;
    fact = facts[at];
  }
  return fact === NO_FACT
    ? null
    : { total, last, newest, fact, years: 1, isSteady: false, isEven: false };
}

/**
 * The totals of the whole year before a day, where they rose from day to day and fall back after it;
 * then a few in the new year are enough. Null where they did not.
 */
function yearBefore(days: DailySums, start: Day, context: ReadContext): RisingTotal | null {
  const { cut } = context;
  const year = intervalContaining('year', start, cut);
  const before = intervalContaining('year', year.start - 1, cut);
  const last = risingTotal(days, before.start, before.end, FEWEST_STEADY, context);
  const first = days.sums.find((_, at) => {
    return days.firstDay + at >= year.start && days.facts[at] !== NO_FACT;
  });
  return last !== null && first !== undefined && first < last.last ? last : null;
}

interface RisingTotal {
  readonly total: number;
  /** The last of each year, added up. */
  readonly last: number;
  readonly newest: Day;
  readonly fact: number;
  readonly years: number;
  /** In each year each step is, in the mean, about as much as its first value. */
  readonly isSteady: boolean;
  /** The same, and very nearly. */
  readonly isEven: boolean;
}

/**
 * Null when the sums do not rise from each day with one to the next, or are too few; with a new
 * year they may begin anew.
 *
 * @param fewest so many are enough; null: as many as show it by themselves
 */
function risingTotal(
  { firstDay, sums, facts }: DailySums,
  start: number,
  until: number,
  fewest: number | null,
  { cut }: ReadContext,
): RisingTotal | null {
  const risen: { day: Day; value: number; fact: number }[][] = [[]];
  for (let at = Math.max(0, start - firstDay); at <= until - firstDay && at < sums.length; at++) {
    if (facts[at] === NO_FACT) continue;
    const year = risen[risen.length - 1];
    const last = year[year.length - 1];
    const found = { day: firstDay + at, value: sums[at], fact: facts[at] };
    if (last !== undefined && found.value <= last.value) {
      const { end } = intervalContaining('year', last.day, cut);
      if (found.day <= end || risen.flat().length < FEWEST_RUNNING) return null;
      risen.push([found]);
    } else year.push(found);
  }
  const all = risen.flat();
  const isEven = risen.every((year) => addsBetween(year, LEAST_EVEN, MOST_EVEN));
  const isSteady = risen.every((year) => addsBetween(year, LEAST_ADDED, MOST_ADDED));
  const needed = fewest ?? (isEven ? FEWEST_EVEN : isSteady ? FEWEST_STEADY : FEWEST_RUNNING);
  if (all.length === 0 || all.length < needed) return null;
  const { day: newest, fact } = all[all.length - 1];
  return {
    total: all.reduce((sum, { value }) => sum + value, 0),
    last: risen.reduce((sum, year) => sum + year[year.length - 1].value, 0),
    newest,
    fact,
    years: risen.length,
    isSteady,
    isEven,
  };
}

function addsBetween(
  year: readonly { readonly value: number }[],
  least: number,
  most: number,
): boolean {
  const first = year[0]?.value ?? 0;
  const steps = year.length - 1;
  if (steps < 1) return first > 0;
  const added = (year[steps].value - first) / steps;
  return first > 0 && added >= least * first && added <= most * first;
}
