import type { SheetInput } from '../../src/core/intake/sheet-input.ts';
import { prepareArquero } from './contenders/arquero.ts';
import { prepareDuckdb } from './contenders/duckdb.ts';
import { aggregateWithKoers } from './contenders/koers.ts';
import { aggregateWithMap } from './contenders/string-keyed-map.ts';
import { touchEveryColumn, touchEveryRow } from './contenders/touch-every-cell.ts';
import type { MonthlyValues } from './monthly-values.ts';

type Answer = MonthlyValues | null;

interface Contender {
  readonly reads: 'columns' | 'rows';
  /** Loading a library is outside the clock, loading data inside. Null: it only touches. */
  readonly prepare: () => Promise<(cells: Cells) => Answer | Promise<Answer>>;
}

export interface Cells {
  readonly sheet: SheetInput;
  readonly rows: readonly (readonly unknown[])[];
}

const touching = (touch: (cells: Cells) => number): Contender['prepare'] => {
  return async () => (cells) => {
    if (Number.isNaN(touch(cells))) throw new Error('A cell is not a number');
    return null;
  };
};

/** What is measured against what. */
export const CONTENDERS = {
  touchRows: { reads: 'rows', prepare: touching(({ rows }) => touchEveryRow(rows)) },
  touchColumns: { reads: 'columns', prepare: touching(({ sheet }) => touchEveryColumn(sheet)) },
  koers: { reads: 'columns', prepare: async () => (cells) => aggregateWithKoers(cells.sheet) },
  map: { reads: 'columns', prepare: async () => (cells) => aggregateWithMap(cells.sheet) },
  arquero: {
    reads: 'columns',
    prepare: async () => {
      const aggregate = await prepareArquero();
      return (cells) => aggregate(cells.sheet);
    },
  },
  duckdb: {
    reads: 'columns',
    prepare: async () => {
      const aggregate = await prepareDuckdb();
      return (cells) => aggregate(cells.sheet);
    },
  },
} as const satisfies Record<string, Contender>;

export type ContenderId = keyof typeof CONTENDERS;

// SAFETY: the keys of a literal are exactly its ids.
export const CONTENDER_IDS = Object.keys(CONTENDERS) as ContenderId[];
