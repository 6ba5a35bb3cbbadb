import type { Day } from '../../model/calendar-date.ts';
import {
  CADENCES,
  type Cadence,
  intervalContaining,
  type RegularCadence,
  type YearCut,
} from '../../model/period.ts';
import { rhythmOf } from '../../model/rhythm.ts';
import { isKeptBy, isTwiceAMonth, stepBetweenRhythms } from '../../model/steady-dates.ts';
import type { FactBuffer } from './fact-buffer.ts';
import { type FactSurvey, NO_FACT } from './survey-facts.ts';

/** The rhythm of a measure, and whether that was more than a guess. */
export interface Inferred {
  readonly cadence: Cadence;
  readonly isGuessed: boolean;
  /** The days between dates that keep a rhythm which Koers does not have; null: they do not. */
  readonly step: number | null;
}

/** A bit for each day between the first and last value of each measure. */
interface DaysWithValues {
  readonly startBit: Int32Array;
  readonly bits: Uint8Array;
}

/**
 * The rhythm in which a measure gets values: the length of the periods that its labels name, else
 * that of its dates. One single date shows no rhythm and is a guess: a month, quarter or year when
 * it is the first or last day of one and a KPI on it is longer, else a day. Null without values.
 * Amounts on dates that nobody keeps to, such as deals, are irregular.
 *
 * @param isAmount by position 1 where values are added up
 * @param longestKpi by position, in days; 0 for a measure that no KPI reads
 */
export function inferCadences(
  facts: FactBuffer,
  survey: FactSurvey,
  isWanted: Uint8Array,
  isAmount: Uint8Array,
  longestKpi: ArrayLike<number>,
  cut: YearCut,
): (Inferred | null)[] {
  const days = daysWithValues(facts, survey, isWanted);
  const labelled = labelledLengths(facts, isWanted.length);
  return Array.from(isWanted, (wanted, position) => {
    if (wanted === 0 || survey.newestFact[position] === NO_FACT) return null;
    const label = labelled?.[position] ?? 0;
    if (label > 0) return { cadence: CADENCES[label], isGuessed: false, step: null };
    const dates = listDays(days, survey, position);
    const cadence = rhythmOf(dates);
    if (cadence !== null) {
      return {
        ...(isAmount[position] === 1 ? ofAmounts(cadence, dates) : { cadence, step: null }),
        isGuessed: false,
      };
    }
    const day = survey.firstDay[position];
    return { cadence: guessed(day, longestKpi[position], cut), isGuessed: true, step: null };
  });
}

/** Amounts that are added up are of a stretch of time where they are kept by one, else of a moment. */
function ofAmounts(cadence: Cadence, dates: readonly Day[]): Pick<Inferred, 'cadence' | 'step'> {
  if (cadence !== 'irregular') {
    const isKept = (cadence !== 'week' && cadence !== 'month') || isKeptBy(cadence, dates);
    return { cadence: isKept ? cadence : 'irregular', step: null };
  }
  if (isTwiceAMonth(dates)) return { cadence: 'month', step: null };
  return { cadence, step: stepBetweenRhythms(dates) };
}

const GUESSES: readonly RegularCadence[] = ['month', 'quarter', 'year'];

function guessed(day: Day, longestKpi: number, cut: YearCut): Cadence {
  const found = GUESSES.find((cadence) => {
    const { start, end } = intervalContaining(cadence, day, cut);
    return (day === start || day === end) && longestKpi > end - start + 1;
  });
  return found ?? 'day';
}

/** By position the most frequent length of the periods that labels name, 0 without; null: no labels. */
function labelledLengths(
  { measure, grain, length }: FactBuffer,
  measureCount: number,
): Uint8Array | null {
  if (grain === null) return null;
  const counts = new Int32Array(measureCount * CADENCES.length);
  for (let fact = 0; fact < length; fact++) counts[measure[fact] * CADENCES.length + grain[fact]]++;
  return Uint8Array.from({ length: measureCount }, (_, position) => {
    let best = 0;
    for (let length = 1; length < CADENCES.length; length++) {
      const count = counts[position * CADENCES.length + length];
      if (count > 0 && (best === 0 || count > counts[position * CADENCES.length + best]))
        best = length;
    }
    return best;
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
