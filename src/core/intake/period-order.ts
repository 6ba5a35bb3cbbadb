import { type Day, isoDate } from '../model/calendar-date.ts';
import type { CellProblem } from './cell/cell-reading.ts';

export const periodOrder = (start: Day, end: Day): CellProblem => ({
  code: 'E_PERIOD_ORDER',
  details: { start: isoDate(start), end: isoDate(end) },
});
