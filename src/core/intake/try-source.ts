import { columnName } from '../language/tab-words.ts';
import { cellAddress, cellPosition } from '../model/a1-notation.ts';
import type { Day } from '../model/calendar-date.ts';
import type { Issue } from '../model/issue.ts';
import type { Measure } from '../model/measure.ts';
import { CADENCES, type DayRange, intervalContaining, intervalLabel } from '../model/period.ts';
import type { Workspace } from '../model/workspace.ts';
import { acrossTab, namesOf } from './figures/read-across.ts';
import { likelyHeader } from './figures/read-sources.ts';
import { readWorkspace, type WorkbookInput } from './read-workspace.ts';
import { type FoundTab, findTab, LAST_HEADER_ROW } from './rows/find-header.ts';
import { newIssueList } from './rows/issue-list.ts';
import { findAcross } from './rows/period-headers.ts';
import { startContext } from './rows/read-context.ts';
import { normaliseText } from './sheet/normalise-text.ts';
import { cellAt, type FormatClass, type SheetInput } from './sheet/sheet-input.ts';
import { tabNamed } from './sheet/tab-named.ts';

/** A tab of the workbook that a measure could have its values from; '' leaves a column to Koers. */
export interface AskedSource {
  readonly measure: string;
  readonly tab: string;
  readonly dateColumn: string;
  readonly valueColumn: string;
}

/** A value as it would count, on its day or in the period that the tab names. */
export interface TriedFigure {
  readonly interval: DayRange;
  readonly label: string;
  readonly value: number;
}

/** What a measure would have from a tab. */
export interface TriedSource {
  readonly asked: AskedSource;
  readonly measure: Measure;
  /** In the order of the tab. */
  readonly figures: readonly TriedFigure[];
  /** What is found in that tab, and in the row of the measure of that tab. */
  readonly issues: readonly Issue[];
}

/** What there is to choose from in a tab; one with periods across has rows for its values. */
export interface SourceColumns {
  readonly dates: readonly string[];
  readonly values: readonly string[];
  /** Where the headers stand, or should. */
  readonly headerCell: string;
}

/** A person chooses among so many, and no more are tried. */
const MOST_COLUMNS = 14;

const different = (names: readonly string[]): string[] =>
  [...new Set(names)].slice(0, MOST_COLUMNS);

const NUMBERS: readonly FormatClass[] = ['number', 'percent', 'currency', 'duration'];
const DATES: readonly FormatClass[] = ['date', 'date_time'];

const usualFormat = ({ formats }: SheetInput, column: number): FormatClass =>
  formats?.[column]?.usual ?? 'general';

export function sourceColumns(sheet: SheetInput, locale: string): SourceColumns {
  const across = findAcross(sheet, startContext(locale, newIssueList(), []));
  if (across === null) {
    const { row, headers } = likelyHeader(sheet);
    const textsOf = (isOther: (format: FormatClass) => boolean) =>
      different(
        headers.flatMap(({ column, text }) => (isOther(usualFormat(sheet, column)) ? [] : text)),
      );
    const dates = textsOf((format) => NUMBERS.includes(format));
    const values = textsOf((format) => DATES.includes(format));
    return { dates, values, headerCell: cellAddress(0, row) };
  }
  const tab = acrossTab(sheet, across);
  const rows = Array.from({ length: tab.rowCount }, (_, row) => row).slice(tab.headerRow + 1);
  const values = different(rows.flatMap((row) => namesOf(tab, row)));
  return { dates: [], values, headerCell: cellAddress(0, tab.headerRow) };
}

/** What is typed of a source, by the column of Measures that takes it. */
export const sourceCells = ({ tab, dateColumn, valueColumn }: AskedSource) =>
  ({ source_tab: tab, date_column: dateColumn, value_column: valueColumn }) as const;

/** The row of a measure; null where none has its name. */
export function measureRow(
  { sheet, columnOf, headerRow, rowCount }: FoundTab<'measures'>,
  name: string,
) {
  const key = normaliseText(name);
  for (let row = headerRow + 1; row < rowCount; row += 1) {
    const cell = cellAt(sheet, columnOf.name ?? 0, row);
    if (normaliseText(String(cell ?? '')) === key) return row;
  }
  return null;
}

/** The tab Measures as it would be; columns that it lacks come after the others. */
function pointed(sheet: SheetInput, asked: AskedSource): SheetInput | null {
  const found = findTab(sheet, 'measures');
  const row = found === null ? null : measureRow(found, asked.measure);
  if (found === null || row === null) return null;
  const columns = sheet.columns.map((cells) => [...cells]);
  const typed = sourceCells(asked);
  for (const id of ['source_tab', 'date_column', 'value_column'] as const) {
    const known = found.columnOf[id];
    const cells = known === undefined ? [] : columns[known];
    if (known === undefined) cells[found.headerRow] = columnName('measures', id, 'en');
    cells[row] = typed[id];
    columns[known ?? columns.length] = cells;
  }
  return { ...sheet, columns };
}

function figuresOf({ measurements, settings, customPeriods }: Workspace, { id }: Measure) {
  const { rowCount, measureIds, measure, day, periodLength, value } = measurements;
  const cut = { fiscalStartMonth: settings.fiscalStartMonth, customPeriods };
  const figures: TriedFigure[] = [];
  for (let at = 0; at < rowCount; at += 1) {
    if (measureIds[measure[at]] !== id) continue;
    const cadence = CADENCES[periodLength?.[at] ?? 0];
    const interval = intervalContaining(cadence, day[at], cut);
    figures.push({ interval, label: intervalLabel(cadence, interval, cut), value: value[at] });
  }
  return figures;
}

/**
 * What the values of a measure would be if Measures named this tab, read as every recalculation
 * reads it; null where no measure has the name. Values in Actuals are not among them.
 */
export function trySource(
  { workbook, sheets }: WorkbookInput,
  realToday: Day,
  asked: AskedSource,
): TriedSource | null {
  const measures = sheets.find(({ name }) => tabNamed(name)?.id === 'measures');
  const row = measures === undefined ? null : pointed(measures, asked);
  if (measures === undefined || row === null) return null;
  const others = sheets.filter(
    (sheet) =>
      sheet !== measures && (sheet.name === asked.tab || tabNamed(sheet.name)?.id !== 'actuals'),
  );
  const read = readWorkspace({ workbook, sheets: [row, ...others] }, realToday);
  const key = normaliseText(asked.measure);
  const measure = read.workspace.measures.find(({ name }) => normaliseText(name) === key);
  if (measure === undefined) return null;
  const at = cellPosition(measure.place.cell ?? '')?.row;
  const isOfSource = ({ code, place }: Issue) =>
    place.tab === asked.tab ||
    (place.tab === measures.name &&
      cellPosition(place.cell ?? '')?.row === at &&
      code.startsWith('E_SOURCE'));
  return {
    asked,
    measure,
    figures: figuresOf(read.workspace, measure),
    issues: read.issues.filter(isOfSource),
  };
}

/** Enough rows to see which columns hold dates and figures. */
const TRIED_ROWS = LAST_HEADER_ROW + 30;

/**
 * The columns of a tab that can be told apart by what stands in them, where their headers say
 * nothing to Koers: the one choice that gives values, the dates alone where several columns could be
 * the values, else what was asked.
 */
export function recognisedSource(
  input: WorkbookInput,
  realToday: Day,
  asked: AskedSource,
): AskedSource {
  const sheet = input.sheets.find(({ name }) => name === asked.tab);
  if (sheet === undefined) return asked;
  const top = { ...sheet, columns: sheet.columns.map((cells) => cells.slice(0, TRIED_ROWS)) };
  const needed = input.sheets.filter(({ name }) =>
    ['settings', 'measures', 'periods', 'kpis'].includes(tabNamed(name)?.id ?? ''),
  );
  const few = { ...input, sheets: [...needed.filter((own) => own !== sheet), top] };
  const countOf = (tried: AskedSource) => trySource(few, realToday, tried)?.figures.length ?? 0;
  if (countOf(asked) > 0) return asked;
  const { dates, values } = sourceColumns(top, input.workbook.locale);
  const choices = (typed: string, all: readonly string[]) => (typed === '' ? all : [typed]);
  const valuesFor = (dateColumn: string) =>
    choices(asked.valueColumn, values)
      .filter((valueColumn) => valueColumn !== dateColumn)
      .map((valueColumn) => ({ ...asked, dateColumn, valueColumn }))
      .filter((tried) => countOf(tried) > 0);
  const own = valuesFor(asked.dateColumn);
  const found = own.length > 0 ? own : choices(asked.dateColumn, dates).flatMap(valuesFor);
  const [first = asked] = found;
  if (found.length === 1) return first;
  const isOneDate = found.every(({ dateColumn }) => dateColumn === first.dateColumn);
  return isOneDate ? { ...asked, dateColumn: first.dateColumn } : asked;
}
