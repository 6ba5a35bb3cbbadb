import type { GoalStatusRule } from '../../model/goal.ts';
import { atLeast } from '../../model/quantity.ts';
import { isJudged, STATUS_CODES, type StatusCode } from '../../model/status.ts';
import type { Thresholds } from '../../model/workspace.ts';
import { colourOf } from '../judgement/status.ts';

/** A KPI or a sub-goal as it counts in its goal. */
export interface RollupPart {
  status: StatusCode;
  weight: number;
  isCritical: boolean;
  /** ρ′ clamped to 0–1; null where nothing was judged. */
  course: number | null;
  /** Clamped progress, else attainment; null where there is none. */
  score: number | null;
}

export interface Rollup {
  status: StatusCode;
  course: number | null;
  score: number | null;
  /** Weight judged ÷ weight that should have been; null when nothing should. */
  judgedShare: number | null;
}

/** Less than half of the weight judged: nothing can be said of the goal. */
const LEAST_JUDGED_SHARE = 0.5;

const FAILED: ReadonlySet<StatusCode> = new Set(['invalid', 'no_data', 'stale']);
const WAITING: readonly StatusCode[] = [
  'invalid',
  'no_data',
  'stale',
  'too_early',
  'not_started',
  'paused',
  'cancelled',
  'tracked',
];

const isOff = ({ status }: RollupPart): boolean => status === 'off_course' || status === 'missed';
const isOver = ({ status }: RollupPart): boolean => status === 'achieved' || status === 'missed';

interface Weighted {
  weight: number;
}

const totalWeight = (parts: readonly Weighted[]): number =>
  parts.reduce((sum, { weight }) => sum + weight, 0);

/** Σ w·x/Σ w over the parts that have a number; null where none of weight has. */
export function weightedMean<Part extends Weighted>(
  parts: readonly Part[],
  numberOf: (part: Part) => number | null,
): number | null {
  const valued = parts.filter((part) => numberOf(part) !== null);
  const weight = totalWeight(valued);
  if (weight === 0) return null;
  return valued.reduce((sum, part) => sum + part.weight * (numberOf(part) ?? 0), 0) / weight;
}

function worstOf(parts: readonly RollupPart[]): StatusCode {
  const order = ['off_course', 'at_risk', 'on_course', 'achieved'] as const;
  const statuses = parts.map((part) => (isOff(part) ? 'off_course' : part.status));
  return order.find((status) => statuses.includes(status)) ?? 'no_data';
}

type Rule = (counted: readonly RollupPart[], band: StatusCode) => StatusCode;

const RULES: Record<GoalStatusRule, Rule> = {
  worst_critical: (counted, band) => {
    if (counted.some((part) => part.isCritical && isOff(part))) return 'off_course';
    return band === 'on_course' && counted.some(isOff) ? 'at_risk' : band;
  },
  weighted: (_, band) => band,
  worst: (counted) => worstOf(counted),
};

function countedStatus(
  counted: readonly RollupPart[],
  course: number | null,
  rule: GoalStatusRule,
  thresholds: Thresholds,
): StatusCode {
  if (counted.length === 1) return counted[0].status;
  if (counted.every(isOver)) {
    return counted.every(({ status }) => status === 'achieved') ? 'achieved' : 'missed';
  }
  return RULES[rule](counted, course === null ? 'no_data' : colourOf(course, thresholds));
}

/**
 * How the parts of a goal add up (calculations.md §11). Weight 0 is information only; what was not
 * judged is left out, and when that is more than half of the weight there is no status.
 */
export function rollUp(
  parts: readonly RollupPart[],
  rule: GoalStatusRule,
  thresholds: Thresholds,
): Rollup {
  const weighted = parts.filter(({ weight }) => weight > 0);
  const counted = weighted.filter(({ status }) => isJudged(status));
  const failed = weighted.filter(({ status }) => FAILED.has(status));
  const course = weightedMean(counted, (part) => part.course);
  const score = weightedMean(counted, (part) => part.score);
  if (counted.length === 0) {
    const status = WAITING.find((code) => weighted.some((part) => part.status === code));
    const judgedShare = failed.length > 0 ? 0 : null;
    return { status: status ?? 'no_data', course, score, judgedShare };
  }
  const judgedShare = totalWeight(counted) / (totalWeight(counted) + totalWeight(failed));
  return {
    status: atLeast(judgedShare, LEAST_JUDGED_SHARE)
      ? countedStatus(counted, course, rule, thresholds)
      : 'no_data',
    course,
    score,
    judgedShare,
  };
}

/**
 * Blank weights: equal when all are blank, else the mean of the filled ones above 0. One at 0 is
 * information only, so it does not make the blank ones lighter.
 */
export function filledWeights(weights: ReadonlyArray<number | null>): number[] {
  const filled = weights.filter((weight): weight is number => weight !== null && weight > 0);
  const blank =
    filled.length === 0 ? 1 : filled.reduce((sum, weight) => sum + weight, 0) / filled.length;
  return weights.map((weight) => weight ?? blank);
}

/** How many of each status. */
export function countStatuses(statuses: readonly StatusCode[]): Record<StatusCode, number> {
  const counts = Object.fromEntries(STATUS_CODES.map((code) => [code, 0]));
  for (const status of statuses) counts[status]++;
  // SAFETY: built from every status code just above.
  return counts as Record<StatusCode, number>;
}
