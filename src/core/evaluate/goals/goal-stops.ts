import type { Day } from '../../model/calendar-date.ts';
import type { KpiEvaluation, MilestoneEvaluation } from '../../model/evaluation.ts';
import { MILESTONE_STATUS_CODES, type MilestoneStatusCode } from '../../model/status.ts';

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

const nameOf = ({ stop }: MilestoneEvaluation): string => stop.toLowerCase();

/** The stops of the outcome KPI, with whatever the other KPIs have under the same name. */
function stopsOfOutcome(
  outcome: KpiEvaluation,
  kpis: readonly KpiEvaluation[],
): readonly KpiEvaluation[] {
  const names = new Set(outcome.milestones.map(nameOf).filter((name) => name !== ''));
  return kpis.map((kpi) =>
    kpi === outcome
      ? kpi
      : { ...kpi, milestones: kpi.milestones.filter((own) => names.has(nameOf(own))) },
  );
}

/**
 * The earliest stop that is not reached, overdue included.
 *
 * @param outcome the KPI that decides on the goal, and so on its stops; null when all count
 */
export const nextGoalStop = (
  kpis: readonly KpiEvaluation[],
  outcome: KpiEvaluation | null = null,
): GoalStop | null =>
  goalStops(outcome === null ? kpis : stopsOfOutcome(outcome, kpis)).find(
    ({ isReached }) => !isReached,
  ) ?? null;
