import { cellPosition, tabRange } from '../../src/core/model/a1-notation.ts';
import type {
  DressedCell,
  ReadCell,
  TabDress,
  TabFacts,
  TabLook,
  WorkbookFacts,
  WorkbookReader,
  WorkbookWriter,
} from '../../src/workflows/ports.ts';
import type { WorkbookChange, WrittenCell } from '../../src/workflows/workbook-change.ts';

/** Something that all cells of a stretch of one column have. */
interface Dressed {
  readonly what: 'hasRule' | 'hasStyle' | 'hasFormat';
  readonly row: number;
  readonly endRow: number;
  readonly column: number;
  readonly endColumn: number;
}

type MemoryChart = Extract<WorkbookChange, { kind: 'add_chart' }>;

interface MemoryTab {
  facts: TabFacts;
  cells: Map<string, WrittenCell>;
  notes: Map<string, string>;
  dressed: readonly Dressed[];
  frozenRows: number;
  groupedUntil: number;
  charts: readonly MemoryChart[];
}

const bare = () => ({
  cells: new Map<string, WrittenCell>(),
  notes: new Map<string, string>(),
  dressed: [],
  frozenRows: 0,
  groupedUntil: 0,
  charts: [],
});

/** What an edge is after rows or columns came before it. */
const pushed = (edge: number, at: number, count: number) => (edge >= at ? edge + count : edge);

const key = (row: number, column: number): string => `${row}/${column}`;
const position = (text: string): [number, number] => {
  const slash = text.indexOf('/');
  return [Number(text.slice(0, slash)), Number(text.slice(slash + 1))];
};

/** What does something else when it is done again. */
const ONLY_ONCE: readonly WorkbookChange['kind'][] = [
  'insert',
  'lengthen',
  'delete_rows',
  'add_chart',
];
/** By what Koers sees that a write was done although its answer got lost. */
const SIGNATURES: readonly WorkbookChange['kind'][] = ['set_mark', 'add_tab'];

function refuseUnsigned(changes: readonly WorkbookChange[]): void {
  const isAmong = (kinds: typeof ONLY_ONCE) => changes.some(({ kind }) => kinds.includes(kind));
  if (isAmong(ONLY_ONCE) && !isAmong(SIGNATURES)) throw new Error('done twice it is another write');
}

/** A workbook that is no spreadsheet: the smallest thing that keeps what the ports promise. */
export interface MemoryWorkbook {
  readonly reader: WorkbookReader;
  readonly writer: WorkbookWriter;
  /** Of every tab, in the order in which they were made. */
  charts(): readonly MemoryChart[];
  /** What a person does to charts: taking some of them away. */
  keepCharts(isKept: (chart: MemoryChart) => boolean): void;
  /** Calls so far, by name. */
  readonly calls: string[];
  addTab(title: string, rows: readonly (readonly WrittenCell[])[]): void;
  removeTab(title: string): void;
  /** What a person does to the rows of a tab: sorting, inserting, typing. */
  editRows(title: string, edit: (rows: WrittenCell[][]) => WrittenCell[][]): void;
  note(title: string, row: number, column: number): string | undefined;
  /** Gives what brings back the workbook as it is now, as often as wanted. */
  keep(): () => void;
}

export interface MemoryOptions {
  fileId?: string;
  locale?: string;
  timeZone?: string;
}

export function memoryWorkbook(options: MemoryOptions = {}): MemoryWorkbook {
  const { fileId = 'memory-1', locale = 'nl_NL', timeZone = 'Europe/Amsterdam' } = options;
  let tabs: MemoryTab[] = [];
  let mark: WorkbookFacts['mark'] = null;
  const calls: string[] = [];

  const facts = (): WorkbookFacts => ({
    fileId,
    url: `https://docs.google.com/spreadsheets/d/${fileId}/edit`,
    title: 'Memory',
    locale,
    timeZone,
    mark,
    tabs: tabs.map((tab) => ({ ...tab.facts })),
  });

  const lookOf = ({ facts: { sheetId }, notes }: MemoryTab): TabLook => ({
    sheetId,
    formats: [],
    notes: [...notes].map(([at, text]) => {
      const [row, column] = position(at);
      return { row, column, text };
    }),
  });

  const columnsOf = (range: string): ReadCell[][] => {
    const [, quoted, cells] = /^'((?:[^']|'')*)'(?:!(.+))?$/.exec(range) ?? [];
    const tab = tabs.find(({ facts: { title } }) => title === quoted.replace(/''/g, "'"));
    if (tab === undefined) throw new Error(`Unable to parse range: ${range}`);
    const [, lastLetter = '', lastRow = ''] = /([A-Z])(\d*)$/.exec(cells ?? '') ?? [];
    const last = cells === undefined ? tab.facts.columnCount : lastLetter.charCodeAt(0) - 64;
    const height = lastRow === '' ? Number.POSITIVE_INFINITY : Number(lastRow);
    const columns: ReadCell[][] = [];
    for (const [at, value] of tab.cells) {
      const [row, column] = position(at);
      if (column >= last || row >= height || value === null) continue;
      while (columns.length <= column) columns.push([]);
      while (columns[column].length <= row) columns[column].push('');
      columns[column][row] = value;
    }
    return columns;
  };

  const dressOf = (tab: MemoryTab, ranges: readonly string[]): TabDress => {
    const { facts: own, notes, dressed, frozenRows, groupedUntil } = tab;
    const cells = ranges.flatMap((range) => {
      const [, from, last, to] = /!A(\d+):([A-Z]+)(\d+)$/.exec(range) ?? [];
      const end = cellPosition(`${last}${to}`);
      const found: DressedCell[] = [];
      for (let row = Number(from) - 1; row <= (end?.row ?? -1); row += 1) {
        for (let column = 0; column <= (end?.column ?? -1); column += 1) {
          const has = (what: Dressed['what']) =>
            dressed.some(
              (part) =>
                part.what === what &&
                row >= part.row &&
                row < part.endRow &&
                column >= part.column &&
                column < part.endColumn,
            );
          const cell = {
            hasNote: notes.has(key(row, column)),
            hasRule: has('hasRule'),
            hasStyle: has('hasStyle'),
            hasFormat: has('hasFormat'),
          };
          if (Object.values(cell).includes(true)) found.push({ row, column, ...cell });
        }
      }
      return found;
    });
    return { sheetId: own.sheetId, frozenRows, groupedUntil, cells };
  };

  const tabById = (state: MemoryTab[], sheetId: number): MemoryTab => {
    const tab = state.find((candidate) => candidate.facts.sheetId === sheetId);
    if (tab === undefined) throw new Error(`No grid with id: ${sheetId}`);
    return tab;
  };

  const write = (
    tab: MemoryTab,
    at: { row: number; column: number; height: number; width: number },
    rows: readonly (readonly WrittenCell[])[],
  ): void => {
    for (const place of [...tab.cells.keys()]) {
      const [row, column] = position(place);
      const isInside =
        row >= at.row &&
        row < at.row + at.height &&
        column >= at.column &&
        column < at.column + at.width;
      if (isInside) tab.cells.delete(place);
    }
    rows.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        if (cell !== null && cell !== '')
          tab.cells.set(key(at.row + row, at.column + column), cell);
      });
    });
  };

  const moveOn = (
    tab: MemoryTab,
    { what, at, count }: { what: 'rows' | 'columns'; at: number; count: number },
  ): void => {
    const moved = (place: string): string => {
      const [row, column] = position(place);
      if (what === 'rows') return key(row >= at ? row + count : row, column);
      return key(row, column >= at ? column + count : column);
    };
    const shifted = <T>(cells: Map<string, T>) =>
      new Map([...cells].map(([place, cell]) => [moved(place), cell]));
    tab.cells = shifted(tab.cells);
    tab.notes = shifted(tab.notes);
    tab.dressed = tab.dressed.map((own) =>
      what === 'rows'
        ? { ...own, row: pushed(own.row, at, count), endRow: pushed(own.endRow, at, count) }
        : {
            ...own,
            column: pushed(own.column, at, count),
            endColumn: pushed(own.endColumn, at, count),
          },
    );
  };

  const apply = (state: MemoryTab[], change: WorkbookChange): void => {
    switch (change.kind) {
      case 'add_tab': {
        const { sheetId, title, isHidden, rowCount, columnCount } = change;
        // [seen] Neither is given twice.
        const isTaken = ({ facts: own }: MemoryTab) =>
          own.title === title || own.sheetId === sheetId;
        if (state.some(isTaken)) throw new Error('tab taken');
        state.push({
          facts: {
            sheetId,
            title,
            isHidden,
            isGrid: true,
            rowCount,
            columnCount,
            isProtected: false,
            hasColours: false,
          },
          ...bare(),
          frozenRows: change.frozenRows,
        });
        return;
      }
      case 'delete_tab':
        if (state.length === 1) throw new Error("You can't remove all the sheets in a document.");
        state.splice(state.indexOf(tabById(state, change.sheetId)), 1);
        return;
      case 'rename_tab':
      case 'resize_tab': {
        const tab = tabById(state, change.sheetId);
        tab.facts = { ...tab.facts, ...change };
        return;
      }
      case 'insert':
      case 'lengthen': {
        const tab = tabById(state, change.sheetId);
        const size = change.what === 'rows' ? 'rowCount' : 'columnCount';
        tab.facts = { ...tab.facts, [size]: tab.facts[size] + change.count };
        if (change.kind === 'insert') moveOn(tab, change);
        return;
      }
      case 'delete_rows': {
        const tab = tabById(state, change.sheetId);
        const { row: first, count } = change;
        const kept = <T>(cells: Map<string, T>) =>
          new Map(
            [...cells].flatMap(([place, cell]): [string, T][] => {
              const [row, column] = position(place);
              if (row >= first && row < first + count) return [];
              return [[key(row < first ? row : row - count, column), cell]];
            }),
          );
        tab.cells = kept(tab.cells);
        tab.notes = kept(tab.notes);
        tab.facts = { ...tab.facts, rowCount: tab.facts.rowCount - count };
        return;
      }
      case 'protect_tab': {
        const tab = tabById(state, change.sheetId);
        tab.facts = { ...tab.facts, isProtected: true };
        return;
      }
      case 'colour_texts': {
        const tab = tabById(state, change.sheetId);
        tab.facts = { ...tab.facts, hasColours: true };
        return;
      }
      case 'replace_tab': {
        const tab = tabById(state, change.sheetId);
        const { rowCount: height, columnCount: width } = tab.facts;
        write(tab, { row: 0, column: 0, height, width }, change.rows);
        return;
      }
      case 'write_cells':
        write(tabById(state, change.sheetId), change, change.rows);
        return;
      case 'clear_text': {
        const { cells } = tabById(state, change.sheetId);
        const place = key(change.row, change.column);
        if (cells.get(place) === change.text) cells.delete(place);
        return;
      }
      case 'write_note': {
        const { notes } = tabById(state, change.sheetId);
        if (change.note === '') notes.delete(key(change.row, change.column));
        else notes.set(key(change.row, change.column), change.note);
        return;
      }
      case 'set_mark':
        mark = { id: change.id ?? 1, text: change.text };
        return;
      case 'add_chart': {
        const tab = tabById(state, change.sheetId);
        tab.charts = [...tab.charts, change];
        return;
      }
      case 'freeze_rows':
        tabById(state, change.sheetId).frozenRows = change.count;
        return;
      case 'group_columns': {
        const tab = tabById(state, change.sheetId);
        tab.groupedUntil = Math.max(tab.groupedUntil, change.endColumn);
        return;
      }
      case 'style_header': {
        const tab = tabById(state, change.sheetId);
        const { row, startColumn = 0, endColumn = tab.facts.columnCount } = change;
        const place = { row, endRow: row + 1, column: startColumn, endColumn };
        tab.dressed = [...tab.dressed, { what: 'hasStyle', ...place }];
        return;
      }
      case 'offer_choices':
      case 'format_columns': {
        const tab = tabById(state, change.sheetId);
        const { fromRow: row, column } = change;
        const to = change.kind === 'format_columns' ? change.toRow : undefined;
        const what = change.kind === 'offer_choices' ? 'hasRule' : 'hasFormat';
        const place = { row, endRow: to ?? tab.facts.rowCount, column, endColumn: column + 1 };
        tab.dressed = [...tab.dressed, { what, ...place }];
        return;
      }
      default:
        // Looks that nothing reads back.
        tabById(state, change.sheetId);
    }
  };

  const copyOf = (): MemoryTab[] =>
    tabs.map((tab) => ({
      ...tab,
      cells: new Map(tab.cells),
      notes: new Map(tab.notes),
    }));

  return {
    calls,
    charts: () => tabs.flatMap((tab) => tab.charts),
    keepCharts: (isKept) => {
      for (const tab of tabs) tab.charts = tab.charts.filter(isKept);
    },
    reader: {
      facts: () => {
        calls.push('facts');
        return facts();
      },
      factsAndLooks: () => {
        calls.push('factsAndLooks');
        return { facts: facts(), looks: tabs.map(lookOf) };
      },
      dress: (_fileId, ranges) => {
        calls.push('dress');
        return tabs.flatMap((tab) => {
          const own = ranges.filter((range) => range.startsWith(`${tabRange(tab.facts.title)}!`));
          return own.length === 0 ? [] : [dressOf(tab, own)];
        });
      },
      columns: (_fileId, ranges) => {
        calls.push('columns');
        return ranges.map(columnsOf);
      },
      columnsIfThere: (asked, ranges) => {
        calls.push('columnsIfThere');
        const isThere = (range: string) =>
          tabs.some(({ facts: { title } }) => range.startsWith(tabRange(title)));
        return asked === fileId && ranges.every(isThere) ? ranges.map(columnsOf) : null;
      },
    },
    writer: {
      apply: (_fileId, changes) => {
        calls.push('apply');
        refuseUnsigned(changes);
        const before = { tabs, mark };
        const state = copyOf();
        try {
          for (const change of changes) apply(state, change);
          tabs = state;
        } catch (error) {
          ({ tabs, mark } = before);
          throw error;
        }
      },
    },
    addTab: (title, rows) => {
      const sheetId = tabs.length + 1;
      const widest = Math.max(26, ...rows.map(({ length }) => length));
      const size = { rowCount: 1000, columnCount: widest };
      const look = { title, isHidden: false, isGrid: true, isProtected: false, hasColours: false };
      const tab: MemoryTab = {
        facts: { sheetId, ...look, ...size },
        ...bare(),
      };
      write(tab, { row: 0, column: 0, height: 0, width: 0 }, rows);
      tabs = [...tabs, tab];
    },
    editRows: (title, edit) => {
      const tab = tabs.find(({ facts: own }) => own.title === title);
      if (tab === undefined) return;
      const rows: WrittenCell[][] = [];
      for (const [at, cell] of tab.cells) {
        const [row, column] = position(at);
        while (rows.length <= row) rows.push([]);
        rows[row][column] = cell;
      }
      tab.cells = new Map();
      const width = (row: readonly WrittenCell[]) => row.length;
      const columnCount = (all: WrittenCell[][]) =>
        Math.max(tab.facts.columnCount, ...all.map(width));
      const edited = edit(rows).map((row) => Array.from(row, (cell) => cell ?? null));
      tab.facts = { ...tab.facts, columnCount: columnCount(edited) };
      write(tab, { row: 0, column: 0, height: 0, width: 0 }, edited);
    },
    removeTab: (title) => {
      tabs = tabs.filter(({ facts: tab }) => tab.title !== title);
    },
    keep: () => {
      const kept = { tabs: copyOf(), mark };
      return () => {
        ({ tabs, mark } = kept);
        tabs = copyOf();
      };
    },
    note: (title, row, column) =>
      tabs.find(({ facts: tab }) => tab.title === title)?.notes.get(key(row, column)),
  };
}
