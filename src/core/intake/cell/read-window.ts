import { anyOf } from '../../language/cell-words.ts';
import type { MeasureWindow } from '../../model/measure.ts';
import { CADENCES } from '../../model/period.ts';
import { normaliseText } from '../sheet/normalise-text.ts';
import { bad, type CellReading, read, shown } from './cell-reading.ts';
import { readText } from './read-text.ts';

const FORMS = CADENCES.map((unit) => ({
  unit,
  pattern: new RegExp(`^(\\d{1,4}) ?${anyOf(({ lengths }) => lengths[unit])}$`),
}));

/** How far a value looks back: "12 months", "28 dagen"; a number says nothing without its unit. */
export function readWindow(cell: unknown): CellReading<MeasureWindow> {
  const text = readText(cell);
  if (text.kind !== 'value') return text;
  const key = normaliseText(text.value);
  for (const { unit, pattern } of FORMS) {
    const length = Number(pattern.exec(key)?.[1] ?? 0);
    if (length > 0) return read({ length, unit });
  }
  return bad('E_WINDOW', { received: shown(cell) });
}
