import type { CellValue } from '../workbook/workbook.ts';
import { callHost } from './host-bridge.ts';
import { serialOfMoment } from './serial-time.ts';

/** What lands in a cell; `format` only when the input asks for one the cell does not have. */
export interface TypedInput {
  readonly value: CellValue;
  readonly formula?: string;
  readonly format?: string;
}

export interface InputSettings {
  readonly locale: string;
  readonly timeZone: string;
}

/** Text as if a person typed it. */
export const typedText = (text: string, current: string | null, { locale }: InputSettings) =>
  callHost<TypedInput>('text.typed', text, current, locale);

/** A value a script puts in a cell with setValue(s). */
export function typedValue(
  value: unknown,
  current: string | null,
  settings: InputSettings,
): TypedInput {
  // [known] null and undefined empty the cell.
  if (value === null || value === undefined) return { value: null };
  if (typeof value === 'boolean') return { value };
  if (typeof value === 'number') {
    return Number.isFinite(value) ? { value } : { value: { error: '#NUM!' } };
  }
  if (value instanceof Date) {
    const serial = serialOfMoment(value, settings.timeZone);
    return callHost<TypedInput>('text.date', serial, current, settings.locale);
  }
  return typedText(String(value), current, settings);
}
