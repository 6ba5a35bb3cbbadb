import { type MaskTree, maskPaths, parseMask } from '../../workbook/fields-mask.ts';
import type { Cell, CellStyle, CellValue, ValidationRule } from '../../workbook/workbook.ts';
import { FIELDS_MISSING, RequestNotEmulated, RequestRefusal } from './refusal.ts';

export interface ExtendedValue {
  readonly numberValue?: number;
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly formulaValue?: string;
}

interface NumberFormat {
  readonly type?: string;
  readonly pattern?: string;
}

/** The API's CellData, as far as a script may write it. */
export interface CellData {
  readonly userEnteredValue?: ExtendedValue;
  readonly userEnteredFormat?: CellStyle & { readonly numberFormat?: NumberFormat };
  readonly note?: string;
  readonly dataValidation?: ValidationRule;
}

/** What happens to a cell for one path of the fields mask. */
type FieldWriter = (cell: Cell, data: CellData, path: string) => Cell;

/** [documented] Limits of one cell; [seen] the text. */
const MAX_CHARACTERS = 50_000;

function typedValue(entered: ExtendedValue | undefined): Pick<Cell, 'value' | 'formula'> {
  if (entered === undefined) return { value: null };
  const { numberValue, boolValue, stringValue, formulaValue } = entered;
  if (numberValue !== undefined) return { value: numberValue };
  if (boolValue !== undefined) return { value: boolValue };
  // A formula is kept, not calculated: its value is asked for by nobody without being refused.
  if (formulaValue !== undefined) return { value: formulaValue, formula: formulaValue };
  return { value: emptyIsNull(stringValue ?? null) };
}

function emptyIsNull(text: string | null): CellValue {
  if (text !== null && text.length > MAX_CHARACTERS) {
    throw new RequestRefusal(
      `Your input contains more than the maximum of ${MAX_CHARACTERS} characters in a single cell.`,
    );
  }
  return text === '' ? null : text;
}

/** [assumed] The pattern a type without one stands for. */
const PATTERN_OF_TYPE: Record<string, string> = {
  TEXT: '@',
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  CURRENCY: '#,##0.00',
  DATE: 'yyyy-mm-dd',
  TIME: 'h:mm:ss',
  DATE_TIME: 'yyyy-mm-dd h:mm:ss',
  SCIENTIFIC: '0.00E+00',
};

function patternOf(format: NumberFormat | undefined): string | undefined {
  if (format === undefined) return undefined;
  return format.pattern || PATTERN_OF_TYPE[format.type ?? ''];
}

function withMember(
  holder: Readonly<Record<string, unknown>>,
  path: readonly string[],
  source: unknown,
): Record<string, unknown> {
  const [name = '', ...deeper] = path;
  const incoming = isRecord(source) ? source[name] : undefined;
  const current = holder[name];
  const next =
    deeper.length === 0 ? incoming : withMember(isRecord(current) ? current : {}, deeper, incoming);
  const changed = { ...holder, [name]: next };
  if (next === undefined || (isRecord(next) && Object.keys(next).length === 0))
    delete changed[name];
  return changed;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function withStyle(cell: Cell, style: CellStyle): Cell {
  return { ...cell, style: Object.keys(style).length === 0 ? undefined : style };
}

function writeFormat(cell: Cell, data: CellData, path: string): Cell {
  const [, ...inside] = path.split('.');
  if (inside.length === 0) {
    const { numberFormat, ...style } = data.userEnteredFormat ?? {};
    return withStyle({ ...cell, format: patternOf(numberFormat) }, style);
  }
  if (inside[0] === 'numberFormat') {
    return { ...cell, format: patternOf(data.userEnteredFormat?.numberFormat) };
  }
  return withStyle(cell, withMember(cell.style ?? {}, inside, data.userEnteredFormat));
}

const FIELD_WRITERS: Record<string, FieldWriter> = {
  userEnteredValue: ({ formula: _formula, ...cell }, data) => ({
    ...cell,
    ...typedValue(data.userEnteredValue),
  }),
  userEnteredFormat: writeFormat,
  note: (cell, data) => ({ ...cell, note: data.note || undefined }),
  dataValidation: (cell, data) => ({ ...cell, validation: data.dataValidation }),
};

/** The paths of a request's mask, "*" spelled out; [seen] refused when there are none. */
export function requiredPaths(fields: string | undefined, all: readonly string[]): string[] {
  if (fields === undefined || fields === '') throw new RequestRefusal(FIELDS_MISSING);
  const tree: MaskTree | null = parseMask(fields);
  if (tree === null) throw new RequestRefusal(`Invalid field: ${fields}`);
  return '*' in tree ? [...all] : maskPaths(tree);
}

/** Every field of a cell that can be written, for "*". */
export const CELL_FIELDS = Object.keys(FIELD_WRITERS);

/** The cell after writing the masked fields of `data`; a field that data lacks is cleared. */
export function writeCellData(cell: Cell, data: CellData, paths: readonly string[]): Cell {
  return paths.reduce((written, path) => {
    const write = FIELD_WRITERS[path.split('.')[0] ?? ''];
    if (write === undefined) throw new RequestNotEmulated(`cell field ${path}`);
    return write(written, data, path);
  }, cell);
}
