import {
  type FoundHeader,
  findHeader,
  headerKey,
  LAST_HEADER_ROW,
  type SoughtColumn,
  soughtColumns,
} from '../rows/find-header.ts';
import type { ReadContext } from '../rows/read-context.ts';
import { normaliseHeader, normaliseText } from '../sheet/normalise-text.ts';
import { cellAt, type SheetInput } from '../sheet/sheet-input.ts';
import { isComputed, type MeasureDraft, type MeasureSource } from '../tabs/measure-draft.ts';
import { decodeChannels, decodeDays } from './decode-columns.ts';
import { decodeValues, type FactSink } from './decode-values.ts';
import { rowBlock } from './read-actuals.ts';
import { type FilterClause, parseFilter, passesClause } from './source-filter.ts';

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
  sink: FactSink,
): void {
  const sheet = sheets.find((candidate) => isSource(candidate, source));
  if (sheet === undefined) {
    report(measure, 'source_tab', sink.context).add('E_SOURCE_TAB', source.tab);
    // The sheet may be back tomorrow: what was known of it stays until then.
    if (source.spreadsheet !== null) sink.dictionary.isLoading[position] = 1;
    return;
  }
  const tab = findSourceHeader(sheet, measure, source, sink);
  if (tab === null) return;
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
      channels:
        channel === undefined ? null : decodeChannels(block, channel, sink.facts, sink.context),
      moments: null,
    },
    sink,
    mask,
  );
}

const isSource = (sheet: SheetInput, { spreadsheet, tab }: MeasureSource): boolean =>
  (sheet.spreadsheet ?? null) === spreadsheet && normaliseText(sheet.name) === normaliseText(tab);

type SourceColumn = 'date' | 'value' | 'channel';

function report(measure: MeasureDraft, column: 'source_tab' | 'filter', context: ReadContext) {
  const place = measure.row?.place(column) ?? measure.place;
  return {
    add: (code: 'E_SOURCE_TAB' | 'E_FILTER', received: string) =>
      context.issues.add(code, place, { received }),
  };
}

/** The header row of a source: by the names that were typed, else by those of an Actuals tab. */
function findSourceHeader(
  sheet: SheetInput,
  measure: MeasureDraft,
  source: MeasureSource,
  sink: FactSink,
): FoundHeader<SourceColumn> | null {
  const needsValue = measure.aggregation !== 'count';
  const columns = sourceColumns(measure, source, needsValue);
  const tab = findHeader(sheet, columns);
  if (tab !== null) return tab;
  const missing = columns.find((column) => column.isNeeded && !hasHeader(sheet, column));
  const id = missing?.id ?? 'date';
  const received = typedHeader(source, id) || ({ tab: 'actuals', columns: [id] } as const);
  sink.context.issues.add(
    'E_SOURCE_COLUMN',
    measure.row?.place(id === 'date' ? 'date_column' : 'value_column') ?? measure.place,
    { tab: sheet.name, received },
  );
  return null;
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

function sourceColumns(
  measure: MeasureDraft,
  source: MeasureSource,
  needsValue: boolean,
): SoughtColumn<SourceColumn>[] {
  const own = soughtColumns('actuals');
  const named = (id: SourceColumn, isNeeded: boolean, more: readonly string[]) => {
    const typed = typedHeader(source, id);
    return own.flatMap((column) => {
      if (column.id !== id) return [];
      const { names, synonyms } = column;
      return typed === ''
        ? { id, isNeeded, names, synonyms: [...synonyms, ...more] }
        : { id, isNeeded, names: [typed], synonyms: [] };
    });
  };
  return [
    ...named('date', true, []),
    ...named('value', needsValue, [measure.name, measure.id]),
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
  const columns = clauses?.map((clause) => filterColumn(tab, clause)) ?? [];
  if (clauses === null || columns.includes(-1)) {
    report(measure, 'filter', context).add('E_FILTER', source.filter);
    return 'broken';
  }
  const mask = new Uint8Array(tab.rowCount);
  for (let row = tab.headerRow + 1; row < tab.rowCount; row++) {
    const passes = clauses.every((clause, index) =>
      passesClause(cellAt(tab.sheet, columns[index], row), clause, context.locale),
    );
    mask[row] = passes ? 1 : 0;
  }
  return mask;
}

function filterColumn(tab: FoundHeader, { column }: FilterClause): number {
  const key = normaliseHeader(column);
  return tab.sheet.columns.findIndex(
    (_, index) => headerKey(cellAt(tab.sheet, index, tab.headerRow)) === key,
  );
}
