import type { FactBuffer } from './fact-buffer.ts';
import { type MeasureDictionary, READS_EVENT } from './measure-dictionary.ts';

/**
 * By position the other measures that count rows of the same tab: where one has a later row,
 * somebody kept the tab, and the others had none.
 */
export function keptTogether(
  { measure, segments, length }: FactBuffer,
  { measures, reads }: MeasureDictionary,
): ReadonlyArray<readonly string[]> {
  const none = measures.map(() => []);
  if (reads.filter((kind) => kind === READS_EVENT).length < 2) return none;
  const inSheet = new Map<unknown, Uint8Array>();
  segments.forEach(({ start, sheet }, i) => {
    const present = inSheet.get(sheet) ?? new Uint8Array(measures.length);
    inSheet.set(sheet, present);
    const end = segments[i + 1]?.start ?? length;
    for (let fact = start; fact < end; fact++) present[measure[fact]] = 1;
  });
  return measures.map((own, position) => {
    if (reads[position] !== READS_EVENT) return [];
    const sheets = [...inSheet.values()].filter((present) => present[position] === 1);
    return measures.flatMap(({ id }, other) => {
      const isBeside = sheets.some((present) => present[other] === 1);
      return id !== own.id && reads[other] === READS_EVENT && isBeside ? [id] : [];
    });
  });
}
