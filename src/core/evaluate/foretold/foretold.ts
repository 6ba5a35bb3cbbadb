import type { Day } from '../../model/calendar-date.ts';
import { type Issue, newIssue } from '../../model/issue.ts';
import type { Kpi } from '../../model/kpi.ts';
import { atLeast, nearlyEqual, type Quantity } from '../../model/quantity.ts';
import type { CloseSnapshot, HistoryRow } from '../../model/record.ts';
import type { StatusCode } from '../../model/status.ts';

/** So long before a due date it is looked at what was foretold. */
const DAYS_AHEAD = [30, 60, 90] as const;
/** The last day kept may be this much older: Koers may run once a week. */
const MOST_DAYS_OLDER = 6;
/** Of fewer, chance alone moves the share within the band by a quarter. */
const LEAST_KPIS = 10;

interface Ended {
  readonly kpi: Kpi;
  readonly evaluation: {
    readonly due: Day;
    readonly isClosed: boolean;
    readonly status: StatusCode;
    readonly actual: Quantity;
    readonly target: Quantity;
  };
}

/** What was foretold of a KPI, and how it ended. */
interface Foretold {
  readonly isWithin: boolean;
  /** Chance of the target, 0–1. */
  readonly chance: number;
  readonly isReached: boolean;
}

/** The last row kept so many days before the due date, or within a week before that. */
function rowBefore(rows: readonly HistoryRow[], due: Day, daysAhead: number): HistoryRow | null {
  const last = due - daysAhead;
  let found: HistoryRow | null = null;
  for (const row of rows) {
    if (row.day <= last && row.day >= last - MOST_DAYS_OLDER) found = row;
  }
  return found;
}

/** Null while it runs, without a number, and where no band, no chance or another target was kept. */
function foretoldOf(
  { kpi, evaluation }: Ended,
  snapshot: CloseSnapshot | undefined,
  row: HistoryRow | null,
): Foretold | null {
  const { status, actual, target, isClosed } = evaluation;
  const end = snapshot ?? { status, value: actual.value };
  const isOver = isClosed && (end.status === 'achieved' || end.status === 'missed');
  if (!isOver || end.value === null || row === null || kpi.every !== null) return null;
  const { low, high, probability } = row;
  if (low === null || high === null || probability === null) return null;
  if (row.target === null || target.value === null) return null;
  if (!nearlyEqual(row.target, target.value)) return null;
  return {
    isWithin: atLeast(end.value, low) && atLeast(high, end.value),
    chance: probability,
    isReached: end.status === 'achieved',
  };
}

const countOf = (cases: readonly Foretold[], is: (own: Foretold) => boolean): number =>
  cases.filter(is).length;

/**
 * How what was foretold turned out (calculations.md §22): of the KPIs that are over, how many ended
 * within the band that was published 30, 60 and 90 days before, and how the chances given then
 * compare with how many reached their target. With fewer than ten it only says how many there are;
 * nothing without any.
 *
 * @param rowsOf days kept, oldest first, by KPI
 */
export function foretoldIssues(
  kpis: readonly Ended[],
  rowsOf: ReadonlyMap<string, readonly HistoryRow[]>,
  snapshots: readonly CloseSnapshot[],
): Issue[] {
  const [first] = kpis;
  if (first === undefined) return [];
  const place = { ...first.kpi.place, cell: null };
  const snapshotOf = new Map(snapshots.map((own) => [own.kpiId, own]));
  const ahead = DAYS_AHEAD.map((days) => {
    const cases = kpis.flatMap((own) => {
      const { kpi, evaluation } = own;
      const row = rowBefore(rowsOf.get(kpi.id) ?? [], evaluation.due, days);
      return foretoldOf(own, snapshotOf.get(kpi.id), row) ?? [];
    });
    return { days, cases };
  });
  const told = ahead.filter(({ cases }) => cases.length >= LEAST_KPIS);
  if (told.length > 0) {
    return told.map(({ days, cases }) =>
      newIssue('I_FORETOLD', place, {
        days,
        count: cases.length,
        within: countOf(cases, ({ isWithin }) => isWithin),
        chance: { share: cases.reduce((sum, { chance }) => sum + chance, 0) / cases.length },
        reached: countOf(cases, ({ isReached }) => isReached),
      }),
    );
  }
  const most = ahead.reduce((one, own) => (own.cases.length > one.cases.length ? own : one));
  const count = most.cases.length;
  if (count === 0) return [];
  return [newIssue('I_FORETOLD_FEW', place, { days: most.days, count, least: LEAST_KPIS })];
}
