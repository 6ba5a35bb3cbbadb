import type { Aim } from '../../target/aim.ts';
import { CEILING } from './ceiling.ts';
import { CORRIDOR } from './corridor.ts';
import type { Kind } from './kind.ts';
import { RANGE } from './range.ts';
import { THRESHOLD } from './threshold.ts';
import { DONE, TRACK, UNDECIDED, UNSTARTED } from './unjudged.ts';
import { WAY } from './way.ts';

/** Every kind of judgement; a new one is a record here, or it does not compile. */
const KINDS: {
  readonly [Name in Aim['judgedAs']]: Kind<Extract<Aim, { judgedAs: Name }>>;
} = {
  way: WAY,
  unstarted: UNSTARTED,
  threshold: THRESHOLD,
  ceiling: CEILING,
  corridor: CORRIDOR,
  range: RANGE,
  done: DONE,
  track: TRACK,
  undecided: UNDECIDED,
};

/** Only ever asked about the aim it was looked up for. */
export const kindOf = (aim: Aim): Kind<Aim> => KINDS[aim.judgedAs];
