import { cameAfter, type Stretch, WAYS, type WayId } from './stretches.ts';

/** How far a way would have been off on earlier stretches as long as what is left. */
export interface OwnPast {
  /** Stretches looked at, the newest first. */
  readonly origins: number;
  /** As many as they were worth, did they not overlap. */
  readonly voices: number;
  readonly meanSquare: number;
  readonly meanSize: number;
}

const MOST_ORIGINS = 12;

/** Of what can never be negative errors are proportions (logarithms), else amounts in this unit. */
export function unitOf({ values, kind, left }: Stretch): number | null {
  if (kind.family === 'level') return rootMeanSquareChange(values);
  if (kind.nonNegative) return null;
  return (left * values.reduce((sum, value) => sum + Math.abs(value), 0)) / values.length || 1;
}

function rootMeanSquareChange(values: readonly number[]): number {
  let squares = 0;
  for (let i = 1; i < values.length; i++) squares += (values[i] - values[i - 1]) ** 2;
  return Math.sqrt(squares / Math.max(1, values.length - 1));
}

/** What came against what was foreseen; something against nothing counts as e times as much. */
function errorOf(came: number, foreseen: number, unit: number | null): number {
  if (unit !== null) return unit > 0 ? (came - foreseen) / unit : 0;
  if (came > 0 && foreseen > 0) return Math.log(came / foreseen);
  return Math.sign(came - foreseen);
}

/**
 * How far off a way would have been at up to twelve earlier moments, spread over all of the history,
 * each for as many values as are left now and after as many as the period has had. Nothing but
 * zeros where there is no earlier moment, or none at which it could have been used.
 *
 * @param least values there must have been at the earliest of them
 */
export function ownPast(stretch: Stretch, way: WayId, least = WAYS[way].least(stretch)): OwnPast {
  const newest = stretch.values.length - stretch.left;
  const room = newest - Math.max(1, least) + 1;
  const count = Math.min(MOST_ORIGINS, room);
  const stride = count > 1 ? (room - 1) / (count - 1) : 0;
  const unit = unitOf(stretch);
  let origins = 0;
  let squares = 0;
  let sizes = 0;
  let oldest = newest;
  for (let i = 0; i < count; i++) {
    const n = newest - Math.round(i * stride);
    const foreseen = WAYS[way].rest(stretch, n);
    if (foreseen === null) continue;
    const error = errorOf(cameAfter(stretch, n), foreseen, unit);
    origins++;
    squares += error * error;
    sizes += Math.abs(error);
    oldest = n;
  }
  if (origins === 0) return { origins, voices: 0, meanSquare: 0, meanSize: 0 };
  const voices = Math.min(origins, (newest - oldest) / stretch.left + 1);
  return { origins, voices, meanSquare: squares / origins, meanSize: sizes / origins };
}

/** What a trend and season knows, last year knows in part, and the speed so far not at all. */
const PREFERRED = ['trend_season', 'last_year_share', 'run_rate'] as const;
const LEAST_ORIGINS = 3;
/** A preferred way gives in to one whose errors were smaller than this share of its own. */
const CLEARLY_BETTER = 0.6;
/** The tolerance within which two errors are equal: then the simpler way counts. */
const EQUAL = 1e-9;
/** Where most intervals bring nothing there is no trend and no season to see. */
const LEAST_FILLED_SHARE = 0.5;

export interface Choice {
  readonly way: WayId;
  readonly past: OwnPast;
  /** The way was held against enough earlier moments to say that it was chosen by them. */
  readonly isProven: boolean;
}

/**
 * The way for a KPI that names none: the one that knows most of the year, unless the measure's own
 * past contradicts it clearly. Of thousands of public series the way that had done best on its own
 * past did worse than this: a short past is mostly luck (decision 8).
 */
export function chooseWay(stretch: Stretch): Choice {
  const [preferred, ...others] = usableWays(stretch);
  const past = ownPast(stretch, preferred);
  let way = preferred;
  let least = CLEARLY_BETTER * past.meanSize;
  for (const other of past.origins < LEAST_ORIGINS ? [] : others) {
    // At the same moments, or one would be held against times that the other did not see.
    const { origins, meanSize } = ownPast(stretch, other, WAYS[preferred].least(stretch));
    if (origins < LEAST_ORIGINS || meanSize > least + EQUAL) continue;
    way = other;
    least = meanSize;
  }
  const own = way === preferred ? past : ownPast(stretch, way);
  return { way, past: own, isProven: own.origins >= LEAST_ORIGINS };
}

function usableWays(stretch: Stretch): WayId[] {
  const { values } = stretch;
  const n = values.length;
  const filled = values.filter((value) => value !== 0).length;
  const isSparse = filled < LEAST_FILLED_SHARE * n;
  return PREFERRED.filter((way) => {
    if (way === 'run_rate') return true;
    if (way === 'last_year_share') return WAYS[way].rest(stretch, n) !== null;
    return !isSparse && n >= WAYS[way].least(stretch);
  });
}
