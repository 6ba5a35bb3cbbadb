import { columnSpellings, type Spellings } from '../../language/tab-words.ts';
import { type ColumnId, columnEntries } from '../../layout/sheet-layout.ts';
import type { TabId } from '../../layout/tab-layout.ts';
import { takeNumberApart } from '../cell/number-text.ts';
import { normaliseHeader } from '../sheet/normalise-text.ts';
import { cellAt, isBlankCell, rowCountOf, type SheetInput } from '../sheet/sheet-input.ts';

/** Title rows above a header are fine; below this row nobody looks for it. */
export const LAST_HEADER_ROW = 100;

/** A column as it is looked for in a header row. */
export interface SoughtColumn<Id extends string = string> extends Spellings {
  readonly id: Id;
  /** Without it a row is no header row. */
  readonly isNeeded: boolean;
  /** Id of a needed column that a header row with this one may miss. */
  readonly excuses?: string;
  /** Id of the column that it is after all when it holds figures alone and no other is that one. */
  readonly figuresAre?: string;
  /** Its heading may end in a year: Target 2026. */
  readonly takesYear?: true;
}

/** A header row and what stands in it. Rows and columns count from 0. */
export interface FoundHeader<Id extends string = string> {
  readonly sheet: SheetInput;
  readonly headerRow: number;
  /** Up to the header of another table below, else all rows of the sheet. */
  readonly rowCount: number;
  /** Where each known column stands; absent when the tab does not have it. */
  readonly columnOf: { readonly [Column in Id]?: number };
  /**
   * Columns of one name with the first of that name, where they do not hold the same. Nobody can
   * tell which is meant, so `columnOf` has none of them, but for those without which there is no tab.
   */
  readonly repeated: readonly RepeatedColumn[];
}

export interface RepeatedColumn {
  readonly id: string;
  readonly column: number;
  readonly first: number;
}

/** A tab of ours with its header row found. */
export interface FoundTab<Id extends TabId = TabId> extends FoundHeader<ColumnId<Id>> {
  readonly id: Id;
}

/** The columns of a tab under their names and synonyms in every language. */
export const soughtColumns = <Id extends TabId>(tab: Id): SoughtColumn<ColumnId<Id>>[] =>
  columnEntries(tab).map(([id, { needed, excuses, figuresAre, takesYear }]) => ({
    id,
    isNeeded: needed === true,
    excuses,
    figuresAre,
    takesYear,
    ...columnSpellings(tab, id),
  }));

export function findTab<Id extends TabId>(sheet: SheetInput, id: Id): FoundTab<Id> | null {
  const header = findHeader(sheet, soughtColumns(id));
  return header === null ? null : { id, ...header };
}

/** The first row that holds every needed column; null when none of the first 100 from a row does. */
export function findHeader<Id extends string>(
  sheet: SheetInput,
  columns: readonly SoughtColumn<Id>[],
  isHeader: (row: number) => boolean = () => true,
  from = 0,
): FoundHeader<Id> | null {
  const meanings = headerMeanings(columns);
  const needed = columns.filter(({ isNeeded }) => isNeeded).map(({ id }) => id);
  const isMissing = (id: Id, { columnOf }: MatchedRow<Id>) =>
    columnOf[id] === undefined &&
    !columns.some((column) => column.excuses === id && columnOf[column.id] !== undefined);
  const rowCount = rowCountOf(sheet);
  for (let row = from; row < Math.min(rowCount, from + LAST_HEADER_ROW); row++) {
    const matched = matchRow(sheet, row, meanings);
    if (needed.some((id) => isMissing(id, matched)) || !isHeader(row)) continue;
    const { columnOf, twice } = withFigures(sheet, row, columns, matched);
    const repeated = twice.filter(({ column, first }) => differBelow(sheet, row, column, first));
    for (const { id } of columns) {
      if (!needed.includes(id) && repeated.some((column) => column.id === id)) delete columnOf[id];
    }
    const { date } = columnOf as { readonly date?: number };
    const end = date === undefined ? rowCount : endOfTable(sheet, row, date, rowCount);
    return { sheet, headerRow: row, rowCount: end, columnOf, repeated };
  }
  return null;
}

/**
 * Where the dates of another table begin: the word above the dates stands there again, beside a
 * heading that this table does not have. With the same headings it is the header once more.
 */
function endOfTable(sheet: SheetInput, header: number, date: number, rowCount: number): number {
  const dates = sheet.columns[date] ?? [];
  const own = headerKey(dates[header]);
  if (own === '') return rowCount;
  for (let row = header + 1; row < rowCount; row++) {
    if (typeof dates[row] !== 'string' || headerKey(dates[row]) !== own) continue;
    const isOther = sheet.columns.some((cells, column) => {
      const key = headerKey(cells[row]);
      return column !== date && key !== '' && key !== headerKey(cells[header]);
    });
    if (isOther) return row;
  }
  return rowCount;
}

interface HeaderMeaning<Id extends string> {
  readonly id: Id;
  readonly isSynonym: boolean;
  readonly takesYear: boolean;
}

const YEAR_BEHIND = /\s(?:19|20)\d\d$/;

/** What a heading means, or what it would without the year behind it. */
function meaningOf<Id extends string>(
  heading: string,
  meanings: ReadonlyMap<string, HeaderMeaning<Id>>,
): HeaderMeaning<Id> | undefined {
  const own = meanings.get(heading);
  if (own !== undefined || !YEAR_BEHIND.test(heading)) return own;
  const yearless = meanings.get(heading.replace(YEAR_BEHIND, ''));
  return yearless?.takesYear === true ? yearless : undefined;
}

/** Names before synonyms, so that no synonym takes the place of a column of that name. */
function headerMeanings<Id extends string>(
  columns: readonly SoughtColumn<Id>[],
): Map<string, HeaderMeaning<Id>> {
  const meanings = new Map<string, HeaderMeaning<Id>>();
  const add = (headers: readonly string[], column: SoughtColumn<Id>, isSynonym: boolean): void => {
    const meaning = { id: column.id, isSynonym, takesYear: column.takesYear === true };
    for (const header of headers) {
      const key = normaliseHeader(header);
      if (!meanings.has(key)) meanings.set(key, meaning);
    }
  };
  for (const column of columns) add(column.names, column, false);
  for (const column of columns) add(column.synonyms, column, true);
  return meanings;
}

interface MatchedRow<Id extends string> {
  readonly columnOf: { [Column in Id]?: number };
  readonly twice: readonly RepeatedColumn[];
  /** Columns that another took the place of. */
  readonly others: readonly { readonly id: Id; readonly column: number }[];
}

/** A column under its own name goes before one under a synonym: Date before Week. */
function matchRow<Id extends string>(
  sheet: SheetInput,
  row: number,
  meanings: ReadonlyMap<string, HeaderMeaning<Id>>,
): MatchedRow<Id> {
  const columnOf: { [Column in Id]?: number } = {};
  const bySynonym = new Set<Id>();
  const twice: RepeatedColumn[] = [];
  const others: { id: Id; column: number }[] = [];
  const keyOf = (column: number) => headerKey(cellAt(sheet, column, row)).replace(YEAR_BEHIND, '');
  for (let column = 0; column < sheet.columns.length; column++) {
    const [meaning] = headerNames(sheet, column, row).flatMap(
      (name) => meaningOf(name, meanings) ?? [],
    );
    if (meaning === undefined) continue;
    const { id, isSynonym } = meaning;
    const first = columnOf[id];
    if (first === undefined || (bySynonym.has(id) && !isSynonym)) {
      if (first !== undefined) others.push({ id, column: first });
      columnOf[id] = column;
      if (isSynonym) bySynonym.add(id);
      else bySynonym.delete(id);
    } else {
      others.push({ id, column });
      if (!isSynonym || keyOf(column) === keyOf(first)) twice.push({ id, column, first });
    }
  }
  return { columnOf, twice, others };
}

/**
 * A column whose word means two things, as Doel is a goal and a target: what holds figures alone is
 * the one that takes figures, where the row has no other for it.
 */
function withFigures<Id extends string>(
  sheet: SheetInput,
  row: number,
  columns: readonly SoughtColumn<Id>[],
  matched: MatchedRow<Id>,
): MatchedRow<Id> {
  const columnOf = { ...matched.columnOf };
  let { twice } = matched;
  for (const { id, figuresAre } of columns) {
    if (figuresAre === undefined) continue;
    const target = columns.find((column) => column.id === figuresAre)?.id;
    if (target === undefined || columnOf[target] !== undefined) continue;
    const own = [{ id, column: columnOf[id] }, ...matched.others].filter(
      (one): one is { id: Id; column: number } => one.id === id && one.column !== undefined,
    );
    const columnsOf = (isFigures: boolean) =>
      own.flatMap(({ column }) => (holdsFigures(sheet, row, column) === isFigures ? [column] : []));
    const figures = columnsOf(true);
    if (figures.length === 0) continue;
    columnOf[target] = figures[0];
    const [left] = columnsOf(false);
    if (left === undefined) delete columnOf[id];
    else columnOf[id] = left;
    twice = twice
      .filter(({ column, first }) => figures.includes(column) === figures.includes(first))
      .map((pair) => (figures.includes(pair.column) ? { ...pair, id: target } : pair));
  }
  return { ...matched, columnOf, twice };
}

/** 1.250, and 480 kg: a word behind it is a unit. */
const FIGURE = /^\d[\d.,]*(?:\s*\p{L}+)?$/u;

/** Whether every filled cell below a header is a number, and there is one. */
function holdsFigures(sheet: SheetInput, headerRow: number, column: number): boolean {
  const cells = (sheet.columns[column] ?? [])
    .slice(headerRow + 1)
    .filter((cell) => !isBlankCell(cell));
  const isFigure = (cell: unknown) =>
    typeof cell === 'number' ||
    (typeof cell === 'string' && FIGURE.test(takeNumberApart(cell).digits));
  return cells.length > 0 && cells.every(isFigure);
}

/** Two columns that hold the same, or of which one holds nothing, leave no question. */
export function differBelow(
  sheet: SheetInput,
  headerRow: number,
  column: number,
  first: number,
): boolean {
  const below = (at: number) =>
    (sheet.columns[at] ?? []).slice(headerRow + 1).map((cell) => (isBlankCell(cell) ? '' : cell));
  const own = below(column);
  const other = below(first);
  const isEmpty = (cells: readonly unknown[]) => cells.every((cell) => cell === '');
  if (isEmpty(own)) return false;
  return Array.from({ length: Math.max(own.length, other.length) }, (_, row) => row).some(
    (row) => (own[row] ?? '') !== (other[row] ?? ''),
  );
}

/**
 * What a column may be called: its own header; with the header above it, which may stand over
 * several columns ("Leads Actual"); of a column without an own header, the one above.
 */
export function headerNames(sheet: SheetInput, column: number, row: number): string[] {
  const own = headerKey(cellAt(sheet, column, row));
  if (own !== '' && spreadsOver(sheet, column, row)) return [];
  if (row === 0) return own === '' ? [] : [own];
  if (own === '') {
    const above = isBlankCell(cellAt(sheet, column, row))
      ? headerKey(cellAt(sheet, column, row - 1))
      : '';
    return above === '' ? [] : [above];
  }
  const group = groupAbove(sheet, column, row);
  return group === '' ? [own] : [own, `${group} ${own}`];
}

/**
 * Whether a header stands over several columns, which have their own in the row below: that row
 * holds no figure, and leaves blank what the header row says of all rows.
 */
function spreadsOver(sheet: SheetInput, column: number, row: number): boolean {
  const keyAt = (at: number, below: number) => headerKey(cellAt(sheet, at, row + below));
  const isOverTwo =
    keyAt(column + 1, 0) === '' && keyAt(column, 1) !== '' && keyAt(column + 1, 1) !== '';
  if (!isOverTwo) return false;
  return (
    sheet.columns.every(({ [row + 1]: cell }) => !/\d/.test(String(cell ?? ''))) &&
    sheet.columns.some((_, at) => keyAt(at, 0) !== '' && isBlankCell(cellAt(sheet, at, row + 1)))
  );
}

/** The header in the row above that stands over a column, its own or one to the left; '' without. */
export function groupAbove(sheet: SheetInput, column: number, row: number): string {
  for (let at = column; at >= 0; at--) {
    const key = headerKey(cellAt(sheet, at, row - 1));
    if (key !== '') return key;
  }
  return '';
}

/** What a header cell is compared by; '' for anything but text. */
export const headerKey = (cell: unknown): string =>
  typeof cell === 'string' ? normaliseHeader(cell) : '';

/** The header as it stands in the sheet. */
export function headerText({ sheet, headerRow }: FoundHeader, column: number): string {
  const own = String(cellAt(sheet, column, headerRow) ?? '').trim();
  return own !== '' || headerRow === 0
    ? own
    : String(cellAt(sheet, column, headerRow - 1) ?? '').trim();
}
