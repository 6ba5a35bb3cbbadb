import type { Day } from '../../../src/core/model/calendar-date.ts';
import type { FuelEvaluation } from '../../../src/core/model/evaluation.ts';
import type { ResourceRow } from '../../../src/core/model/workspace.ts';
import { type Case, judgedDay } from './case.ts';
import { fiveNumbers } from './five-numbers.ts';
import { atLeast, near } from './numbers.ts';
import type { ReferenceStop } from './stopovers.ts';

export interface ReferenceFuel {
  /** Resource, channel and unit. */
  resource: string;
  status: FuelEvaluation['status'];
  budget: number;
  used: number;
  left: number;
  need: number | null;
  index: number | null;
  completionEstimate: number | null;
  daysLeft: number | null;
  nextStopIndex: number | null;
  /** From this day on nothing was left. */
  ranOutDay: Day | null;
}

/** p: progress; of a ceiling and a planned loss X/T, of a corridor X/High. */
function progressOf(kase: Case): number | null {
  const { definition, judged, actualAt } = kase;
  const { progress } = fiveNumbers(kase);
  if (progress !== null) return progress;
  const actual = judged === null ? null : actualAt(judged);
  const { target, family } = definition;
  return family === 'total' && actual !== null && target !== null && !near(target, 0)
    ? actual / target
    : null;
}

/** Progress that the next stopover asks for. */
function nextProgress({ definition }: Case, stops: readonly ReferenceStop[]): number | null {
  const { baseline, target } = definition;
  const next = stops.find(({ isNext }) => isNext);
  if (next === undefined || baseline === null || target === null) return null;
  const value = next.value;
  if (value === null || near(target, baseline)) return null;
  return (value - baseline) / (target - baseline);
}

/** Rows are taken together by resource, channel and unit. */
export const fuelKey = ({
  resource,
  channel,
  unit,
}: Pick<ResourceRow, 'resource' | 'channel' | 'unit'>): string =>
  [resource, channel ?? '', unit].join(' ');

const sumOf = (rows: readonly ResourceRow[], read: (row: ResourceRow) => number | null): number =>
  rows.reduce((sum, row) => sum + (read(row) ?? 0), 0);

/** The first day from which on nothing was left, up to A; null while something is. */
function ranOutOn(rows: readonly ResourceRow[], start: Day, judged: Day): Day | null {
  let found: Day | null = null;
  for (let day = start; day <= judged; day++) {
    const soFar = rows.filter((row) => (row.day ?? start) <= day);
    const [budget, used] = [sumOf(soFar, (row) => row.budget), sumOf(soFar, (row) => row.used)];
    if (!atLeast(used, budget)) found = null;
    else found ??= day;
  }
  return found;
}

function fuelOf(
  kase: Case,
  rows: readonly ResourceRow[],
  stops: readonly ReferenceStop[],
): ReferenceFuel {
  const { start, weightTo } = kase.definition;
  const day = judgedDay(kase) ?? 0;
  const progress = progressOf(kase);
  const budget = sumOf(rows, (row) => row.budget);
  const used = sumOf(rows, (row) => row.used);
  const left = near(budget, used) ? 0 : budget - used;
  const isOut = atLeast(0, left);
  const weight = weightTo(day);
  const isUsed = !near(used, 0);
  const base = {
    resource: fuelKey(rows[0]),
    budget,
    used,
    left,
    daysLeft: isUsed && !isOut && !near(weight, 0) ? left / (used / weight) : null,
    ranOutDay: isOut ? ranOutOn(rows, start, day) : null,
  };
  const none = { need: null, index: null, completionEstimate: null, nextStopIndex: null };
  if (progress !== null && atLeast(progress, 1)) {
    return { ...base, ...none, need: 0, completionEstimate: used / progress, status: 'reached' };
  }
  if (progress === null || !isUsed || progress < 0 || near(progress, 0)) {
    return { ...base, ...none, status: isOut ? 'out_of_fuel' : 'unknown' };
  }
  const each = used / progress;
  const next = nextProgress(kase, stops);
  const toNext = next === null ? null : each * (next - progress);
  const need = each * (1 - progress);
  const isAhead = toNext !== null && toNext > 0 && !near(toNext, 0);
  return {
    ...base,
    need,
    index: isOut ? null : left / need,
    completionEstimate: each,
    nextStopIndex: isAhead && !isOut ? left / toNext : null,
    status: isOut ? 'out_of_fuel' : atLeast(left, need) ? 'enough' : 'short',
  };
}

/** §10: rows of one resource, dated S..A; without a date they count from the start. */
export function fuelsOf(kase: Case, stops: readonly ReferenceStop[]): ReferenceFuel[] {
  const { definition, book } = kase;
  const day = judgedDay(kase);
  if (day === null) return [];
  const own = book.workspace.resources.filter(({ kpiId }) => kpiId === definition.kpi.id);
  const keys = [...new Set(own.map(fuelKey))];
  return keys.map((key) => {
    const counted = own.filter(
      (row) =>
        fuelKey(row) === key &&
        (row.day === null || (row.day >= definition.start && row.day <= day)),
    );
    const empty = own
      .filter((row) => fuelKey(row) === key)
      .map((row) => ({ ...row, budget: 0, used: 0 }));
    const rows = counted.length > 0 ? counted : empty;
    return fuelOf(kase, rows, stops);
  });
}
