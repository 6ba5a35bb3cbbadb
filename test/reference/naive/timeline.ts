import type { Day } from '../../../src/core/model/calendar-date.ts';
import { intervalsBetween, pairedDay } from './calendar.ts';
import { type Case, isPlanned } from './case.ts';
import { sinceOf } from './channels.ts';
import { valueIn } from './measure-values.ts';

type Value = number | null;

export interface ReferenceInterval {
  end: Day;
  /** Of the interval alone; null without a value. */
  actual: Value;
  actualToDate: Value;
  /** A total's part of the plan; else P(end). */
  plan: Value;
  planToDate: Value;
  rangeLow: Value;
  rangeHigh: Value;
  /** Of the interval of last year that pairs with it (§7). */
  lastYear: Value;
}

function lastYearOf({ book, definition }: Case, start: Day, end: Day): Value {
  const { cadence, subject } = definition;
  if (cadence === 'irregular') return null;
  const { workspace } = book;
  const [from, to] = [start, end].map((day) => pairedDay(workspace, cadence, day));
  const [interval] = intervalsBetween(workspace, cadence, from, to);
  return interval === undefined ? null : valueIn(subject, interval);
}

/** The intervals up to A, as tables.md publishes them. */
export function timelineOfCase(kase: Case): ReferenceInterval[] {
  const { definition, judged, plan } = kase;
  const { type, family, kpi } = definition;
  return definition.intervals.slice(0, (judged ?? -1) + 1).map(({ start, end }, i) => {
    const planToDate = isPlanned(definition) ? plan.at(end) : null;
    const before = isPlanned(definition) ? plan.at(sinceOf(kase, i) - 1) : null;
    const isPart = family === 'total' && (type === 'reach' || type === 'ceiling');
    const edges = plan.edgesAt(end);
    return {
      end,
      actual: kase.intervalValue(i),
      actualToDate: kase.actualAt(i),
      plan: isPart && planToDate !== null && before !== null ? planToDate - before : planToDate,
      planToDate,
      rangeLow: edges?.low ?? (type === 'range' ? kpi.low : null),
      rangeHigh: edges?.high ?? (type === 'range' ? kpi.high : null),
      lastYear: lastYearOf(kase, start, end),
    };
  });
}
