import type { KpiEvaluation, KpiFlag } from '../../model/evaluation.ts';
import { atLeast, known, type Quantity, type ReasonCode, unknown } from '../../model/quantity.ts';
import { isJudged, type StatusCode } from '../../model/status.ts';
import { clampShare, meterAndCourse } from '../judgement/dial.ts';
import type { Standing, ValueAt } from '../judgement/kinds/kind.ts';
import { kindOf } from '../judgement/kinds/kinds.ts';
import { isTooEarly, type KpiStatus, kpiStatus, metIntervals } from '../judgement/kpi-status.ts';
import { speedsOfKpi } from '../judgement/speed.ts';
import { weightUpTo } from '../period/day-weights.ts';
import { type Aim, targetOf, wayOf } from '../target/aim.ts';
import type { KpiCase, KpiPart } from '../target/kpi-case.ts';

/** Where a KPI stands at the day it is judged. */
export type Judgement = Pick<
  KpiEvaluation,
  | 'status'
  | 'statusByPlan'
  | 'reason'
  | 'flags'
  | 'reachedDay'
  | 'intervalsMet'
  | 'actual'
  | 'plan'
  | 'progress'
  | 'attainment'
  | 'gap'
  | 'gapShare'
  | 'distanceOutside'
  | 'paceIndex'
  | 'daysBehind'
  | 'elapsed'
  | 'coverage'
  | 'speed'
  | 'recentSpeed'
  | 'requiredSpeed'
  | 'speedFactor'
  | 'meter'
  | 'course'
  | 'score'
  | 'versionOne'
>;

/** X at A; every operand has a value there, so what may be missing is the result. */
function actualOf({ judged, actuals }: KpiPart<'judged' | 'actuals'>): Quantity {
  if (judged.judgedDay === null) return unknown('NO_DATA');
  const actual = actuals.toDate[judged.judgedIndex];
  return actual === null ? unknown('DIVISION_BY_ZERO') : known(actual);
}

/** P at A; of thresholds the target that is asked there. */
function planOn({ aim }: KpiPart<'aim'>, at: Standing | null): Quantity {
  if (at === null) return unknown('NO_DATA');
  const planned = kindOf(aim).planned(aim, at);
  if (planned !== null) return known(planned);
  return unknown(targetOf(aim) === null ? 'NO_TARGET' : 'NO_BASELINE');
}

function gapShareOf(aim: Aim, gap: Quantity): Quantity {
  if (gap.value === null) return gap;
  const way = wayOf(aim);
  if (way !== null) return known(gap.value / Math.abs(way.target - way.baseline));
  const hasStart = 'baseline' in aim && aim.baseline !== null;
  return unknown(hasStart ? 'PLAN_FLAT' : 'NO_BASELINE');
}

function elapsedOf({ judged: { judgedDay }, period }: KpiPart<'judged' | 'period'>): Quantity {
  return judgedDay === null
    ? unknown('NO_DATA')
    : known(weightUpTo(period, judgedDay) / period.total);
}

/** Coverage c: intervals with a value ÷ intervals of weight > 0 up to the judged day. */
function coverageOf({ judged: { countedCount, missingCount } }: KpiPart<'judged'>): Quantity {
  if (countedCount === 0) return unknown('NO_DATA');
  return known((countedCount - missingCount) / countedCount);
}

/** What the kind of the KPI makes of its value; all null for the same reason without one. */
function numbersOf({ aim, kpi }: KpiPart<'aim' | 'kpi'>, at: ValueAt | null, reason: ReasonCode) {
  if (at === null) {
    const none = unknown(reason);
    return {
      progress: none,
      attainment: none,
      gap: none,
      distanceOutside: none,
      paceIndex: none,
      daysBehind: none,
    };
  }
  const kind = kindOf(aim);
  return {
    progress: kind.progress(aim, at),
    attainment: kind.attainment(aim, at, kpi.scale),
    gap: kind.gap(aim, at),
    distanceOutside: kind.distanceOutside(aim, at),
    paceIndex: kind.paceIndex(aim, at),
    daysBehind: kind.daysBehind(aim, at),
  };
}

/** Version 1 of the target is always shown beside the one in force. */
function versionOneOf(
  kpiCase: KpiCase,
  status: StatusCode,
  at: ValueAt | null,
  reason: ReasonCode,
): KpiEvaluation['versionOne'] {
  const { first, inForce } = kpiCase.targets;
  const target = targetOf(first.aim);
  return {
    target: target === null ? unknown('NO_TARGET') : known(target),
    progress: at === null ? unknown(reason) : kindOf(first.aim).progress(first.aim, at),
    status: first === inForce ? status : kpiStatus(kpiCase, first.aim, at?.actual ?? null).status,
  };
}

function scoreOf(aim: Aim, { progress, attainment, paceIndex }: ReturnType<typeof numbersOf>) {
  const score = kindOf(aim).score({
    progress: progress.value,
    attainment: attainment.value,
    paceIndex: paceIndex.value,
  });
  return score === null ? unknown('NOT_APPLICABLE') : known(clampShare(score));
}

/** A target that changes after this share of the period comes too late to be a plan. */
const LATE_SHARE = 0.9;

/**
 * GOALPOST: the target in force came when 90% of the period was over, or while the KPI would have
 * been off course at the same judged day under the version before (calculations.md §13).
 */
function isGoalpostMoved(kpiCase: KpiCase, actual: number | null): boolean {
  const { period, targets } = kpiCase;
  const { inForce, before } = targets;
  if (before === null || inForce.effectiveFrom === null) return false;
  const passed = weightUpTo(period, inForce.effectiveFrom);
  if (!atLeast(LATE_SHARE * period.total, passed)) return true;
  return kpiStatus(kpiCase, before.aim, actual).status === 'off_course';
}

/**
 * The status of a KPI whose definition is whole, and the numbers it rests on.
 *
 * @param ofWhole what is said of the KPI that this is a period of, given the status of the period
 */
export function judge(
  kpiCase: KpiCase,
  ofWhole: (own: KpiStatus) => Pick<KpiStatus, 'status' | 'reason'> = (own) => own,
): Judgement {
  const { aim, kpi, judged, thresholds } = kpiCase;
  const actual = actualOf(kpiCase);
  const own = kpiStatus(kpiCase, aim, actual.value);
  const { reachedDay } = own;
  const { status, reason } = ofWhole(own);
  const flags: KpiFlag[] = status === 'stale' ? [] : [...own.flags];
  if (judged.unreadableCount > 0) flags.unshift('UNREADABLE');
  const stands =
    judged.judgedDay === null
      ? null
      : { since: kpi.start, day: judged.judgedDay, actual: actual.value };
  const at = stands === null || actual.value === null ? null : { ...stands, actual: actual.value };
  const why = reason ?? 'NO_DATA';
  const numbers = numbersOf(kpiCase, at, why);
  const kind = kindOf(aim);
  const index = isJudged(status) ? courseIndexOf() : null;
  const isEarly = at !== null && isTooEarly(kpiCase, aim);
  const tooLittle = isEarly ? 'TOO_EARLY' : kpiCase.isOneValue ? 'ONE_VALUE' : null;
  return {
    status,
    statusByPlan: status,
    reason,
    flags: isGoalpostMoved(kpiCase, actual.value) ? [...flags, 'GOALPOST'] : flags,
    reachedDay,
    intervalsMet: metIntervals(kpiCase, aim),
    actual,
    plan: planOn(kpiCase, stands),
    gapShare: gapShareOf(aim, numbers.gap),
    ...numbers,
    daysBehind: tooLittle === null ? numbers.daysBehind : unknown(tooLittle),
    elapsed: elapsedOf(kpiCase),
    coverage: coverageOf(kpiCase),
    ...speedsOfKpi(kpiCase, actual.value),
    ...meterAndCourse(index),
    score: scoreOf(aim, numbers),
    versionOne: versionOneOf(kpiCase, own.status, at, why),
  };

  /** What is achieved is all of it, whatever its kind. */
  function courseIndexOf(): number | null {
    return status === 'achieved'
      ? 1
      : kind.courseIndex(aim, status, at, { thresholds, scale: kpi.scale });
  }
}
