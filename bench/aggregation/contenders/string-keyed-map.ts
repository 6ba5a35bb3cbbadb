import type { SheetInput } from '../../../src/core/intake/sheet/sheet-input.ts';
import { isAveraged, MEASURE_NAMES } from '../figures-sheet.ts';
import { FIRST_YEAR, MONTH_COUNT, type MonthlyValues } from '../monthly-values.ts';

const MILLISECONDS_A_DAY = 86_400_000;
const SERIAL_OF_1970 = 25_569;

/** As one would write it in a hurry: a Date for every row, a Map keyed by text. */
export function aggregateWithMap({ columns }: SheetInput): MonthlyValues {
  const [dates, names, values] = columns;
  const groups = new Map<string, { sum: number; count: number }>();
  for (let row = 1; row < dates.length; row++) {
    const value = values[row];
    if (typeof value !== 'number') continue;
    const date = new Date((Number(dates[row]) - SERIAL_OF_1970) * MILLISECONDS_A_DAY);
    const key = `${names[row]}|${date.getUTCFullYear()}-${date.getUTCMonth()}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { sum: value, count: 1 });
    else {
      group.sum += value;
      group.count++;
    }
  }
  return MEASURE_NAMES.flatMap((name, measure) =>
    Array.from({ length: MONTH_COUNT }, (_, month) => {
      const group = groups.get(`${name}|${FIRST_YEAR + Math.floor(month / 12)}-${month % 12}`);
      if (group === undefined) return null;
      return isAveraged(measure) ? group.sum / group.count : group.sum;
    }),
  );
}
