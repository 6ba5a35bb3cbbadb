import { cellAddress } from '../../model/a1-notation.ts';
import { readText } from '../cell/read-text.ts';
import { reportMissingColumns } from '../rows/read-rows.ts';
import { cellAt, formatAt, isBlankCell } from '../sheet/sheet-input.ts';
import type { ActualsTab, RowBlock } from './decode-columns.ts';
import {
  decodeValues,
  type FactSink,
  isFailedImport,
  type RowFacts,
  reportBlank,
} from './decode-values.ts';
import {
  ELSEWHERE_MEASURE,
  isReadElsewhere,
  type MeasureDictionary,
  noteStranger,
  positionOfName,
  READS_EVENT,
  UNKNOWN_MEASURE,
} from './measure-dictionary.ts';
import { newSpellingMemo, noteSpelling, recallSpelling } from './spelling-memo.ts';

/** A tab with a row for each value. */
export function readLongTab(
  tab: ActualsTab,
  measureColumn: number,
  block: RowBlock,
  rows: RowFacts,
  sink: FactSink,
): void {
  const valueColumn = tab.columnOf.value;
  const measures = decodeMeasures(block, measureColumn, valueColumn, sink);
  if (valueColumn === undefined && !onlyCounts(measures, block, sink.dictionary)) {
    reportMissingColumns(tab, { tab: 'actuals', columns: ['value'] }, sink.context);
  }
  // Without a Value column every cell of it is blank.
  decodeValues(block, valueColumn ?? tab.sheet.columns.length, measures, rows, sink);
}

function onlyCounts(measures: Int32Array, block: RowBlock, dictionary: MeasureDictionary): boolean {
  for (let row = block.firstRow; row < block.rowCount; row++) {
    if (measures[row] >= 0 && dictionary.reads[measures[row]] !== READS_EVENT) return false;
  }
  return true;
}

/** The measure's position of every row; the text is normalised once per spelling. */
export function decodeMeasures(
  block: RowBlock,
  column: number,
  valueColumn: number | undefined,
  sink: FactSink,
  isMeasure: (name: string) => boolean = () => true,
): Int32Array {
  const { sheet, firstRow, rowCount } = block;
  const cells = sheet.columns[column];
  const positions = new Int32Array(rowCount);
  const memo = newSpellingMemo();
  for (let row = firstRow; row < rowCount; row++) {
    sink.context.goOn();
    const known = recallSpelling(memo, cells[row]);
    if (known !== undefined) {
      positions[row] = known;
      continue;
    }
    const position = isMeasure(String(cells[row] ?? ''))
      ? measureOfCell(block, column, row, valueColumn, sink)
      : UNKNOWN_MEASURE;
    // What is no measure is looked at in every row, to be counted and reported.
    if (position >= 0) noteSpelling(memo, cells[row], position);
    positions[row] = position;
  }
  return positions;
}

function measureOfCell(
  block: RowBlock,
  column: number,
  row: number,
  valueColumn: number | undefined,
  { dictionary, context }: FactSink,
): number {
  const { sheet } = block;
  const cell = cellAt(sheet, column, row);
  const place = { tab: sheet.name, cell: cellAddress(column, row) };
  if (isBlankCell(cell)) {
    const hasValue = valueColumn !== undefined && !isBlankCell(cellAt(sheet, valueColumn, row));
    if (hasValue) reportBlank(block, column, row, context);
    return UNKNOWN_MEASURE;
  }
  const reading = readText(cell, formatAt(sheet, column, row));
  if (reading.kind === 'bad') {
    if (isFailedImport(reading.problem.code, cell)) dictionary.isPartLoading = true;
    context.issues.addProblem(reading.problem, block.headerOf(column), place);
    return UNKNOWN_MEASURE;
  }
  const name = reading.kind === 'value' ? reading.value : '';
  const position = positionOfName(dictionary, name);
  if (position < 0) noteStranger(dictionary, name, position, place);
  return isReadElsewhere(dictionary, position, sheet) ? ELSEWHERE_MEASURE : position;
}
