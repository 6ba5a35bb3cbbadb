import { bandOf, chanceOf, type Outlook } from '../../src/core/evaluate/forecast/forecast-band.ts';
import { chooseWay } from '../../src/core/evaluate/forecast/series/own-past.ts';
import { spreadOf } from '../../src/core/evaluate/forecast/series/spread.ts';
import { type Stretch, WAYS } from '../../src/core/evaluate/forecast/series/stretches.ts';
import { outlookOn } from '../../src/core/evaluate/judgement/outlook.ts';
import type { RunningStatus } from '../../src/core/evaluate/judgement/status.ts';
import type { Moment } from './moments.ts';

/** How often something happened of how often it was said, and with what mean chance. */
export interface Tally {
  count: number;
  said: number;
  true: number;
}

export interface Calibration {
  /** Ended inside the 80 % band, by group of moments. */
  readonly bands: Map<string, Tally>;
  readonly deciles: Tally[];
  /** Of what was given 1 % or less, and 99 % or more. */
  readonly lowest: Tally;
  readonly highest: Tally;
  /** Sums of squared differences between what was said and what happened. */
  readonly brier: { own: Score; runRate: Score; baseRate: Score; lastYear: Score; ownThere: Score };
  /** Achieved, by colour at half-time, against straight plans. */
  readonly colours: Map<string, Tally>;
}

interface Score {
  count: number;
  sum: number;
}

/** Targets around what came the time before. */
const TARGETS = [0.8, 0.9, 1, 1.1, 1.2];
const ON_COURSE = 0.95;
const AT_RISK = 0.8;

const newTally = (): Tally => ({ count: 0, said: 0, true: 0 });
const newScore = (): Score => ({ count: 0, sum: 0 });

function tallyIn(map: Map<string, Tally>, key: string, said: number, isTrue: boolean): void {
  const own = map.get(key) ?? newTally();
  map.set(key, own);
  count(own, said, isTrue);
}

function count(tally: Tally, said: number, isTrue: boolean): void {
  tally.count++;
  tally.said += said;
  if (isTrue) tally.true++;
}

function score(own: Score, said: number, isTrue: boolean): void {
  own.count++;
  own.sum += (said - Number(isTrue)) ** 2;
}

export function calibrate(moments: readonly Moment[]): Calibration {
  const found: Calibration = {
    bands: new Map(),
    deciles: Array.from({ length: 10 }, newTally),
    lowest: newTally(),
    highest: newTally(),
    brier: {
      own: newScore(),
      runRate: newScore(),
      baseRate: newScore(),
      lastYear: newScore(),
      ownThere: newScore(),
    },
    colours: new Map(),
  };
  for (const moment of moments) judge(moment, found);
  const { own, baseRate } = found.brier;
  const share = found.deciles.reduce((sum, decile) => sum + decile.true, 0) / own.count;
  baseRate.count = own.count;
  baseRate.sum = own.count * share * (1 - share);
  return found;
}

function judge(moment: Moment, found: Calibration): void {
  const { stretch, done, came, before, group } = moment;
  const { way, past, isProven } = chooseWay(stretch);
  const rest = WAYS[way].rest(stretch, stretch.values.length);
  const spread = spreadOf(stretch, way, past);
  if (rest === null || spread === null) return;
  const outlook: Outlook = { already: done, rest, spread };
  const band = bandOf(outlook);
  const isInside = band !== null && band.low <= came && came <= band.high;
  for (const key of [
    group.cadence,
    `history ${group.history}`,
    `at ${100 * group.part} %`,
    `${group.cadence}, history ${group.history}`,
  ]) {
    tallyIn(found.bands, key, 0.8, isInside);
  }
  for (const share of before === null ? [] : TARGETS) {
    const target = Number(before) * share;
    if (target > done) judgeTarget({ ...moment, target, isProven }, outlook, found);
  }
}

interface Aimed extends Moment {
  readonly target: number;
  readonly isProven: boolean;
}

function judgeTarget(aimed: Aimed, outlook: Outlook, found: Calibration): void {
  const { stretch, done, came, group, target, isProven } = aimed;
  const chance = Math.min(0.99, Math.max(0.01, chanceOf(outlook, target, 1) ?? 0));
  const isTrue = came >= target;
  count(found.deciles[Math.min(9, Math.floor(10 * chance))], chance, isTrue);
  if (chance <= 0.01) count(found.lowest, chance, isTrue);
  if (chance >= 0.99) count(found.highest, chance, isTrue);
  score(found.brier.own, chance, isTrue);
  const normal = independentDays(stretch, target - done);
  score(found.brier.runRate, normal(WAYS.run_rate.rest(stretch, stretch.values.length)), isTrue);
  const lastYear = WAYS.last_year_share.rest(stretch, stretch.values.length);
  if (lastYear !== null) {
    score(found.brier.lastYear, normal(lastYear), isTrue);
    score(found.brier.ownThere, chance, isTrue);
  }
  if (group.part !== 0.5) return;
  const pace = done / target / (stretch.elapsed / (stretch.elapsed + stretch.left));
  const byPlan: RunningStatus =
    pace >= ON_COURSE ? 'on_course' : pace >= AT_RISK ? 'at_risk' : 'off_course';
  tallyIn(found.colours, isProven ? outlookOn(byPlan, chance) : byPlan, chance, isTrue);
}

/** The naive chance: a normal distribution from moving ranges of intervals taken as independent. */
function independentDays({ values, elapsed, left }: Stretch, needed: number) {
  const newest = values.slice(-elapsed);
  let ranges = 0;
  for (let i = 1; i < newest.length; i++) ranges += Math.abs(newest[i] - newest[i - 1]);
  const sigma = ranges / Math.max(1, newest.length - 1) / 1.128;
  const deviation = Math.max(1e-9, sigma * Math.sqrt(left * (1 + left / elapsed)));
  return (rest: number | null): number => normalShareBelow(((rest ?? 0) - needed) / deviation);
}

/** Φ by Zelen and Severo's polynomial (Abramowitz and Stegun 26.2.17). */
function normalShareBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z >= 0 ? 1 - tail : tail;
}
