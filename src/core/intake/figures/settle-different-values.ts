import type { FactBuffer } from './fact-buffer.ts';
import { type MeasureDictionary, READS_DIFFERENT_VALUE } from './measure-dictionary.ts';

/**
 * Of what counts different values each is a 1 once, on its first date and of that in its first row,
 * and a 0 wherever it is repeated.
 */
export function settleDifferentValues(facts: FactBuffer, dictionary: MeasureDictionary): void {
  const { reads, valuesOf } = dictionary;
  if (!reads.includes(READS_DIFFERENT_VALUE)) return;
  const { measure, day, value, length } = facts;
  const firsts = new Map(
    [...valuesOf].map(([position, values]) => [position, new Int32Array(values.size).fill(-1)]),
  );
  for (let fact = 0; fact < length; fact++) {
    if (reads[measure[fact]] !== READS_DIFFERENT_VALUE) continue;
    const first = firsts.get(measure[fact]);
    if (first === undefined) continue;
    const before = first[value[fact]];
    if (before === -1 || day[fact] < day[before]) first[value[fact]] = fact;
  }
  for (let fact = 0; fact < length; fact++) {
    if (reads[measure[fact]] !== READS_DIFFERENT_VALUE) continue;
    value[fact] = firsts.get(measure[fact])?.[value[fact]] === fact ? 1 : 0;
  }
}
