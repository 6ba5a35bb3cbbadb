import { type Cell, cellsOfParts } from '../../core/tables/part.ts';
import { decodeBlocks, encodeBlocks } from '../packed-tables/blocks-text.ts';
import { packWhole } from '../packed-tables/pack-whole.ts';
import type { Compression } from '../ports.ts';
import { decodeFirstLayout } from './first-layout.ts';

interface OfKpi {
  readonly kpiId: string;
}

/** Rows about KPIs, those of each together, with these of their values. */
export function packRows<Row extends OfKpi>(
  rows: readonly Row[],
  names: readonly (keyof Row & string)[],
  compression: Compression,
): string {
  const blocks: Row[][] = [];
  rows.forEach((row, at) => {
    if (row.kpiId === rows[at - 1]?.kpiId) blocks[blocks.length - 1].push(row);
    else blocks.push([row]);
  });
  const text = encodeBlocks({
    lengths: blocks.map(({ length }) => length),
    ids: ['kpi_key', ...names],
    part: (id) =>
      // SAFETY: rows hold text and numbers, and their names are given.
      id === 'kpi_key'
        ? blocks.map(([{ kpiId }]) => kpiId)
        : blocks.map((own) => own.map((row) => row[id as keyof Row] as Cell)),
  });
  return packWhole(text, compression);
}

/** What was packed, value by value: by this version of Koers, or by any before it. */
export interface UnpackedRows {
  readonly kpiIds: readonly string[];
  number(name: string, row: number): number | null;
  text(name: string, row: number): string;
}

/** Null for what a newer version packed. */
export function unpackRows(packed: string, compression: Compression): UnpackedRows | null {
  const text = compression.unpack(packed);
  const blocks = decodeBlocks(text);
  const first = blocks === null ? decodeFirstLayout(text) : null;
  if (blocks === null && first === null) return null;
  const read = (name: string): readonly Cell[] =>
    blocks === null
      ? (first?.column(name) ?? [])
      : cellsOfParts(blocks.part(name) ?? [], blocks.lengths);
  const columns = new Map<string, readonly Cell[]>();
  const column = (name: string): readonly Cell[] => {
    const known = columns.get(name) ?? read(name);
    columns.set(name, known);
    return known;
  };
  return {
    kpiIds: column('kpi_key').map(String),
    number: (name, row) => {
      const cell = column(name)[row];
      return typeof cell === 'number' ? cell : null;
    },
    text: (name, row) => String(column(name)[row] ?? ''),
  };
}
