import type { Day } from '../../src/core/model/calendar-date.ts';
import { intervalsBetween, pairedRange } from './naive-calendar.ts';
import { hasValue, operandsOf, valueOver } from './naive-rows.ts';
import type { Case } from './reference-case.ts';
import { sinceOf } from './reference-channels.ts';

type Value = number | null;

export interface ReferenceInterval {
  end: Day;
  /** Of the interval alone; null without a value. */
  actual: Value;
  actualToDate: Value;
  /** A total's part of the plan; else P(end). */
  plan: Value;
  planToDate: Value;
  /** Of the interval of last year that pairs with it (§7). */
  lastYear: Value;
}

function lastYearOf({ book, definition }: Case, from: Day, to: Day): Value {
  const { cadence, kpi } = definition;
  if (cadence === 'irregular') return null;
  const range = pairedRange(book.workspace, cadence, from, to);
  const first = Math.min(
    ...operandsOf(book, kpi.measureId).flatMap(({ id }) =>
      book
        .rowsOf(id)
        .filter(({ channel }) => kpi.channel === null || channel === kpi.channel)
        .map(({ day }) => day),
    ),
  );
  // Before the first row nobody counted.
  if (first > range.end) return null;
  const [interval] = intervalsBetween(book.workspace, cadence, range.start, range.end);
  return hasValue(book, kpi.measureId, kpi.channel, interval)
    ? valueOver(book, kpi.measureId, kpi.channel, [interval])
    : null;
}

/** The intervals up to A, as tables.md publishes them. */
export function timelineOfCase(kase: Case): ReferenceInterval[] {
  const { definition, judged, plan } = kase;
  const { type, family } = definition;
  const isPlanned = type !== 'range' && type !== 'track';
  return definition.intervals.slice(0, (judged ?? -1) + 1).map(({ end, from, to }, i) => {
    const planToDate = isPlanned ? plan.at(end) : null;
    const before = isPlanned ? plan.at(sinceOf(kase, i) - 1) : null;
    const isPart = family === 'total' && (type === 'reach' || type === 'ceiling');
    return {
      end,
      actual: kase.intervalValue(i),
      actualToDate: kase.actualAt(i),
      plan: isPart && planToDate !== null && before !== null ? planToDate - before : planToDate,
      planToDate,
      lastYear: lastYearOf(kase, from, to),
    };
  });
}
