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
import { DERIVATIONS, type Derivation, type Sources } from './derivations.ts';
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

const sourcesFrom = (columns: ReadonlyArray<readonly PlainCell[]>, keys: RowKeys): Sources => ({
  columns,
  isFirstOfKey: (row) => row === 0 || keys.keyOfRow[row] !== keys.keyOfRow[row - 1],
});

/** A field is never derived from one that is itself derived from it. */
function isAcyclic(derivation: Derivation, done: ReadonlyMap<string, EncodedColumn>): boolean {
  const reads = (field: string): boolean => {
    if (field === derivation.field) return true;
    const column = done.get(field);
    return column?.k === 'derived' && column.f.some(reads);
  };
  return !derivation.from.some(reads);
}

function tryDerivations(
  field: string,
  cells: readonly PlainCell[],
  table: PlainTable,
  keys: RowKeys,
  done: ReadonlyMap<string, EncodedColumn>,
  precision: Precision,
): EncodedColumn | null {
  for (const derivation of DERIVATIONS) {
    if (derivation.field !== field || !isAcyclic(derivation, done)) continue;
    const columns = derivation.from.map((source) => table.column(source));
    if (columns.some((column) => column === undefined)) continue;
    const sources = sourcesFrom(
      columns.flatMap((column) => (column === undefined ? [] : [column])),
      keys,
    );
    const encoded = encodeDerived(cells, derivation, sources, precision);
    if (encoded !== null) return encoded;
  }
  return null;
}

function encodeColumn(
  field: string,
  table: PlainTable,
  keys: RowKeys,
  done: ReadonlyMap<string, EncodedColumn>,
  precision: Precision,
): EncodedColumn {
  const cells = table.column(field) ?? [];
  return (
    encodeConstant(cells, precision) ??
    encodePerKey(cells, keys, precision) ??
    tryDerivations(field, cells, table, keys, done, precision) ??
    encodeWords(cells, precision) ??
    encodeNumbers(cells, precision) ??
    encodeCells(cells, precision)
  );
}

/** The table as text: what repeats is said once, what follows from other columns not at all. */
export function encodeTable(table: PlainTable, precision = FULL_PRECISION): string {
  const keys = rowKeysOf(table);
  const columns = new Map<string, EncodedColumn>();
  for (const field of table.fields) {
    columns.set(field, encodeColumn(field, table, keys, columns, precision));
  }
  const encoded: EncodedTable = {
    version: ENCODING_VERSION,
    rowCount: table.rowCount,
    keys: toRuns(keys.keyOfRow),
    columns: [...columns],
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
