import { GENERAL_PATTERN } from '../workbook/time-format.ts';
import { scriptValue } from './cell-value.ts';
import { colorText } from './color-text.ts';
import { validationObject } from './data-validation.ts';
import type { Emulates } from './emulated-object.ts';
import { type RangeState, refuseOutside, settingsOf, tabOf } from './range-state.ts';
import type { CellParts } from './workbook-access.ts';
import { readParts } from './workbook-access.ts';

/** One part of every cell of the range, each turned into what the platform answers. */
function each<Part extends keyof CellParts, Answer>(
  range: RangeState,
  part: Part,
  answer: (value: CellParts[Part]) => Answer,
): Answer[][] {
  const rectangle = refuseOutside(range.rectangle, tabOf(range));
  return readParts(range, rectangle, [part])[part].map((row) => row.map(answer));
}

function firstOf<Answer>(rows: readonly (readonly Answer[])[]): Answer {
  // SAFETY: a range has at least one cell.
  return rows[0]?.[0] as Answer;
}

function values(range: RangeState): unknown[][] {
  const { timeZone } = settingsOf(range.id);
  const rectangle = refuseOutside(range.rectangle, tabOf(range));
  const { value, format } = readParts(range, rectangle, ['value', 'format']);
  return value.map((row, at) =>
    row.map((cell, column) => scriptValue(cell, format[at]?.[column] ?? null, timeZone)),
  );
}

/** [documented] As shown: number format and the spreadsheet's locale. */
const displayValues = (range: RangeState) => each(range, 'text', (text) => text);
const formulas = (range: RangeState) => each(range, 'formula', (formula) => formula ?? '');
const notes = (range: RangeState) => each(range, 'note', (note) => note ?? '');
const formats = (range: RangeState) => each(range, 'format', (format) => format ?? GENERAL_PATTERN);
const backgrounds = (range: RangeState) =>
  each(range, 'style', (style) => colorText(style?.backgroundColor, '#ffffff'));
const fontColors = (range: RangeState) =>
  each(range, 'style', (style) => colorText(style?.textFormat?.foregroundColor, '#000000'));
const fontWeights = (range: RangeState) =>
  each(range, 'style', (style) => (style?.textFormat?.bold === true ? 'bold' : 'normal'));
const validations = (range: RangeState) =>
  each(range, 'validation', (rule) => (rule === null ? null : validationObject(rule)));

/** Everything a range can be asked about its cells. */
export const rangeReaders = {
  getValues: values,
  getValue: (range) => firstOf(values(range)),
  getDisplayValues: displayValues,
  getDisplayValue: (range) => firstOf(displayValues(range)),
  getFormulas: formulas,
  getFormula: (range) => firstOf(formulas(range)),
  getNotes: notes,
  getNote: (range) => firstOf(notes(range)),
  getNumberFormats: formats,
  getNumberFormat: (range) => firstOf(formats(range)),
  getBackgrounds: backgrounds,
  getBackground: (range) => firstOf(backgrounds(range)),
  getFontColors: fontColors,
  getFontColor: (range) => firstOf(fontColors(range)),
  getFontWeights: fontWeights,
  getFontWeight: (range) => firstOf(fontWeights(range)),
  getDataValidations: validations,
  getDataValidation: (range) => firstOf(validations(range)),
  isBlank: (range) => values(range).every((row) => row.every((value) => value === '')),
} satisfies Emulates<GoogleAppsScript.Spreadsheet.Range, RangeState>;
