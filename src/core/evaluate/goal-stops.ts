import type { Day } from '../model/calendar-date.ts';
import type { KpiEvaluation, MilestoneEvaluation } from '../model/evaluation.ts';
import { MILESTONE_STATUS_CODES, type MilestoneStatusCode } from '../model/status.ts';

export interface GoalStop {
  stop: string;
  day: Day;
  status: MilestoneStatusCode;
  isReached: boolean;
}

const worst = (statuses: readonly MilestoneStatusCode[]): MilestoneStatusCode =>
  MILESTONE_STATUS_CODES.find((code) => statuses.includes(code)) ?? 'unknown';

function stopOf(stopovers: readonly MilestoneEvaluation[]): GoalStop {
  const open = stopovers.filter(({ reachedDay }) => reachedDay === null);
  return {
    stop: stopovers[0].stop,
    day: Math.max(...stopovers.map(({ day }) => day)),
    status: worst((open.length > 0 ? open : stopovers).map(({ status }) => status)),
    isReached: open.length === 0,
  };
}

/**
 * The stopovers of a goal: a stop of several KPIs is as late as its latest and as reached as all of
 * them (calculations.md §9). Due dates, which have no name, are one stop a day.
 */
export function goalStops(kpis: readonly KpiEvaluation[]): GoalStop[] {
  const groups = new Map<string, MilestoneEvaluation[]>();
  for (const milestone of kpis.flatMap(({ milestones }) => milestones)) {
    const key = milestone.stop === '' ? `#${milestone.day}` : milestone.stop.toLowerCase();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [milestone]);
    else group.push(milestone);
  }
  return [...groups.values()].map(stopOf).sort((a, b) => a.day - b.day);
}

/** The earliest stop that is not reached, overdue included. */
export const nextGoalStop = (kpis: readonly KpiEvaluation[]): GoalStop | null =>
  goalStops(kpis).find(({ isReached }) => !isReached) ?? null;
