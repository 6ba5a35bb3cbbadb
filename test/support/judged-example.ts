import { exampleBooks } from '../../examples/example-books.ts';
import type { BookCell, BookSheet } from '../../examples/write-book.ts';
import { evaluateWorkspace } from '../../src/core/evaluate/evaluate-workspace.ts';
import { readWorkspace } from '../../src/core/intake/read-workspace.ts';
import type { FormatClass, SheetInput } from '../../src/core/intake/sheet/sheet-input.ts';
import { type Day, dayFromCivil } from '../../src/core/model/calendar-date.ts';
import type { Evaluation } from '../../src/core/model/evaluation.ts';
import type { Issue } from '../../src/core/model/issue.ts';
import { EMPTY_RECORD, type WorkbookRecord } from '../../src/core/model/record.ts';
import type { Workspace } from '../../src/core/model/workspace.ts';

const made = exampleBooks('examples');

function typedValue(cell: BookCell | undefined): unknown {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'object') return cell;
  return 'error' in cell ? cell.error : cell.value;
}

function formatOf(cell: BookCell | undefined): FormatClass {
  if (cell === null || cell === undefined || typeof cell !== 'object' || 'error' in cell) {
    return 'general';
  }
  if (cell.format.includes('y')) return 'date';
  if (cell.format.includes('%')) return 'percent';
  return cell.format.startsWith('"') ? 'currency' : 'number';
}

/** The sheet as Sheets would hand it over, the format of every cell told apart. */
function asInput(sheet: BookSheet): SheetInput {
  const columns = sheet.columns.map((_, index) => sheet.rows.map((row) => typedValue(row[index])));
  const formats = sheet.columns.map((_, index) => ({
    usual: 'general' as const,
    except: Object.fromEntries(sheet.rows.map((row, at) => [at, formatOf(row[index])])),
  }));
  return { name: sheet.name, columns, formats };
}

export interface Judged {
  readonly sheetNames: readonly string[];
  readonly workspace: Workspace;
  readonly evaluation: Evaluation;
  /** Of intake and evaluation together. */
  readonly issues: readonly Issue[];
}

/** An example workbook, read and evaluated on the day that it sets, with what was kept before it. */
export function judgedExample(
  file: string,
  locale: string,
  recordOf: (workspace: Workspace, today: Day) => WorkbookRecord = () => EMPTY_RECORD,
): Judged {
  const workbook = {
    fileId: 'example',
    workbookId: 'example',
    name: file,
    url: 'https://docs.google.com/spreadsheets/d/example/edit',
    locale,
    timeZone: 'Europe/Amsterdam',
  };
  const unusedToday = dayFromCivil(2001, 1, 1);
  const { workspace, issues } = readWorkspace(
    { workbook, sheets: made[file].map(asInput) },
    unusedToday,
  );
  const { today } = workspace.settings;
  if (today === null) throw new Error(`${file} does not set its day`);
  const evaluation = evaluateWorkspace(workspace, today, recordOf(workspace, today));
  return {
    sheetNames: made[file].map(({ name }) => name),
    workspace,
    evaluation,
    issues: [...issues, ...evaluation.issues],
  };
}
