import type { SheetInput } from '../../../src/core/intake/sheet/sheet-input.ts';
import { isAveraged, MEASURE_NAMES } from '../figures-sheet.ts';
import { MONTH_COUNT, type MonthlyValues, positionOf } from '../monthly-values.ts';

/** The most a data chunk can hold. */
const ROWS_PER_CHUNK = 2048;

const QUERY = `
  select name, year(day) as year, month(day) - 1 as month, sum(value), avg(value)
  from (select name, date '1899-12-30' + serial as day, value from figures where value is not null)
  group by all`;

/** Loaded by whole data chunks, the fastest way its client has, then asked once. */
export async function prepareDuckdb() {
  const { DOUBLE, DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR } = await import(
    '@duckdb/node-api'
  );
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('create table figures (serial integer, name varchar, value double)');
  return async ({ columns }: SheetInput): Promise<MonthlyValues> => {
    const [dates, names, values] = columns;
    const appender = await connection.createAppender('figures');
    for (let from = 1; from < dates.length; from += ROWS_PER_CHUNK) {
      const to = from + ROWS_PER_CHUNK;
      const chunk = DuckDBDataChunk.create([INTEGER, VARCHAR, DOUBLE]);
      chunk.setColumns([
        dates.slice(from, to).map(Number),
        names.slice(from, to).map(String),
        values.slice(from, to).map((value) => (typeof value === 'number' ? value : null)),
      ]);
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
    const rows = await (await connection.runAndReadAll(QUERY)).getRows();
    const found: (number | null)[] = new Array(MEASURE_NAMES.length * MONTH_COUNT).fill(null);
    const measureOf = new Map(MEASURE_NAMES.map((name, measure) => [name, measure]));
    for (const [name, year, month, sum, mean] of rows) {
      const measure = measureOf.get(String(name)) ?? -1;
      const value = isAveraged(measure) ? mean : sum;
      found[positionOf(measure, Number(year), Number(month))] = Number(value);
    }
    return found;
  };
}
