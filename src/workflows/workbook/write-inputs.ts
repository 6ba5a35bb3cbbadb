import type { SheetInput } from '../../core/intake/sheet/sheet-input.ts';
import { tabRange } from '../../core/model/a1-notation.ts';
import type {
  Attempt,
  ReadCell,
  TabFacts,
  WorkbookFacts,
  WorkbookReader,
  WorkbookWriter,
} from '../ports.ts';
import type { WorkbookChange } from '../workbook-change.ts';
import { lookedAfter, MOST_ROUNDS } from './as-found.ts';
import { asBefore, type Columns, columnsNow, type TabCells } from './columns-now.ts';
import { misplacedIds, type WrittenIds } from './misplaced-ids.ts';
import { isOurNote } from './our-notes.ts';
import type { ReadWorkbook } from './read-workbook.ts';
import { rowsNow } from './rows-now.ts';

/** A cell or a note in a tab of people's own. */
export type InputChange = Extract<WorkbookChange, { kind: 'write_cells' | 'write_note' }>;
type CellChange = Extract<InputChange, { kind: 'write_cells' }>;

interface InputPorts {
  readonly reader: WorkbookReader;
  readonly writer: WorkbookWriter;
  readonly attempt: Attempt;
}

/** Tabs by sheet id, as they were read. */
function tabsRead({ facts, sheets }: ReadWorkbook): ReadonlyMap<number, TabCells> {
  const own = sheets.filter(({ spreadsheet }) => spreadsheet === undefined);
  return new Map(
    facts.tabs.flatMap(({ sheetId, title }) => {
      const sheet = own.find(({ name }) => name === title);
      if (sheet === undefined) return [];
      // SAFETY: they are the cells that the reader gave.
      return [[sheetId, { name: title, columns: sheet.columns as Columns }]];
    }),
  );
}

/** Those that are still there. */
const tabsAmong = ({ tabs }: WorkbookFacts, sheetIds: ReadonlySet<number>): TabFacts[] =>
  tabs.filter(({ sheetId }) => sheetIds.has(sheetId));

const rangesOf = (tabs: readonly TabFacts[]): string[] => tabs.map(({ title }) => tabRange(title));

/** Tabs by sheet id, with the columns that were read of each. */
const cellsOf = (
  tabs: readonly TabFacts[],
  columns: readonly Columns[],
): ReadonlyMap<number, TabCells> =>
  new Map(tabs.map(({ sheetId, title }, at) => [sheetId, { name: title, columns: columns[at] }]));

const sheetIdsOf = (changes: readonly InputChange[]): Set<number> =>
  new Set(changes.map(({ sheetId }) => sheetId));

const idsIn = (changes: readonly InputChange[]): CellChange[] =>
  changes.flatMap((change) => (change.kind === 'write_cells' ? [change] : []));

/** Where a cell of an earlier reading of a tab stands now, told by its row and its header. */
function cellsNow(before: TabCells, now: TabCells, aside: readonly number[]) {
  const columnNow = columnsNow(before, now);
  const rowNow = rowsNow(before.columns, asBefore(before, now, columnNow), aside);
  return (row: number, column: number): { row: number; column: number } | null => {
    const at = { row: rowNow(row), column: columnNow(column) };
    // SAFETY: neither is null.
    return at.row === null || at.column === null ? null : (at as { row: number; column: number });
  };
}

/** A change of an input, and where what it is about stands by now. */
type PlacedChange = readonly [asked: InputChange, placed: InputChange];

/** Tabs that the other changes rest on, and whether they still are what those were made for. */
export interface Ground {
  readonly tabsIn: (facts: WorkbookFacts) => readonly TabFacts[];
  readonly isStill: (now: readonly SheetInput[]) => boolean;
}

/** The tabs in question as they stand now, all in one look; null when others have no ground left. */
function lastLook(
  reader: WorkbookReader,
  { facts: { fileId } }: ReadWorkbook,
  changes: readonly InputChange[],
  ground: Ground | null,
) {
  const { facts, looks } = reader.factsAndLooks(fileId);
  const [own, others] = [sheetIdsOf(changes), ground?.tabsIn(facts) ?? []];
  const tabs = facts.tabs.filter((tab) => own.has(tab.sheetId) || others.includes(tab));
  const columns = tabs.length === 0 ? [] : reader.columns(fileId, rangesOf(tabs));
  const sheets = tabs.map(({ title }, at) => ({ name: title, columns: columns[at] }));
  const isStill = ground?.isStill(sheets.filter((_, at) => others.includes(tabs[at]))) ?? true;
  return isStill ? { looks, now: cellsOf(tabs, columns) } : null;
}

type Seen = NonNullable<ReturnType<typeof lastLook>>;

/**
 * The changes where what they are about stands by now. What is gone gets nothing, and neither does
 * a cell that somebody filled or a note that somebody wrote meanwhile.
 */
function placedNow(
  { looks, now }: Seen,
  read: ReadWorkbook,
  changes: readonly InputChange[],
): PlacedChange[] {
  const before = tabsRead(read);
  const ids = idsIn(changes);
  const places = new Map(
    [...now].map(([sheetId, tab]) => {
      const aside = ids.find((own) => own.sheetId === sheetId)?.column;
      const old = before.get(sheetId) ?? { name: tab.name, columns: [] };
      return [sheetId, cellsNow(old, tab, aside === undefined ? [] : [aside])];
    }),
  );
  return changes.flatMap((change): PlacedChange[] => {
    const { sheetId } = change;
    const place = places.get(sheetId)?.(change.row, change.column) ?? null;
    if (place === null) return [];
    const { row, column } = place;
    if (change.kind === 'write_cells') {
      const cell = now.get(sheetId)?.columns[column]?.[row] ?? '';
      return cell === '' ? [[change, { ...change, ...place }]] : [];
    }
    const notes = looks.find((look) => look.sheetId === sheetId)?.notes;
    const note = notes?.find((own) => own.row === row && own.column === column);
    const isFree = notes !== undefined && (note === undefined || isOurNote(note.text));
    return isFree ? [[change, { ...change, ...place }]] : [];
  });
}

const cellOf = ({ rows }: CellChange): ReadCell => rows[0][0];

/** The cells that were written, column by column of each tab. */
function writtenIds(placed: readonly PlacedChange[]): WrittenIds[] {
  const cells = placed.flatMap(([asked, written]): (readonly [CellChange, CellChange])[] =>
    asked.kind === 'write_cells' && written.kind === 'write_cells' ? [[asked, written]] : [],
  );
  return [...sheetIdsOf(cells.map(([asked]) => asked))].flatMap((sheetId): WrittenIds[] => {
    const own = cells.filter(([asked]) => asked.sheetId === sheetId);
    const aside = [...new Set(own.map(([asked]) => asked.column))];
    return aside.map((column) => {
      const ofColumn = own.filter(([asked]) => asked.column === column);
      const byRow = (side: 0 | 1) =>
        new Map(ofColumn.map((pair) => [pair[side].row, cellOf(pair[side])]));
      const [[, first]] = ofColumn;
      return {
        ...{ sheetId, column, aside, wanted: byRow(0) },
        ...{ writtenIn: first.column, written: byRow(1) },
      };
    });
  });
}

/**
 * Looks where the ids have landed, and puts right what landed elsewhere. A tab that is renamed while
 * it is looked at is looked at once more: everything is written already.
 */
function putRight(
  { reader, writer, attempt }: InputPorts,
  read: ReadWorkbook,
  ids: readonly WrittenIds[],
): void {
  const { fileId } = read.facts;
  const before = tabsRead(read);
  const sheetIds = new Set(ids.map(({ sheetId }) => sheetId));
  for (let round = 0; ids.length > 0 && round < MOST_ROUNDS; round += 1) {
    const seen = lookedAfter(attempt, () => {
      const tabs = tabsAmong(reader.facts(fileId), sheetIds);
      const columns = tabs.length === 0 ? [] : reader.columnsIfThere(fileId, rangesOf(tabs));
      return { tabs, columns };
    });
    if (seen === null) return;
    const { tabs, columns } = seen;
    if (columns === null) continue;
    const now = cellsOf(tabs, columns);
    const fixes = ids.flatMap((own) => {
      const [old, present] = [before.get(own.sheetId), now.get(own.sheetId)];
      return old === undefined || present === undefined ? [] : misplacedIds(old, present, own);
    });
    if (fixes.length === 0) return;
    writer.apply(fileId, fixes);
  }
}

/**
 * Writes into tabs of people's own beside everything else, in one write: where what was read stands
 * by now. The Sheets API cannot write only where something still stands, so that ids are looked at
 * once more afterwards and put right. Writes nothing, and gives false, where the last look shows
 * that the others have no ground any more.
 */
export function writeWithInputs(
  ports: InputPorts,
  read: ReadWorkbook,
  inputs: readonly InputChange[],
  others: readonly WorkbookChange[],
  ground: Ground | null = null,
): boolean {
  const isLooked = inputs.length > 0 || ground !== null;
  const seen = isLooked ? lastLook(ports.reader, read, inputs, ground) : null;
  if (isLooked && seen === null) return false;
  const placed = seen === null ? [] : placedNow(seen, read, inputs);
  ports.writer.apply(read.facts.fileId, [...placed.map(([, change]) => change), ...others]);
  putRight(ports, read, writtenIds(placed));
  return true;
}
