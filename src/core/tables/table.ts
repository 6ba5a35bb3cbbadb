import { inDisplayUnit } from './display-unit.ts';
import { type Cell, cellsOfParts, type Part } from './part.ts';
import { columnsOf, type TableId } from './result-tables.ts';

/**
 * A result table, column by column from the evaluation to the answer. Rows that are about the same
 * thing stand together in a block: of a KPI, a channel, a goal. Days are days, and figures stand in
 * the unit they are measured in.
 */
export interface Table {
  readonly id: TableId;
  /** ISO code of the workbook's currency. */
  readonly currency: string;
  /** Rows of each block. */
  readonly lengths: readonly number[];
  /** The columns that must be kept to have all of them. */
  readonly ids: readonly string[];
  /** A part for each block; null in all of them for a column that the table does not have. */
  part(id: string): readonly Part[];
}

export const rowCountOf = ({ lengths }: Pick<Table, 'lengths'>): number =>
  lengths.reduce((sum, length) => sum + length, 0);

/** Code of the unit of the KPI of each block; null in a table without units. */
const unitsOf = (table: Table): readonly (string | null)[] =>
  table.part('unit').map((unit) => (typeof unit === 'string' ? unit : null));

type Facts = Pick<Table, 'id' | 'currency' | 'lengths' | 'ids'>;

/** A table of columns that are there, and of those that follow from them. */
export function tableOf(
  facts: Facts,
  columnThere: (id: string) => readonly Part[] | undefined,
): Table {
  const { id: tableId, currency, lengths } = facts;
  const followed = new Map<string, readonly Part[]>();
  const follow = (id: string): readonly Part[] => {
    const follows = columnsOf(tableId).get(id)?.follows;
    if (follows === undefined) return lengths.map(() => null);
    const sources = follows.from.map(part);
    const units = unitsOf(table);
    return lengths.map((length, block) =>
      follows.work(
        sources.map((parts) => parts[block]),
        { length, unit: units[block], currency },
      ),
    );
  };
  const part = (id: string): readonly Part[] => {
    const known = columnThere(id) ?? followed.get(id);
    if (known !== undefined) return known;
    const found = follow(id);
    followed.set(id, found);
    return found;
  };
  const table: Table = { ...facts, part };
  return table;
}

/** A column row by row, in the unit that people use; dates are days. */
export function columnOf(table: Table, id: string): readonly Cell[] {
  const isFigure = columnsOf(table.id).get(id)?.isFigure === true;
  const units = isFigure ? unitsOf(table) : [];
  const parts = table.part(id).map((part, block) => inDisplayUnit(part, units[block] ?? null));
  return cellsOfParts(parts, table.lengths);
}
