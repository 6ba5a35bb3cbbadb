import { evaluateWorkspace } from '../../src/core/evaluate/evaluate-workspace.ts';
import { readWorkspace, type WorkbookInput } from '../../src/core/intake/read-workspace.ts';
import type { SheetInput } from '../../src/core/intake/sheet/sheet-input.ts';
import { dayFromIsoDate, serialFromDay } from '../../src/core/model/calendar-date.ts';
import type { Cell } from '../../src/core/tables/part.ts';
import { isTableId, type TableId } from '../../src/core/tables/result-tables.ts';
import { type ServedTable, servedTable } from './served-table.ts';
import type { Story } from './story-files.ts';
import { day } from './workspace-builder.ts';

/** As a spreadsheet takes it when it is typed: numbers, dates as serial numbers, else text; after ' always text. */
function typedCell(text: string): unknown {
  if (text.startsWith("'")) return text.slice(1);
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  const date = dayFromIsoDate(text);
  return date === null ? text : serialFromDay(date);
}

function sheetOf({ name, rows }: Story['tabs'][number]): SheetInput {
  const width = Math.max(...rows.map((row) => row.length));
  return {
    name,
    columns: Array.from({ length: width }, (_, column) =>
      rows.map((row) => typedCell(row[column] ?? '')),
    ),
  };
}

/** The workbook that the story's files stand for. */
export const inputOf = ({ tabs, locale }: Story): WorkbookInput => ({
  workbook: {
    fileId: 'file',
    workbookId: 'workbook',
    name: 'Story',
    url: 'https://docs.google.com/spreadsheets/d/file',
    locale,
    timeZone: 'Europe/Amsterdam',
  },
  sheets: tabs.map(sheetOf),
});

/** The whole way: tabs in, a result table out. */
export function runStory(story: Story): (id: TableId) => ServedTable {
  const viewDay = day(story.today);
  const read = readWorkspace(inputOf(story), viewDay);
  const evaluation = evaluateWorkspace(read.workspace, viewDay);
  // Advice would stand in every story; only those about it list it.
  const advice = story.isSmart ? evaluation.advice : [];
  const input = {
    workspace: read.workspace,
    evaluation,
    issues: [...read.issues, ...evaluation.issues, ...advice],
    language: read.workspace.settings.language,
    recalculation: null,
    history: [],
    viewDay,
  };
  return (id) => servedTable(id, input);
}

export function tableNamed(name: string): TableId {
  if (!isTableId(name)) throw new Error(`no result table is called ${name}`);
  return name;
}

/**
 * A cell as the story's file writes it: dates as 2026-02-14, missing as nothing, and numbers to as
 * many digits as the file has, so that the file shows what matters and no more.
 */
export function writtenCell(cell: Cell | undefined, expected: string): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') {
    const isNumber = /^-?\d+(\.\d+)?$/.test(expected);
    return isNumber ? cell.toFixed(expected.split('.')[1]?.length ?? 0) : String(cell);
  }
  const text = String(cell);
  return /^\d{8}$/.test(text) ? text.replace(/(....)(..)(..)/, '$1-$2-$3') : text;
}
