import { shown } from '../cell/cell-reading.ts';
import {
  type FoundHeader,
  findHeader,
  headerKey,
  headerText,
  LAST_HEADER_ROW,
  type SoughtColumn,
  soughtColumns,
} from '../rows/find-header.ts';
import { nearestName } from '../rows/nearest-name.ts';
import { findAcross, reportYearless } from '../rows/period-headers.ts';
import type { ReadContext } from '../rows/read-context.ts';
import { reportRepeated } from '../rows/read-rows.ts';
import { normaliseHeader, normaliseText } from '../sheet/normalise-text.ts';
import { cellAt, isBlankCell, rowCountOf, type SheetInput } from '../sheet/sheet-input.ts';
import { isComputed, type MeasureDraft, type MeasureSource } from '../tabs/measure-draft.ts';
import {
  currencyColumn,
  decodeChannels,
  decodeCurrencies,
  decodeDays,
  type RowBlock,
} from './decode-columns.ts';
import { decodeValues, type FactSink } from './decode-values.ts';
import { acrossTab, namesOf, readSourceAcross } from './read-across.ts';
import { rowBlock } from './read-actuals.ts';
import { type FilterClause, parseFilter, passesClause } from './source-filter.ts';
import { inStyleOf } from './tab-style.ts';

/** The values of every measure that names a source tab, here or in another spreadsheet. */
export function readSources(sheets: readonly SheetInput[], sink: FactSink): void {
  sink.dictionary.measures.forEach((measure, position) => {
    if (measure.source === null || measure.source.tab === '' || isComputed(measure)) return;
    readSource(measure, measure.source, position, sheets, sink);
  });
}

function readSource(
  measure: MeasureDraft,
  source: MeasureSource,
  position: number,
  sheets: readonly SheetInput[],
  all: FactSink,
): void {
  const sheet = sheets.find((candidate) => isSource(candidate, source));
  if (sheet === undefined) {
    report(measure, 'source_tab', all.context).add('E_SOURCE_TAB', source.tab);
    // The sheet may be back tomorrow: what was known of it stays until then.
    if (source.spreadsheet !== null) all.dictionary.isLoading[position] = 1;
    return;
  }
  const sink = { ...all, context: inStyleOf(sheet, all.context, all.styles) };
  const tab = findHeader(sheet, sourceColumns(measure, source));
  if (tab === null) {
    readWithoutHeader(sheet, measure, source, position, sink);
    return;
  }
  for (const column of tab.repeated) reportRepeated(tab, column, sink.context);
  if (tab.repeated.length > 0) return;
  const block = rowBlock(tab);
  const { date = 0, value, channel } = tab.columnOf;
  const days = decodeDays(block, date, sink.context);
  if (days.isLoading) sink.dictionary.isLoading[position] = 1;
  const mask = filterMask(tab, measure, source, sink);
  if (mask === 'broken') return;
  decodeValues(
    block,
    value ?? sheet.columns.length,
    position,
    {
      days,
      dateColumn: date,
      blankIsEvent: true,
      undatedIsOpen: true,
      currencies: isChosen(measure, block) ? null : decodeCurrencies(block),
      channels:
        channel === undefined ? null : decodeChannels(block, channel, sink.facts, sink.context),
      moments: null,
    },
    sink,
    mask,
  );
}

export const isSource = (sheet: SheetInput, { spreadsheet, tab }: MeasureSource): boolean =>
  (sheet.spreadsheet ?? null) === spreadsheet && normaliseText(sheet.name) === normaliseText(tab);

/** Whether the filter says itself which currency is meant. */
function isChosen({ source }: MeasureDraft, block: RowBlock): boolean {
  const at = currencyColumn(block);
  if (at === -1 || source === null) return false;
  const key = normaliseHeader(block.headerOf(at));
  return (parseFilter(source.filter) ?? []).some(({ column }) => normaliseHeader(column) === key);
}

type SourceColumn = 'date' | 'value' | 'channel';

function report(measure: MeasureDraft, column: 'source_tab' | 'filter', context: ReadContext) {
  const place = measure.row?.place(column) ?? measure.place;
  return {
    add: (code: 'E_SOURCE_TAB' | 'E_FILTER', received: string) =>
      context.issues.add(code, place, { received }),
  };
}

/** A source without the columns asked for: one with periods across, or a finding. */
function readWithoutHeader(
  sheet: SheetInput,
  measure: MeasureDraft,
  source: MeasureSource,
  position: number,
  sink: FactSink,
): void {
  const across = findAcross(sheet, sink.context);
  if (across === null) {
    if (reportYearless(sheet, sink.context)) return;
    reportMissingColumn(sheet, measure, source, sink.context);
    return;
  }
  const tab = acrossTab(sheet, across);
  const headers = sheet.columns.map((_, column) => normaliseHeader(headerText(tab, column)));
  const typed = headers.indexOf(normaliseHeader(source.channelColumn));
  const names = source.valueColumn === '' ? [measure.name, measure.id] : [source.valueColumn];
  const channelColumn = source.channelColumn === '' || typed === -1 ? undefined : typed;
  const mask = filterMask(tab, measure, source, sink);
  if (mask === 'broken') return;
  const asked = { names, channelColumn };
  if (readSourceAcross(tab, rowBlock(tab), position, asked, mask, sink)) return;
  const rows = Array.from({ length: tab.rowCount }, (_, row) => row).slice(tab.headerRow + 1);
  sink.context.issues.add('E_SOURCE_ROW', measure.row?.place('value_column') ?? measure.place, {
    tab: sheet.name,
    received: names[0],
    values: firstOf(rows.flatMap((row) => namesOf(tab, row))),
  });
}

/** Which column a source lacks, and which it has. */
function reportMissingColumn(
  sheet: SheetInput,
  measure: MeasureDraft,
  source: MeasureSource,
  context: ReadContext,
): void {
  const columns = sourceColumns(measure, source);
  const missing = columns.find((column) => column.isNeeded && !hasHeader(sheet, column));
  const id = missing?.id ?? 'date';
  const received = typedHeader(source, id) || ({ tab: 'actuals', columns: [id] } as const);
  context.issues.add(
    'E_SOURCE_COLUMN',
    measure.row?.place(id === 'date' ? 'date_column' : 'value_column') ?? measure.place,
    {
      tab: sheet.name,
      received,
      values: firstOf(likelyHeader(sheet).headers.map(({ text }) => text)),
    },
  );
}

interface LikelyHeader {
  readonly row: number;
  readonly headers: readonly { readonly column: number; readonly text: string }[];
}

/** The row that has most texts: most likely the header. */
export function likelyHeader(sheet: SheetInput): LikelyHeader {
  const headersOf = (row: number) =>
    sheet.columns.flatMap(({ [row]: cell }, column) =>
      typeof cell === 'string' && /[a-z]/i.test(cell) ? [{ column, text: shown(cell) }] : [],
    );
  const none: LikelyHeader = { row: 0, headers: [] };
  return Array.from({ length: Math.min(rowCountOf(sheet), LAST_HEADER_ROW) }, (_, row) => ({
    row,
    headers: headersOf(row),
  })).reduce((most, own) => (own.headers.length > most.headers.length ? own : most), none);
}

const typedHeader = (source: MeasureSource, column: SourceColumn): string =>
  ({ date: source.dateColumn, value: source.valueColumn, channel: source.channelColumn })[column];

function hasHeader(sheet: SheetInput, { names, synonyms }: SoughtColumn): boolean {
  const keys = [...names, ...synonyms].map(normaliseHeader);
  return sheet.columns.some((_, column) =>
    Array.from({ length: LAST_HEADER_ROW }, (_unused, row) =>
      headerKey(cellAt(sheet, column, row)),
    ).some((key) => keys.includes(key)),
  );
}

function sourceColumns(measure: MeasureDraft, source: MeasureSource): SoughtColumn<SourceColumn>[] {
  const isCount = measure.aggregation === 'count';
  const own = soughtColumns('actuals');
  const named = (id: SourceColumn, isNeeded: boolean, more: readonly string[]) => {
    const typed = typedHeader(source, id);
    return own.flatMap((column) => {
      if (column.id !== id) return [];
      const { names, synonyms } = column;
      // What is counted needs no value: an Amount beside it is not asked for.
      const others = isCount && id === 'value' ? more : [...synonyms, ...more];
      return typed === ''
        ? { id, isNeeded, names, synonyms: others }
        : { id, isNeeded, names: [typed], synonyms: [] };
    });
  };
  return [
    ...named('date', true, []),
    ...named('value', !isCount, [measure.name, measure.id]),
    ...named('channel', source.channelColumn !== '', []),
  ];
}

/** 1 for every row that the filter lets through; null without a filter. */
function filterMask(
  tab: FoundHeader,
  measure: MeasureDraft,
  source: MeasureSource,
  { context }: FactSink,
): Uint8Array | null | 'broken' {
  if (source.filter === '') return null;
  const clauses = parseFilter(source.filter);
  if (clauses === null) {
    report(measure, 'filter', context).add('E_FILTER', source.filter);
    return 'broken';
  }
  const columns = clauses.map((clause) => filterColumn(tab, clause));
  const unknown = columns.indexOf(-1);
  if (unknown !== -1) {
    const { column: received } = clauses[unknown];
    const nearest = nearestName(tab.sheet.columns.map((_, column) => headerText(tab, column)));
    context.issues.add('E_FILTER_COLUMN', filterPlace(measure), {
      received,
      tab: tab.sheet.name,
      suggestion: { nearest: nearest(received) },
    });
    return 'broken';
  }
  const mask = new Uint8Array(tab.rowCount);
  for (let row = tab.headerRow + 1; row < tab.rowCount; row++) {
    context.goOn();
    const passes = clauses.every((clause, index) =>
      passesClause(cellAt(tab.sheet, columns[index], row), clause, context.locale),
    );
    mask[row] = passes ? 1 : 0;
  }
  if (!mask.includes(1)) warnOfEmpty(tab, clauses, columns, measure, source, context);
  return mask;
}

const filterPlace = ({ row, place }: MeasureDraft) => row?.place('filter') ?? place;

/** So many values are shown of what was asked in vain. */
const MOST_SHOWN = 8;

const firstOf = (values: readonly string[]): string => {
  const different = [...new Set(values)];
  const more = different.length > MOST_SHOWN ? ', …' : '';
  return different.slice(0, MOST_SHOWN).join(', ') + more;
};

/** A filter that lets no row through, with what stands in the column that stops the first of them. */
function warnOfEmpty(
  { sheet, headerRow }: FoundHeader,
  clauses: readonly FilterClause[],
  columns: readonly number[],
  measure: MeasureDraft,
  { filter }: MeasureSource,
  { issues, locale }: ReadContext,
): void {
  const cellsOf = (at: number) => (sheet.columns[columns[at]] ?? []).slice(headerRow + 1);
  const stopping = clauses.findIndex(
    (clause, at) => !cellsOf(at).some((cell) => passesClause(cell, clause, locale)),
  );
  const at = Math.max(0, stopping);
  const values = [
    ...new Set(
      cellsOf(at)
        .filter((cell) => !isBlankCell(cell))
        .map(shown),
    ),
  ];
  issues.add('W_FILTER_EMPTY', filterPlace(measure), {
    received: filter,
    tab: sheet.name,
    column: clauses[at].column,
    values: firstOf(values),
  });
}

function filterColumn(tab: FoundHeader, { column }: FilterClause): number {
  const key = normaliseHeader(column);
  return tab.sheet.columns.findIndex(
    (_, index) => headerKey(cellAt(tab.sheet, index, tab.headerRow)) === key,
  );
}
