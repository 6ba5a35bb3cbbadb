import { atLeast, known, nearlyEqual, type Quantity, unknown } from '../../../model/quantity.ts';
import type { Range } from '../../target/aim.ts';
import { withinTolerance } from '../dial.ts';
import type { Kind } from './kind.ts';

/** Above 0 too high, below 0 too low, 0 inside. */
function outside({ low, high }: Range, actual: number): number {
  const distance = actual < low ? actual - low : actual > high ? actual - high : 0;
  return nearlyEqual(distance, 0) ? 0 : distance;
}

/** 1 inside, outside max(0, 1 − distance/tolerance). */
function attained(aim: Range, actual: number): number {
  const distance = Math.abs(outside(aim, actual));
  if (distance === 0) return 1;
  return atLeast(distance, aim.tolerance) ? 0 : 1 - distance / aim.tolerance;
}

const attainment = (aim: Range, actual: number): Quantity => known(attained(aim, actual));

/** A band to stay in. */
export const RANGE: Kind<Range> = {
  isPaced: false,
  isByInterval: false,
  hasRecords: false,
  plannedOn: () => null,
  meets: (aim, actual) => outside(aim, actual) === 0,
  distanceOutside: (aim, actual) => known(outside(aim, actual)),
  statusAt: (aim, { actual }) => {
    const share = attained(aim, actual);
    return share === 1 ? 'on_course' : share > 0 ? 'at_risk' : 'off_course';
  },
  progress: () => unknown('NOT_APPLICABLE'),
  attainment,
  paceIndex: () => unknown('NOT_APPLICABLE'),
  daysBehind: () => unknown('NOT_APPLICABLE'),
  courseIndex: (aim, _, at) => {
    if (at === null) return null;
    const share = attained(aim, at.actual);
    return share === 1 || share === 0 ? share : withinTolerance(share);
  },
  score: (numbers) => numbers.attainment,
};
