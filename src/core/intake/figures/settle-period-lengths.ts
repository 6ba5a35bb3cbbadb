import { CADENCES, type Cadence } from '../../model/period.ts';
import { rhythmOf } from '../../model/rhythm.ts';
import type { ReadContext } from '../rows/read-context.ts';
import { dropFacts, type FactBuffer, placeOfFact } from './fact-buffer.ts';
import type { MeasureDictionary } from './measure-dictionary.ts';

/**
 * A year among its months would be counted twice. Of one measure and channel only figures of the
 * most frequent length count, of equally frequent ones the shorter; the others are findings with
 * their cells. Dates have the length of their rhythm, when they have one.
 */
export function settlePeriodLengths(
  facts: FactBuffer,
  { measures }: MeasureDictionary,
  context: ReadContext,
): void {
  if (facts.grain === null) return;
  const dropped = new Uint8Array(facts.length);
  for (const series of labelledSeries(facts, facts.grain)) {
    const lengths = lengthsOf(series, facts, facts.grain);
    const usual = mostFrequent(lengths);
    series.forEach((fact, i) => {
      const own = lengths[i];
      if (own === null || own === usual || usual === null) return;
      dropped[fact] = 1;
      context.issues.add('E_MIXED_PERIODS', placeOfFact(facts, fact), {
        measure: measures[facts.measure[fact]].name,
        usual: { list: 'cadence', code: usual },
        own: { list: 'cadence', code: own },
      });
    });
  }
  if (dropped.includes(1)) dropFacts(facts, dropped);
}

/** The facts of every measure and channel in which a label names a period. */
function labelledSeries(
  { measure, channel, channels, length }: FactBuffer,
  grain: Uint8Array,
): number[][] {
  const keyOf = (fact: number) => measure[fact] * channels.length + channel[fact];
  const series = new Map<number, number[]>();
  for (let fact = 0; fact < length; fact++) {
    if (grain[fact] !== 0 && !series.has(keyOf(fact))) series.set(keyOf(fact), []);
  }
  for (let fact = 0; fact < length; fact++) series.get(keyOf(fact))?.push(fact);
  return [...series.values()];
}

/** How long a period each fact is about; null for a date without a rhythm, which fits all. */
function lengthsOf(
  series: readonly number[],
  { day }: FactBuffer,
  grain: Uint8Array,
): (Cadence | null)[] {
  const dates = new Set(series.filter((fact) => grain[fact] === 0).map((fact) => day[fact]));
  const rhythm = rhythmOf(Int32Array.from(dates).sort());
  const ofDates = rhythm === 'irregular' ? null : rhythm;
  return series.map((fact) => (grain[fact] === 0 ? ofDates : CADENCES[grain[fact]]));
}

function mostFrequent(lengths: readonly (Cadence | null)[]): Cadence | null {
  const counts = CADENCES.map((cadence) => lengths.filter((length) => length === cadence).length);
  const most = Math.max(...counts);
  return most === 0 ? null : CADENCES[counts.indexOf(most)];
}
