import type { Measure } from '../model/measure.ts';
import { mapPart, type Part } from './part.ts';

const MINUTES_A_DAY = 1440;

/** Measured in shares and days; shown in percent and minutes. */
const DISPLAY_FACTORS: Readonly<Record<string, number | undefined>> = {
  percent: 100,
  duration: MINUTES_A_DAY,
};

/** A value in the unit it is shown in, without the last bit that a factor leaves: 2.4, not 2.4…04. */
export function displayed(value: number, unit: string): number {
  const factor = DISPLAY_FACTORS[unit];
  return factor === undefined ? value : Number((value * factor).toPrecision(15));
}

/** Numbers in the unit of their KPI, as they are shown. */
export const inDisplayUnit = (part: Part, unit: string | null): Part =>
  unit === null || DISPLAY_FACTORS[unit] === undefined
    ? part
    : mapPart(part, (cell) => (typeof cell === 'number' ? displayed(cell, unit) : cell));

/** Language-free: number, percent, EUR … */
export const unitCode = ({ unit }: Measure): string =>
  unit.kind === 'currency' ? unit.currency : unit.kind;
