import { isoDate } from '../../model/calendar-date.ts';
import type { KpiEvaluation } from '../../model/evaluation.ts';
import type { Issue } from '../../model/issue.ts';
import type { Kpi } from '../../model/kpi.ts';
import {
  known,
  type Quantity,
  type ReasonCode,
  relativeChange,
  unknown,
} from '../../model/quantity.ts';
import { overrideInForce } from '../judgement/override.ts';
import { daysPerSpeedUnit } from '../judgement/speed.ts';
import { isWorkingCalendar } from '../period/day-weights.ts';
import { targetOf } from '../target/aim.ts';
import {
  calendarOf,
  type EvaluationContext,
  type KpiCase,
  prepareKpi,
} from '../target/kpi-case.ts';
import { blankEvaluation, daysLeftOf, type KpiFigures } from './blank-evaluation.ts';
import { compareWithPast } from './comparison.ts';
import { evaluateDone } from './evaluate-done.ts';
import { foresee } from './foresee.ts';
import { judge } from './judge.ts';
import { addWarnings } from './kpi-warnings.ts';
import { isSourceLoading, lastGoodResult } from './last-good.ts';

const orUnknown = (value: number | null, reason: ReasonCode): Quantity =>
  value === null ? unknown(reason) : known(value);

/** Change against the reference as a share of it. */
function growth(actual: Quantity, reference: number | null): Quantity {
  if (actual.value === null) return actual;
  if (reference === null) return unknown('NO_HISTORY');
  return orUnknown(relativeChange(reference, actual.value), 'DIVISION_BY_ZERO');
}

/** What was typed, and what follows from it whatever the figures say. */
function aimsOf({ kpi, aim, definition, measure, context, thresholds }: KpiCase, actual: Quantity) {
  const { referencePeriod } = definition;
  const calendar = calendarOf(kpi, context.workspace);
  const isPerWorkingDay = calendar !== null && isWorkingCalendar(calendar);
  return {
    kpiId: kpi.id,
    type: aim.type,
    judgedAs: aim.judgedAs === 'unstarted' ? ('way' as const) : aim.judgedAs,
    family: definition.family,
    direction: aim.direction,
    cadence: measure.cadence,
    start: kpi.start,
    due: kpi.due,
    target: orUnknown(targetOf(aim), 'NO_TARGET'),
    rangeLow: aim.judgedAs === 'range' ? known(aim.low) : unknown('NOT_APPLICABLE'),
    rangeHigh: aim.judgedAs === 'range' ? known(aim.high) : unknown('NOT_APPLICABLE'),
    tolerance: 'tolerance' in aim ? known(aim.tolerance) : unknown('NOT_APPLICABLE'),
    baseline: orUnknown(definition.baseline, 'NO_BASELINE'),
    reference: orUnknown(definition.reference, 'NO_HISTORY'),
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

/** Everything about a KPI whose definition is whole. */
function evaluateWhole(kpiCase: KpiCase): KpiFigures {
  const { kpi, judged, period, context, reader } = kpiCase;
  const { today, workspace } = context;
  const judgement = judge(kpiCase);
  const foresight = foresee(kpiCase, judgement);
  addWarnings(kpiCase, judgement);
  return {
    ...aimsOf(kpiCase, judgement.actual),
    ...judgement,
    ...foresight,
    isClosed: judged.isClosed,
    judgedDay: judged.judgedDay,
    firstResultDay: judged.judgedDay === null ? judged.firstResultDay : null,
    dataThroughDay: reader.newestDay(today),
    latestValue: orUnknown(reader.newest(today)?.value ?? null, 'NO_DATA'),
    daysLeft: daysLeftOf(period.end, today),
    override: overrideInForce(workspace.actions, kpi.id, today),
  };
}

interface KpiResult {
  figures: KpiFigures;
  issues: readonly Issue[];
  kpiCase: KpiCase | null;
}

function figuresOf(kpi: Kpi, context: EvaluationContext): KpiResult {
  if (isSourceLoading(kpi, context)) {
    return { figures: lastGoodResult(kpi, context), issues: [], kpiCase: null };
  }
  const prepared = prepareKpi(kpi, context);
  if (!prepared.isWhole) {
    const measure = context.measureById.get(kpi.measureId);
    const hasChannelFault = prepared.issues.some(({ code }) => code === 'E_CHANNELS');
    const blank = blankEvaluation(
      kpi,
      measure,
      context.workspace.settings,
      hasChannelFault ? 'E_CHANNELS' : 'INVALID',
    );
    return { figures: blank, issues: prepared.issues, kpiCase: null };
  }
  const { kpiCase } = prepared;
  const figures = kpiCase.aim.judgedAs === 'done' ? evaluateDone(kpiCase) : evaluateWhole(kpiCase);
  return { figures, issues: kpiCase.issues, kpiCase };
}

/** One KPI, with the issues that its numbers raised. */
export function evaluateKpi(
  kpi: Kpi,
  context: EvaluationContext,
): { evaluation: KpiEvaluation; issues: readonly Issue[]; kpiCase: KpiCase | null } {
  const { figures, issues, kpiCase } = figuresOf(kpi, context);
  const evaluation = {
    ...figures,
    weight: context.weightOf.get(kpi.id) ?? 1,
    wayOut: null,
    ...compareWithPast(figures, context),
  };
  return { evaluation, issues, kpiCase };
}
