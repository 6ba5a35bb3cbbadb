import { cellAddress } from '../model/a1-notation.ts';
import type { Day } from '../model/calendar-date.ts';
import type { CellPlace } from '../model/issue.ts';
import type { IssueCode } from '../model/issue-details.ts';
import type { Unit } from '../model/measure.ts';
import {
  type CellProblem,
  type CellReading,
  type ProblemDetails,
  problemOf,
} from './cell/cell-reading.ts';
import { readChoice } from './cell/read-choice.ts';
import { readDate } from './cell/read-date.ts';
import { readDuration } from './cell/read-duration.ts';
import { readNumber } from './cell/read-number.ts';
import type { LabelledPeriod } from './cell/read-period.ts';
import { readText } from './cell/read-text.ts';
import { readUnit } from './cell/read-unit.ts';
import { readYesNo } from './cell/read-yes-no.ts';
import { type FoundTab, headerText } from './find-header.ts';
import type { Choice } from './layout/choice-lists.ts';
import type { ReadContext } from './read-context.ts';
import { cellAt, type FormatClass, formatAt, isBlankCell } from './sheet-input.ts';

/**
 * One row of a tab, asked by column id. A blank gives null ('' for text); a bad cell too, after
 * leaving an issue with its address and its code in `errors`.
 */
export interface TabRow {
  readonly tab: FoundTab;
  readonly row: number;
  readonly errors: IssueCode[];
  /** Named in the issues of this row once it is known. */
  subject: { kpiId?: string; goalId?: string };
  has(column: string): boolean;
  cell(column: string): unknown;
  format(column: string): FormatClass;
  place(column: string): CellPlace;
  columnName(column: string): string;
  /** A bad text cell is an issue, but leaves the row whole. */
  text(column: string): string;
  number(column: string, unit?: Unit): number | null;
  period(column: string): LabelledPeriod | null;
  /** A period counts from its first day. */
  firstDay(column: string): Day | null;
  /** A period runs to its last day. */
  lastDay(column: string): Day | null;
  choice<Code extends string>(column: string, choices: readonly Choice<Code>[]): Code | null;
  yesNo(column: string): boolean | null;
  unit(column: string): Unit | null;
  /** An error of the row: the code fixes which details it takes, but for the column's name. */
  report<Code extends IssueCode>(code: Code, details: ProblemDetails<Code>, column: string): void;
  reportProblem(problem: CellProblem, column: string): void;
}

/** Something ends before it starts; `column` holds the end. */
export const reportOrder = (row: TabRow, start: Day, end: Day, column: string): void =>
  row.report('E_PERIOD_ORDER', { start: { day: start }, end: { day: end } }, column);

/** A number outside its bounds, both inclusive. */
export const reportBounds = (
  row: TabRow,
  column: string,
  received: number | string,
  low: number,
  high: number,
): void =>
  row.report(
    'E_BOUNDS',
    {
      received: typeof received === 'number' ? { typed: received } : received,
      low: { typed: low },
      high: { typed: high },
    },
    column,
  );

function tabRow(tab: FoundTab, row: number, context: ReadContext): TabRow {
  const columnIndex = (column: string): number => tab.columnOf[column] ?? -1;
  const self: TabRow = {
    tab,
    row,
    errors: [],
    subject: {},
    has: (column) => !isBlankCell(self.cell(column)),
    cell: (column) => cellAt(tab.sheet, columnIndex(column), row),
    format: (column) => formatAt(tab.sheet, columnIndex(column), row),
    place: (column) => placeIn(tab, columnIndex(column), row),
    columnName: (column) => columnName(tab, column, context),
    text: (column) => {
      const reading = readText(self.cell(column), self.format(column));
      if (reading.kind === 'bad') addProblem(reading.problem, column);
      return reading.kind === 'value' ? reading.value : '';
    },
    number: (column, unit) => {
      const reader = unit?.kind === 'duration' ? readDuration : readNumber;
      return take(reader(self.cell(column), self.format(column), context.locale), column);
    },
    period: (column) =>
      take(readDate(self.cell(column), self.format(column), context.locale, context.cut), column),
    firstDay: (column) => self.period(column)?.start ?? null,
    lastDay: (column) => self.period(column)?.end ?? null,
    choice: (column, choices) => take(readChoice(self.cell(column), choices), column),
    yesNo: (column) => take(readYesNo(self.cell(column)), column),
    unit: (column) => take(readUnit(self.cell(column)), column),
    report: (code, details, column) => self.reportProblem(problemOf(code, details), column),
    reportProblem: (problem, column) => {
      self.errors.push(problem.code);
      addProblem(problem, column);
    },
  };
  const addProblem = (problem: CellProblem, column: string): void =>
    context.issues.addProblem(problem, self.columnName(column), self.place(column), self.subject);
  const take = <T>(reading: CellReading<T>, column: string): T | null => {
    if (reading.kind === 'bad') self.reportProblem(reading.problem, column);
    return reading.kind === 'value' ? reading.value : null;
  };
  return self;
}

/** A column that the tab does not have is pointed to by the row's first cell. */
function placeIn(tab: FoundTab, column: number, row: number): CellPlace {
  return { tab: tab.sheet.name, cell: cellAddress(Math.max(column, 0), row) };
}

/** The header as people wrote it, or our name for a column that is not there. */
function columnName(tab: FoundTab, column: string, context: ReadContext): string {
  const index = tab.columnOf[column];
  if (index !== undefined) return headerText(tab, index);
  return tab.layout.columns.find(({ id }) => id === column)?.name[context.language] ?? column;
}

/** Rows below the header in which a known column holds something; an unticked box is nothing. */
export function rowsOf(tab: FoundTab, context: ReadContext): TabRow[] {
  const columns = tab.layout.columns.flatMap(({ id }) =>
    id === 'id' ? [] : (tab.columnOf[id] ?? []),
  );
  const rows: TabRow[] = [];
  for (let row = tab.headerRow + 1; row < tab.rowCount; row++) {
    const isFilled = columns.some((column) => {
      const cell = cellAt(tab.sheet, column, row);
      return cell !== false && !isBlankCell(cell);
    });
    if (isFilled) rows.push(tabRow(tab, row, context));
  }
  return rows;
}
