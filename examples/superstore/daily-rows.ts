import { dayFromCivil } from '../../src/core/model/calendar-date.ts';
import { dateCell, moneyCell } from '../sheet-from-layout.ts';
import type { BookCell } from '../write-book.ts';

const CSV_COLUMNS = 'date,region,revenue,profit,items,orders,customers';

/** Every row of the data set as a row of a wide Actuals tab; nothing is added together. */
export function superstoreRows(csv: string): BookCell[][] {
  const [header, ...lines] = csv.trim().split(/\r?\n/);
  if (header !== CSV_COLUMNS) throw new Error(`Expected the columns ${CSV_COLUMNS}, got ${header}`);
  return lines.map((line) => {
    const [date, region, revenue, profit, items, orders, customers] = line.split(',');
    const [year, month, day] = date.split('-').map(Number);
    return [
      dateCell(dayFromCivil(year, month, day), 'en'),
      region,
      moneyCell(Number(revenue), '$', 2),
      moneyCell(Number(profit), '$', 2),
      Number(items),
      Number(orders),
      Number(customers),
    ];
  });
}
