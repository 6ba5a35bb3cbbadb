import type { SheetInput } from '../../src/core/intake/sheet/sheet-input.ts';
import { prepareArquero } from './contenders/arquero.ts';
import { prepareDuckdb } from './contenders/duckdb.ts';
import { aggregateWithKoers } from './contenders/koers.ts';
import { aggregateWithMap } from './contenders/string-keyed-map.ts';
import { touchEveryColumn } from './contenders/touch-every-cell.ts';
import type { MonthlyValues } from './monthly-values.ts';

type Answer = MonthlyValues | null;

interface Contender {
  /** Loading a library is outside the clock, loading data inside. Null: it only touches. */
  readonly prepare: () => Promise<(sheet: SheetInput) => Answer | Promise<Answer>>;
}

/** What is measured against what. */
export const CONTENDERS = {
  touch: {
    prepare: async () => (sheet) => {
      if (Number.isNaN(touchEveryColumn(sheet))) throw new Error('A cell is not a number');
      return null;
    },
  },
  koers: { prepare: async () => aggregateWithKoers },
  map: { prepare: async () => aggregateWithMap },
  arquero: { prepare: prepareArquero },
  duckdb: { prepare: prepareDuckdb },
} as const satisfies Record<string, Contender>;

export type ContenderId = keyof typeof CONTENDERS;

// SAFETY: the keys of a literal are exactly its ids.
export const CONTENDER_IDS = Object.keys(CONTENDERS) as ContenderId[];
