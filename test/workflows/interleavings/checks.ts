import { idFromName } from '../../../src/core/intake/rows/make-ids.ts';
import type { OutputTabId } from '../../../src/core/layout/output-tabs.ts';
import { readMonths } from '../../../src/workflows/hidden-tab/data-cells.ts';
import { unpackMonth } from '../../../src/workflows/hidden-tab/kept-months.ts';
import { openStoredData } from '../../../src/workflows/hidden-tab/open-stored-data.ts';
import { repairData } from '../../../src/workflows/menu/repair-data.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { findKoersTab } from '../../../src/workflows/workbook/koers-tabs.ts';
import type { MemoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { mixture } from '../faults/workbook-state.ts';
import { memoryPorts } from '../memory-ports.ts';
import { nodeCompression } from '../node-compression.ts';
import { isBegun, strayBegun, strayCheckIns, strayDecisions } from './added-rows.ts';
import type { Typed } from './people.ts';
import { NOW, type Played } from './play.ts';
import {
  cellsOf,
  FILE,
  freshCopy,
  type Row,
  rowsOf,
  SHARED_TAB_IDS,
  SHARED_TABS,
  type SharedTab,
} from './team-workbook.ts';

const isBlank = (cell: unknown): boolean => cell === undefined || cell === '' || cell === null;

/** Cells that people typed and that are not there, or not once. */
function lostCells(book: MemoryWorkbook, typed: Typed): string[] {
  return SHARED_TAB_IDS.flatMap((tab) => {
    const { key, ids } = SHARED_TABS[tab];
    const { rows, above } = rowsOf(book, tab);
    const lost = [...typed.rows[tab]].flatMap(([name, row]) => {
      const present = rows.filter((own) => own[key] === name);
      if (present.length !== 1) return [`${name} stands ${present.length} times in ${tab}`];
      return Object.entries(row).flatMap(([column, cell]) =>
        column === ids || isBlank(cell) || present[0][column] === cell
          ? []
          : [`${column} of ${name} is ${present[0][column]}, typed was ${cell}`],
      );
    });
    const gone = typed.above[tab].filter((text) => !above.includes(text));
    return [...lost, ...gone.map((text) => `${text} is gone`)];
  });
}

/** What is not one run's; a hidden tab that somebody deleted is refused by the next run. */
export function mixedResults(book: MemoryWorkbook): string[] {
  const isData = findKoersTab(book.reader.facts(FILE), 'data') !== null;
  const mixed = isData ? mixture(book, FILE) : null;
  return mixed === null ? [] : [mixed];
}

/** Ids beside a row of another name, and the same id twice. */
function strayIds(book: MemoryWorkbook, tab: SharedTab, mayBeBlank: boolean): string[] {
  const { key, ids } = SHARED_TABS[tab];
  if (ids === '') return [];
  const { rows } = rowsOf(book, tab);
  const seen = new Set<unknown>();
  return rows.flatMap((row) => {
    const [name, id] = [row[key], row[ids]];
    // The next run takes it away.
    if (mayBeBlank && Object.keys(row).join() === ids) return [];
    if (isBlank(id)) return mayBeBlank ? [] : [`${name} has no id`];
    const isTwice = seen.has(id);
    seen.add(id);
    const isOwn = String(id).startsWith(idFromName(String(name), 'kpi').slice(0, 36));
    return isOwn && !isTwice ? [] : [`${name} has the id ${id}${isTwice ? ', twice' : ''}`];
  });
}

/** Cells that nobody typed and that are no row of a next period. */
function strayCells(book: MemoryWorkbook, typed: Typed): string[] {
  return SHARED_TAB_IDS.flatMap((tab) => {
    const { key, ids } = SHARED_TABS[tab];
    return rowsOf(book, tab).rows.flatMap((row) => {
      const own = typed.rows[tab].get(row[key]);
      if (own === undefined) return [];
      return Object.keys(row)
        .filter((column) => column !== ids && isBlank(own[column]))
        .map((column) => `${column} of ${row[key]} is ${row[column]}, and nobody typed it`);
    });
  });
}

/** Rows that Koers made for a next period: whole, and one for each KPI at most. */
function strayRows(book: MemoryWorkbook, typed: Typed): string[] {
  const made = (tab: SharedTab): Row[] =>
    rowsOf(book, tab).rows.filter(
      (row) =>
        !typed.rows[tab].has(row[SHARED_TABS[tab].key]) &&
        !isBegun(tab, row) &&
        Object.keys(row).join() !== SHARED_TABS[tab].ids,
    );
  const followed = new Set<unknown>();
  const ofKpis = made('kpis').flatMap((row) => {
    const isTwice = followed.has(row.Follows);
    followed.add(row.Follows);
    const filled = ['KPI', 'Goal', 'Kind', 'Measure', 'Start', 'Due', 'Follows', 'KPI ID'];
    const missing = filled.filter((column) => isBlank(row[column]));
    return [
      ...(isTwice ? [`two KPIs follow ${row.Follows}`] : []),
      ...missing.map((column) => `${column} of ${row.KPI} is missing`),
    ];
  });
  const stops = made('milestones').filter((row) =>
    ['Stop', 'KPI', 'Date'].some((column) => isBlank(row[column])),
  );
  const others = [...made('goals'), ...made('actuals')];
  return [...ofKpis, ...[...stops, ...others].map((row) => `a row of ${JSON.stringify(row)}`)];
}

const dataOf = (book: MemoryWorkbook) =>
  openStoredData(book.reader.facts(FILE), book.reader, nodeCompression)?.stored;

/** Days of history. */
function daysKept(book: MemoryWorkbook): Set<number> {
  const tab = findKoersTab(book.reader.facts(FILE), 'data');
  const columns = tab === null ? [] : book.reader.columns(FILE, [`'${tab.title}'`])[0];
  const days = readMonths(columns).flatMap(({ text }) => unpackMonth(text, nodeCompression) ?? []);
  return new Set(days.map(({ day }) => day));
}

/** Runs that told they were done and are not in the register: rolled back by another one. */
function forgotten({ book, ended, typed }: Played): string[] {
  if (typed.isDataDeleted) return [];
  const runs = dataOf(book)?.register.runs ?? [];
  const done = ended.filter(
    ({ job, end }) => job.workflow === 'recalculate' && end.kind === 'done',
  ).length;
  const registered = runs.filter(({ failure, at }) => failure === '' && at > NOW).length;
  return done > registered ? [`${done} runs were done, ${registered} are registered`] : [];
}

/** Answers of which the rows are of more than one moment. */
const mixedAnswers = ({ ended }: Played): string[] =>
  ended.flatMap(({ job, end }) => {
    if (job.workflow !== 'getData' || end.kind !== 'done') return [];
    // SAFETY: the rows of the answer; the third of its fields is the moment.
    const moments = new Set((end.value as unknown[][]).map((row) => row[2]));
    return moments.size <= 1 ? [] : [`an answer is of ${[...moments].join(' and ')}`];
  });

const PEOPLE_TABS: readonly OutputTabId[] = ['status', 'goals', 'milestones'];

/** What people read, the line of the moment and the notices aside. */
const readable = (book: MemoryWorkbook): string =>
  JSON.stringify(
    PEOPLE_TABS.map((id) => {
      const tab = findKoersTab(book.reader.facts(FILE), id);
      return tab === null ? null : cellsOf(book, tab.title).slice(2);
    }),
  );

/** What a run says that it would not say of the same cells in a workbook without a past. */
function otherWords(book: MemoryWorkbook, now: number): string[] {
  const fresh = freshCopy(book);
  recalculate(memoryPorts(fresh, now), FILE, 'menu');
  return readable(book) === readable(fresh) ? [] : ['it says something else'];
}

/** After the play, when everybody has gone home; compared with a workbook without a past or not. */
export function lookAtTheEnd(played: Played, isCompared: boolean): string[] {
  const { book, typed, now } = played;
  const found = [
    ...lostCells(book, typed),
    ...strayIds(book, 'kpis', true),
    ...strayIds(book, 'goals', true),
    ...strayCells(book, typed),
    ...strayRows(book, typed),
    ...strayBegun(book),
    ...strayCheckIns(played),
    ...strayDecisions(played),
    ...forgotten(played),
    ...mixedAnswers(played),
  ];
  const days = daysKept(book);
  const ports = memoryPorts(book, now + 1_000);
  const screen = { tell: () => {}, ask: () => true, askText: () => null, showLinks: () => {} };
  if (typed.isDataDeleted) repairData({ ...ports, screen }, FILE, 'en');
  try {
    recalculate(ports, FILE, 'menu');
  } catch (error) {
    return [...found, `the next run fails: ${error}`];
  }
  const kept = daysKept(book);
  return [
    ...found,
    ...[
      ...mixedResults(book),
      ...lostCells(book, typed),
      ...strayIds(book, 'kpis', false),
      ...strayIds(book, 'goals', false),
      ...strayCells(book, typed),
      ...(isCompared ? otherWords(book, now + 1_000) : []),
    ].map((what) => `after the next run, ${what}`),
    ...[...days].filter((day) => !kept.has(day)).map((day) => `day ${day} of the history is gone`),
  ];
}
