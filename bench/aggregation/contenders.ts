import type { SheetInput } from '../../src/core/intake/sheet-input.ts';
import { prepareArquero } from './contenders/arquero.ts';
import { prepareDuckdb } from './contenders/duckdb.ts';
import { aggregateWithKoers } from './contenders/koers.ts';
import { aggregateWithMap } from './contenders/string-keyed-map.ts';
import { touchEveryCell } from './contenders/touch-every-cell.ts';
import type { MonthlyValues } from './monthly-values.ts';

type Aggregate = (sheet: SheetInput) => MonthlyValues | Promise<MonthlyValues> | null;

/** What is measured against what. Loading a library is outside the clock, loading data inside. */
export const CONTENDERS = {
  touch: async () => (sheet) => {
    if (Number.isNaN(touchEveryCell(sheet))) throw new Error('A cell is not a number');
    return null;
  },
  koers: async () => aggregateWithKoers,
  map: async () => aggregateWithMap,
  arquero: prepareArquero,
  duckdb: prepareDuckdb,
} as const satisfies Record<string, () => Promise<Aggregate>>;

export type ContenderId = keyof typeof CONTENDERS;
