import type { Measure } from '../model/measure.ts';
import { mapPart, type Part } from './part.ts';

const MINUTES_A_DAY = 1440;

/** Measured in shares and days; shown in percent and minutes. */
const DISPLAY_FACTORS: ReadonlyMap<string, number> = new Map([
  ['percent', 100],
  ['duration', MINUTES_A_DAY],
]);

/** A value in the unit it is shown in, without the last bit that a factor leaves: 2.4, not 2.4…04. */
export function displayed(value: number, unit: string): number {
  const factor = DISPLAY_FACTORS.get(unit);
  return factor === undefined ? value : Number((value * factor).toPrecision(15));
}

/** Numbers in the unit of their KPI, as they are shown. */
export const inDisplayUnit = (part: Part, unit: string | null): Part =>
  unit === null || !DISPLAY_FACTORS.has(unit)
    ? part
    : mapPart(part, (cell) => (typeof cell === 'number' ? displayed(cell, unit) : cell));

/** Language-free: number, percent, EUR, or the word that is counted. */
export function unitCode({ unit }: Measure): string {
  if (unit.kind === 'currency') return unit.currency;
  return unit.kind === 'number' ? (unit.word ?? unit.kind) : unit.kind;
}
