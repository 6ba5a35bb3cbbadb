import type { GridRectangle } from '../workbook/workbook.ts';
import type { InputSettings, TypedInput } from './typed-input.ts';
import { APP, applyBatch, gridRange, readParts } from './workbook-access.ts';

interface Place {
  readonly id: string;
  readonly sheetId: number;
}

function enteredValue({ value, formula }: TypedInput): object | undefined {
  if (formula !== undefined) return { formulaValue: formula };
  if (typeof value === 'number') return { numberValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'string') return { stringValue: value };
  return value === null ? undefined : { stringValue: value.error };
}

/** One value as it enters a cell that has this format now. */
export type Enter = (value: unknown, current: string | null, settings: InputSettings) => TypedInput;

/**
 * The request that puts values into a rectangle. Formats are written only when the input
 * brings one ("12%"), and then every other cell of the rectangle is given its own again.
 */
export function enterRequest(
  place: Place,
  rectangle: GridRectangle,
  values: readonly (readonly unknown[])[],
  enter: Enter,
  settings: InputSettings,
  caller = APP,
): object {
  const { format } = readParts(place, rectangle, ['format'], caller);
  const current = (row: number, column: number) => format[row]?.[column] ?? null;
  const inputs = values.map((row, at) =>
    row.map((value, column) => enter(value, current(at, column), settings)),
  );
  const formatted = inputs.some((row) => row.some((input) => input.format !== undefined));
  const rows = inputs.map((row, at) => ({
    values: row.map((input, column) => {
      const pattern = input.format ?? current(at, column);
      return {
        userEnteredValue: enteredValue(input),
        ...(formatted && pattern !== null && { userEnteredFormat: { numberFormat: { pattern } } }),
      };
    }),
  }));
  const fields = formatted ? 'userEnteredValue,userEnteredFormat.numberFormat' : 'userEnteredValue';
  return { updateCells: { range: gridRange(place.sheetId, rectangle), rows, fields } };
}

/** Enters values into a rectangle of the same shape. */
export function enterValues(
  place: Place,
  rectangle: GridRectangle,
  values: readonly (readonly unknown[])[],
  enter: Enter,
  settings: InputSettings,
): void {
  applyBatch(place.id, [enterRequest(place, rectangle, values, enter, settings)]);
}
