import { tabRange } from '../../core/model/a1-notation.ts';
import type { ReadCell, WorkbookFacts, WorkbookReader, WorkbookWriter } from '../ports.ts';
import type { WorkbookChange } from '../workbook-change.ts';
import type { ReadWorkbook } from './read-workbook.ts';
import { rowsNow } from './rows-now.ts';

/** How a note of ours begins; every other note is somebody's own. */
export const OUR_NOTE = 'Koers:';

/** A cell or a note in a tab of people's own. */
export type InputChange = Extract<WorkbookChange, { kind: 'write_cells' | 'write_note' }>;

type Columns = ReadonlyArray<readonly ReadCell[]>;

interface InputPorts {
  readonly reader: WorkbookReader;
  readonly writer: WorkbookWriter;
}

/** Tabs by sheet id, as they were read. */
function columnsRead({ facts, sheets }: ReadWorkbook): ReadonlyMap<number, Columns> {
  const own = sheets.filter(({ spreadsheet }) => spreadsheet === undefined);
  return new Map(
    facts.tabs.flatMap(({ sheetId, title }) => {
      const sheet = own.find(({ name }) => name === title);
      // SAFETY: they are the cells that the reader gave.
      return sheet === undefined ? [] : [[sheetId, sheet.columns as Columns]];
    }),
  );
}

/** The same tabs as they are now; one that is gone is left out. */
function columnsNow(
  reader: WorkbookReader,
  facts: WorkbookFacts,
  sheetIds: ReadonlySet<number>,
): ReadonlyMap<number, Columns> {
  const tabs = facts.tabs.filter(({ sheetId }) => sheetIds.has(sheetId));
  const ranges = tabs.map(({ title }) => tabRange(title));
  const columns = ranges.length === 0 ? [] : reader.columns(facts.fileId, ranges);
  return new Map(tabs.map(({ sheetId }, at) => [sheetId, columns[at]]));
}

const sheetIdsOf = (changes: readonly InputChange[]): Set<number> =>
  new Set(changes.map(({ sheetId }) => sheetId));

/** Ids by tab: the column they stand in. */
const idColumns = (changes: readonly InputChange[]): Map<number, number> =>
  new Map(
    changes.flatMap((change) =>
      change.kind === 'write_cells' ? [[change.sheetId, change.column] as const] : [],
    ),
  );

/**
 * The changes at the rows where what they are about stands by now. What is gone gets nothing, and
 * neither does a cell that somebody filled or a note that somebody wrote meanwhile.
 */
function placedNow(
  reader: WorkbookReader,
  read: ReadWorkbook,
  changes: readonly InputChange[],
): InputChange[] {
  const { facts, looks } = reader.factsAndLooks(read.facts.fileId);
  const before = columnsRead(read);
  const now = columnsNow(reader, facts, sheetIdsOf(changes));
  const columnOfIds = idColumns(changes);
  const moved = new Map(
    [...now].map(([sheetId, columns]) => [
      sheetId,
      rowsNow(before.get(sheetId) ?? [], columns, columnOfIds.get(sheetId)),
    ]),
  );
  return changes.flatMap((change): InputChange[] => {
    const { sheetId, column } = change;
    const row = moved.get(sheetId)?.(change.row) ?? null;
    if (row === null) return [];
    if (change.kind === 'write_cells') {
      const cell = now.get(sheetId)?.[column]?.[row] ?? '';
      return cell === '' ? [{ ...change, row }] : [];
    }
    const notes = looks.find((look) => look.sheetId === sheetId)?.notes;
    const note = notes?.find((own) => own.row === row && own.column === column);
    const isFree = notes !== undefined && (note?.text ?? OUR_NOTE).startsWith(OUR_NOTE);
    return isFree ? [{ ...change, row }] : [];
  });
}

/** Ids that landed beside another row, because rows moved in the moment of the write. */
function misplacedIds(
  before: ReadonlyMap<number, Columns>,
  now: ReadonlyMap<number, Columns>,
  wanted: readonly InputChange[],
): InputChange[] {
  return [...idColumns(wanted)].flatMap(([sheetId, column]) => {
    const [old, present] = [before.get(sheetId) ?? [], now.get(sheetId) ?? []];
    const rowNow = rowsNow(old, present, column);
    const idOf = new Map<number, ReadCell>();
    (old[column] ?? []).forEach((id, row) => {
      const at = id === '' ? null : rowNow(row);
      if (at !== null) idOf.set(at, id);
    });
    const written = new Set<ReadCell>();
    for (const change of wanted) {
      if (change.kind !== 'write_cells' || change.sheetId !== sheetId) continue;
      const [[id]] = change.rows;
      const at = rowNow(change.row);
      written.add(id);
      if (at !== null) idOf.set(at, id);
    }
    const cells = present[column] ?? [];
    const rows = new Set([...idOf.keys(), ...cells.keys()]);
    return [...rows].flatMap((row): InputChange[] => {
      const [is, should] = [cells[row] ?? '', idOf.get(row) ?? ''];
      const isOurs = written.has(is) || (is === '' && written.has(should));
      if (is === should || !isOurs) return [];
      const place = { sheetId, row, column, height: 1, width: 1 };
      return [{ kind: 'write_cells', ...place, rows: [[should as string | number]] }];
    });
  });
}

/** People move rows at any moment; nobody moves them three times in as many seconds. */
const MOST_ROUNDS = 3;

/**
 * Writes into tabs of people's own beside everything else, in one write: at the rows where what was
 * read stands by now. The Sheets API cannot write only where something still stands, so that ids are
 * looked at once more afterwards and put right.
 */
export function writeWithInputs(
  { reader, writer }: InputPorts,
  read: ReadWorkbook,
  inputs: readonly InputChange[],
  others: readonly WorkbookChange[],
): void {
  const { fileId } = read.facts;
  const placed = inputs.length === 0 ? [] : placedNow(reader, read, inputs);
  writer.apply(fileId, [...placed, ...others]);
  const ids = inputs.filter(({ kind }) => kind === 'write_cells');
  if (!placed.some(({ kind }) => kind === 'write_cells')) return;
  const before = columnsRead(read);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const now = columnsNow(reader, reader.facts(fileId), sheetIdsOf(ids));
    const fixes = misplacedIds(before, now, ids);
    if (fixes.length === 0) return;
    writer.apply(fileId, fixes);
  }
}
