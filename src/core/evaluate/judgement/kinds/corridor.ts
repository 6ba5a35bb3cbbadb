import { atLeast, known, type Quantity } from '../../../model/quantity.ts';
import type { Corridor } from '../../target/aim.ts';
import { planAt } from '../../target/plan.ts';
import { onDial, PASSED } from '../dial.ts';
import { colourOf } from '../status.ts';
import { type Kind, notApplicable, type Standing, type ValueAt } from './kind.ts';

/** P_lo or P_hi, whichever a value is beyond; null inside. */
function edgeBeyond({ low, high, share }: Corridor, { day, actual }: Standing): number | null {
  if (actual === null) return null;
  const planned = planAt(share, day);
  if (!atLeast(actual, low * planned)) return low * planned;
  return atLeast(high * planned, actual) ? null : high * planned;
}

/** ρ: 1 inside, X/P_lo below, P_hi/X above (calculations.md §5). */
function paceOf(aim: Corridor, at: ValueAt): number {
  const edge = edgeBeyond(aim, at);
  if (edge === null) return 1;
  if (at.actual > edge) return edge / at.actual;
  return edge === 0 ? 0 : at.actual / edge;
}

const paceIndex = (aim: Corridor, at: ValueAt): Quantity => known(paceOf(aim, at));

/** Above 0 too fast, below 0 too slow. */
function gap(aim: Corridor, at: ValueAt): Quantity {
  const edge = edgeBeyond(aim, at);
  return known(edge === null ? 0 : at.actual - edge);
}

const isHighPassed = ({ high }: Corridor, actual: number): boolean => !atLeast(high, actual);

/** A total that is to land between two values: too fast is as far off as too slow. */
export const CORRIDOR: Kind<Corridor> = {
  isPaced: true,
  isByInterval: false,
  hasRecords: false,
  plannedOn: () => null,
  planned: edgeBeyond,
  meets: ({ low, high }, { actual }) => atLeast(actual, low) && atLeast(high, actual),
  isPassed: isHighPassed,
  distanceOutside: gap,
  statusAt: (aim, at, thresholds) =>
    isHighPassed(aim, at.actual) ? 'off_course' : colourOf(paceOf(aim, at), thresholds),
  progress: ({ high }, { actual }) => known(actual / high),
  attainment: paceIndex,
  gap,
  paceIndex,
  daysBehind: notApplicable,
  courseIndex: (aim, _, at, { thresholds }) => {
    if (at === null) return null;
    if (isHighPassed(aim, at.actual)) return (PASSED * aim.high) / at.actual;
    return onDial(paceOf(aim, at), thresholds);
  },
  score: ({ paceIndex: pace }) => pace,
};
