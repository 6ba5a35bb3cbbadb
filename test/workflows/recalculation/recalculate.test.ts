import { readMonths } from '../../../src/workflows/hidden-tab/data-cells.ts';
import { readHistory } from '../../../src/workflows/hidden-tab/kept-months.ts';
import { readStoredData } from '../../../src/workflows/hidden-tab/read-stored-data.ts';
import type { ReadCell } from '../../../src/workflows/ports.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import type { MemoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { memoryPorts, smallMemoryWorkbook } from '../memory-ports.ts';
import { nodeCompression } from '../node-compression.ts';
import { morningOf } from '../small-workbook.ts';

const FILE = 'small-workbook-0123456789';
const A_DAY = 86_400_000;

const columnsOf = (book: MemoryWorkbook, title: string): ReadCell[][] =>
  book.reader.columns(FILE, [`'${title.replace(/'/g, "''")}'`])[0];

/** Everything in the workbook but the register, which says that there was one more run. */
function contentsOf(book: MemoryWorkbook): unknown {
  const { tabs } = book.reader.facts(FILE);
  return tabs.map(({ title }) => {
    const columns = columnsOf(book, title);
    return title === 'Koers data'
      ? [title, columns.map((column) => column.slice(2))]
      : [title, columns];
  });
}

const historyOf = (book: MemoryWorkbook) =>
  readHistory(readMonths(columnsOf(book, 'Koers data')), nodeCompression);

const storedOf = (book: MemoryWorkbook) =>
  readStoredData(columnsOf(book, 'Koers data'), 'Koers data', nodeCompression);

function opened(today: string | null = null, now = '2026-02-15') {
  const book = smallMemoryWorkbook(today);
  return { book, ports: memoryPorts(book, morningOf(now)) };
}

describe('a recalculation', () => {
  it('reads the workbook twice and writes it once, where there is nothing to fill in', () => {
    const { book, ports } = opened();
    recalculate(ports, FILE, 'menu');
    book.calls.length = 0;
    recalculate(ports, FILE, 'menu');
    expect(book.calls).toEqual(['factsAndLooks', 'columns', 'apply']);
  });

  it('writes the tabs for people in the language of the workbook, and one hidden tab', () => {
    const { book, ports } = opened();
    recalculate(ports, FILE, 'menu');
    const { tabs } = book.reader.facts(FILE);
    const own = tabs.filter(({ title }) => title.startsWith('Koers'));
    expect(own.map(({ title }) => title).sort()).toEqual([
      'Koers controles',
      'Koers data',
      'Koers doelen',
      'Koers grafieken',
      'Koers mijlpalen',
      'Koers status',
      'Koers tijdlijn',
    ]);
    expect(own.filter(({ isHidden }) => isHidden).map(({ title }) => title)).toEqual([
      'Koers data',
    ]);
    expect(own.every(({ isProtected }) => isProtected)).toBe(true);
  });

  it('says in words where each KPI stands', () => {
    const { book, ports } = opened();
    recalculate(ports, FILE, 'menu');
    const rows = columnsOf(book, 'Koers status');
    expect(rows.map((column) => column[3])).toEqual(
      expect.arrayContaining(['Groei', 'Bezoekers Q1', '● Op koers', '45.990', '100.000', 0.4599]),
    );
  });

  it('fills blank ids and notes on wrong cells, and touches nothing else that people typed', () => {
    const { book, ports } = opened();
    const before = columnsOf(book, "KPI's");
    recalculate(ports, FILE, 'menu');
    const after = columnsOf(book, "KPI's");
    expect(after.slice(0, 7)).toEqual(before.slice(0, 7));
    expect(after[7]).toEqual(['KPI-ID', 'bezoekers_q1', 'hyperlink_http_x']);
    expect(book.note("KPI's", 2, 6)).toMatch(/^Koers: .*veel/);
    expect(columnsOf(book, 'Realisatie')).toEqual(columnsOf(smallMemoryWorkbook(), 'Realisatie'));
  });

  it('takes its note away once the cell is right, and never touches a note of somebody else', () => {
    const { book, ports } = opened();
    recalculate(ports, FILE, 'menu');
    const sheetId = book.reader.facts(FILE).tabs.find(({ title }) => title === "KPI's")?.sheetId;
    const place = { sheetId: sheetId ?? 0, row: 2 };
    book.writer.apply(FILE, [
      { kind: 'write_cells', ...place, column: 6, height: 1, width: 1, rows: [[500]] },
      { kind: 'write_note', ...place, column: 3, note: 'Overleg met Noor' },
    ]);
    recalculate(ports, FILE, 'menu');
    expect(book.note("KPI's", 2, 6)).toBeUndefined();
    expect(book.note("KPI's", 2, 3)).toBe('Overleg met Noor');
  });

  it('changes nothing when it runs again', () => {
    const { book, ports } = opened();
    recalculate(ports, FILE, 'menu');
    const first = contentsOf(book);
    recalculate(ports, FILE, 'menu');
    expect(contentsOf(book)).toEqual(first);
  });

  it('keeps one row per KPI per day, over months', () => {
    const { book, ports } = opened(null, '2026-02-27');
    for (let day = 0; day < 4; day += 1) {
      recalculate(ports, FILE, 'schedule');
      recalculate(ports, FILE, 'schedule');
      ports.clock.advance(A_DAY);
    }
    const history = historyOf(book);
    expect(history).toHaveLength(8);
    expect(new Set(history.map(({ day, kpiId }) => `${day} ${kpiId}`)).size).toBe(8);
    const kept = readMonths(columnsOf(book, 'Koers data')).map(({ month }) => month);
    expect(kept).toEqual(['2026-02', '2026-03']);
  });

  it('keeps no history while Today is typed, and every tab says so', () => {
    const { book, ports } = opened('2026-02-10');
    recalculate(ports, FILE, 'menu');
    expect(historyOf(book)).toEqual([]);
    expect(storedOf(book)).toMatchObject({ baselines: [], snapshots: [], intervals: [] });
    const own = book.reader.facts(FILE).tabs.filter(({ title }) => /^Koers (?!data)/.test(title));
    for (const { title } of own) {
      expect(columnsOf(book, title)[0][1]).toContain('10 feb 2026');
    }
  });

  it('keeps what it knew of the past when Today is typed later', () => {
    const { book, ports } = opened();
    recalculate(ports, FILE, 'menu');
    const kept = historyOf(book);
    const sheetId = book.reader.facts(FILE).tabs[0].sheetId;
    const today = { kind: 'write_cells' as const, sheetId, row: 3, column: 1, height: 1, width: 1 };
    book.writer.apply(FILE, [{ ...today, rows: [[46_060]] }]);
    recalculate(ports, FILE, 'menu');
    expect(historyOf(book)).toEqual(kept);
  });

  it('yields with a sentence while another one runs', () => {
    const { book, ports } = opened();
    ports.lock.isHeld = true;
    expect(() => recalculate(ports, FILE, 'schedule')).toThrow('at work in this workbook already');
    expect(book.calls).toEqual([]);
  });

  it('stops before writing when the time is nearly up, and leaves the lock', () => {
    const { book, ports } = opened();
    const reader = {
      ...ports.reader,
      columns: (fileId: string, ranges: readonly string[]) => {
        ports.clock.advance(301_000);
        return book.reader.columns(fileId, ranges);
      },
    };
    expect(() => recalculate({ ...ports, reader }, FILE, 'menu')).toThrow('stopped before writing');
    expect(book.calls).not.toContain('apply');
    expect(ports.lock.isHeld).toBe(false);
  });

  it('looks at the clock before every KPI and table, wherever the time goes', () => {
    const { book, ports } = opened();
    const looks = (perLook: number) => {
      let count = 0;
      const clock = {
        ...ports.clock,
        now: () => {
          count++;
          return morningOf('2026-02-15') + count * perLook;
        },
      };
      const run = () => recalculate({ ...ports, clock }, FILE, 'menu');
      return { run, count: () => count };
    };
    const quick = looks(1);
    quick.run();
    const written = book.calls.filter((call) => call === 'apply').length;
    const slow = looks(60_000);
    expect(slow.run).toThrow('stopped before writing');
    // Begun at the first look, then once a minute: five minutes are passed at the seventh.
    expect(slow.count()).toBe(7);
    expect(quick.count()).toBeGreaterThan(12);
    expect(book.calls.filter((call) => call === 'apply')).toHaveLength(written);
  });

  it('looks at the clock among its rows too, so that 60,000 of them cannot outlast the time', () => {
    const { book, ports } = opened();
    const looksWith = (rowCount: number): number => {
      let count = 0;
      const now = () => {
        count++;
        return ports.clock.now();
      };
      const more = Array.from({ length: rowCount }, () => [46_023, 'Bezoekers', 1]);
      book.editRows('Realisatie', (rows) => [...rows, ...more]);
      recalculate({ ...ports, clock: { ...ports.clock, now } }, FILE, 'menu');
      return count;
    };
    // The first run makes the charts too.
    looksWith(0);
    const few = looksWith(0);
    // Date, measure and value of each row; a look at one row in five hundred.
    expect(looksWith(10_000) - few).toBeGreaterThanOrEqual(60);
  });

  it('needs a KPI tab and says which one', () => {
    const book = smallMemoryWorkbook();
    const sheetId = book.reader.facts(FILE).tabs[2].sheetId;
    book.writer.apply(FILE, [{ kind: 'rename_tab', sheetId, title: 'Oude cijfers' }]);
    const ports = memoryPorts(book, morningOf('2026-02-15'));
    expect(() => recalculate(ports, FILE, 'menu')).toThrow('no tab "KPI\'s"');
    expect(book.reader.facts(FILE).tabs.some(({ title }) => title.startsWith('Koers'))).toBe(false);
  });

  it('makes a tab of its own again when somebody deleted it', () => {
    const { book, ports } = opened();
    recalculate(ports, FILE, 'menu');
    book.removeTab('Koers doelen');
    recalculate(ports, FILE, 'menu');
    expect(columnsOf(book, 'Koers doelen')[0][3]).toBe('Groei');
  });

  it('refuses a hidden tab that was changed by hand, instead of losing its history', () => {
    const { book, ports } = opened();
    recalculate(ports, FILE, 'menu');
    const tab = book.reader.facts(FILE).tabs.find(({ title }) => title === 'Koers data');
    const cell = { kind: 'write_cells' as const, row: 4, column: 2, height: 1, width: 1 };
    book.writer.apply(FILE, [{ ...cell, sheetId: tab?.sheetId ?? 0, rows: [['mijn notitie']] }]);
    expect(() => recalculate(ports, FILE, 'menu')).toThrow('Repair Koers data');
  });
});

describe('a recalculation that is cut off', () => {
  /** Calls the port's method, unless the machine stops at this call. */
  function stoppingAt<T extends object>(port: T, countdown: { left: number }): T {
    return new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => {
          countdown.left -= 1;
          if (countdown.left === 0) throw new Error('stopped by the platform');
          return Reflect.apply(member, target, args);
        };
      },
    });
  }

  function runStoppedAt(call: number) {
    const { book, ports } = opened(null, '2026-02-14');
    recalculate(ports, FILE, 'menu');
    ports.clock.advance(A_DAY);
    const before = contentsOf(book);
    const countdown = { left: call };
    const stopping = {
      ...ports,
      reader: stoppingAt(ports.reader, countdown),
      writer: stoppingAt(ports.writer, countdown),
      compression: stoppingAt(ports.compression, countdown),
      clock: stoppingAt(ports.clock, countdown),
      person: stoppingAt(ports.person, countdown),
    };
    let isStopped = false;
    try {
      recalculate(stopping, FILE, 'schedule');
    } catch {
      isStopped = true;
    }
    return { book, ports, before, isStopped };
  }

  it('at any call leaves the last results whole, and the next run repairs', () => {
    const { book: whole, ports } = opened(null, '2026-02-14');
    recalculate(ports, FILE, 'menu');
    ports.clock.advance(A_DAY);
    recalculate(ports, FILE, 'schedule');
    const expected = contentsOf(whole);
    let call = 1;
    for (; call < 500; call += 1) {
      const run = runStoppedAt(call);
      if (!run.isStopped) break;
      expect(contentsOf(run.book)).toEqual(run.before);
      recalculate(run.ports, FILE, 'schedule');
      expect(contentsOf(run.book)).toEqual(expected);
    }
    expect(call).toBeGreaterThan(20);
    expect(call).toBeLessThan(500);
  });
});
