import { CELL_WORDS } from '../../core/language/languages.ts';
import { choiceName } from '../../core/language/tab-words.ts';
import { CHOICES, type ChoiceListId } from '../../core/layout/choices.ts';
import { columnEntries } from '../../core/layout/sheet-layout.ts';
import type { ColumnLayout, TabId } from '../../core/layout/tab-layout.ts';
import { serialFromDay } from '../../core/model/calendar-date.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { WrittenCell } from '../workbook-change.ts';

/** Cells by column id. Dates are days, choices are codes, yes and no are true and false. */
export type TabRow = Readonly<Record<string, WrittenCell>>;

/** The word for a code of the list; null for what is no code of it. */
export function choiceWord(
  list: ChoiceListId,
  cell: WrittenCell,
  language: Language,
): string | null {
  const code = CHOICES[list].find((own) => own === cell);
  return code === undefined ? null : choiceName(list, code, language);
}

/** As a person types it in the language. */
function columnCell(
  id: string,
  column: ColumnLayout,
  cell: WrittenCell,
  language: Language,
): WrittenCell {
  if (cell === null) return null;
  if (column.cell === 'date' && typeof cell === 'number') return serialFromDay(cell);
  if (column.cell === 'yes_no' && typeof cell === 'boolean') {
    const { yes, no } = CELL_WORDS[language];
    return cell ? yes[0] : no[0];
  }
  if (column.choices === undefined) return cell;
  const word = choiceWord(column.choices, cell, language);
  if (word !== null) return word;
  // Besides its choices such a column takes a name: a calendar's, or a currency.
  if (column.refersTo !== undefined || column.cell === 'unit') return cell;
  throw new Error(`The column ${id} has no choice ${String(cell)}`);
}

/** A row as a person types it in the language, by column id. */
export function typedRow(tab: TabId, row: TabRow, language: Language): TabRow {
  const columns = columnEntries(tab);
  const stranger = Object.keys(row).find((key) => !columns.some(([own]) => own === key));
  if (stranger !== undefined) throw new Error(`The tab ${tab} has no column ${stranger}`);
  return Object.fromEntries(
    columns.map(([id, column]) => [id, columnCell(id, column, row[id] ?? null, language)]),
  );
}

/** Its cells, in the order of the tab's columns. */
export const rowCells = (tab: TabId, row: TabRow, language: Language): WrittenCell[] =>
  Object.values(typedRow(tab, row, language));
