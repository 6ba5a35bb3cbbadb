import { shiftedFormula } from '../workbook/shifted-formula.ts';
import { colorOf } from './color-text.ts';
import { ruleOf, validationRequest } from './data-validation.ts';
import { enterValues } from './entered-cells.ts';
import { checkArguments, platformError } from './host-bridge.ts';
import { protect } from './protection.ts';
import { columnsIn, RANGE, type RangeState, rowsIn, settingsOf } from './range-state.ts';
import { typedValue } from './typed-input.ts';
import { applyBatch, gridRange } from './workbook-access.ts';

type Rows = readonly (readonly unknown[])[];

function isRows(values: readonly unknown[]): values is Rows {
  return values.every((row) => Array.isArray(row));
}

/** [seen] The data must have the shape of the range; both texts are the platform's. */
function checkShape(range: RangeState, method: string, values: unknown): Rows {
  checkArguments(`${RANGE}.${method}`, [values], ['array']);
  if (!Array.isArray(values) || !isRows(values)) {
    checkArguments(`${RANGE}.${method}`, [values], []);
    return [];
  }
  const refuse = (what: string, has: number, wants: number) => {
    throw platformError(
      `The number of ${what} in the data does not match the number of ${what} in the range. ` +
        `The data has ${has} but the range has ${wants}.`,
    );
  };
  if (values.length !== rowsIn(range)) refuse('rows', values.length, rowsIn(range));
  for (const row of values) {
    if (row.length !== columnsIn(range)) refuse('columns', row.length, columnsIn(range));
  }
  return values;
}

function filled(range: RangeState, value: unknown): Rows {
  return Array.from({ length: rowsIn(range) }, () =>
    Array.from({ length: columnsIn(range) }, () => value),
  );
}

function writeValues(range: RangeState, values: Rows): void {
  enterValues(range, range.rectangle, values, typedValue, settingsOf(range.id));
}

/** Writes one field of every cell: a note, a format, a colour. */
function writeField(
  range: RangeState,
  fields: string,
  values: Rows,
  cellData: (value: unknown) => object,
): void {
  const rows = values.map((row) => ({ values: row.map(cellData) }));
  const request = { range: gridRange(range.sheetId, range.rectangle), rows, fields };
  applyBatch(range.id, [{ updateCells: request }]);
}

function clearFields(range: RangeState, fields: string): void {
  writeField(range, fields, filled(range, null), () => ({}));
}

/** [recorded live] A whole number becomes a note with ".0". */
const noteData = (value: unknown) => ({
  note: typeof value === 'number' && Number.isInteger(value) ? `${value}.0` : String(value ?? ''),
});

const formatData = (value: unknown) => {
  const general = typeof value !== 'string' || /^general$/i.test(value);
  return general ? {} : { userEnteredFormat: { numberFormat: { pattern: value } } };
};

const styleData = (style: object) => ({ userEnteredFormat: style });

const formulaData = (value: unknown) =>
  value === '' ? {} : { userEnteredValue: { formulaValue: `=${String(value).replace(/^=/, '')}` } };

/** [recorded live] A formula for several cells is that of the first; its references move along. */
const formulasFrom = (range: RangeState, value: unknown): Rows =>
  filled(range, String(value)).map((row, down) =>
    row.map((formula, right) => shiftedFormula(String(formula), down, right)),
  );

type FieldWriter = (range: RangeState, value: unknown) => void;

interface StyledField {
  readonly fields: string;
  readonly data: (value: unknown) => object;
}

const asText = (value: unknown) => (value === null ? null : String(value));

const FIELDS = {
  note: { fields: 'note', data: noteData },
  format: { fields: 'userEnteredFormat.numberFormat', data: formatData },
  formula: { fields: 'userEnteredValue', data: formulaData },
  background: {
    fields: 'userEnteredFormat.backgroundColor',
    data: (value) => styleData({ backgroundColor: colorOf(asText(value)) }),
  },
  fontColor: {
    fields: 'userEnteredFormat.textFormat.foregroundColor',
    data: (value) => styleData({ textFormat: { foregroundColor: colorOf(asText(value)) } }),
  },
  fontWeight: {
    fields: 'userEnteredFormat.textFormat.bold',
    data: (value) => styleData({ textFormat: { bold: value === 'bold' || undefined } }),
  },
  fontStyle: {
    fields: 'userEnteredFormat.textFormat.italic',
    data: (value) => styleData({ textFormat: { italic: value === 'italic' || undefined } }),
  },
  fontSize: {
    fields: 'userEnteredFormat.textFormat.fontSize',
    data: (value) => styleData({ textFormat: { fontSize: value } }),
  },
  wrap: {
    fields: 'userEnteredFormat.wrapStrategy',
    data: (value) => styleData({ wrapStrategy: value === true ? 'WRAP' : 'OVERFLOW_CELL' }),
  },
  horizontal: {
    fields: 'userEnteredFormat.horizontalAlignment',
    data: (value) => styleData({ horizontalAlignment: asText(value)?.toUpperCase() }),
  },
  vertical: {
    fields: 'userEnteredFormat.verticalAlignment',
    data: (value) => styleData({ verticalAlignment: asText(value)?.toUpperCase() }),
  },
} satisfies Record<string, StyledField>;

const one =
  ({ fields, data }: StyledField): FieldWriter =>
  (range, value) =>
    writeField(range, fields, filled(range, value), data);

const many =
  (method: string, { fields, data }: StyledField): FieldWriter =>
  (range, values) =>
    writeField(range, fields, checkShape(range, method, values), data);

/** [documented] clear({contentsOnly: true, …}) keeps the rest; without options everything but notes and dropdowns goes. */
const CLEARED_BY_OPTION: Record<string, string> = {
  contentsOnly: 'userEnteredValue',
  formatOnly: 'userEnteredFormat',
  commentsOnly: 'note',
  validationsOnly: 'dataValidation',
};

function clear(range: RangeState, options: unknown = {}): void {
  const chosen = Object.entries(CLEARED_BY_OPTION).flatMap(([option, field]) =>
    Reflect.get(Object(options), option) === true ? [field] : [],
  );
  clearFields(range, chosen.length === 0 ? 'userEnteredValue,userEnteredFormat' : chosen.join(','));
}

/** The methods that change cells. */
const writers = {
  setValues: (range, values) => writeValues(range, checkShape(range, 'setValues', values)),
  setValue: (range, value) => writeValues(range, filled(range, value)),
  setFormulas: many('setFormulas', FIELDS.formula),
  setFormula: (range, value) =>
    writeField(range, FIELDS.formula.fields, formulasFrom(range, value), formulaData),
  setNotes: many('setNotes', FIELDS.note),
  setNote: one(FIELDS.note),
  setNumberFormats: many('setNumberFormats', FIELDS.format),
  setNumberFormat: one(FIELDS.format),
  setBackgrounds: many('setBackgrounds', FIELDS.background),
  setBackground: one(FIELDS.background),
  setFontColor: one(FIELDS.fontColor),
  setFontColors: many('setFontColors', FIELDS.fontColor),
  setFontWeight: one(FIELDS.fontWeight),
  setFontWeights: many('setFontWeights', FIELDS.fontWeight),
  setFontStyle: one(FIELDS.fontStyle),
  setFontSize: one(FIELDS.fontSize),
  setWrap: one(FIELDS.wrap),
  setHorizontalAlignment: one(FIELDS.horizontal),
  setVerticalAlignment: one(FIELDS.vertical),
  setDataValidation: (range, rule) => {
    applyBatch(range.id, [validationRequest(range, ruleOf(rule))]);
  },
  clear,
  clearContent: (range) => clearFields(range, 'userEnteredValue'),
  clearFormat: (range) => clearFields(range, 'userEnteredFormat'),
  clearNote: (range) => clearFields(range, 'note'),
  clearDataValidations: (range) => clearFields(range, 'dataValidation'),
} satisfies Partial<Record<keyof GoogleAppsScript.Spreadsheet.Range, FieldWriter>>;

/** The methods that change cells; [documented] each answers the range, for chaining. */
export const rangeWriters = Object.fromEntries(
  Object.entries<FieldWriter>(writers).map(([name, write]) => [
    name,
    (range: RangeState, ...args: [unknown]) => {
      write(range, ...args);
      return range;
    },
  ]),
);

/** range.protect() */
export function protectRange(range: RangeState): unknown {
  return protect(range.id, gridRange(range.sheetId, range.rectangle));
}
