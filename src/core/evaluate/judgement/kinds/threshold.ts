import { atLeast, known, nearlyEqual, unknown } from '../../../model/quantity.ts';
import type { Threshold } from '../../target/aim.ts';
import { deviationFrom, deviationScale } from '../deviation.ts';
import { AT_RISK_EDGE, withinTolerance } from '../dial.ts';
import type { Kind } from './kind.ts';
import { distanceToTarget, isTargetMet } from './target.ts';

/** dir·(X − T) */
const ahead = ({ direction, target }: Threshold, actual: number): number =>
  direction * (actual - target);

/** A value to hold: the same is asked on every day. */
export const THRESHOLD: Kind<Threshold> = {
  isPaced: false,
  isByInterval: true,
  hasRecords: true,
  plannedOn: ({ target }) => target,
  meets: isTargetMet,
  distanceOutside: distanceToTarget,
  statusAt: (aim, { actual }) => {
    if (isTargetMet(aim, actual)) return 'on_course';
    return atLeast(ahead(aim, actual), -aim.tolerance) ? 'at_risk' : 'off_course';
  },
  // Of one that has a start: 1 when it is held there and met, else 0.
  progress: (aim, actual) => {
    const { baseline, target } = aim;
    if (baseline === null) return unknown('NO_BASELINE');
    if (nearlyEqual(target, baseline)) return known(isTargetMet(aim, actual) ? 1 : 0);
    return known((actual - baseline) / (target - baseline));
  },
  attainment: deviationFrom,
  paceIndex: () => unknown('NOT_APPLICABLE'),
  daysBehind: () => unknown('NOT_APPLICABLE'),
  // The value decides the branch, also of one that is missed by now.
  courseIndex: (aim, _, at, scale) => {
    if (at === null) return null;
    const { tolerance } = aim;
    if (isTargetMet(aim, at.actual)) return 1;
    if (tolerance > 0 && atLeast(ahead(aim, at.actual), -tolerance)) {
      return withinTolerance((tolerance + ahead(aim, at.actual)) / tolerance);
    }
    const attainment = deviationFrom(aim, at.actual, scale).value ?? 0;
    const denominator = deviationScale(aim, scale);
    const edge = denominator === null ? 1 : 1 - tolerance / denominator;
    return edge <= 0 ? 0 : AT_RISK_EDGE * Math.max(0, attainment / edge);
  },
  score: ({ progress, attainment }) => progress ?? attainment,
};
