import type { Day } from '../../src/core/model/calendar-date.ts';
import type { Kpi } from '../../src/core/model/kpi.ts';
import type { StatusCode } from '../../src/core/model/status.ts';
import type { Book } from './naive-rows.ts';
import {
  coverageOf,
  hasWeight,
  isClosed,
  judgedDay,
  lacksTotal,
  openCase,
} from './reference-case.ts';
import { type Definition, define } from './reference-definition.ts';
import { daysBehind, fiveNumbers } from './reference-numbers.ts';
import { planOf } from './reference-plan.ts';
import { judge } from './reference-status.ts';

/** The published numbers of a KPI, under the names of KpiEvaluation; null where there is none. */
export interface ReferenceKpi {
  kpiId: string;
  type: string | null;
  direction: number | null;
  status: StatusCode;
  reason: string | null;
  flags: readonly string[];
  isClosed: boolean;
  judgedDay: Day | null;
  numbers: Readonly<Record<string, number | null>>;
}

const without = (kpi: Kpi, status: StatusCode, reason: string | null = null): ReferenceKpi => ({
  kpiId: kpi.id,
  type: null,
  direction: null,
  status,
  reason,
  flags: [],
  isClosed: false,
  judgedDay: null,
  numbers: {},
});

/** A reach whose target is where it starts is judged like a threshold and stays a reach. */
function publishedType({ kpi, type, family }: Definition): string {
  const isReach = kpi.type === 'reach' || (family === 'total' && kpi.type === 'at_least');
  return isReach && type !== 'ceiling' ? 'reach' : type;
}

export function referenceKpi(book: Book, kpi: Kpi): ReferenceKpi {
  const { today, workspace } = book;
  const definition = define(book, kpi, kpi.target);
  if (definition === null) return without(kpi, 'invalid');
  const plan = planOf(definition, workspace.milestones, kpi.target ?? 0);
  const kase = openCase(book, definition, plan);
  const { judged, actualAt } = kase;
  if (lacksTotal(kase)) return without(kpi, 'invalid', 'E_CHANNELS');
  if (kpi.state !== 'active') return without(kpi, kpi.state);
  if (today <= kpi.start) return without(kpi, 'not_started');
  if (judged === null) {
    const first = definition.intervals.find((interval) => hasWeight(definition, interval));
    const isWaiting =
      first !== undefined &&
      definition.cadence !== 'irregular' &&
      today <= first.end + definition.lag + (definition.grace ?? 0);
    return isWaiting ? without(kpi, 'too_early', 'FIRST_INTERVAL') : without(kpi, 'no_data');
  }
  const day = judgedDay(kase);
  const status = judge(kase);
  const isSplit =
    definition.family === 'total' && kase.missing.length > 0 && judge(kase, true) !== status;
  const { planShare, ...five } = fiveNumbers(kase);
  return {
    kpiId: kpi.id,
    type: publishedType(definition),
    direction: definition.baseline === null ? null : definition.direction,
    status: isSplit ? 'no_data' : status,
    reason: isSplit ? 'INCOMPLETE' : null,
    flags: [],
    isClosed: isClosed(kase),
    judgedDay: day,
    numbers: {
      actual: actualAt(judged),
      baseline: definition.baseline,
      elapsed: definition.weightTo(day ?? 0) / definition.weightTo(kpi.due),
      coverage: coverageOf(kase),
      daysBehind: daysBehind(kase),
      ...five,
    },
  };
}
