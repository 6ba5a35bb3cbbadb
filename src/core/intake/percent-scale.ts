import type { Columns } from '../layout/tab-layout.ts';
import type { Unit } from '../model/measure.ts';
import type { FormatClass } from './sheet/sheet-input.ts';
import type { NumberColumn, TabRow } from './tab-row.ts';

/**
 * Whether a percent was probably typed a hundred times too big: 2.4 where 2.4 % is meant. A cell
 * that shows a % sign was seen by its author, so it is believed.
 */
export const looksHundredfold = (value: number, cell: unknown, format: FormatClass): boolean =>
  Math.abs(value) > 1 && (typeof cell === 'string' ? !cell.includes('%') : format !== 'percent');

export const percentScaleDetails = (value: number) => ({
  received: { typed: value },
  percent: { typed: +(value * 100).toPrecision(12) },
  share: { typed: +(value / 100).toPrecision(12) },
});

/** A number in the unit; of a percent, a warning when its scale looks wrong. */
export function percentNumber<Of extends Columns>(
  row: TabRow<Of>,
  column: NumberColumn<Of>,
  unit: Unit | undefined,
): number | null {
  const value = row.number(column, unit);
  if (unit?.kind === 'percent') warnOfScale(row, column, value);
  return value;
}

/** A share, such as growth: 0.1 or 10%. */
export function readShare<Of extends Columns>(
  row: TabRow<Of>,
  column: NumberColumn<Of>,
): number | null {
  const value = row.number(column, undefined);
  if (value !== null && Math.abs(value) > 1.5) warnOfScale(row, column, value);
  return value;
}

function warnOfScale<Of extends Columns>(
  row: TabRow<Of>,
  column: keyof Of,
  value: number | null,
): void {
  if (value === null || !looksHundredfold(value, row.cell(column), row.format(column))) return;
  row.note('W_PERCENT_SCALE', percentScaleDetails(value), column);
}
