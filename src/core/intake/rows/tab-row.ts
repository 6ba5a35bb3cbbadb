import {
  type ColumnsOf,
  columnEntries,
  neededColumns,
  tabLayout,
} from '../../layout/sheet-layout.ts';
import type { CellKind, Columns, TabId } from '../../layout/tab-layout.ts';
import { type CellPlace, cellAddress } from '../../model/a1-notation.ts';
import type { Day } from '../../model/calendar-date.ts';
import type { IssueSubject } from '../../model/issue.ts';
import type { ColumnNames, InColumn, IssueCode } from '../../model/issue-details.ts';
import type { Unit } from '../../model/measure.ts';
import { type CellReading, type ProblemDetails, problemOf } from '../cell/cell-reading.ts';
import {
  asDate,
  asNumber,
  asText,
  type CellValue,
  inUnit,
  isTextKind,
  type RawCell,
  READ_CELL,
} from '../cell/read-cell.ts';
import type { LabelledPeriod } from '../cell/read-period.ts';
import { cellAt, type FormatClass, formatAt, isBlankCell, signAt } from '../sheet/sheet-input.ts';
import { type FoundTab, headerText } from './find-header.ts';
import type { ReadContext } from './read-context.ts';

/** Columns that hold one of some kinds of cell. */
type ColumnIn<Of extends Columns, Kind extends CellKind> = {
  [Column in keyof Of]: Of[Column]['cell'] extends Kind ? Column : never;
}[keyof Of];
export type NumberColumn<Of extends Columns> = ColumnIn<Of, 'number' | 'share'>;
type DateColumn<Of extends Columns> = ColumnIn<Of, 'date' | 'calendar_key'>;
export type ReferenceColumn<Of extends Columns> = ColumnIn<Of, 'reference'>;

/** What the findings of a row are about, once it is known: a KPI or goal, or a setting by its name. */
type RowSubject = IssueSubject & { readonly called?: InColumn['column'] };

/**
 * One row of a tab, asked by column; the layout says what a column holds, and with it what reading
 * it gives: '' for a blank text, null for any other blank, and the same for a bad cell, which
 * leaves a finding with its address.
 */
export interface TabRow<Of extends Columns = Columns> {
  readonly tab: FoundTab;
  readonly row: number;
  /** Codes of the findings that broke the row. */
  readonly errors: readonly IssueCode[];
  has(column: keyof Of): boolean;
  cell(column: keyof Of): unknown;
  format(column: keyof Of): FormatClass;
  /** The currency sign that it shows by its format alone. */
  sign(column: keyof Of): string | null;
  place(column: keyof Of): CellPlace;
  /** Bad text is a finding, but leaves the row whole; any other bad cell breaks it. */
  read<Column extends keyof Of>(column: Column): CellValue<Of[Column]>;
  /** As text, whatever the column holds. */
  text(column: keyof Of): string;
  /** As people write it in the unit: "1:30" of a duration, "40 kg" of kilograms. */
  number(column: NumberColumn<Of>, unit: Unit | undefined): number | null;
  /** A period counts from its first day. */
  firstDay(column: DateColumn<Of>): Day | null;
  /** A period runs to its last day. */
  lastDay(column: DateColumn<Of>): Day | null;
  /** The value of a reading made elsewhere; a bad one breaks the row. */
  take<T>(reading: CellReading<T>, column: keyof Of): T | null;
  /** The same, but a bad one leaves the row whole. */
  takeSoftly<T>(reading: CellReading<T>, column: keyof Of): T | null;
  /** A finding that breaks the row. Its code fixes the details, but for the column's name. */
  report<Code extends IssueCode>(code: Code, details: ProblemDetails<Code>, column: keyof Of): void;
  /** A finding that leaves it whole. */
  note<Code extends IssueCode>(code: Code, details: ProblemDetails<Code>, column: keyof Of): void;
  /** The same row, when it is known what its findings are about. */
  about(subject: RowSubject): TabRow<Of>;
}

export type RowOf<Tab extends TabId> = TabRow<ColumnsOf<Tab>>;

/** Where a column stands; undefined when the tab does not have it. */
const indexOf = ({ columnOf }: FoundTab, column: string): number | undefined =>
  (columnOf as Readonly<Record<string, number | undefined>>)[column];

/** The header as people wrote it, or our name for a column that is not there. */
function columnName(tab: FoundTab, column: string): InColumn['column'] {
  const index = indexOf(tab, column);
  // SAFETY: a row is asked for columns of its own tab only.
  return index === undefined
    ? ({ tab: tab.id, columns: [column] } as unknown as ColumnNames)
    : headerText(tab, index);
}

function tabRow(
  tab: FoundTab,
  row: number,
  context: ReadContext,
  errors: IssueCode[] = [],
  subject: RowSubject = {},
): TabRow {
  const columns: Columns = tabLayout(tab.id).columns;
  const { sheet } = tab;
  const at = (column: string): number => indexOf(tab, column) ?? -1;
  const cell = (column: string): unknown => cellAt(sheet, at(column), row);
  const format = (column: string): FormatClass => formatAt(sheet, at(column), row);
  const has = (column: string): boolean => !isBlankCell(cell(column));
  const raw = (column: string): RawCell => {
    const { locale, currency, cut } = context;
    return { cell: cell(column), format: format(column), locale, currency, cut };
  };
  // A column that the tab does not have is pointed to by the row's first cell.
  const place = (column: string): CellPlace => ({
    tab: sheet.name,
    cell: cellAddress(indexOf(tab, column) ?? 0, row),
  });
  const takeSoftly = <T>(reading: CellReading<T>, column: string): T | null => {
    if (reading.kind === 'bad') {
      const name = subject.called ?? columnName(tab, column);
      context.issues.addProblem(reading.problem, name, place(column), subject);
    }
    return reading.kind === 'value' ? reading.value : null;
  };
  const take = <T>(reading: CellReading<T>, column: string): T | null => {
    if (reading.kind === 'bad') errors.push(reading.problem.code);
    return takeSoftly(reading, column);
  };
  const text = (column: string): string => takeSoftly(asText(raw(column)), column) ?? '';
  const period = (column: string): LabelledPeriod | null => take(asDate(raw(column)), column);
  return {
    tab,
    row,
    errors,
    has,
    cell,
    format,
    sign: (column) => signAt(sheet, at(column), row),
    place,
    read: (column) => {
      const { cell: kind, choices } = columns[column];
      const isText = isTextKind(kind);
      // Most cells of a plan are blank.
      const value = !has(column)
        ? isText
          ? ''
          : null
        : isText
          ? text(column)
          : take<unknown>(READ_CELL[kind](raw(column), choices), column);
      // SAFETY: the layout names both the reader of the column and the type of what it gives.
      return value as CellValue<Columns[typeof column]>;
    },
    text,
    number: (column, unit) =>
      take(unit === undefined ? asNumber(raw(column)) : inUnit(raw(column), unit), column),
    firstDay: (column) => period(column)?.start ?? null,
    lastDay: (column) => period(column)?.end ?? null,
    take,
    takeSoftly,
    report: (code, details, column) => {
      take({ kind: 'bad', problem: problemOf(code, details) }, column);
    },
    note: (code, details, column) => {
      takeSoftly({ kind: 'bad', problem: problemOf(code, details) }, column);
    },
    about: (of) => tabRow(tab, row, context, errors, of),
  };
}

/** Rows below the header in which a known column holds something; an unticked box is nothing. */
export function rowsOf<Tab extends TabId>(tab: FoundTab<Tab>, context: ReadContext): RowOf<Tab>[] {
  const columns = columnEntries(tab.id).flatMap(([id]) =>
    id === 'id' ? [] : (indexOf(tab, id) ?? []),
  );
  const rows: TabRow[] = [];
  for (let row = tab.headerRow + 1; row < tab.rowCount; row++) {
    context.goOn();
    const isFilled = columns.some((column) => {
      const cell = cellAt(tab.sheet, column, row);
      return cell !== false && !isBlankCell(cell);
    });
    if (isFilled) rows.push(tabRow(tab, row, context));
  }
  // SAFETY: rows of this tab, which its layout describes.
  return rows as unknown as RowOf<Tab>[];
}

/** A finding for every column that a row of the tab needs and that is blank in this one. */
export function reportBlanks<Tab extends TabId>(row: RowOf<Tab>, tab: Tab): void {
  for (const column of neededColumns(tab)) {
    if (!row.has(column)) row.report('E_BLANK', {}, column);
  }
}

/** Something ends before it starts; `column` holds the end. */
export const reportOrder = <Of extends Columns>(
  row: TabRow<Of>,
  start: Day,
  end: Day,
  column: keyof Of,
): void => row.report('E_PERIOD_ORDER', { start: { day: start }, end: { day: end } }, column);
