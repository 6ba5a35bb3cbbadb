import { EXAMPLE_WORDS } from '../../core/language/example-words.ts';
import { formatDigits, formatShare } from '../../core/language/format-number.ts';
import { CELL_WORDS } from '../../core/language/languages.ts';
import { choiceNames, columnHelp } from '../../core/language/tab-words.ts';
import { EXAMPLE_CELLS, EXAMPLE_ROWS } from '../../core/layout/examples.ts';
import { type ColumnId, columnEntries, tabLayout } from '../../core/layout/sheet-layout.ts';
import type { ColumnLayout, TabId } from '../../core/layout/tab-layout.ts';
import { dayFromCivil } from '../../core/model/calendar-date.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { TabRow } from './row-cells.ts';

type Cell = string | number | boolean;

const MONTH_AND_DAY = /^(\d\d)-(\d\d)$/;

/** Undefined where no example is needed: a choice shows what there is, an id is made by Koers. */
function exampleCell(tab: TabId, column: string, language: Language): Cell | undefined {
  const typed: Readonly<Record<string, Cell>> = EXAMPLE_CELLS[tab] ?? {};
  const words: Readonly<Record<string, Cell>> = EXAMPLE_WORDS[language].cells[tab];
  return typed[column] ?? words[column];
}

const inYear = (text: string, year: number): string => text.replace('{year}', String(year));

/** The year of dates in notes, which stay when the year is over. */
const YEAR_OF_NOTES = 2026;

function asTyped(cell: Cell, layout: ColumnLayout, language: Language): string {
  if (typeof cell === 'boolean') return CELL_WORDS[language][cell ? 'yes' : 'no'][0];
  if (typeof cell === 'number') {
    if (layout.cell === 'share') return formatShare(cell, language);
    return Math.abs(cell) >= 10_000
      ? formatDigits(cell, 0, language)
      : String(cell).replace('.', language === 'nl' ? ',' : '.');
  }
  const [, month, day] = MONTH_AND_DAY.exec(cell) ?? [];
  if (month === undefined) return inYear(cell, YEAR_OF_NOTES);
  return EXAMPLE_WORDS[language].date(String(YEAR_OF_NOTES), month, day);
}

/** The note at a header: what it means, and an example or what there is to choose. */
export function headerNote<Tab extends TabId>(
  tab: Tab,
  column: ColumnId<Tab>,
  layout: ColumnLayout,
  language: Language,
): string {
  const help = columnHelp(tab, column, language);
  const words = EXAMPLE_WORDS[language];
  const example = exampleCell(tab, column, language);
  const offered = layout.cell === 'choice' && layout.choices !== undefined;
  const parts = [
    help,
    ...(offered && layout.choices ? [words.oneOf(choiceNames(layout.choices, language))] : []),
    ...(example === undefined || offered
      ? []
      : [words.forExample(asTyped(example, layout, language))]),
  ];
  return parts.join('\n');
}

/** Names and references say in an example row that they are examples, each in the same way. */
const isName = (tab: TabId, column: string, { cell }: ColumnLayout): boolean =>
  cell === 'reference' ||
  (cell === 'text' && columnEntries(tab).find(([, own]) => own.needed)?.[0] === column) ||
  column === 'stop';

/** The example row of a tab, of this year; null for a tab without one. */
export function exampleRow(tab: TabId, year: number, language: Language): TabRow | null {
  const filled: readonly string[] | undefined = EXAMPLE_ROWS[tab];
  if (filled === undefined) return null;
  const columns: Readonly<Record<string, ColumnLayout>> = tabLayout(tab).columns;
  return Object.fromEntries(
    filled.map((column) => {
      const cell = exampleCell(tab, column, language) ?? null;
      if (typeof cell !== 'string') return [column, cell];
      const [, month, day] = MONTH_AND_DAY.exec(cell) ?? [];
      if (month !== undefined) return [column, dayFromCivil(year, Number(month), Number(day))];
      const text = inYear(cell, year);
      return [
        column,
        isName(tab, column, columns[column]) ? EXAMPLE_WORDS[language].rowName(text) : text,
      ];
    }),
  );
}
