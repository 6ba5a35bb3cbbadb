import { cellAddress } from '../../model/a1-notation.ts';
import { serialFromDay } from '../../model/calendar-date.ts';
import { readDate } from '../cell/read-date.ts';
import type { ReadContext } from '../rows/read-context.ts';
import { formatAt, isBlankCell } from '../sheet/sheet-input.ts';
import { AFTER_LAST_SERIAL, FIRST_SERIAL, type RowBlock } from './decode-columns.ts';

const CLOCK = /[T ](\d{1,2}):(\d{2})(?::(\d{2}))?/;

/** Which of two corrections of one day came later hangs on the clock, also where it is text. */
function timeOfDay(text: string): number {
  const [, hours = 0, minutes = 0, seconds = 0] = CLOCK.exec(text) ?? [];
  return (Number(hours) + Number(minutes) / 60 + Number(seconds) / 3600) / 24;
}

/** Serial moments at which rows were recorded; 0 where nothing was typed. */
export function decodeMoments(
  { sheet, firstRow, rowCount, headerOf }: RowBlock,
  column: number,
  context: ReadContext,
): Float64Array {
  const cells = sheet.columns[column];
  const moments = new Float64Array(rowCount);
  for (let row = firstRow; row < rowCount; row++) {
    const cell = cells[row];
    if (typeof cell === 'number' && cell >= FIRST_SERIAL && cell < AFTER_LAST_SERIAL) {
      moments[row] = cell;
      continue;
    }
    if (isBlankCell(cell)) continue;
    const reading = readDate(cell, formatAt(sheet, column, row), context.locale, context.cut);
    if (reading.kind === 'value') {
      moments[row] = serialFromDay(reading.value.start) + timeOfDay(String(cell));
    } else if (reading.kind === 'bad') {
      const place = { tab: sheet.name, cell: cellAddress(column, row) };
      context.issues.addProblem(reading.problem, headerOf(column), place);
    }
  }
  return moments;
}
