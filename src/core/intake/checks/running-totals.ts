import type { Day } from '../../model/calendar-date.ts';
import { intervalContaining } from '../../model/period.ts';
import { placeOfFact } from '../figures/fact-buffer.ts';
import { NO_FACT } from '../figures/survey-facts.ts';
import type { ReadContext } from '../rows/read-context.ts';
import type { CheckInput } from './check-input.ts';

/** So many totals in a row, or days of several, so far over the plan, look like totals so far. */
const FEWEST_RUNNING = 4;
const FEWEST_KNOWN = 2;
const OVER_PLAN = 1.5;

/**
 * Amounts that only rise and add up to far more than the plan: perhaps each is the total so far, of
 * the period or of its own day.
 */
export function checkRunningTotals(input: CheckInput): void {
  const { measures, kpis, today, context } = input;
  const positionOf = new Map(measures.map(({ id }, position) => [id, position]));
  const asked = kpis.flatMap(({ measureId, channel, start, due, target }) => {
    const position = positionOf.get(measureId) ?? -1;
    const isSum = measures[position]?.aggregation === 'sum';
    if (!isSum || target === null || target <= 0 || channel !== null) return [];
    return { position, start, due, target };
  });
  if (asked.length === 0) return;
  const daily = sumsByDay(input, fewEnough(input, asked));
  const told = new Set<number>();
  for (const { position, start, due, target } of asked) {
    const days = told.has(position) ? null : daily[position];
    if (days === null) continue;
    const until = Math.min(due, today - 1);
    const rising = risingTotal(days, start, until, restartsAt(days, start, context), context);
    const found = rising ?? risingInDays(days, start, until);
    if (found === null) continue;
    const { total, last, newest, fact, years } = found;
    const plan = (target * (newest - start + 1)) / (due - start + 1);
    if (total <= OVER_PLAN * plan || last > OVER_PLAN * plan) continue;
    told.add(position);
    const { name: measure, unit } = measures[position];
    const code =
      rising === null ? 'W_RUNNING_IN_DAY' : years > 1 ? 'W_RUNNING_YEARS' : 'W_RUNNING_TOTAL';
    context.issues.add(code, placeOfFact(input.facts, fact), {
      measure,
      sum: { amount: total, unit },
      last: { amount: last, unit },
    });
  }
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
) {
  if (risingDays < FEWEST_RUNNING) return null;
  let [total, last, newest, fact] = [0, 0, 0, NO_FACT];
  for (let at = Math.max(0, start - firstDay); at <= until - firstDay && at < sums.length; at++) {
    if (facts[at] === NO_FACT) continue;
    total += sums[at];
    last += lasts[at];
    newest = firstDay + at;
    fact = facts[at];
  }
  return fact === NO_FACT ? null : { total, last, newest, fact, years: 1 };
}

/**
 * Whether the totals rose from day to day in the whole year before a day as well, and fall back
 * after it: then a few in the new year are enough.
 */
function restartsAt(days: DailySums, start: Day, context: ReadContext): boolean {
  const { cut } = context;
  const year = intervalContaining('year', start, cut);
  const before = intervalContaining('year', year.start - 1, cut);
  const last = risingTotal(days, before.start, before.end, false, context);
  const first = days.sums.find((_, at) => {
    return days.firstDay + at >= year.start && days.facts[at] !== NO_FACT;
  });
  return last !== null && first !== undefined && first < last.last;
}

/**
 * Null when the sums do not rise from each day with one to the next, or are too few; with a new
 * year they may begin anew. `last`: the last of each year, added up.
 *
 * @param isKnown two are enough, since the year before is known to rise
 */
function risingTotal(
  { firstDay, sums, facts }: DailySums,
  start: number,
  until: number,
  isKnown: boolean,
  { cut }: ReadContext,
) {
  let [count, total, last, newest, fact] = [0, 0, Number.NEGATIVE_INFINITY, 0, NO_FACT];
  let [years, inYears] = [1, 0];
  for (let at = Math.max(0, start - firstDay); at <= until - firstDay && at < sums.length; at++) {
    if (facts[at] === NO_FACT) continue;
    if (sums[at] <= last) {
      const { end } = intervalContaining('year', newest, cut);
      if (firstDay + at <= end || count < FEWEST_RUNNING) return null;
      years++;
      inYears += last;
    }
    count++;
    total += sums[at];
    last = sums[at];
    newest = firstDay + at;
    fact = facts[at];
  }
  const isEnough = count >= (isKnown ? FEWEST_KNOWN : FEWEST_RUNNING);
  return isEnough ? { total, last: inYears + last, newest, fact, years } : null;
}
