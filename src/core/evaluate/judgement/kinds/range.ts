import { atLeast, known, nearlyEqual, type Quantity } from '../../../model/quantity.ts';
import type { Range } from '../../target/aim.ts';
import { withinTolerance } from '../dial.ts';
import { type Kind, never, notApplicable, type ValueAt } from './kind.ts';

/** Above 0 too high, below 0 too low, 0 inside. */
function outside({ low, high }: Range, { actual }: ValueAt): number {
  const distance = actual < low ? actual - low : actual > high ? actual - high : 0;
  return nearlyEqual(distance, 0) ? 0 : distance;
}

/** 1 inside, outside max(0, 1 − distance/tolerance). */
function attained(aim: Range, at: ValueAt): number {
  const distance = Math.abs(outside(aim, at));
  if (distance === 0) return 1;
  return atLeast(distance, aim.tolerance) ? 0 : 1 - distance / aim.tolerance;
}

const attainment = (aim: Range, at: ValueAt): Quantity => known(attained(aim, at));

/** A band to stay in. */
export const RANGE: Kind<Range> = {
  isPaced: false,
  isByInterval: false,
  hasRecords: false,
  plannedOn: () => null,
  planned: () => null,
  meets: (aim, at) => outside(aim, at) === 0,
  isPassed: never,
  distanceOutside: (aim, at) => known(outside(aim, at)),
  statusAt: (aim, at) => {
    const share = attained(aim, at);
    return share === 1 ? 'on_course' : share > 0 ? 'at_risk' : 'off_course';
  },
  progress: notApplicable,
  attainment,
  gap: notApplicable,
  paceIndex: notApplicable,
  daysBehind: notApplicable,
  courseIndex: (aim, _, at) => {
    if (at === null) return null;
    const share = attained(aim, at);
    return share === 1 || share === 0 ? share : withinTolerance(share);
  },
  score: (numbers) => numbers.attainment,
};
