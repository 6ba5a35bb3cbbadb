import type { WrittenCell } from '../../../src/workflows/workbook-change.ts';
import type { MemoryWorkbook } from '../../contract/in-memory-workbook.ts';
import type { Dice } from '../../reference/random-dice.ts';
import {
  cellsOf,
  FILE,
  headerRow,
  type Row,
  rowsOf,
  SHARED_TAB_IDS,
  SHARED_TABS,
  type SharedTab,
  sharedTitle,
} from './team-workbook.ts';

/** What people have in their tabs by their own doing: rows by what tells them apart. */
export interface Typed {
  readonly rows: Record<SharedTab, Map<WrittenCell, Record<string, WrittenCell>>>;
  readonly above: Record<SharedTab, WrittenCell[]>;
  /** Tabs for people, and the hidden one, that somebody deleted. */
  isDataDeleted: boolean;
  /** Tabs for what is checked in and decided that were deleted or are called otherwise. */
  readonly moved: Set<WrittenCell>;
  count: number;
}

export function typedIn(book: MemoryWorkbook): Typed {
  const rows = SHARED_TAB_IDS.map((tab) => {
    const { key } = SHARED_TABS[tab];
    return [tab, new Map(rowsOf(book, tab).rows.map((row) => [row[key], { ...row }]))];
  });
  const above = SHARED_TAB_IDS.map((tab) => [tab, []]);
  // SAFETY: an entry for each tab.
  return {
    rows: Object.fromEntries(rows),
    above: Object.fromEntries(above),
    isDataDeleted: false,
    moved: new Set(),
    count: 0,
  };
}

type Edit = (book: MemoryWorkbook, typed: Typed, dice: Dice) => string;

const NOTHING = '';

/** Rows of a tab and where its header is; null for a tab that is gone. */
function opened(book: MemoryWorkbook, tab: SharedTab) {
  const title = sharedTitle(book, tab);
  if (title === null) return null;
  const cells = cellsOf(book, title);
  const header = headerRow(cells, tab);
  const edit = (rows: WrittenCell[][]) => book.editRows(title, () => rows);
  return { title, cells, header, edit, names: cells[header] };
}

const sortRows: Edit = (book, _typed, dice) => {
  const tab = dice.one(SHARED_TAB_IDS);
  const found = opened(book, tab);
  if (found === null) return NOTHING;
  const { cells, header, edit } = found;
  const below = cells.slice(header + 1).filter((row) => row.some((cell) => cell !== ''));
  const isUp = dice.chance(0.5);
  const column = dice.whole(0, found.names.length - 1);
  below.sort((a, b) => {
    const [one, other] = [String(a[column] ?? ''), String(b[column] ?? '')];
    return (one < other ? -1 : one > other ? 1 : 0) * (isUp ? 1 : -1);
  });
  edit([...cells.slice(0, header + 1), ...below]);
  return `sorts ${tab} by ${found.names[column]}`;
};

const moveRow: Edit = (book, _typed, dice) => {
  const tab = dice.one(SHARED_TAB_IDS);
  const found = opened(book, tab);
  if (found === null || found.cells.length < found.header + 3) return NOTHING;
  const { cells, header, edit } = found;
  const from = dice.whole(header + 1, cells.length - 1);
  const rest = cells.filter((_, row) => row !== from);
  const to = dice.whole(header + 1, rest.length);
  edit([...rest.slice(0, to), cells[from], ...rest.slice(to)]);
  return `moves row ${from} of ${tab} to ${to}`;
};

const newRows: { readonly [Tab in SharedTab]: (count: number, dice: Dice) => Row } = {
  goals: (count) => ({ Goal: `Fresh goal ${count}`, 'Success when': `when ${count}` }),
  kpis: (count, dice) => ({
    KPI: `Fresh ${count}`,
    Goal: 'Grow',
    Kind: 'add up to',
    Measure: dice.one(['Visits', 'Orders']),
    Start: 46_023,
    Due: 46_112,
    Target: 70_000 + count,
  }),
  milestones: (count, dice) => ({
    Stop: `Stop ${count} Q1`,
    KPI: dice.one(['Visits Q1', 'Orders Q1']),
    Date: 46_060,
    Value: 30_000 + count,
  }),
  actuals: (count, dice) => ({
    Date: 46_023 + dice.whole(45, 60),
    Measure: dice.one(['Visits', 'Orders']),
    Value: 2_000 + count,
  }),
};

const insertRow: Edit = (book, typed, dice) => {
  const tab = dice.one(SHARED_TAB_IDS);
  const found = opened(book, tab);
  if (found === null) return NOTHING;
  const { cells, header, edit, names } = found;
  typed.count += 1;
  const row = newRows[tab](typed.count, dice);
  const at = dice.whole(header + 1, cells.length);
  const own = names.map((name) => row[String(name)] ?? '');
  edit([...cells.slice(0, at), own, ...cells.slice(at)]);
  typed.rows[tab].set(row[SHARED_TABS[tab].key], { ...row });
  return `types ${row[SHARED_TABS[tab].key]} in row ${at} of ${tab}`;
};

const titleAbove: Edit = (book, typed, dice) => {
  const tab = dice.one(SHARED_TAB_IDS);
  const found = opened(book, tab);
  if (found === null || found.header > 3) return NOTHING;
  typed.count += 1;
  const text = `Title ${typed.count}`;
  found.edit([[text], ...found.cells]);
  typed.above[tab].push(text);
  return `types ${text} above ${tab}`;
};

/** A row that is there now, typed or made by Koers. */
function someRow(book: MemoryWorkbook, tab: SharedTab, dice: Dice) {
  const found = opened(book, tab);
  if (found === null || found.cells.length <= found.header + 1) return null;
  const at = dice.whole(found.header + 1, found.cells.length - 1);
  const key = found.cells[at][found.names.indexOf(SHARED_TABS[tab].key)] ?? '';
  return key === '' ? null : { ...found, at, key };
}

const deleteRow: Edit = (book, typed, dice) => {
  const tab = dice.one(SHARED_TAB_IDS);
  const some = someRow(book, tab, dice);
  if (some === null || some.cells.length < some.header + 3) return NOTHING;
  some.edit(some.cells.filter((_, row) => row !== some.at));
  typed.rows[tab].delete(some.key);
  return `deletes ${some.key} of ${tab}`;
};

const EDITED: { readonly [Tab in SharedTab]: string } = {
  goals: 'Success when',
  kpis: 'Target',
  milestones: 'Value',
  actuals: 'Measure',
};

const typeCell: Edit = (book, typed, dice) => {
  const tab = dice.one(SHARED_TAB_IDS);
  const some = someRow(book, tab, dice);
  // A row that Koers made is looked at as it was made.
  if (some === null || !typed.rows[tab].has(some.key)) return NOTHING;
  typed.count += 1;
  const cell = dice.chance(0.2) ? `oops ${typed.count}` : 60_000 + typed.count;
  const at = some.names.indexOf(EDITED[tab]);
  some.edit(
    some.cells.map((row, own) => (own === some.at ? Object.assign([...row], { [at]: cell }) : row)),
  );
  Object.assign(typed.rows[tab].get(some.key) ?? {}, { [EDITED[tab]]: cell });
  return `types ${cell} beside ${some.key}`;
};

const insertColumn: Edit = (book, typed, dice) => {
  const tab = dice.one(SHARED_TAB_IDS);
  const found = opened(book, tab);
  if (found === null || found.names.length > 14) return NOTHING;
  const at = dice.whole(0, found.names.length);
  typed.count += 1;
  const name = `Own ${typed.count}`;
  found.edit(
    found.cells.map((row, own) => [
      ...row.slice(0, at),
      own === found.header ? name : '',
      ...row.slice(at),
    ]),
  );
  return `inserts column ${at} in ${tab}`;
};

/** Between the columns of what was checked in or decided. */
const columnInActions: Edit = (book, typed, dice) => {
  const own = dice.one(['Actions', 'Actions', 'Target changes']);
  if (!book.reader.facts(FILE).tabs.some(({ title }) => title === own)) return NOTHING;
  const [header] = cellsOf(book, own);
  const at = dice.whole(0, header.length);
  if (header.length > 24) return NOTHING;
  typed.count += 1;
  const name = `Own ${typed.count}`;
  book.editRows(own, (rows) =>
    rows.map((row, place) => [
      ...Array.from({ length: at }, (_, column) => row[column] ?? ''),
      place === 0 ? name : '',
      ...row.slice(at),
    ]),
  );
  return `inserts column ${at} in ${own}`;
};

const renameTab: Edit = (book, _typed, dice) => {
  const tab = dice.one(SHARED_TAB_IDS);
  const { sheetId, names } = SHARED_TABS[tab];
  const title = dice.one(names);
  if (sharedTitle(book, tab) === null) return NOTHING;
  book.writer.apply(FILE, [{ kind: 'rename_tab', sheetId, title }]);
  return `renames ${tab} to ${title}`;
};

const renameOurs: Edit = (book, typed, dice) => {
  const ours = book.reader.facts(FILE).tabs.filter(({ sheetId }) => sheetId > 700_000_000);
  if (ours.length === 0) return NOTHING;
  const { sheetId, title: before } = dice.one(ours);
  typed.count += 1;
  const title = `Renamed ${typed.count}`;
  typed.moved.add(before);
  book.writer.apply(FILE, [{ kind: 'rename_tab', sheetId, title }]);
  return `renames ${before} to ${title}`;
};

const deleteTab: Edit = (book, typed, dice) => {
  const { tabs } = book.reader.facts(FILE);
  const ours = tabs.filter(({ sheetId }) => sheetId > 700_000_000);
  const milestones = sharedTitle(book, 'milestones');
  const title = dice.one([...ours.map((tab) => tab.title), ...(milestones ? [milestones] : [])]);
  if (title === undefined) return NOTHING;
  if (tabs.find((tab) => tab.title === title)?.isHidden) typed.isDataDeleted = true;
  typed.moved.add(title);
  if (title === milestones) {
    typed.rows.milestones.clear();
    typed.above.milestones = [];
  }
  book.removeTab(title);
  return `deletes the tab ${title}`;
};

const EDITS: readonly Edit[] = [
  ...[sortRows, moveRow, insertRow, insertRow, typeCell, typeCell, sortRows, moveRow],
  ...[sortRows, moveRow, insertRow, insertRow, typeCell, typeCell, deleteRow, deleteRow],
  ...[titleAbove, insertColumn, renameTab, renameTab, renameOurs, deleteTab, columnInActions],
];

/** Somebody does something in the workbook; gives what, '' for nothing. */
export const edit = (book: MemoryWorkbook, typed: Typed, dice: Dice): string =>
  dice.one(EDITS)(book, typed, dice);
