import {
  decodeColumn,
  type EncodedColumn,
  encodeCells,
  encodeConstant,
  encodeDerived,
  encodeNumbers,
  encodePerKey,
  encodeWords,
  FULL_PRECISION,
  type Precision,
  type RowKeys,
} from './column-encodings.ts';
import { dayFromCompactDate } from './compact-date.ts';
import { DERIVATIONS, type Sources } from './derivations.ts';
import { FITTED } from './fits.ts';
import { encodeFitted } from './fitted-column.ts';
import type { PlainCell, PlainTable } from './plain-table.ts';
import { fromRuns, toRuns } from './runs.ts';

/** Version of the encoding: an older or newer text is not read, the table is made again. */
const ENCODING_VERSION = 1;

interface EncodedTable {
  readonly version: number;
  readonly rowCount: number;
  /** Key of every row, in runs. */
  readonly keys: readonly number[];
  readonly columns: ReadonlyArray<readonly [field: string, column: EncodedColumn]>;
}

/** What most columns of a table say something about: its KPI, or its goal. */
const KEY_FIELDS = ['kpi_key', 'goal_id'];

function rowKeysOf(table: PlainTable): RowKeys {
  const field = KEY_FIELDS.find((candidate) => table.fields.includes(candidate));
  const cells = field === undefined ? undefined : table.column(field);
  const positions = new Map<PlainCell, number>();
  const keyOfRow = new Int32Array(table.rowCount);
  for (let row = 0; row < table.rowCount; row += 1) {
    const cell = cells === undefined ? row : cells[row];
    const position = positions.get(cell) ?? positions.size;
    positions.set(cell, position);
    keyOfRow[row] = position;
  }
  return { keyOfRow, keyCount: cells === undefined ? 0 : positions.size };
}

function rememberedDays(): Sources['dayOf'] {
  const days = new Map<PlainCell, number>();
  return (cell) => {
    let day = days.get(cell);
    if (day === undefined) {
      day = dayFromCompactDate(cell);
      days.set(cell, day);
    }
    return day;
  };
}

const sourcesFrom = (columns: ReadonlyArray<readonly PlainCell[]>, keys: RowKeys): Sources => ({
  columns,
  isFirstOfKey: (row) => row === 0 || keys.keyOfRow[row] !== keys.keyOfRow[row - 1],
  dayOf: rememberedDays(),
});

/** What is encoded already, read back: exactly what a later decoding will see. */
interface Done {
  readonly columns: Map<string, EncodedColumn>;
  readonly sources: (fields: readonly string[]) => Sources | null;
}

function newDone(rowCount: number, keys: RowKeys): Done {
  const columns = new Map<string, EncodedColumn>();
  const decoded = new Map<string, readonly PlainCell[]>();
  const cellsOf = (field: string): readonly PlainCell[] => {
    const known = decoded.get(field);
    const column = columns.get(field);
    if (known !== undefined || column === undefined) return known ?? [];
    const cells = decodeColumn(column, { rowCount, keys, sources: sourcesOf });
    decoded.set(field, cells);
    return cells;
  };
  const sourcesOf = (fields: readonly string[]): Sources => sourcesFrom(fields.map(cellsOf), keys);
  return {
    columns,
    sources: (fields) => (fields.every((field) => columns.has(field)) ? sourcesOf(fields) : null),
  };
}

function tryDerivations(
  field: string,
  cells: readonly PlainCell[],
  done: Done,
  precision: Precision,
): EncodedColumn | null {
  for (const derivation of DERIVATIONS) {
    if (derivation.field !== field) continue;
    const sources = done.sources(derivation.from);
    const encoded = sources && encodeDerived(cells, derivation, sources, precision);
    if (encoded !== null) return encoded;
  }
  return null;
}

function tryFits(
  field: string,
  cells: readonly PlainCell[],
  done: Done,
  precision: Precision,
): EncodedColumn | null {
  const fit = FITTED.find((candidate) => candidate.field === field);
  const sources = fit === undefined ? null : done.sources(fit.from);
  return fit === undefined || sources === null
    ? null
    : encodeFitted(cells, fit, sources, precision);
}

function encodeColumn(
  field: string,
  table: PlainTable,
  keys: RowKeys,
  done: Done,
  precision: Precision,
): EncodedColumn {
  const cells = table.column(field) ?? [];
  return (
    encodeConstant(cells, precision) ??
    encodePerKey(cells, keys, precision) ??
    tryDerivations(field, cells, done, precision) ??
    tryFits(field, cells, done, precision) ??
    encodeWords(cells, precision) ??
    encodeNumbers(cells, precision) ??
    encodeCells(cells, precision)
  );
}

/** The table as text: what repeats is said once, what follows from other columns not at all. */
export function encodeTable(table: PlainTable, precision = FULL_PRECISION): string {
  const keys = rowKeysOf(table);
  const done = newDone(table.rowCount, keys);
  for (const field of table.fields) {
    done.columns.set(field, encodeColumn(field, table, keys, done, precision));
  }
  const encoded: EncodedTable = {
    version: ENCODING_VERSION,
    rowCount: table.rowCount,
    keys: toRuns(keys.keyOfRow),
    columns: [...done.columns],
  };
  return JSON.stringify(encoded);
}

const isEncodedTable = (value: unknown): value is EncodedTable =>
  typeof value === 'object' &&
  value !== null &&
  Reflect.get(value, 'version') === ENCODING_VERSION &&
  Array.isArray(Reflect.get(value, 'columns'));

/** The table again, a column only when it is asked for; null for text of another version. */
export function decodeTable(text: string): PlainTable | null {
  const value: unknown = JSON.parse(text);
  if (!isEncodedTable(value)) return null;
  const { rowCount } = value;
  const keyOfRow = fromRuns(value.keys, rowCount);
  const keys: RowKeys = { keyOfRow, keyCount: 0 };
  const encoded = new Map(value.columns);
  const decoded = new Map<string, readonly PlainCell[]>();
  const column = (field: string): readonly PlainCell[] | undefined => {
    const known = decoded.get(field);
    const kept = encoded.get(field);
    if (known !== undefined || kept === undefined) return known;
    const sources = (fields: readonly string[]) =>
      sourcesFrom(
        fields.map((source) => column(source) ?? []),
        keys,
      );
    const cells = decodeColumn(kept, { rowCount, keys, sources });
    decoded.set(field, cells);
    return cells;
  };
  return { rowCount, fields: value.columns.map(([field]) => field), column };
}
