import { cellAddress } from '../../model/a1-notation.ts';
import type { FigureNote } from '../../model/workspace.ts';
import { brokenSource } from '../cell/cell-reading.ts';
import {
  differBelow,
  type FoundHeader,
  findHeader,
  groupAbove,
  headerKey,
  headerNames,
  headerText,
  LAST_HEADER_ROW,
  soughtColumns,
} from '../rows/find-header.ts';
import { nearestName } from '../rows/nearest-name.ts';
import { findAcross, reportYearless } from '../rows/period-headers.ts';
import { reportMissingColumns, reportMissingHeader, reportRepeated } from '../rows/read-rows.ts';
import { normaliseHeader } from '../sheet/normalise-text.ts';
import { cellAt, isBlankCell, rowCountOf, type SheetInput } from '../sheet/sheet-input.ts';
import {
  type ActualsTab,
  decodeChannels,
  decodeCurrencies,
  decodeDays,
  type RowBlock,
} from './decode-columns.ts';
import { decodeMoments } from './decode-moments.ts';
import { decodeValues, type FactSink, type RowFacts } from './decode-values.ts';
import { rowOfFact } from './fact-buffer.ts';
import {
  FORMULA_MEASURE,
  isReadElsewhere,
  type MeasureDictionary,
  noteStranger,
  positionOfName,
  UNKNOWN_MEASURE,
} from './measure-dictionary.ts';
import { acrossTab, readActualsAcross } from './read-across.ts';
import { readLongTab } from './read-long-tab.ts';
import { inStyleOf } from './tab-style.ts';

/**
 * One Actuals tab into facts: long when it has a Measure column, else a column per measure; of
 * tables below one another each by its own header. Gives the notes beside them.
 */
export function readActuals(sheet: SheetInput, all: FactSink): FigureNote[] {
  const sink = { ...all, context: inStyleOf(sheet, all.context, all.styles) };
  const tab = findActualsHeader(sheet, sink.dictionary, 0);
  const across = namesMeasures(tab, sink.dictionary) ? null : findAcross(sheet, all.context);
  if (across !== null) {
    const found = acrossTab(sheet, across);
    readActualsAcross(found, rowBlock(found), sink);
    return [];
  }
  if (tab === null) {
    if (isImportBroken(sheet, sink)) sink.dictionary.isPartLoading = true;
    else if (!reportYearless(sheet, all.context)) {
      reportMissingHeader(sheet, 'actuals', sink.context);
    }
    return [];
  }
  const notes: FigureNote[] = [];
  let table: ActualsTab | null = tab;
  while (table !== null) {
    notes.push(...readTable(table, sink));
    const end: number = table.rowCount;
    table = end < rowCountOf(sheet) ? findActualsHeader(sheet, sink.dictionary, end) : null;
  }
  return notes;
}

function readTable(tab: ActualsTab, sink: FactSink): FigureNote[] {
  // Below the names of measures "Actual" may stand twice.
  const isGrouped = tab.columnOf.measure === undefined && namesMeasures(tab, sink.dictionary);
  const repeated = tab.repeated.filter(({ id }) => id !== 'value' || !isGrouped);
  for (const column of repeated) reportRepeated(tab, column, sink.context);
  if (repeated.some(({ id }) => id !== 'note')) return [];
  const block = rowBlock(tab);
  const first = sink.facts.length;
  const rows = decodeRows(tab, block, sink);
  const { measure } = tab.columnOf;
  if (measure === undefined) readWide(tab, block, rows, sink);
  else readLongTab(tab, measure, block, rows, sink);
  return notesBeside(tab, first, sink);
}

/** What stands in the Note column beside each fact from `first` on. */
function notesBeside(
  tab: ActualsTab,
  first: number,
  { facts, dictionary }: FactSink,
): FigureNote[] {
  const { sheet, columnOf, headerRow } = tab;
  const { note } = columnOf;
  if (note === undefined) return [];
  const cells = sheet.columns[note] ?? [];
  const hasNotes = cells.some((cell, row) => row > headerRow && !isBlankCell(cell));
  const found = new Map<string, FigureNote>();
  for (let fact = first; hasNotes && fact < facts.length; fact += 1) {
    const cell = cells[rowOfFact(facts, fact)];
    if (isBlankCell(cell)) continue;
    const own = {
      measureId: dictionary.measures[facts.measure[fact]].id,
      channel: facts.channel[fact] === 0 ? null : facts.channels[facts.channel[fact]],
      day: facts.day[fact],
      text: String(cell).trim(),
    };
    found.set(JSON.stringify(own), own);
  }
  return [...found.values()];
}

const namesMeasures = (tab: ActualsTab | null, dictionary: MeasureDictionary): boolean =>
  tab !== null &&
  (tab.columnOf.measure !== undefined ||
    tab.sheet.columns.some(
      (_, column) =>
        measureOfHeader(tab.sheet, column, tab.headerRow, dictionary) !== UNKNOWN_MEASURE,
    ));

/** A title row may hold the word Date as well: a header also names a measure, or the column Measure. */
function findActualsHeader(
  sheet: SheetInput,
  dictionary: MeasureDictionary,
  from: number,
): ActualsTab | null {
  const namesMeasure = (row: number): boolean =>
    sheet.columns.some(
      (_, column) => measureOfHeader(sheet, column, row, dictionary) !== UNKNOWN_MEASURE,
    );
  const columns = soughtColumns('actuals');
  const long = findHeader(sheet, columns, undefined, from);
  if (long?.columnOf.measure !== undefined) return long;
  const wide = findHeader(sheet, columns, namesMeasure, from) ?? long;
  if (wide === null) return null;
  // A long header further down, below a title row with the word Date.
  const withMeasure = columns.map((column) =>
    column.id === 'measure' ? { ...column, isNeeded: true } : column,
  );
  return findHeader(sheet, withMeasure, undefined, wide.headerRow + 1) ?? wide;
}

function measureOfHeader(
  sheet: SheetInput,
  column: number,
  row: number,
  dictionary: MeasureDictionary,
): number {
  for (const name of headerNames(sheet, column, row)) {
    const position = positionOfName(dictionary, name);
    if (position !== UNKNOWN_MEASURE) return position;
  }
  // Sales over Target and Actual: the column Actual is of Sales.
  const isValue = row > 0 && VALUE_WORDS.includes(headerKey(cellAt(sheet, column, row)));
  return isValue ? positionOfName(dictionary, groupAbove(sheet, column, row)) : UNKNOWN_MEASURE;
}

const VALUE_WORDS = soughtColumns('actuals').flatMap(({ id, names, synonyms }) =>
  id === 'value' ? [...names, ...synonyms].map(normaliseHeader) : [],
);

/** Nothing but "Loading…" or an error where the header should be: the whole import is not there. */
function isImportBroken(sheet: SheetInput, { context }: FactSink): boolean {
  for (let column = 0; column < sheet.columns.length; column++) {
    for (let row = 0; row < Math.min(LAST_HEADER_ROW, sheet.columns[column].length); row++) {
      const cell = cellAt(sheet, column, row);
      const broken = typeof cell === 'string' ? brokenSource(cell) : null;
      if (broken?.kind === 'bad') {
        const place = { tab: sheet.name, cell: cellAddress(column, row) };
        context.issues.add('SOURCE_LOADING', place, { received: String(cell).trim() });
        return true;
      }
    }
  }
  return false;
}

export function rowBlock(tab: FoundHeader): RowBlock {
  return {
    sheet: tab.sheet,
    firstRow: tab.headerRow + 1,
    rowCount: tab.rowCount,
    headerOf: (column) => headerText(tab, column),
  };
}

function decodeRows(tab: ActualsTab, block: RowBlock, sink: FactSink): RowFacts {
  const { date = 0, channel, recorded_at: recordedAt } = tab.columnOf;
  const days = decodeDays(block, date, sink.context);
  if (days.isLoading) sink.dictionary.isPartLoading = true;
  return {
    days,
    dateColumn: date,
    blankIsEvent: true,
    undatedIsOpen: false,
    currencies: decodeCurrencies(block),
    channels:
      channel === undefined ? null : decodeChannels(block, channel, sink.facts, sink.context),
    moments: recordedAt === undefined ? null : decodeMoments(block, recordedAt, sink.context),
  };
}

function readWide(tab: ActualsTab, block: RowBlock, rows: RowFacts, sink: FactSink): void {
  const { dictionary } = sink;
  const { date, channel, note, recorded_at: recordedAt } = tab.columnOf;
  const strangers: number[] = [];
  const matched = new Map<number, number>();
  const twice = new Set<number>();
  for (let column = 0; column < tab.sheet.columns.length; column++) {
    if (column === date || column === channel || column === recordedAt) continue;
    const position = measureOfHeader(tab.sheet, column, tab.headerRow, dictionary);
    if (position >= 0 && isReadElsewhere(dictionary, position, tab.sheet)) continue;
    if (position >= 0) {
      const first = matched.get(position);
      if (first === undefined) matched.set(position, column);
      else if (differBelow(tab.sheet, tab.headerRow, column, first)) {
        twice.add(position);
        reportRepeated(tab, { column, first }, sink.context);
      }
    } else if (position === FORMULA_MEASURE) {
      noteHeader(tab, column, position, sink);
    } else if (column !== note && headerText(tab, column) !== '') strangers.push(column);
  }
  for (const [position, column] of matched) {
    if (twice.has(position)) continue;
    decodeValues(block, column, position, { ...rows, blankIsEvent: false }, sink);
  }
  if (matched.size === 0 && tab.columnOf.value !== undefined) {
    // A Value without a Measure beside it: of what, nobody can tell.
    reportMissingColumns(tab, { tab: 'actuals', columns: ['measure'] }, sink.context);
  } else noteStrangeHeaders(tab, strangers, matched.size, sink);
}

/** Unknown columns are left alone, unless the name is nearly that of a measure or none was found. */
function noteStrangeHeaders(
  tab: ActualsTab,
  columns: readonly number[],
  matched: number,
  sink: FactSink,
): void {
  const nearest = nearestName(sink.dictionary.measures.map(({ name }) => name));
  for (const column of columns) {
    if (matched === 0 || nearest(headerText(tab, column)) !== null) {
      noteHeader(tab, column, UNKNOWN_MEASURE, sink);
    }
  }
}

function noteHeader(tab: ActualsTab, column: number, meaning: number, sink: FactSink): void {
  const place = { tab: tab.sheet.name, cell: cellAddress(column, tab.headerRow) };
  for (let row = tab.headerRow + 1; row < tab.rowCount; row++) {
    if (!isBlankCell(cellAt(tab.sheet, column, row))) {
      noteStranger(sink.dictionary, headerText(tab, column), meaning, place);
    }
  }
}
