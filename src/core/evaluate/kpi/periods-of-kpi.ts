import type { Day } from '../../model/calendar-date.ts';
import type { Direction, EveryPeriod, Kpi } from '../../model/kpi.ts';
import type { Measure } from '../../model/measure.ts';
import type { DayRange } from '../../model/period.ts';
import { findJudgedDay, type JudgedPeriod } from '../actuals/judged-day.ts';
import { shareWithin, type WeightedPeriod, weightIn } from '../period/day-weights.ts';
import type { EvaluationContext, KpiCase } from '../target/kpi-case.ts';
import { measureFamily } from '../values/measure-family.ts';
import { type PreparedKpi, prepareKpi, weighedPeriodOf } from './prepare-kpi.ts';

/** S..E of a KPI with Every, and the periods in which it starts anew. */
export interface WholeKpi {
  readonly period: WeightedPeriod;
  readonly judged: JudgedPeriod;
  readonly parts: readonly Part[];
}

/** One period: as far as it lies in S..E, and the whole of it. */
interface Part extends DayRange {
  readonly whole: DayRange;
}

/** Of a period in which no day counts nothing is asked, so it is left out. */
export function wholeKpiOf(
  kpi: Kpi,
  every: EveryPeriod,
  measure: Measure,
  context: EvaluationContext,
): WholeKpi {
  const { calendar, values, measureById } = context;
  const { period, isWeighed, asker } = weighedPeriodOf(kpi, measure, context);
  const reader = values.reader(measure, asker);
  const family = measureFamily(measure, measureById, kpi.kind);
  const { start, end, whole } = calendar.intervals(every, { start: kpi.start, end: kpi.due });
  const parts = start.map((day, i) => ({
    start: day,
    end: end[i],
    whole: { start: whole.start[i], end: whole.end[i] },
  }));
  return {
    period,
    judged: findJudgedDay({ period, measure, family, reader, calendar }),
    parts: isWeighed ? parts.filter((part) => weightIn(period, part) > 0) : [],
  };
}

/** A KPI's row for one of its periods: a total is asked the share of it that lies in S..E. */
function rowFor(
  kpi: Kpi,
  { start, end, whole }: Part,
  isTotal: boolean,
  period: WeightedPeriod,
  { periodTargetsOf }: EvaluationContext,
): { kpi: Kpi; share: number } {
  const own = (periodTargetsOf.get(kpi.id) ?? []).find(
    (one) => one.period.start === whole.start && one.period.end === whole.end,
  );
  const isByDays = kpi.dayWeights.kind === 'last_year';
  const share = isTotal ? shareWithin(period, { start, end }, whole, isByDays) : 1;
  const scaled = (value: number | null) => (value === null ? null : value * share);
  const row: Kpi = {
    ...kpi,
    every: null,
    start,
    due: end,
    target: scaled(own?.target ?? kpi.target),
    low: scaled(kpi.low),
    high: scaled(kpi.high),
    // A rule about intervals is one about periods here, each of which is judged as a whole.
    closedRule: { kind: 'whole_period' },
  };
  return { kpi: row, share };
}

/** Stops that lie in the period; the first and the last also have those outside S..E. */
const stopsIn = (kpi: Kpi, { start, end }: Part, { milestonesOf }: EvaluationContext) =>
  (milestonesOf.get(kpi.id) ?? []).filter(
    ({ day }) =>
      (day >= start || (start === kpi.start && day < start)) &&
      (day <= end || (end === kpi.due && day > end)),
  );

/** Where a period stands at its end, or so far. */
function standOf({ judged, actuals }: KpiCase): number | null {
  return judged.judgedIndex === -1 ? null : actuals.toDate[judged.judgedIndex];
}

/** The direction of a period that starts somewhere. */
const wayOfPeriod = (kpiCase: KpiCase | null): Direction | null =>
  kpiCase === null || kpiCase.definition.baseline === null ? null : kpiCase.definition.direction;

/**
 * Every period as a KPI of its own (calculations.md §1).
 *
 * @param judgedDay A of the whole; the eve of it without one
 */
export function preparePeriods(
  kpi: Kpi,
  { period, judged, parts }: WholeKpi,
  measure: Measure,
  context: EvaluationContext,
  judgedDay: Day,
): PreparedKpi[] {
  const isTotal = measureFamily(measure, context.measureById, kpi.kind) === 'total';
  let direction: Direction | null = null;
  let startsAt: number | null = null;
  return parts.map((part, i) => {
    const { kpi: row, share } = rowFor(kpi, part, isTotal, period, context);
    const prepared = prepareKpi(
      {
        ...row,
        // What is to be brought somewhere starts where the period before ended.
        lastTime: i === 0 || isTotal || kpi.type !== 'reach' ? kpi.lastTime : null,
      },
      context,
      {
        since: kpi.start,
        until: Math.min(judgedDay, part.end),
        isOver: judgedDay >= part.end || judged.isClosed,
        direction,
        startsAt,
        milestones: stopsIn(kpi, part, context),
        changes: (context.targetChangesOf.get(kpi.id) ?? [])
          .filter(({ effectiveFrom }) => effectiveFrom <= part.end)
          .map((change) => ({ ...change, target: change.target * share })),
      },
    );
    const { kpiCase } = prepared;
    direction ??= kpi.declaredDirection ?? wayOfPeriod(kpiCase);
    if (kpiCase !== null) startsAt = standOf(kpiCase) ?? startsAt;
    return prepared;
  });
}
