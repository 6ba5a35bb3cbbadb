import type { CellLocale } from '../cell/cell-locale.ts';
import { inConvention, takeNumberApart } from '../cell/number-text.ts';
import { NUMERIC_DATE } from '../cell/read-date.ts';
import type { ReadContext } from '../rows/read-context.ts';
import type { SheetInput } from '../sheet/sheet-input.ts';

/** So many cells that can mean one thing only show how a tab is written, when none says otherwise. */
const ENOUGH = 3;

/** How tabs write numbers and dates, each worked out when it is first asked for. */
export type TabStyles = Map<SheetInput, CellLocale>;

/** The same context, in which text is read as this tab writes it. */
export function inStyleOf(sheet: SheetInput, context: ReadContext, styles: TabStyles): ReadContext {
  return {
    ...context,
    get locale() {
      const known = styles.get(sheet) ?? tabStyle(sheet, context.locale);
      styles.set(sheet, known);
      return known;
    },
  };
}

/** What begins like a number or a date of digits; names are passed over. */
const LIKE_A_NUMBER = /^[^a-z]{0,5}\d/i;
const CURRENCY_FIRST = /^[A-Z]{3} ?\d/;

function tabStyle(sheet: SheetInput, locale: CellLocale): CellLocale {
  const seen = { point: 0, comma: 0, dayFirst: 0, monthFirst: 0 };
  for (const column of sheet.columns) {
    for (const cell of column) {
      if (typeof cell !== 'string') continue;
      if (!LIKE_A_NUMBER.test(cell) && !CURRENCY_FIRST.test(cell)) continue;
      const date = NUMERIC_DATE.exec(cell.trim());
      if (date !== null) {
        // 26-01-05 may begin with its year.
        if (date[2] === '-' && date[4].length === 2) continue;
        if (Number(date[1]) > 12) seen.dayFirst++;
        else if (Number(date[3]) > 12) seen.monthFirst++;
        continue;
      }
      const { digits } = takeNumberApart(cell);
      const withPoint = inConvention(digits, '.');
      const withComma = inConvention(digits, ',');
      if (withComma === null && withPoint !== null) seen.point++;
      else if (withPoint === null && withComma !== null) seen.comma++;
    }
  }
  const { point, comma, dayFirst, monthFirst } = seen;
  const isMarkKnown = Math.max(point, comma) >= ENOUGH && Math.min(point, comma) === 0;
  const isOrderKnown =
    Math.max(dayFirst, monthFirst) >= ENOUGH && Math.min(dayFirst, monthFirst) === 0;
  if (!isMarkKnown && !isOrderKnown) return locale;
  return {
    decimal: isMarkKnown ? (point > 0 ? '.' : ',') : locale.decimal,
    isMarkKnown,
    dateOrder: isOrderKnown ? (dayFirst > 0 ? 'day_first' : 'month_first') : locale.dateOrder,
    isOrderKnown,
    usual: locale,
  };
}
