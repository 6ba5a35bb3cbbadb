import type { Day } from '../../model/calendar-date.ts';
import { aboutKpi, type Issue } from '../../model/issue.ts';
import type { Kpi } from '../../model/kpi.ts';
import type { Measure } from '../../model/measure.ts';
import { atLeast } from '../../model/quantity.ts';
import { once } from '../../model/when-asked.ts';
import type { DayCalendar, Thresholds, Workspace } from '../../model/workspace.ts';
import { actualsOf } from '../actuals/actuals.ts';
import { findJudgedDay, judgedUntil } from '../actuals/judged-day.ts';
import {
  calendarWeight,
  type DayWeight,
  EVERY_DAY,
  lastYearWeight,
  type WeightedPeriod,
  weighPeriod,
} from '../period/day-weights.ts';
import { lastYearInterval } from '../period/last-year.ts';
import { checkMilestones } from '../target/check-milestones.ts';
import type { EvaluationContext, KpiCase } from '../target/kpi-case.ts';
import { defineKpi } from '../target/kpi-definition.ts';
import type { PartOfKpi } from '../target/part-of-kpi.ts';
import { planTarget } from '../target/target-versions.ts';
import { ruleOf } from '../values/aggregations.ts';
import { type Extremes, readExtremes } from '../values/extremes.ts';
import { MOST_DIVISORS } from '../values/fraction.ts';
import { isOneInterval, measureFamily, mixedParts } from '../values/measure-family.ts';
import type { Asker, ValueReader } from '../values/value-reader.ts';

export interface PreparedKpi {
  /** Null for a KPI with an error. */
  kpiCase: KpiCase | null;
  issues: readonly Issue[];
}

/** The calendar its Weights name; null for other weights, or when there is none of that name. */
export function calendarOf({ dayWeights }: Kpi, { calendars }: Workspace): DayCalendar | null {
  if (dayWeights.kind !== 'calendar') return null;
  const wanted = dayWeights.calendarName.toLowerCase();
  return calendars.find(({ name }) => name.toLowerCase() === wanted) ?? null;
}

function weightOf(
  kpi: Kpi,
  measure: Measure,
  asker: Asker,
  context: EvaluationContext,
): DayWeight | null {
  const { dayWeights } = kpi;
  const { cut } = context.calendar;
  if (dayWeights.kind === 'every_day') return EVERY_DAY;
  if (dayWeights.kind === 'last_year') {
    const reader = context.values.reader(measure, asker);
    return lastYearWeight((month) => {
      const { start, end } = lastYearInterval('month', month, cut);
      return reader.over(start, end);
    }, cut);
  }
  const calendar = calendarOf(kpi, context.workspace);
  return calendar === null ? null : calendarWeight(calendar);
}

/** S..E with its weights, and who reads its values by them; not weighed where no day of it counts. */
export function weighedPeriodOf(
  kpi: Kpi,
  measure: Measure,
  context: EvaluationContext,
  since: Day = kpi.start,
): { period: WeightedPeriod; isWeighed: boolean; asker: Asker } {
  const { channel, kind, start, due: end } = kpi;
  const isByDays = kpi.dayWeights.kind === 'last_year';
  const byDays = { channel, kind, since, weightOf: EVERY_DAY, isByDays };
  const weight = weightOf(kpi, measure, byDays, context);
  const range = { start, end };
  const period =
    weight === null || weight === EVERY_DAY
      ? context.calendar.everyDay(range)
      : weighPeriod(range, weight);
  return {
    period,
    isWeighed: weight !== null && period.total > 0,
    asker: { ...byDays, weightOf: weight ?? EVERY_DAY },
  };
}

/** The faults of a measure that leave a KPI without a value: no total, or no meaning. */
function measureFaults(
  kpi: Kpi,
  measure: Measure,
  { values, measureById }: EvaluationContext,
): Issue[] {
  const issues = values
    .withoutTotal(measure, kpi.channel)
    .map(() => aboutKpi(kpi, 'E_CHANNELS', { kpi: kpi.name }));
  const mixed = mixedParts(measure, measureById);
  if (mixed === null) {
    const long = values.tooLong(measure, kpi.kind);
    const details = { kpi: kpi.name, measure: long?.name ?? '', most: MOST_DIVISORS };
    return long === null ? issues : [...issues, aboutKpi(kpi, 'E_FORMULA_LONG', details)];
  }
  const namesOf = (ids: readonly string[]): string =>
    ids.flatMap((id) => measureById.get(id)?.name ?? []).join(', ');
  const details = {
    kpi: kpi.name,
    measure: measure.name,
    total: namesOf(mixed.total),
    other: namesOf(mixed.other),
  };
  return [...issues, aboutKpi(kpi, 'E_FORMULA_MIX', details)];
}

/** People who are counted once a month cannot be added up over months (calculations.md §1). */
function uniqueFault(kpi: Kpi, measure: Measure, count: number): Issue[] {
  if (kpi.kind !== 'add_up_to' || measure.formula !== null || count < 2) return [];
  if (!ruleOf(measure).isOneInterval) return [];
  return [aboutKpi(kpi, 'E_UNIQUE_PERIOD', { kpi: kpi.name, measure: measure.name })];
}

/** Thresholds of the settings, unless the KPI has its own. */
const thresholdsOf = (kpi: Kpi, { settings }: Workspace): Thresholds => ({
  onCourseFrom: kpi.onCourseFrom ?? settings.onCourseFrom,
  atRiskFrom: kpi.atRiskFrom ?? settings.atRiskFrom,
});

/** Of its rows; of a formula or a window, which have none, of their intervals. Read when asked for. */
function extremesOf(
  measure: Measure,
  reader: ValueReader,
  { values, calendar }: EvaluationContext,
): () => Extremes {
  const hasRows = measure.formula === null && measure.window === null;
  return once(() =>
    hasRows ? values.rowExtremes(measure.id) : readExtremes(reader, measure, calendar),
  );
}

const hasError = (issues: readonly Issue[]): boolean =>
  issues.some(({ severity }) => severity === 'error');

/** Those that share a day with the KPI. */
const targetsWithin = ({ id, start, due }: Kpi, { periodTargetsOf }: EvaluationContext) =>
  (periodTargetsOf.get(id) ?? []).filter(
    ({ period }) => period.end >= start && period.start <= due,
  );

/**
 * Gathers what one KPI needs; one with an error has only its issues.
 *
 * @param part for one period of a KPI with Every, which is a KPI of its own
 */
export function prepareKpi(
  kpi: Kpi,
  context: EvaluationContext,
  part: PartOfKpi | null = null,
): PreparedKpi {
  const measure = context.measureById.get(kpi.measureId);
  if (kpi.errors.length > 0 || measure === undefined) return { kpiCase: null, issues: [] };
  const { values, calendar, workspace, measureById } = context;
  const family = measureFamily(measure, measureById, kpi.kind);
  const { period, isWeighed, asker } = weighedPeriodOf(kpi, measure, context, part?.since);
  const reader = values.reader(measure, asker);
  const found = findJudgedDay({ period, measure, family, reader, calendar });
  const judged = part === null ? found : judgedUntil(found, part, family === 'total');
  const isOwnIntervalOnly = isOneInterval(measure);
  const definition = defineKpi({
    kpi,
    measure,
    family,
    reader,
    asker,
    calendar,
    frozen: part === null ? (context.baselineOf.get(kpi.id) ?? null) : null,
    isOneInterval: isOwnIntervalOnly,
    judged,
    period,
    milestones: part?.milestones ?? context.milestonesOf.get(kpi.id) ?? [],
    periodTargets: part === null ? targetsWithin(kpi, context) : [],
    part,
  });
  const isDone = kpi.type === 'done';
  const issues = [
    ...(isDone ? [] : measureFaults(kpi, measure, context)),
    ...uniqueFault(
      kpi,
      measure,
      judged.rhythm === 'irregular' ? period.end - period.start + 1 : judged.intervals.start.length,
    ),
    ...definition.issues,
    ...checkMilestones(kpi, definition, measure),
  ];
  if (!isWeighed && !(isDone && period.total === 0)) {
    issues.push(aboutKpi(kpi, 'E_CAL', { kpi: kpi.name }));
  }
  if (hasError(issues)) return { kpiCase: null, issues };

  const extremes = extremesOf(measure, reader, context);
  const isByInterval = family === 'average' && (definition.isLine || isOwnIntervalOnly);
  const reading = { family, isByInterval };
  const planned = planTarget({
    kpi,
    definition,
    period,
    reader,
    intervals: judged.intervals,
    isIrregular: judged.rhythm === 'irregular',
    changes: part?.changes ?? context.targetChangesOf.get(kpi.id) ?? [],
    today: calendar.today,
    isMean: family === 'average' && !isByInterval,
    isShare:
      measure.unit.kind === 'percent' && kpi.tolerance === null && atLeast(1, extremes().highest),
  });
  issues.push(...planned.issues);
  const { targets } = planned;
  if (targets === null) return { kpiCase: null, issues };
  const { stops } = definition.asked;
  const kpiCase = {
    kpi,
    measure,
    reader,
    asker,
    reading,
    definition,
    aim: targets.inForce.aim,
    targets,
    period,
    judged,
    actuals: actualsOf(reading, judged, reader, calendar.today),
    milestones: stops.filter(({ day }) => day < kpi.due),
    lastMilestone: stops.find(({ day }) => day === kpi.due) ?? null,
    thresholds: thresholdsOf(kpi, workspace),
    isOneValue: values.operandsOf(measure).some((operand) => operand.isCadenceGuessed),
    isNeverNegative: family === 'total' && reader.isNeverNegative(),
    extremes,
    settings: workspace.settings,
    calendar,
  };
  return { kpiCase, issues };
}
