import { atLeast, known, nearlyEqual, unknown } from '../../../model/quantity.ts';
import type { Threshold } from '../../target/aim.ts';
import { askedOver, inForceOn, toleranceFor } from '../../target/asking.ts';
import { deviationFrom } from '../deviation.ts';
import { AT_RISK_EDGE, withinTolerance } from '../dial.ts';
import { gapTo, type Kind, never, notApplicable, type Standing, type ValueAt } from './kind.ts';
import { distanceToTarget, isTargetMet } from './target.ts';

/** The same with the target that is asked of what describes these days. */
const askedAt = (aim: Threshold, { since, day }: Standing): Threshold =>
  aim.asking.inForce.length === 1 ? aim : { ...aim, target: askedOver(aim.asking, since, day) };

const tolerated = ({ asking, target }: Threshold): number => toleranceFor(asking, target);

/** dir·(X − T) */
const ahead = ({ direction, target }: Threshold, { actual }: ValueAt): number =>
  direction * (actual - target);

/** ρ′ within the tolerance, and beyond it by the attainment. */
function missedIndex(aim: Threshold, at: ValueAt, scale: number | null): number {
  const tolerance = tolerated(aim);
  if (nearlyEqual(tolerance, 0) || nearlyEqual(aim.target, 0)) return 0;
  if (atLeast(ahead(aim, at), -tolerance)) {
    return withinTolerance((tolerance + ahead(aim, at)) / tolerance);
  }
  const attainment = deviationFrom(aim, at.actual, scale).value ?? 0;
  const edge = 1 - tolerance / Math.abs(aim.target);
  return atLeast(0, edge) ? 0 : AT_RISK_EDGE * Math.max(0, attainment / edge);
}

/** A value to hold, as it was asked on the days that are judged. */
export const THRESHOLD: Kind<Threshold> = {
  isPaced: false,
  isByInterval: true,
  hasRecords: true,
  plannedOn: ({ asking }, day) => inForceOn(asking, day),
  planned: (aim, at) => askedAt(aim, at).target,
  meets: (aim, at) => isTargetMet(askedAt(aim, at), at.actual),
  isPassed: never,
  distanceOutside: (aim, at) => distanceToTarget(askedAt(aim, at), at.actual),
  statusAt: (aim, at) => {
    const asked = askedAt(aim, at);
    if (isTargetMet(asked, at.actual)) return 'on_course';
    return atLeast(ahead(asked, at), -tolerated(asked)) ? 'at_risk' : 'off_course';
  },
  // Of one that has a start: 1 when it is held there and met, else 0.
  progress: (aim, { actual }) => {
    const { baseline, target } = aim;
    if (baseline === null) return unknown('NO_BASELINE');
    if (nearlyEqual(target, baseline)) return known(isTargetMet(aim, actual) ? 1 : 0);
    return known((actual - baseline) / (target - baseline));
  },
  attainment: (aim, at, scale) => deviationFrom(askedAt(aim, at), at.actual, scale),
  gap: (aim, at) => gapTo(aim.direction, askedAt(aim, at).target, at.actual),
  paceIndex: notApplicable,
  daysBehind: notApplicable,
  // The value decides the branch, also of one that is missed by now.
  courseIndex: (aim, _, at, { scale }) => {
    if (at === null) return null;
    const asked = askedAt(aim, at);
    return isTargetMet(asked, at.actual) ? 1 : missedIndex(asked, at, scale);
  },
  score: ({ progress, attainment }) => progress ?? attainment,
};
