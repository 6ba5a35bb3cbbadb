import type { FuelEvaluation } from '../../src/core/model/evaluation.ts';
import type { ResourceRow } from '../../src/core/model/workspace.ts';
import { type Case, judgedDay } from './reference-case.ts';
import { atLeast, near } from './reference-definition.ts';
import type { ReferenceStop } from './reference-milestones.ts';
import { fiveNumbers } from './reference-numbers.ts';

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
}

/** p: progress, or how much of a threshold's total is in. */
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

function fuelOf(
  kase: Case,
  rows: readonly ResourceRow[],
  stops: readonly ReferenceStop[],
): ReferenceFuel {
  const day = judgedDay(kase) ?? 0;
  const progress = progressOf(kase);
  const budget = sumOf(rows, (row) => row.budget);
  const used = sumOf(rows, (row) => row.used);
  const left = near(budget, used) ? 0 : budget - used;
  const weight = kase.definition.weightTo(day);
  const base = { resource: fuelKey(rows[0]), budget, used, left };
  const isUsed = !near(used, 0);
  const daysLeft = isUsed && !near(weight, 0) ? left / (used / weight) : null;
  const none = { need: null, index: null, completionEstimate: null, nextStopIndex: null };
  if (progress !== null && atLeast(progress, 1)) {
    const completionEstimate = used / progress;
    return { ...base, ...none, need: 0, completionEstimate, daysLeft, status: 'reached' };
  }
  const isOut = atLeast(0, left);
  if (progress === null || !isUsed || progress < 0 || near(progress, 0)) {
    return { ...base, ...none, daysLeft, status: isOut ? 'out_of_fuel' : 'unknown' };
  }
  const each = used / progress;
  const next = nextProgress(kase, stops);
  const toNext = next === null ? null : each * (next - progress);
  const need = each * (1 - progress);
  const isAhead = toNext !== null && toNext > 0 && !near(toNext, 0);
  return {
    ...base,
    need,
    index: left / need,
    completionEstimate: each,
    daysLeft,
    nextStopIndex: isAhead ? left / toNext : null,
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
