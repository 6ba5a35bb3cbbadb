import type { Cadence, RegularCadence, YearCut } from '../../model/period.ts';
import { CADENCES, intervalContaining } from '../../model/period.ts';
import type { FactBuffer } from './fact-buffer.ts';
import { grainNumber } from './grain.ts';

/** Per measure: its first day with a value and a bit for each day from there on. */
interface DaysWithValues {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly startBit: Float64Array;
  readonly bits: Uint8Array;
}

const NEVER = 2 ** 30;

/**
 * The rhythm in which a measure gets values: the finest cadence at which at least half of the
 * intervals between its first and last value have one, and no finer than the longest period that
 * a label named. Null without values; irregular when not even years have enough.
 */
export function inferCadences(
  facts: FactBuffer,
  measureCount: number,
  coarsestGrain: Uint8Array,
  wanted: readonly boolean[],
  cut: YearCut,
): (Cadence | null)[] {
  const days = daysWithValues(facts, measureCount, wanted);
  return wanted.map((isWanted, position) =>
    !isWanted || days.first[position] === NEVER
      ? null
      : (finestFilled(listDays(days, position), coarsestGrain[position], cut) ?? 'irregular'),
  );
}

/** Two passes over the facts, whatever the number of measures. */
function daysWithValues(
  facts: FactBuffer,
  measureCount: number,
  wanted: readonly boolean[],
): DaysWithValues {
  const first = new Int32Array(measureCount).fill(NEVER);
  const last = new Int32Array(measureCount).fill(-NEVER);
  const { measure, day, length } = facts;
  for (let fact = 0; fact < length; fact++) {
    const position = measure[fact];
    const factDay = day[fact];
    if (factDay < first[position]) first[position] = factDay;
    if (factDay > last[position]) last[position] = factDay;
  }
  const startBit = new Float64Array(measureCount);
  let bitCount = 0;
  for (let position = 0; position < measureCount; position++) {
    startBit[position] = bitCount;
    if (wanted[position] && first[position] !== NEVER) {
      bitCount += last[position] - first[position] + 1;
    }
  }
  const bits = new Uint8Array(Math.ceil(bitCount / 8) + 1);
  for (let fact = 0; fact < length; fact++) {
    const position = measure[fact];
    if (!wanted[position]) continue;
    const bit = startBit[position] + day[fact] - first[position];
    bits[Math.floor(bit / 8)] |= 1 << (bit % 8);
  }
  return { first, last, startBit, bits };
}

function listDays({ first, last, startBit, bits }: DaysWithValues, position: number): number[] {
  const days: number[] = [];
  for (let day = first[position]; day <= last[position]; day++) {
    const bit = startBit[position] + day - first[position];
    if ((bits[Math.floor(bit / 8)] & (1 << (bit % 8))) !== 0) days.push(day);
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
