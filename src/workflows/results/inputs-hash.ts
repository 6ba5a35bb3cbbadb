import type { IdToWrite } from '../../core/intake/rows/read-context.ts';
import type { ColumnFormat, SheetInput } from '../../core/intake/sheet/sheet-input.ts';
import { cellPosition } from '../../core/model/a1-notation.ts';
import { contentHash } from '../packed-tables/chunks.ts';
import type { WorkbookFacts } from '../ports.ts';

interface InputsRead {
  readonly facts: Pick<WorkbookFacts, 'locale' | 'timeZone'>;
  readonly sheets: readonly SheetInput[];
}

type Column = SheetInput['columns'][number];

/** Columns of a tab with the ids that a run is about to fill in, as if they were there. */
function withIds(columns: readonly Column[], ids: readonly IdToWrite[]): Column[] {
  const filled = [...columns];
  for (const [at, own] of idsByColumn(ids)) {
    const cells = [...(filled[at] ?? [])];
    for (const { row, id } of own) cells[row] = id;
    filled[at] = cells;
  }
  return filled;
}

function idsByColumn(ids: readonly IdToWrite[]): Map<number, { row: number; id: string }[]> {
  const byColumn = new Map<number, { row: number; id: string }[]>();
  for (const { cell, id } of ids) {
    const at = cellPosition(cell);
    if (at === null) continue;
    const own = byColumn.get(at.column);
    if (own === undefined) byColumn.set(at.column, [{ row: at.row, id }]);
    else own.push({ row: at.row, id });
  }
  return byColumn;
}

/** No cell of a sheet holds these. */
const [AFTER_CELL, AFTER_COLUMN] = ['\u001f', '\u001e'];

const isBlank = (cell: unknown): boolean => cell === '' || cell === null || cell === undefined;

/** What is blank at the end is as good as not there. */
function joined(cells: readonly unknown[], after: string): string {
  let count = cells.length;
  while (count > 0 && isBlank(cells[count - 1])) count -= 1;
  return cells.slice(0, count).join(after);
}

/**
 * What figures mean by their looks: the first row of each look, and the currency. '' where none says
 * anything. Blank cells and texts mean the same however they look, and a run itself writes some.
 */
function meaning(cells: Column, format: ColumnFormat | undefined): string {
  if (format === undefined) return '';
  const looks: string[] = [];
  let before = 'general';
  cells.forEach((cell, row) => {
    if (typeof cell !== 'number') return;
    const own = format.except?.[row] ?? format.usual;
    // A figure below rows that Google says nothing of has the look of their header.
    const look = own === 'text' ? 'general' : own;
    if (look !== before) looks.push(`${row} ${look}`);
    before = look;
  });
  return looks.length === 0 ? '' : [format.currency ?? '', ...looks].join(' ');
}

/**
 * Everything that people filled in, as one short text: the same as long as nobody changes a cell, or
 * what it means by its looks and by the settings of the spreadsheet. An id that this very run fills in
 * counts as there.
 */
export function inputsHash(
  { facts: { locale, timeZone }, sheets }: InputsRead,
  ids: readonly IdToWrite[],
): string {
  const tabs = sheets.map(({ spreadsheet = '', name, columns, formats = [] }) => {
    const tab = spreadsheet === '' ? name : `${spreadsheet}!${name}`;
    const filled = withIds(
      columns,
      ids.filter((own) => own.tab === tab),
    );
    const texts = Array.from(filled, (column = []) => joined(column, AFTER_CELL));
    const looks = joined(
      Array.from(filled, (column = [], at) => meaning(column, formats[at])),
      AFTER_COLUMN,
    );
    return [tab, joined(texts, AFTER_COLUMN), looks].join('\n');
  });
  return contentHash([locale, timeZone, ...tabs.sort()].join('\n'));
}
