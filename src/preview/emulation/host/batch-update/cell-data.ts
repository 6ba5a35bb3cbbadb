import { type MaskTree, maskPaths, parseMask } from '../../workbook/fields-mask.ts';
import type { Cell, CellStyle, CellValue, ValidationRule } from '../../workbook/workbook.ts';
import { FIELDS_MISSING, RequestNotEmulated, RequestRefusal } from './refusal.ts';

interface ExtendedValue {
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
type FieldWriter = (cell: Cell, data: CellData, path: string, locale: string) => Cell;

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

/** [known] How a locale writes a day; any other, year first. */
const DAY_PATTERNS: Record<string, string> = {
  nl: 'd-m-yyyy',
  de: 'dd.mm.yyyy',
  fr: 'dd/mm/yyyy',
  en_GB: 'dd/mm/yyyy',
  en_US: 'm/d/yyyy',
};

/** [documented] A type without a pattern stands for the locale's own; [assumed] which that is. */
function patternOfType(type: string, locale: string): string | undefined {
  const day = DAY_PATTERNS[locale] ?? DAY_PATTERNS[locale.slice(0, 2)] ?? 'yyyy-mm-dd';
  const patterns: Record<string, string> = {
    TEXT: '@',
    NUMBER: '#,##0.00',
    PERCENT: '0.00%',
    CURRENCY: '#,##0.00',
    DATE: day,
    TIME: 'h:mm:ss',
    DATE_TIME: `${day} h:mm:ss`,
    SCIENTIFIC: '0.00E+00',
  };
  return patterns[type];
}

function patternOf(format: NumberFormat | undefined, locale: string): string | undefined {
  if (format === undefined) return undefined;
  return format.pattern || patternOfType(format.type ?? '', locale);
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

function writeFormat(cell: Cell, data: CellData, path: string, locale: string): Cell {
  const [, ...inside] = path.split('.');
  if (inside.length === 0) {
    const { numberFormat, ...style } = data.userEnteredFormat ?? {};
    return withStyle({ ...cell, format: patternOf(numberFormat, locale) }, style);
  }
  if (inside[0] === 'numberFormat') {
    return { ...cell, format: patternOf(data.userEnteredFormat?.numberFormat, locale) };
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
const CELL_FIELDS = Object.keys(FIELD_WRITERS);

/** Writes the masked fields of some data into a cell; a field that the data lacks is cleared. */
export type WriteCell = (cell: Cell, data: CellData) => Cell;

/** How a request with these fields changes cells of a workbook with this locale. */
export function cellWriter(fields: string | undefined, locale: string): WriteCell {
  const paths = requiredPaths(fields, CELL_FIELDS);
  const writers = paths.map((path) => {
    const write = FIELD_WRITERS[path.split('.')[0] ?? ''];
    if (write === undefined) throw new RequestNotEmulated(`cell field ${path}`);
    return { path, write };
  });
  return (cell, data) =>
    writers.reduce((written, { path, write }) => write(written, data, path, locale), cell);
}
