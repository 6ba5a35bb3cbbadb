import type { Day } from '../../model/calendar-date.ts';
import type { StatusOverride } from '../../model/evaluation.ts';
import type { Action } from '../../model/workspace.ts';

/**
 * The override in force: an act row with a status and an end. It stands beside the computed status
 * and never rolls up (calculations.md §8). Of several the latest made counts.
 *
 * @param actions of the KPI
 */
export function overrideInForce(actions: readonly Action[], today: Day): StatusOverride | null {
  let inForce: StatusOverride | null = null;
  let madeOn = Number.NEGATIVE_INFINITY;
  for (const action of actions) {
    const { overrideStatus, until, day } = action;
    if (action.phase !== 'act') continue;
    if (overrideStatus === null || until === null || until < today) continue;
    if (day !== null && day > today) continue;
    if ((day ?? Number.NEGATIVE_INFINITY) < madeOn) continue;
    madeOn = day ?? Number.NEGATIVE_INFINITY;
    inForce = {
      status: overrideStatus,
      author: action.owner,
      reason: action.note || action.cause || action.name,
      until,
    };
  }
  return inForce;
}
