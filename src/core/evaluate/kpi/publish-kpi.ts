import type { JudgedAs } from '../../model/evaluation.ts';
import type { Issue } from '../../model/issue.ts';
import type { Kpi } from '../../model/kpi.ts';
import { known, knownOr, type Quantity, relativeChange, unknown } from '../../model/quantity.ts';
import { whenAsked } from '../../model/when-asked.ts';
import type { Workspace } from '../../model/workspace.ts';
import { overrideInForce } from '../judgement/override.ts';
import { daysPerSpeedUnit } from '../judgement/speed.ts';
import { isWorkingCalendar } from '../period/day-weights.ts';
import { type Aim, targetOf } from '../target/aim.ts';
import { toleranceFor } from '../target/asking.ts';
import { referenceToDate } from '../target/growth-reference.ts';
import type { EvaluationContext, KpiCase } from '../target/kpi-case.ts';
import { NO_TIMELINE } from '../timeline/timeline.ts';
import { blankEvaluation, daysLeftOf, JUDGED_AS, type KpiFigures } from './blank-evaluation.ts';
import type { Foresight } from './foresee.ts';
import type { Judgement } from './judge.ts';
import { calendarOf } from './prepare-kpi.ts';

/** Change against the same part of the reference, as a share of it. */
function growthOf(kpiCase: KpiCase, actual: Quantity): Quantity {
  if (actual.value === null) return actual;
  const before = referenceToDate(kpiCase);
  if (before === null) return unknown('NO_HISTORY');
  return knownOr(relativeChange(before, actual.value), 'DIVISION_BY_ZERO');
}

/** What a report calls it: a way that has no start yet is a way, what is in question what it was typed as. */
function publishedKind(aim: Aim): JudgedAs {
  if (aim.judgedAs === 'undecided') return JUDGED_AS[aim.type];
  return aim.judgedAs === 'unstarted' ? 'way' : aim.judgedAs;
}

/** How far off is still at risk: of a threshold by what is asked at A. */
function toleranceOf(aim: Aim, plan: Quantity): Quantity {
  if (aim.judgedAs === 'range') return known(aim.tolerance);
  if (aim.judgedAs !== 'threshold') return unknown('NOT_APPLICABLE');
  return known(toleranceFor(aim.asking, plan.value ?? aim.target));
}

/** What was typed, and what follows from it whatever the figures say. */
function aimsOf(
  kpiCase: KpiCase,
  { actual, plan }: Pick<Judgement, 'actual' | 'plan'>,
  workspace: Workspace,
) {
  const { kpi, aim, definition, measure, thresholds } = kpiCase;
  const calendar = calendarOf(kpi, workspace);
  const isPerWorkingDay = calendar !== null && isWorkingCalendar(calendar);
  return {
    kpiId: kpi.id,
    type: aim.type,
    judgedAs: publishedKind(aim),
    family: definition.family,
    direction: aim.direction,
    cadence: measure.cadence,
    start: kpi.start,
    due: kpi.due,
    periodDue: kpi.due,
    target: knownOr(targetOf(aim), 'NO_TARGET'),
    rangeLow: 'low' in aim ? known(aim.low) : unknown('NOT_APPLICABLE'),
    rangeHigh: 'high' in aim ? known(aim.high) : unknown('NOT_APPLICABLE'),
    tolerance: toleranceOf(aim, plan),
    baseline: knownOr(definition.baseline, 'NO_BASELINE'),
    reference: knownOr(definition.reference, 'NO_HISTORY'),
    referencePeriod: definition.referencePeriod,
    growthVsReference: growthOf(kpiCase, actual),
    daysPerSpeedUnit: daysPerSpeedUnit(measure.cadence, isPerWorkingDay),
    isSpeedPerWorkingDay: isPerWorkingDay,
    ...thresholds,
  };
}

/**
 * The newest value and its day. Of a formula that divides or adds up it is the newest interval that
 * is over: three days of a month's loss over all of its customers are nobody's churn.
 */
function latestOf({ measure, definition, reader, calendar }: KpiCase) {
  const { today } = calendar;
  const { cadence, formula } = measure;
  const day = reader.newestDay(today);
  const isTyped = formula === null || definition.family === 'level';
  if (day === null || isTyped || cadence === 'irregular') {
    return { day, value: reader.newestIn(Number.NEGATIVE_INFINITY, today) };
  }
  const newest = calendar.holding(cadence, day);
  const { start, end } = newest.end <= today ? newest : calendar.holding(cadence, newest.start - 1);
  const value = reader.hasValueIn(start, end) ? reader.over(start, end) : null;
  return { day: value === null ? null : Math.min(day, end), value };
}

/** What is said of a KPI that was judged, and of where it is heading. */
export function publishKpi(
  kpiCase: KpiCase,
  judgement: Judgement,
  foresight: Foresight,
  { workspace, actionsOf }: EvaluationContext,
): KpiFigures {
  const { kpi, judged, period, reader, calendar } = kpiCase;
  const { today } = calendar;
  const latest = latestOf(kpiCase);
  const { timeline, ...foreseen } = foresight;
  const blank: object = blankEvaluation(kpi, kpiCase.measure, kpiCase.settings, 'NOT_APPLICABLE');
  const figures = Object.assign(blank, aimsOf(kpiCase, judgement, workspace), judgement, {
    ...foreseen,
    timeline: NO_TIMELINE,
    isClosed: judged.isClosed,
    unreadableCount: judged.unreadableCount,
    periodsMet: null,
    periodsJudged: null,
    judgedDay: judged.judgedDay,
    firstResultDay: judged.judgedDay === null ? judged.firstResultDay : null,
    dataThroughDay: reader.newestDay(today),
    latestDay: latest.day,
    latestValue: knownOr(latest.value, 'NO_DATA'),
    daysLeft: daysLeftOf(period.end, today),
    override: overrideInForce(actionsOf.get(kpi.id) ?? [], today),
  });
  return whenAsked(figures, 'timeline', timeline);
}

/** A KPI with what is published of it. */
export interface KpiResult {
  readonly figures: KpiFigures;
  readonly issues: readonly Issue[];
  /** Null where it could not be prepared. */
  readonly kpiCase: KpiCase | null;
}

/** One with an error; the issues say which. */
export function invalidKpi(
  kpi: Kpi,
  issues: readonly Issue[],
  { measureById, workspace }: EvaluationContext,
): KpiResult {
  const hasChannelFault = issues.some(({ code }) => code === 'E_CHANNELS');
  const reason = hasChannelFault ? 'E_CHANNELS' : 'INVALID';
  const measure = measureById.get(kpi.measureId);
  const figures = blankEvaluation(kpi, measure, workspace.settings, reason);
  return { figures, issues, kpiCase: null };
}
