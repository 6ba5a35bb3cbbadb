import type { Goal } from '../../../src/core/model/goal.ts';
import type { StatusCode } from '../../../src/core/model/status.ts';
import type { Workspace } from '../../../src/core/model/workspace.ts';
import type { ReferenceKpi } from './kpi.ts';
import { atLeast, near } from './numbers.ts';

export interface ReferenceGoal {
  goalId: string;
  status: StatusCode;
  course: number | null;
  score: number | null;
  judgedShare: number | null;
}

/** A KPI or a sub-goal, as the roll-up of §11 sees it. */
interface Part {
  status: StatusCode;
  weight: number;
  course: number | null;
  score: number | null;
  isCritical: boolean;
  isClosed: boolean;
  isOutcome: boolean;
}

const COUNTED: readonly StatusCode[] = ['on_course', 'at_risk', 'off_course', 'achieved', 'missed'];
const SILENT: readonly StatusCode[] = ['invalid', 'no_data', 'stale'];
const IDLE: readonly StatusCode[] = [
  ...SILENT,
  'too_early',
  'not_started',
  'paused',
  'cancelled',
  'tracked',
];

const sumOf = (parts: readonly Part[], read: (part: Part) => number): number =>
  parts.reduce((sum, part) => sum + read(part), 0);

const weighted = (parts: readonly Part[], read: (part: Part) => number | null): number | null => {
  const known = parts.filter((part) => read(part) !== null);
  const weight = sumOf(known, (part) => part.weight);
  return weight === 0 ? null : sumOf(known, (part) => part.weight * (read(part) ?? 0)) / weight;
};

/** Blank among filled ones: their mean; all blank: equal. 0 is information only, so no part of it. */
function weightsOf(typed: readonly (number | null)[]): { each: number[]; mean: number } {
  const meanOf = (weights: readonly number[]): number => {
    const positive = weights.filter((weight) => weight > 0);
    return positive.length === 0 ? 1 : positive.reduce((sum, w) => sum + w, 0) / positive.length;
  };
  const filled = meanOf(typed.filter((weight): weight is number => weight !== null));
  const each = typed.map((weight) => weight ?? filled);
  return { each, mean: meanOf(each) };
}

function statusOf(goal: Goal, counted: readonly Part[], course: number): StatusCode {
  if (counted.every((part) => part.isClosed)) {
    return counted.every(({ status }) => status === 'achieved') ? 'achieved' : 'missed';
  }
  // ρ′ stands on the meter's scale, whose edges are the same for all.
  let band: StatusCode = 'off_course';
  if (atLeast(course, 0.8)) band = 'at_risk';
  if (atLeast(course, 0.95)) band = 'on_course';
  if (goal.statusRule === 'weighted') return band;
  const isOff = ({ status }: Part) => status === 'off_course' || status === 'missed';
  if (goal.statusRule === 'worst') {
    if (counted.some(isOff)) return 'off_course';
    if (counted.some(({ status }) => status === 'at_risk')) return 'at_risk';
    return counted.every(({ status }) => status === 'achieved') ? 'achieved' : 'on_course';
  }
  if (counted.some((part) => part.isCritical && isOff(part))) return 'off_course';
  return counted.some(isOff) && band === 'on_course' ? 'at_risk' : band;
}

/** §1: a period that is over counts as on or off course while its KPI runs. */
function statusInGoal({ status, isClosed, every }: ReferenceKpi): StatusCode {
  if (every === null || isClosed) return status;
  if (status === 'achieved') return 'on_course';
  return status === 'missed' ? 'off_course' : status;
}

const isOver = ({ status, isClosed, every }: ReferenceKpi): boolean =>
  isClosed || (status === 'achieved' && every === null);

/** Is a goal its own ancestor? */
function isInCycle({ goals }: Workspace, goal: Goal): boolean {
  let above = goals.find(({ id }) => id === goal.parentGoalId);
  for (let steps = 0; above !== undefined && steps < goals.length; steps++) {
    if (above.id === goal.id) return true;
    const { parentGoalId } = above;
    above = goals.find(({ id }) => id === parentGoalId);
  }
  return false;
}

export function referenceGoal(
  workspace: Workspace,
  goal: Goal,
  kpis: readonly ReferenceKpi[],
): ReferenceGoal & { isClosed: boolean } {
  if (isInCycle(workspace, goal)) {
    const none = { course: null, score: null, judgedShare: null };
    return { goalId: goal.id, ...none, status: 'invalid', isClosed: false };
  }
  const own = workspace.kpis.filter(({ goalId }) => goalId === goal.id);
  const { each, mean } = weightsOf(own.map(({ weight }) => weight));
  const parts: Part[] = own.map((kpi, i) => {
    const result = kpis.find(({ kpiId }) => kpiId === kpi.id);
    if (result === undefined) throw new Error(`no result of ${kpi.id}`);
    return {
      status: statusInGoal(result),
      weight: each[i],
      course: result.numbers.course ?? null,
      score: result.numbers.score ?? null,
      isCritical: kpi.isCritical,
      isClosed: isOver(result),
      isOutcome: kpi.id === goal.outcomeKpiId,
    };
  });
  for (const child of workspace.goals.filter(({ parentGoalId }) => parentGoalId === goal.id)) {
    const result = referenceGoal(workspace, child, kpis);
    const weight = child.weight ?? mean;
    parts.push({ ...result, weight, isCritical: false, isOutcome: false });
  }
  return { goalId: goal.id, ...rollUp(goal, parts) };
}

function rollUp(
  goal: Goal,
  parts: readonly Part[],
): Omit<ReferenceGoal, 'goalId'> & { isClosed: boolean } {
  const weighing = parts.filter(({ weight }) => weight > 0);
  const counted = weighing.filter(({ status }) => COUNTED.includes(status));
  const silent = weighing.filter(({ status }) => SILENT.includes(status));
  const asked = sumOf([...counted, ...silent], ({ weight }) => weight);
  const judgedShare = near(asked, 0) ? null : sumOf(counted, ({ weight }) => weight) / asked;
  const course = weighted(counted, (part) => part.course);
  const score = weighted(counted, (part) => part.score);
  const isClosed = counted.length > 0 && counted.every((part) => part.isClosed);
  const outcome = parts.find((part) => part.isOutcome);
  if (outcome !== undefined) {
    return { ...outcome, judgedShare };
  }
  const numbers = { course, score, judgedShare, isClosed };
  if (counted.length === 0) {
    const found = IDLE.find((status) => weighing.some((part) => part.status === status));
    return { ...numbers, status: found ?? 'no_data' };
  }
  if (judgedShare !== null && !atLeast(judgedShare, 0.5)) {
    return { ...numbers, course: null, status: 'no_data' };
  }
  if (counted.length === 1) return { ...numbers, status: counted[0].status };
  return { ...numbers, status: statusOf(goal, counted, course ?? 0) };
}
