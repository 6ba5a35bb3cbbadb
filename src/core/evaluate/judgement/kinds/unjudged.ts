import { unknown } from '../../../model/quantity.ts';
import type { Aim, Done, Track, Undecided, Unstarted } from '../../target/aim.ts';
import { AT_RISK_EDGE } from '../dial.ts';
import { type Kind, never, notApplicable } from './kind.ts';

const UNJUDGED: Kind<Aim> = {
  isPaced: false,
  isByInterval: false,
  hasRecords: false,
  plannedOn: () => null,
  planned: () => null,
  meets: never,
  isPassed: never,
  distanceOutside: notApplicable,
  statusAt: () => null,
  progress: notApplicable,
  attainment: notApplicable,
  gap: notApplicable,
  paceIndex: notApplicable,
  daysBehind: notApplicable,
  courseIndex: () => null,
  score: () => null,
};

/** Measured without being held against anything. */
export const TRACK: Kind<Track> = UNJUDGED;

/** Measured, while nobody can tell what it is to be held against. */
export const UNDECIDED: Kind<Undecided> = UNJUDGED;

/** By its rows instead of by a value: see evaluate-done. */
export const DONE: Kind<Done> = {
  ...UNJUDGED,
  courseIndex: (_, status) => (status === 'at_risk' ? AT_RISK_EDGE : status === 'missed' ? 0 : 1),
};

/** Without a start there is no way yet, and no value to judge either. */
export const UNSTARTED: Kind<Unstarted> = {
  ...UNJUDGED,
  isPaced: true,
  progress: () => unknown('NO_BASELINE'),
  attainment: () => unknown('NO_BASELINE'),
};
