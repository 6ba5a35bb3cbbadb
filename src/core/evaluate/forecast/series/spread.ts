import { type HistoryKind, yearOf } from './foresee-steps.ts';
import { type OwnPast, ownPast, unitOf } from './own-past.ts';
import type { Stretch, WayId } from './stretches.ts';

/** How far what is left may turn out from what is foreseen of it. */
export interface Spread {
  /** The scale of a t distribution with 4 degrees of freedom: of a logarithm, or in the unit of the values. */
  readonly deviation: number;
  readonly isRelative: boolean;
}

/** Fewer say nothing about the rest. */
const LEAST_VALUES_FOR_A_SPREAD = 8;

/**
 * What is expected of a way before its own past has been seen, in variances of a logarithm. Fitted on
 * a part of the public series and held against the rest (decision 8).
 */
const EXPECTED = {
  /** Of the changes from block to block that add up: what stays uncertain however long the stretch. */
  lasting: 0.45,
  /** Of the same, per block left: a trend starts from where a series stands, not from its mean. */
  carried: 0.04,
  /** Of all changes, per block the speed was measured over and per block left: it levels out. */
  passing: 0.2,
  /** Of the drift between blocks, carried from the middle of what was to the middle of what is left. */
  drift: 0.06,
  /** Of how far the mere speed so far was off: what last year cannot know of this year. */
  lastYear: 0.2,
  /** The season of a year that was not seen whole: 6% up and down, and restless. */
  unseenSeason: 0.004,
  unseenUnrest: 0.15,
  /** Nobody knows what is coming to within less than about 2%. */
  least: 0.0003,
};
/**
 * Of the square of the mean size of its errors, which is the scale of such a distribution. Where a
 * year is one interval the moments lie closest together and each error counts many times over.
 */
const OWN_SHARE = 1.1;
const OWN_SHARE_OF_YEARS = 0.7;
/** Of levels: in squares of the change from value to value; the mean square of the errors counts. */
const EXPECTED_OF_A_LEVEL = { perStep: 0.3, ofSlope: 0.3, once: 1, ownShare: 1.2, voice: 0.1 };
/** A season in the changes is seen once half a year of them can be compared, and four at least. */
const LEAST_COMPARED = 4;

/**
 * How far the rest of a period may turn out from what a way foresees, measured on the same measure:
 * its errors at earlier moments over stretches as long as what is left, and, with the weight of one
 * such stretch, what the unrest between its blocks (weeks of days, else single intervals) lets
 * expect. Null below 8 values.
 */
export function spreadOf(stretch: Stretch, way: WayId, past?: OwnPast): Spread | null {
  if (stretch.values.length < LEAST_VALUES_FOR_A_SPREAD) return null;
  const { voices, meanSquare, meanSize } = past ?? ownPast(stretch, way);
  const unit = unitOf(stretch);
  const isLevel = stretch.kind.family === 'level';
  const own = isLevel
    ? EXPECTED_OF_A_LEVEL.ownShare * meanSquare
    : ownShareOf(stretch.kind) * meanSize ** 2;
  const voice = isLevel ? EXPECTED_OF_A_LEVEL.voice : 1;
  const expected = isLevel ? expectedOfALevel(stretch, way) : expectedOfASum(stretch, way);
  const variance = (voices * own + voice * expected) / (voices + voice);
  return { deviation: Math.sqrt(variance) * (unit ?? 1), isRelative: unit === null };
}

const ownShareOf = (kind: HistoryKind): number =>
  yearOf(kind) === 1 ? OWN_SHARE_OF_YEARS : OWN_SHARE;

function expectedOfASum(stretch: Stretch, way: WayId): number {
  const { values, kind, elapsed, left } = stretch;
  const length = blockLength(values, kind);
  const done = elapsed / length;
  const ahead = left / length;
  const year = yearOf(kind);
  const { unrest, lastingUnrest, drift } = unrestOf(stretch, length);
  const { lasting, carried, passing, lastYear, unseenSeason, unseenUnrest, least } = EXPECTED;
  let variance = unrest * passing * (1 / done + 1 / ahead) + least;
  variance += lastingUnrest * (lasting + (way === 'trend_season' ? carried * ahead : 0));
  variance += EXPECTED.drift * ((drift * (done + ahead)) / 2) ** 2;
  if (way === 'last_year_share') variance += lastYear * ownPast(stretch, 'run_rate').meanSquare;
  if (year > 1 && values.length < year) {
    variance += unseenSeason * seasonBetween(elapsed / year, left / year) + unseenUnrest * unrest;
  }
  return variance;
}

/** Weeks of days, once there are four of them; else single intervals. */
const blockLength = (values: readonly number[], { isDaily, seasonLength }: HistoryKind): number =>
  isDaily && values.length >= LEAST_BLOCKS * seasonLength ? seasonLength : 1;

const LEAST_BLOCKS = 4;

/** A wave of one year with its crest anywhere: mean square difference between two stretches, × ½. */
function seasonBetween(done: number, ahead: number): number {
  const flattened = (part: number) => Math.sin(Math.PI * part) / (Math.PI * part);
  const turn = Math.PI * (done + ahead);
  const real = flattened(done) - flattened(ahead) * Math.cos(turn);
  const imaginary = flattened(ahead) * Math.sin(turn);
  return (real * real + imaginary * imaginary) / 2;
}

/**
 * Mean square change from block to block, as a proportion of what they are, at most 1 a change; what
 * of it is no season and adds up; and the slope of the newest blocks.
 */
function unrestOf({ values, kind, elapsed }: Stretch, length: number) {
  const blocks: number[] = [];
  for (let end = values.length; end >= length; end -= length) {
    let sum = 0;
    for (let i = end - length; i < end; i++) sum += values[i];
    blocks.push(sum);
  }
  blocks.reverse();
  const size = blocks.reduce((sum, block) => sum + Math.abs(block), 0) / blocks.length || 1;
  const changes: number[] = [];
  for (let i = 1; i < blocks.length; i++) {
    const [before, now] = [blocks[i - 1], blocks[i]];
    const isRelative = kind.nonNegative && before > 0 && now > 0;
    const change = isRelative ? Math.log(now / before) : (now - before) / size;
    changes.push(Math.min(1, Math.max(-1, change)));
  }
  const lasting = withoutSeason(changes, Math.round(yearOf(kind) / length));
  const newest = Math.max(yearOf(kind), elapsed);
  const recent = blocks.slice(-Math.max(2, Math.round(newest / length)));
  const heights = recent.map((block) =>
    kind.nonNegative ? Math.log(Math.max(block, LEAST_HEIGHT * size)) : block / size,
  );
  return {
    unrest: meanSquare(changes),
    lastingUnrest: addingShare(lasting) * meanSquare(lasting),
    drift: slopeOf(heights),
  };
}

/** Changes against those of the year before, ÷ √2: as large as without a season. */
function withoutSeason(changes: readonly number[], year: number): readonly number[] {
  if (year < 2 || changes.length < year + Math.max(LEAST_COMPARED, year / 2)) return changes;
  return changes.slice(year).map((change, i) => (change - changes[i]) / Math.SQRT2);
}

const meanSquare = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value * value, 0) / Math.max(1, values.length);

/**
 * How far changes add up: 1 where each is news, more where they go on, and next to nothing where the
 * next takes the last one back, as noise around a level does (−½ between neighbours).
 */
function addingShare(changes: readonly number[]): number {
  let squares = 0;
  let products = 0;
  for (let i = 0; i < changes.length; i++) {
    squares += changes[i] * changes[i];
    if (i > 0) products += changes[i] * changes[i - 1];
  }
  return squares > 0 ? Math.min(1.5, Math.max(0.05, 1 + (2 * products) / squares)) : 0;
}

const LEAST_HEIGHT = 0.05;

function slopeOf(heights: readonly number[]): number {
  const n = heights.length;
  const middle = (n - 1) / 2;
  const sum = heights.reduce((total, height, i) => total + height * (i - middle), 0);
  return n < 2 ? 0 : (12 * sum) / (n * (n * n - 1));
}

function expectedOfALevel({ values, elapsed, left }: Stretch, way: WayId): number {
  const { perStep, ofSlope, once } = EXPECTED_OF_A_LEVEL;
  const adding = addingShare(values.slice(1).map((value, i) => value - values[i]));
  const isSloped = way !== 'trend_season' && way !== 'level';
  const slope = isSloped ? (ofSlope * left * left) / elapsed : 0;
  return once + adding * (perStep * left + slope);
}
