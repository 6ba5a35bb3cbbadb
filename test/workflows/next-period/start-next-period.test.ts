import { tabRange } from '../../../src/core/model/a1-notation.ts';
import { isoDate, serialFromDay } from '../../../src/core/model/calendar-date.ts';
import { startNextPeriod } from '../../../src/workflows/next-period/start-next-period.ts';
import type { Screen } from '../../../src/workflows/ports.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import type { WorkbookChange, WrittenCell } from '../../../src/workflows/workbook-change.ts';
import { type MemoryWorkbook, memoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { on } from '../../support/sample-evaluation.ts';
import { memoryPorts } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

const FILE = 'next-period-workbook';
const serial = (iso: string): number => serialFromDay(on(iso));
const dateOf = (cell: unknown): string => isoDate(Number(cell) - 25569);

const HEADER = [
  'KPI',
  'Goal',
  'Kind',
  'Measure',
  'Start',
  'Due',
  'Last time',
  'Target',
  'Growth',
  'Owner',
  'Remark of our own',
  'Follows',
  'KPI ID',
];

const Q1 = [serial('2026-01-01'), serial('2026-03-31')];

/** A total, a growth KPI with and without Last time, a level where lower is better, one done by. */
function book(): MemoryWorkbook {
  const memory = memoryWorkbook({ fileId: FILE, locale: 'en_GB' });
  memory.addTab('Settings', [
    ['Setting', 'Value'],
    ['Currency', 'EUR'],
  ]);
  memory.addTab('Goals', [
    ['Goal', 'Outcome KPI', 'Goal ID'],
    ['Grow', 'Orders Q1', 'grow'],
    ['Stay', '', 'stay'],
  ]);
  memory.addTab('KPIs', [
    ['The KPIs of this team'],
    HEADER,
    ['Revenue', 'Grow', 'add up to', '', ...Q1, '', 900, '', '=Anna', 'ours', '', 'revenue'],
    ['Orders Q1', 'Grow', 'add up to', 'Orders', ...Q1, 80, '', 0.25, 'Bram', '', '', 'orders_q1'],
    ['Visits Q1', '', 'add up to', 'Visits', ...Q1, '', '', 0.1, '', '', '', 'visits_q1'],
    ['Churn', '', 'bring down to', 'Churn', ...Q1, 50, 20, '', '', '', '', 'churn'],
    ['Launch Q1', '', 'done by', '', ...Q1, '', '', '', '', '', '', 'launch_q1'],
  ]);
  memory.addTab('Milestones', [
    ['Stop', 'KPI', 'Date', 'Value', 'Done on'],
    ['Halfway Q1', 'Revenue', serial('2026-02-28'), 450, ''],
    ['January', 'Orders Q1', serial('2026-01-31'), 33, ''],
    ['Live', 'Launch Q1', serial('2026-03-15'), '', serial('2026-03-10')],
  ]);
  const months = ['2026-01-31', '2026-02-28', '2026-03-31'];
  memory.addTab('Actuals', [
    ['Date', 'Measure', 'Value'],
    ...months.flatMap((date, at) => [
      [serial(date), 'Revenue', 300 + at],
      [serial(date), 'Orders', 40 + at],
      [serial(date), 'Visits', 7 + at],
      [serial(date), 'Churn', 40 - 7 * at],
    ]),
    ...[1, 2, 3].map((month) => [serial(`2025-0${month}-28`), 'Visits', 5]),
  ]);
  return memory;
}

function screenOf(answer: string | null, meanwhile: () => void = () => undefined) {
  const asked: string[] = [];
  const screen: Screen = {
    tell: () => undefined,
    ask: () => false,
    askText: (_, question) => {
      asked.push(question);
      meanwhile();
      return answer;
    },
    showLinks: () => undefined,
  };
  return { asked, screen };
}

function start(
  memory: MemoryWorkbook,
  answer: string | null,
  now = '2026-04-20',
  meanwhile: (ports: ReturnType<typeof memoryPorts>) => void = () => undefined,
) {
  const ports = memoryPorts(memory, morningOf(now));
  const { asked, screen } = screenOf(answer, () => meanwhile(ports));
  const applied: Array<readonly WorkbookChange[]> = [];
  const writer = {
    apply: (fileId: string, changes: readonly WorkbookChange[]) => {
      applied.push(changes);
      memory.writer.apply(fileId, changes);
    },
  };
  const said = startNextPeriod({ ...ports, screen, writer }, FILE, 'en');
  return { said, asked, applied };
}

const rowsOf = (memory: MemoryWorkbook, title: string): WrittenCell[][] => {
  const [columns] = memory.reader.columns(FILE, [tabRange(title)]);
  const height = Math.max(...columns.map(({ length }) => length));
  return Array.from({ length: height }, (_, row) =>
    columns.map((column) => (column[row] ?? '') as WrittenCell),
  );
};

const kpiRows = (memory: MemoryWorkbook) =>
  rowsOf(memory, 'KPIs')
    .slice(2)
    .map((row) => Object.fromEntries(HEADER.map((name, at) => [name, row[at] ?? ''])));

describe('start next period', () => {
  test('continues what is over on the same measures, in one write', () => {
    const memory = book();
    const { said, applied } = start(memory, '');
    expect(applied).toHaveLength(1);
    const [, , , , , revenue, orders, visits, churn, launch] = kpiRows(memory);
    expect(revenue).toEqual({
      KPI: 'Revenue 2026 Q2',
      Goal: 'Grow',
      Kind: 'add up to',
      Measure: 'Revenue',
      Start: serial('2026-04-01'),
      Due: serial('2026-06-30'),
      'Last time': 903,
      Target: 900,
      Growth: '',
      Owner: '=Anna',
      'Remark of our own': '',
      Follows: 'revenue',
      'KPI ID': 'revenue_2026_q2',
    });
    expect(orders).toMatchObject({ KPI: 'Orders Q2', 'Last time': 123, Target: '', Growth: 0.25 });
    expect(visits).toMatchObject({ KPI: 'Visits Q2', 'Last time': '', Growth: 0.1 });
    expect(churn).toMatchObject({ KPI: 'Churn 2026 Q2', 'Last time': 26, Target: 20 });
    expect(launch).toMatchObject({ KPI: 'Launch Q2', 'Last time': '', Follows: 'launch_q1' });
    expect(said).toContain('Revenue 2026 Q2: 1 Apr 2026 – 30 Jun 2026');
    expect(said).toContain('Grows from the same period a year earlier: Visits Q2.');
    expect(said).toContain('Targets and milestones are those of last time');
    expect(said).not.toContain('Last time is blank');
    // The goal is left as it is: what decides it next is for people to say.
    expect(said.split('\n').filter((line) => line.includes('decides'))).toEqual([
      'Orders Q1 still decides the goal "Grow". If Orders Q2 should, choose it there as Outcome KPI.',
    ]);
  });

  test('moves the milestones along, without what was done and what growth will tell', () => {
    const memory = book();
    start(memory, '');
    const added = rowsOf(memory, 'Milestones').slice(4);
    expect(
      added.map(([stop, kpi, date, value, done]) => [stop, kpi, dateOf(date), value, done]),
    ).toEqual([
      ['Halfway Q2', 'Revenue 2026 Q2', '2026-05-31', 450, ''],
      ['January', 'Orders Q2', '2026-04-30', '', ''],
      ['Live', 'Launch Q2', '2026-06-15', '', ''],
    ]);
  });

  test('overwrites nothing, and a second time starts nothing twice', () => {
    const memory = book();
    const before = [rowsOf(memory, 'KPIs'), rowsOf(memory, 'Milestones')];
    start(memory, '');
    const [kpis, milestones] = [rowsOf(memory, 'KPIs'), rowsOf(memory, 'Milestones')];
    expect(kpis.slice(0, before[0].length)).toEqual(before[0]);
    expect(milestones.slice(0, before[1].length)).toEqual(before[1]);
    const { said, applied, asked } = start(memory, 'all');
    expect([applied, asked]).toEqual([[], []]);
    expect(said).toContain('Skipped: Revenue is already followed by Revenue 2026 Q2.');
    expect(rowsOf(memory, 'KPIs')).toEqual(kpis);
  });

  test('what still runs can be chosen; its Last time waits, and that is said', () => {
    const memory = book();
    const { said, asked } = start(memory, '2, 4-4', '2026-03-02');
    expect(asked[0]).toContain('2. Orders Q1 → 1 Apr 2026 – 30 Jun 2026 (not over yet)');
    const added = kpiRows(memory).slice(5);
    expect(added.map((row) => [row.KPI, row['Last time'], row.Follows])).toEqual([
      ['Orders Q2', '', 'orders_q1'],
      ['Churn 2026 Q2', '', 'churn'],
    ]);
    expect(said).toContain(
      'Last time is blank, because the KPI before is not closed: Orders Q2, Churn 2026 Q2.',
    );
  });

  test.each([
    ['', 'No period is over yet'],
    ['Orders Q9', '"Orders Q9" is not in the list. Nothing was changed.'],
    ['0', '"0" is not in the list'],
    ['1, 99', '"99" is not in the list'],
  ])('the answer "%s" changes nothing', (answer, expected) => {
    const memory = book();
    const { said, applied } = start(memory, answer, '2026-03-02');
    expect(said).toContain(expected);
    expect(applied).toEqual([]);
  });

  test('cancelled: nothing is written and nothing is said', () => {
    expect(start(book(), null)).toMatchObject({ said: '', applied: [] });
  });

  test('at the start of a period there is nothing to continue', () => {
    const { said, asked } = start(book(), 'all', '2026-01-20');
    expect([said, asked]).toEqual([
      'No KPI is over or half way, so there is nothing to continue yet.',
      [],
    ]);
  });

  describe('while a person thinks about the question', () => {
    const typed = (memory: MemoryWorkbook, row: number, cells: readonly WrittenCell[]) => {
      const sheetId = memory.reader.facts(FILE).tabs.find(({ title }) => title === 'KPIs')?.sheetId;
      memory.writer.apply(FILE, [
        {
          kind: 'write_cells',
          sheetId: sheetId ?? 0,
          row,
          column: 0,
          height: 1,
          width: cells.length,
          rows: [cells],
        },
      ]);
    };

    test('what a colleague types in the first free row stays', () => {
      const memory = book();
      const free = rowsOf(memory, 'KPIs').length;
      start(memory, 'Revenue', '2026-04-20', () => typed(memory, free, ['Returns', 'Grow']));
      const names = kpiRows(memory).map(({ KPI }) => KPI);
      expect(names).toContain('Returns');
      expect(names).toContain('Revenue 2026 Q2');
    });

    test('others recalculate: nothing waits for the answer', () => {
      const memory = book();
      let kpiCount = 0;
      start(memory, 'Revenue', '2026-04-20', (ports) => {
        ({ kpiCount } = recalculate(ports, FILE, 'schedule'));
      });
      expect(kpiCount).toBe(5);
      expect(kpiRows(memory).map(({ KPI }) => KPI)).toContain('Revenue 2026 Q2');
    });

    test('a KPI that became another one is not continued, and that is said', () => {
      const memory = book();
      const { said, applied } = start(memory, '', '2026-04-20', () =>
        typed(memory, 2, ['Something else']),
      );
      expect(said).toContain('Meanwhile somebody changed: Revenue');
      expect(applied).toEqual([]);
    });
  });

  test('a row that somebody inserts above the header while Koers reads moves the header along', () => {
    const memory = book();
    memory.editRows('KPIs', (rows) => rows.map((row) => [...row.slice(0, 11), ...row.slice(12)]));
    const { columns } = memory.reader;
    let reads = 0;
    memory.reader.columns = (fileId, ranges) => {
      const seen = columns(fileId, ranges);
      reads += 1;
      if (reads === 2) memory.editRows('KPIs', (rows) => [['Typed by a colleague'], ...rows]);
      return seen;
    };
    start(memory, 'Revenue');
    const rows = rowsOf(memory, 'KPIs');
    expect(rows[0][0]).toBe('Typed by a colleague');
    expect(rows[2].slice(-2)).toEqual(['KPI ID', 'Follows']);
    expect(rows[8].slice(-2)).toEqual(['revenue_2026_q2', 'revenue']);
  });

  test('a column that somebody inserts in the moment of the write moves no cell under another heading', () => {
    const memory = book();
    const { apply } = memory.writer;
    memory.writer.apply = (fileId, changes) => {
      memory.writer.apply = apply;
      for (const title of ['KPIs', 'Milestones']) {
        memory.editRows(title, (rows) =>
          rows.map((row, at) => [at === rows.length - 9 ? 'Own' : '', ...row]),
        );
      }
      apply(fileId, changes);
    };
    start(memory, 'Revenue');
    const kpis = rowsOf(memory, 'KPIs');
    expect(kpis.map((row) => row[1])).toEqual([
      ...['The KPIs of this team', 'KPI', 'Revenue', 'Orders Q1', 'Visits Q1', 'Churn'],
      ...['Launch Q1', 'Revenue 2026 Q2'],
    ]);
    expect(kpis[7].slice(1, 4)).toEqual(['Revenue 2026 Q2', 'Grow', 'add up to']);
    expect(kpis[7].slice(-2)).toEqual(['revenue', 'revenue_2026_q2']);
    expect(rowsOf(memory, 'Milestones').at(-1)?.slice(0, 3)).toEqual([
      '',
      'Halfway Q2',
      'Revenue 2026 Q2',
    ]);
  });

  describe('with a KPI that has no id yet', () => {
    /** Orders without its id; the milestones stand before the KPIs. */
    function withoutAnId(): MemoryWorkbook {
      const own = book();
      const memory = memoryWorkbook({ fileId: FILE, locale: 'en_GB' });
      for (const title of ['Settings', 'Goals', 'Milestones', 'KPIs', 'Actuals']) {
        const isOrders = ([name]: WrittenCell[]) => name === 'Orders Q1' && title === 'KPIs';
        const rows = rowsOf(own, title);
        memory.addTab(
          title,
          rows.map((row) => (isOrders(row) ? [...row.slice(0, -1), ''] : row)),
        );
      }
      return memory;
    }

    test('both are written, wherever the tabs stand', () => {
      const memory = withoutAnId();
      start(memory, 'Revenue');
      const ids = kpiRows(memory).map((row) => [row.KPI, row['KPI ID']]);
      expect(ids).toContainEqual(['Orders Q1', 'orders_q1']);
      expect(ids).toContainEqual(['Revenue 2026 Q2', 'revenue_2026_q2']);
    });

    test.each([2, 3])(
      'a row moved before read %d stays beside its id, even when nothing can be read after the write',
      (read) => {
        const memory = withoutAnId();
        const { columns } = memory.reader;
        const { apply } = memory.writer;
        let reads = 0;
        let isWritten = false;
        memory.reader.columns = (fileId, ranges) => {
          reads += 1;
          if (reads === read)
            memory.editRows('KPIs', ([title, header, first, ...rest]) => [
              title,
              header,
              ...rest,
              first,
            ]);
          return columns(fileId, ranges);
        };
        memory.reader.columnsIfThere = () => {
          throw new Error('not now');
        };
        memory.writer.apply = (fileId, changes) => {
          apply(fileId, changes);
          isWritten = true;
        };
        start(memory, 'Revenue');
        expect([reads, isWritten]).toEqual([3, true]);
        expect(kpiRows(memory).map((row) => [row.KPI, row['KPI ID']])).toEqual([
          ['Orders Q1', 'orders_q1'],
          ['Visits Q1', 'visits_q1'],
          ['Churn', 'churn'],
          ['Launch Q1', 'launch_q1'],
          ['Revenue', 'revenue'],
          ['Revenue 2026 Q2', 'revenue_2026_q2'],
        ]);
      },
    );
  });

  test('columns that a tab lacks are added at its end', () => {
    const memory = memoryWorkbook({ fileId: FILE, locale: 'nl_NL' });
    memory.addTab("KPI's", [
      ['KPI', 'Soort', 'Startdatum', 'Einddatum', 'Streefwaarde'],
      ['Omzet', 'optellen tot', ...Q1, 500],
    ]);
    memory.addTab('Realisatie', [
      ['Datum', 'Meetwaarde', 'Waarde'],
      ...[240, 150, 210].map((value, at) => [serial(`2026-0${at + 1}-28`), 'Omzet', value]),
    ]);
    start(memory, 'Omzet', '2026-04-20');
    expect(rowsOf(memory, "KPI's")).toEqual([
      [
        ...['KPI', 'Soort', 'Startdatum', 'Einddatum', 'Streefwaarde'],
        ...['Meetwaarde', 'Vorige keer', 'Volgt op', 'KPI-ID'],
      ],
      ['Omzet', 'optellen tot', ...Q1, 500, '', '', '', ''],
      [
        ...['Omzet 2026 Q2', 'optellen tot', serial('2026-04-01'), serial('2026-06-30'), 500],
        ...['Omzet', 600, 'omzet', 'omzet_2026_q2'],
      ],
    ]);
  });
});
