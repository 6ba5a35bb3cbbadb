import type { SheetInput } from '../../../src/core/intake/sheet/sheet-input.ts';
import { isAveraged, MEASURE_NAMES } from '../figures-sheet.ts';
import { MONTH_COUNT, type MonthlyValues, positionOf } from '../monthly-values.ts';

const MILLISECONDS_A_DAY = 86_400_000;
const SERIAL_OF_1970 = 25_569;

/** The columns as they are, in arquero's own terms: filter, derive, group, roll up. */
export async function prepareArquero() {
  const { op, table } = await import('arquero');
  return ({ columns }: SheetInput): MonthlyValues => {
    const [dates, names, values] = columns.map((cells) => cells.slice(1));
    const grouped = table({ dates, names, values })
      .params({ day: MILLISECONDS_A_DAY, epoch: SERIAL_OF_1970 })
      .filter((row: Row) => row.values !== '')
      .derive({
        year: (row: Row, $: Params) => op.utcyear((row.dates - $.epoch) * $.day),
        month: (row: Row, $: Params) => op.utcmonth((row.dates - $.epoch) * $.day),
      })
      .groupby('names', 'year', 'month')
      .rollup({ sum: op.sum('values'), mean: op.mean('values') });
    const found: (number | null)[] = new Array(MEASURE_NAMES.length * MONTH_COUNT).fill(null);
    const measureOf = new Map(MEASURE_NAMES.map((name, measure) => [name, measure]));
    grouped.scan((row?: number) => {
      const at = (column: string) => grouped.column(column)?.at(row ?? 0);
      const measure = measureOf.get(String(at('names'))) ?? -1;
      const value = at(isAveraged(measure) ? 'mean' : 'sum');
      found[positionOf(measure, Number(at('year')), Number(at('month')))] = Number(value);
    });
    return found;
  };
}

interface Row {
  readonly dates: number;
  readonly values: number | string;
}

interface Params {
  readonly day: number;
  readonly epoch: number;
}
