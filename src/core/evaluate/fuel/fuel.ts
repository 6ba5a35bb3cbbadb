import type { Day } from '../../model/calendar-date.ts';
import type { FuelEvaluation } from '../../model/evaluation.ts';
import {
  atLeast,
  differenceOf,
  known,
  knownOr,
  nearlyEqual,
  type Quantity,
  type ReasonCode,
  unknown,
} from '../../model/quantity.ts';
import type { ResourceRow } from '../../model/workspace.ts';

/** How far what the resource is for has come, at the day it is judged. */
export interface FuelNeed {
  start: Day;
  judgedDay: Day;
  /** p: progress, X/T of a threshold on a total, or a goal's score; null when it is unknown. */
  progress: number | null;
  /** Progress planned at the next stopover; null when there is none. */
  nextStopProgress: number | null;
  /** W(A) */
  elapsedWeight: number;
}

interface Amounts {
  budget: number;
  used: number;
  left: number;
  day: Day | null;
  /** From this day on nothing was left. */
  ranOutDay: Day | null;
}

/** G and U: the rows dated S..A; an undated row counts from the start. */
function amountsOf(rows: readonly ResourceRow[], { start, judgedDay }: FuelNeed): Amounts {
  const counted = rows.filter(({ day }) => day === null || (day >= start && day <= judgedDay));
  const budget = counted.reduce((sum, row) => sum + (row.budget ?? 0), 0);
  const used = counted.reduce((sum, row) => sum + (row.used ?? 0), 0);
  const left = differenceOf(budget, used);
  return {
    budget,
    used,
    left,
    ranOutDay: left > 0 ? null : ranOutOn(counted, start),
    day: counted.reduce<Day | null>(
      (newest, { day }) => (day === null ? newest : Math.max(newest ?? day, day)),
      null,
    ),
  };
}

/** The first day from which on nothing was left; for rows that leave nothing. */
function ranOutOn(rows: readonly ResourceRow[], start: Day): Day | null {
  const dated = rows.map((row) => ({ ...row, day: row.day ?? start }));
  dated.sort((a, b) => a.day - b.day);
  let left = 0;
  // Before there is any budget nothing is left either.
  let ranOutDay: Day | null = start;
  dated.forEach(({ day, budget, used }, i) => {
    left += (budget ?? 0) - (used ?? 0);
    // Rows of one day are taken together.
    if (dated[i + 1]?.day === day) return;
    if (left > 0 && !nearlyEqual(left, 0)) ranOutDay = null;
    else ranOutDay ??= day;
  });
  return ranOutDay;
}

type FuelNumbers = Pick<
  FuelEvaluation,
  'need' | 'index' | 'completionEstimate' | 'nextStopIndex' | 'status'
>;

const noNumbers = (reason: ReasonCode, status: FuelEvaluation['status']): FuelNumbers => ({
  need: unknown(reason),
  index: unknown(reason),
  completionEstimate: unknown(reason),
  nextStopIndex: unknown(reason),
  status,
});

/** The next stopover takes U/p·(p_next − p); what is left over what it takes. */
function nextStopIndex(
  need: FuelNeed,
  progress: number,
  costPerProgress: number,
  left: number,
): Quantity {
  if (need.nextStopProgress === null) return unknown('NOT_APPLICABLE');
  const needed = costPerProgress * (need.nextStopProgress - progress);
  return atLeast(0, needed) ? unknown('REACHED') : knownOr(left / needed, 'REACHED');
}

function numbersOf(need: FuelNeed, { used, left }: Amounts): FuelNumbers {
  const { progress } = need;
  const isOut = left <= 0;
  if (progress === null) return noNumbers('NO_DATA', isOut ? 'out_of_fuel' : 'unknown');
  if (atLeast(progress, 1)) {
    const completionEstimate = known(used / progress);
    return { ...noNumbers('REACHED', 'reached'), need: known(0), completionEstimate };
  }
  if (atLeast(0, progress)) {
    return noNumbers('NO_PROGRESS', isOut ? 'out_of_fuel' : 'unknown');
  }
  if (nearlyEqual(used, 0)) return noNumbers('NO_USE', isOut ? 'out_of_fuel' : 'unknown');
  const costPerProgress = used / progress;
  const needed = costPerProgress * (1 - progress);
  const index = left / needed;
  return {
    need: known(needed),
    index: isOut ? unknown('OUT_OF_FUEL') : known(index),
    completionEstimate: known(costPerProgress),
    nextStopIndex: isOut
      ? unknown('OUT_OF_FUEL')
      : nextStopIndex(need, progress, costPerProgress, left),
    status: isOut ? 'out_of_fuel' : atLeast(index, 1) ? 'enough' : 'short',
  };
}

function daysLeftOf(left: number, usePerDay: number): Quantity {
  if (left <= 0) return unknown('OUT_OF_FUEL');
  return usePerDay > 0 ? known(left / usePerDay) : unknown('NO_USE');
}

/**
 * Whether what is left is enough for the rest of the way (calculations.md §10): one evaluation per
 * resource, channel and unit.
 *
 * | G | U | p | need | left | index | completion |
 * |---|---|---|---|---|---|---|
 * | 30 000 | 18 000 | 0.45 | 22 000 | 12 000 | 0.545 | 40 000 |
 */
export function fuelOf(rows: readonly ResourceRow[], need: FuelNeed): FuelEvaluation[] {
  const groups = new Map<string, ResourceRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.resource.toLowerCase(), row.channel, row.unit]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].map((group) => {
    const amounts = amountsOf(group, need);
    const { left } = amounts;
    const usePerDay = need.elapsedWeight > 0 ? amounts.used / need.elapsedWeight : 0;
    return {
      resource: group[0].resource,
      channel: group[0].channel,
      unit: group[0].unit,
      budget: known(amounts.budget),
      used: known(amounts.used),
      left: known(left),
      ...numbersOf(need, amounts),
      daysLeft: daysLeftOf(left, usePerDay),
      ranOutDay: amounts.ranOutDay,
      day: amounts.day,
    };
  });
}
