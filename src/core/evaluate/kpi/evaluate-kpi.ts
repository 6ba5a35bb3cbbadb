import { isoDate } from '../../model/calendar-date.ts';
import type { JudgedAs, KpiEvaluation } from '../../model/evaluation.ts';
import type { Issue } from '../../model/issue.ts';
import type { Kpi } from '../../model/kpi.ts';
import { known, knownOr, type Quantity, relativeChange, unknown } from '../../model/quantity.ts';
import type { Workspace } from '../../model/workspace.ts';
import { overrideInForce } from '../judgement/override.ts';
import { daysPerSpeedUnit } from '../judgement/speed.ts';
import { isWorkingCalendar } from '../period/day-weights.ts';
import { type Aim, targetOf } from '../target/aim.ts';
import { toleranceFor } from '../target/asking.ts';
import type { EvaluationContext, KpiCase, KpiPart } from '../target/kpi-case.ts';
import { blankEvaluation, daysLeftOf, JUDGED_AS, type KpiFigures } from './blank-evaluation.ts';
import { compareWithPast } from './comparison.ts';
import { evaluateDone } from './evaluate-done.ts';
import { type Foresight, foresee } from './foresee.ts';
import { type Judgement, judge } from './judge.ts';
import { warningsOf } from './kpi-warnings.ts';
import { isSourceLoading, lastGoodResult } from './last-good.ts';
import { calendarOf, prepareKpi } from './prepare-kpi.ts';

/** Change against the reference as a share of it. */
function growth(actual: Quantity, reference: number | null): Quantity {
  if (actual.value === null) return actual;
  if (reference === null) return unknown('NO_HISTORY');
  return knownOr(relativeChange(reference, actual.value), 'DIVISION_BY_ZERO');
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
  {
    kpi,
    aim,
    definition,
    measure,
    thresholds,
  }: KpiPart<'kpi' | 'aim' | 'definition' | 'measure' | 'thresholds'>,
  { actual, plan }: Pick<Judgement, 'actual' | 'plan'>,
  workspace: Workspace,
) {
  const { referencePeriod } = definition;
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
    target: knownOr(targetOf(aim), 'NO_TARGET'),
    rangeLow: 'low' in aim ? known(aim.low) : unknown('NOT_APPLICABLE'),
    rangeHigh: 'high' in aim ? known(aim.high) : unknown('NOT_APPLICABLE'),
    tolerance: toleranceOf(aim, plan),
    baseline: knownOr(definition.baseline, 'NO_BASELINE'),
    reference: knownOr(definition.reference, 'NO_HISTORY'),
    referencePeriod:
      referencePeriod === null
        ? ''
        : `${isoDate(referencePeriod.start)} – ${isoDate(referencePeriod.end)}`,
    growthVsReference: growth(actual, definition.reference),
    daysPerSpeedUnit: daysPerSpeedUnit(measure.cadence, isPerWorkingDay),
    isSpeedPerWorkingDay: isPerWorkingDay,
    ...thresholds,
  };
}

/** What is said of a KPI that was judged, and of where it is heading. */
function publish(
  kpiCase: KpiCase,
  judgement: Judgement,
  foresight: Foresight,
  { workspace, actionsOf }: EvaluationContext,
): KpiFigures {
  const { kpi, judged, period, reader, calendar } = kpiCase;
  const { today } = calendar;
  const latest = reader.newestIn(Number.NEGATIVE_INFINITY, today);
  const blank: object = blankEvaluation(kpi, kpiCase.measure, kpiCase.settings, 'NOT_APPLICABLE');
  return Object.assign(blank, aimsOf(kpiCase, judgement, workspace), judgement, {
    ...foresight,
    isClosed: judged.isClosed,
    judgedDay: judged.judgedDay,
    firstResultDay: judged.judgedDay === null ? judged.firstResultDay : null,
    dataThroughDay: reader.newestDay(today),
    latestValue: knownOr(latest, 'NO_DATA'),
    daysLeft: daysLeftOf(period.end, today),
    override: overrideInForce(actionsOf.get(kpi.id) ?? [], today),
  });
}

interface KpiResult {
  figures: KpiFigures;
  issues: readonly Issue[];
  kpiCase: KpiCase | null;
}

/** Judged, foreseen and published; or why it cannot be. */
function figuresOf(kpi: Kpi, context: EvaluationContext): KpiResult {
  if (isSourceLoading(kpi, context)) {
    return { figures: lastGoodResult(kpi, context), issues: [], kpiCase: null };
  }
  const { kpiCase, issues } = prepareKpi(kpi, context);
  if (kpiCase === null) {
    const measure = context.measureById.get(kpi.measureId);
    const hasChannelFault = issues.some(({ code }) => code === 'E_CHANNELS');
    const reason = hasChannelFault ? 'E_CHANNELS' : 'INVALID';
    const figures = blankEvaluation(kpi, measure, context.workspace.settings, reason);
    return { figures, issues, kpiCase };
  }
  if (kpiCase.aim.judgedAs === 'done') {
    const done = evaluateDone(kpiCase, context);
    return { figures: done.figures, issues: [...issues, ...done.issues], kpiCase };
  }
  const judgement = judge(kpiCase);
  const foresight = foresee(kpiCase, judgement, context);
  return {
    figures: publish(kpiCase, judgement, foresight, context),
    issues: [...issues, ...warningsOf(kpiCase, judgement, context.values)],
    kpiCase,
  };
}

/** One KPI, with what it is made of and the issues that its numbers raised. */
export interface EvaluatedKpi {
  readonly kpi: Kpi;
  readonly evaluation: KpiEvaluation;
  /** Null for one that could not be prepared. */
  readonly kpiCase: KpiCase | null;
  readonly issues: readonly Issue[];
}

export function evaluateKpi(kpi: Kpi, context: EvaluationContext): EvaluatedKpi {
  const { figures, issues, kpiCase } = figuresOf(kpi, context);
  const weight = context.weightOf.get(kpi.id) ?? 1;
  const past = compareWithPast(figures, context);
  const evaluation = Object.assign(figures, { weight, wayOut: null }, past);
  return { kpi, evaluation, issues, kpiCase };
}
