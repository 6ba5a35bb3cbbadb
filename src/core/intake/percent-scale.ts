import type { Unit } from '../model/measure.ts';
import type { ReadContext } from './read-context.ts';
import type { FormatClass } from './sheet-input.ts';
import type { TabRow } from './tab-row.ts';

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
export function percentNumber(
  row: TabRow,
  column: string,
  unit: Unit | undefined,
  context: ReadContext,
): number | null {
  const value = row.number(column, unit);
  if (unit?.kind === 'percent') warnOfScale(row, column, value, context);
  return value;
}

/** A share, such as growth: 0.1 or 10%. */
export function readShare(row: TabRow, column: string, context: ReadContext): number | null {
  const value = row.number(column);
  if (value !== null && Math.abs(value) > 1.5) warnOfScale(row, column, value, context);
  return value;
}

function warnOfScale(
  row: TabRow,
  column: string,
  value: number | null,
  context: ReadContext,
): void {
  if (value === null || !looksHundredfold(value, row.cell(column), row.format(column))) return;
  context.issues.add(
    'W_PERCENT_SCALE',
    row.place(column),
    { ...percentScaleDetails(value), column: row.columnName(column) },
    row.subject,
  );
}
