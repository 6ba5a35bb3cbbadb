import type { Columns } from '../../layout/tab-layout.ts';
import type { Unit } from '../../model/measure.ts';
import { shown } from '../cell/cell-reading.ts';
import { isOfCurrency, takeNumberApart } from '../cell/number-text.ts';
import type { FormatClass } from '../sheet/sheet-input.ts';
import type { NumberColumn, TabRow } from './tab-row.ts';

const isShownAsPercent = (cell: unknown, format: FormatClass): boolean =>
  typeof cell === 'string' ? cell.includes('%') : format === 'percent';

/**
 * Whether a percent was probably typed a hundred times too big: 2.4 where 2.4% is meant. A cell
 * that shows a % sign was seen by its author, so it is believed.
 */
export const looksHundredfold = (value: number, cell: unknown, format: FormatClass): boolean =>
  Math.abs(value) > 1 && !isShownAsPercent(cell, format);

export const percentScaleDetails = (value: number) => ({
  received: { typed: value },
  percent: { typed: +(value * 100).toPrecision(12) },
  share: { typed: +(value / 100).toPrecision(12) },
});

/** A number in the unit; of a percent, a warning when its scale looks wrong. Other money is an error. */
export function percentNumber<Of extends Columns>(
  row: TabRow<Of>,
  column: NumberColumn<Of>,
  unit: Unit | undefined,
): number | null {
  const value = row.number(column, unit);
  if (unit === undefined || value === null) return value;
  if (isOtherMoney(row, column, unit)) return null;
  if (isShareOfAmount(row, column, unit)) return null;
  if (unit.kind === 'percent') warnOfScale(row, column, value);
  return value;
}

/** "$ 5,000" in EUR, or in hours: a finding. Without a unit any amount may stand. */
function isOtherMoney<Of extends Columns>(row: TabRow<Of>, column: keyof Of, unit: Unit): boolean {
  const cell = row.cell(column);
  const currency = typeof cell === 'string' ? takeNumberApart(cell).currency : null;
  if (currency === null || unit.kind === 'number') return false;
  const received = shown(cell);
  if (unit.kind !== 'currency') {
    row.report('E_CURRENCY_UNIT', { received, unit: { unitKind: unit.kind } }, column);
    return true;
  }
  if (isOfCurrency(currency, unit.currency)) return false;
  row.report('E_CURRENCY', { received, currency: unit.currency }, column);
  return true;
}

/** Whether a cell shows a percentage. */
export const showsPercent = <Of extends Columns>(row: TabRow<Of>, column: keyof Of): boolean =>
  isShownAsPercent(row.cell(column), row.format(column));

/** Whether a cell holds a number that is no percentage, by its sign or its size. */
export const isAmount = <Of extends Columns>(row: TabRow<Of>, column: keyof Of): boolean => {
  const cell = row.cell(column);
  return typeof cell === 'number' && Math.abs(cell) > 100 && !showsPercent(row, column);
};

/** "10%" as a target in EUR, or in hours: a finding. */
function isShareOfAmount<Of extends Columns>(
  row: TabRow<Of>,
  column: keyof Of,
  unit: Unit,
): boolean {
  const takesShares = unit.kind === 'number' || unit.kind === 'percent' || unit.kind === 'points';
  if (takesShares || !showsPercent(row, column)) return false;
  reportShare(row, column);
  return true;
}

export function reportShare<Of extends Columns>(row: TabRow<Of>, column: keyof Of): void {
  const cell = row.cell(column);
  const received = typeof cell === 'number' ? `${+(cell * 100).toPrecision(12)}%` : shown(cell);
  row.report('E_PERCENT_AMOUNT', { received }, column);
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

/** What a weight cell gives: null when blank; negative or text is an error. */
export function readWeight<Of extends Columns>(
  row: TabRow<Of>,
  column: NumberColumn<Of>,
): number | null {
  const weight = row.number(column, undefined);
  if (weight === null || weight >= 0) return weight;
  row.report('E_WEIGHT', { received: { typed: weight } }, column);
  return null;
}

/** A whole number of 0 or more; anything else is an issue. */
export function wholeNumber<Of extends Columns>(
  row: TabRow<Of>,
  column: NumberColumn<Of>,
  high: number,
): number | null {
  const value = row.number(column, undefined);
  if (value === null || (Number.isInteger(value) && value >= 0 && value <= high)) return value;
  reportBounds(row, column, value, 0, high);
  return null;
}

/** A number outside its bounds, both inclusive. */
export const reportBounds = <Of extends Columns>(
  row: TabRow<Of>,
  column: keyof Of,
  received: number | string,
  low: number,
  high: number,
): void =>
  row.report(
    'E_BOUNDS',
    {
      received: typeof received === 'number' ? { typed: received } : received,
      low: { typed: low },
      high: { typed: high },
    },
    column,
  );
