import type { Cadence, RegularCadence, YearCut } from '../../model/period.ts';
import { CADENCES, grainNumber, intervalContaining } from '../../model/period.ts';
import type { FactBuffer } from './fact-buffer.ts';
import type { MeasureDictionary } from './measure-dictionary.ts';
import { type FactSurvey, NO_FACT } from './survey-facts.ts';

/** A bit for each day between the first and last value of each measure. */
interface DaysWithValues {
  readonly startBit: Int32Array;
  readonly bits: Uint8Array;
}

/** By measure, the longest and the shortest period that its values name; a date is a day, 0. */
type LabelGrains = Pick<MeasureDictionary, 'coarsestGrain' | 'finestGrain'>;

const NEVER = 2 ** 30;

/**
 * The rhythm in which a measure gets values: the finest cadence at which at least half of the
 * intervals between its first and last value have one, and no finer than the longest period that
 * a label named. Figures that all carry labels of one length say it themselves, however many are
 * missing. Null without values; irregular when not even years have enough.
 */
export function inferCadences(
  facts: FactBuffer,
  survey: FactSurvey,
  { coarsestGrain, finestGrain }: LabelGrains,
  isWanted: Uint8Array,
  cut: YearCut,
): (Cadence | null)[] {
  const days = daysWithValues(facts, survey, isWanted);
  return Array.from(isWanted, (wanted, position) => {
    if (wanted === 0 || survey.newestFact[position] === NO_FACT) return null;
    const coarsest = coarsestGrain[position];
    if (coarsest > 0 && coarsest === finestGrain[position]) return CADENCES[coarsest];
    return finestFilled(listDays(days, survey, position), coarsest, cut) ?? 'irregular';
  });
}

function daysWithValues(
  { measure, day, length }: FactBuffer,
  { firstDay, lastDay, newestFact }: FactSurvey,
  isWanted: Uint8Array,
): DaysWithValues {
  const startBit = new Int32Array(isWanted.length);
  let bitCount = 0;
  for (let position = 0; position < isWanted.length; position++) {
    // A measure's bits begin where its first day would be day 0.
    startBit[position] = bitCount - firstDay[position];
    if (isWanted[position] === 1 && newestFact[position] !== NO_FACT) {
      bitCount += lastDay[position] - firstDay[position] + 1;
    }
  }
  const bits = new Uint8Array((bitCount >> 3) + 1);
  if (bitCount === 0) return { startBit, bits };
  for (let fact = 0; fact < length; fact++) {
    const position = measure[fact];
    if (isWanted[position] === 0) continue;
    const bit = startBit[position] + day[fact];
    bits[bit >> 3] |= 1 << (bit & 7);
  }
  return { startBit, bits };
}

function listDays(
  { startBit, bits }: DaysWithValues,
  { firstDay, lastDay }: FactSurvey,
  position: number,
): number[] {
  const days: number[] = [];
  for (let day = firstDay[position]; day <= lastDay[position]; day++) {
    const bit = startBit[position] + day;
    if ((bits[bit >> 3] & (1 << (bit & 7))) !== 0) days.push(day);
  }
  return days;
}

function finestFilled(
  days: readonly number[],
  coarsestGrain: number,
  cut: YearCut,
): RegularCadence | null {
  for (const cadence of CADENCES) {
    if (grainNumber(cadence) < coarsestGrain) continue;
    if (2 * filledIntervals(cadence, days, cut) >= intervalCount(cadence, days, cut)) {
      return cadence;
    }
  }
  return null;
}

function filledIntervals(cadence: RegularCadence, days: readonly number[], cut: YearCut): number {
  let count = 0;
  let end = -NEVER;
  for (const day of days) {
    if (day <= end) continue;
    end = intervalContaining(cadence, day, cut).end;
    count++;
  }
  return count;
}

function intervalCount(cadence: RegularCadence, days: readonly number[], cut: YearCut): number {
  const last = days[days.length - 1];
  if (cadence === 'day') return last - days[0] + 1;
  let count = 0;
  for (let day = days[0]; day <= last; count++) {
    day = intervalContaining(cadence, day, cut).end + 1;
  }
  return count;
}
