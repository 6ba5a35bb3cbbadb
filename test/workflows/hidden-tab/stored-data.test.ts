import type { HistoryRow } from '../../../src/core/model/record.ts';
import {
  blockRows,
  type DataBlock,
  monthRows,
  readBlocks,
  readMonths,
} from '../../../src/workflows/hidden-tab/data-cells.ts';
import {
  newestMonths,
  packMonth,
  unpackMonth,
  withDay,
} from '../../../src/workflows/hidden-tab/kept-months.ts';
import { markText, readMark } from '../../../src/workflows/hidden-tab/mark.ts';
import { layoutBlockOf, migrate } from '../../../src/workflows/hidden-tab/migrations.ts';
import { readStoredData } from '../../../src/workflows/hidden-tab/read-stored-data.ts';
import { DATA_LAYOUT, type StoredData } from '../../../src/workflows/hidden-tab/stored-data.ts';
import {
  registerBlock,
  storedDataBlocks,
} from '../../../src/workflows/hidden-tab/write-stored-data.ts';
import { nodeCompression } from '../node-compression.ts';

const DATA: StoredData = {
  layout: DATA_LAYOUT,
  identity: { workbookId: 'book', fileId: 'file' },
  register: {
    runs: [
      { at: 1_771_140_600_000, by: 'noor@koers.example', trigger: 'menu', failure: 'Müller › “x”' },
    ],
    schedule: { choice: 'weekly@2@7', by: 'noor@koers.example', timeZone: 'Asia/Tokyo' },
    post: {
      isMailOn: true,
      by: 'noor@koers.example',
      gone: ['1x2y'],
      trouble: { why: 'full', to: 'müller@koers.example' },
    },
  },
  stamp: {
    recalculatedAt: 1_771_140_600_000,
    today: 20_499,
    isTodaySet: false,
    language: 'nl',
    currency: 'EUR',
    inputs: 'abc',
    cut: { fiscalStartMonth: 4, customPeriods: [] },
  },
  baselines: [{ kpiId: 'omzet', value: 0, periodStart: 20_000, periodEnd: 20_089, day: 20_400 }],
  snapshots: [{ kpiId: 'livegang', day: 20_300, value: null, status: 'achieved', version: 2 }],
  intervals: [
    { kpiId: 'omzet', start: 20_454, value: -12.5 },
    { kpiId: 'omzet', start: 20_485, value: 0 },
    { kpiId: 'bezoekers', start: 20_454, value: 1 / 3 },
  ],
  months: null,
  messages: {
    told: {
      kpis: {
        omzet: { status: 'at_risk', seen: 'stale', day: 20_499, asked: 20_493, askedAgain: null },
      },
      digestDay: 20_496,
    },
    outbox: [
      {
        id: 'check_in·omzet·2026-02-15·slack',
        kind: 'check_in',
        day: 20_499,
        to: { kind: 'chat', chat: 'slack' },
        letter: {
          language: 'nl',
          subject: 'Müller › “x” 📈',
          opening: '',
          sections: [],
          links: [],
          footer: 'Omdat …',
        },
      },
    ],
  },
  findings: { 'E_DATE|Realisatie|A3||': 20_490 },
  tables: { kpis: 'x'.repeat(120_000), goals: 'abc=' },
};

const columnsOf = (rows: readonly (readonly unknown[])[]) =>
  [0, 1, 2].map((column) => rows.map((row) => String(row[column])));

const written = (data: StoredData) => blockRows(storedDataBlocks(data, nodeCompression));

describe('the hidden tab', () => {
  it('gives back what was written, texts longer than a cell included', () => {
    const rows = written(DATA);
    expect(rows.every((row) => String(row[2]).length <= 50_000)).toBe(true);
    expect(readStoredData(columnsOf(rows), 'Koers data', nodeCompression)).toEqual(DATA);
  });

  it('holds nothing when it is empty', () => {
    const stored = readStoredData([], 'Koers data', nodeCompression);
    expect(stored).toMatchObject({ identity: null, stamp: null, tables: {} });
  });

  it('is refused when any cell of it was changed by hand', () => {
    const rows = written(DATA);
    rows.forEach((_row, changed) => {
      const other = rows.map((row, at) => (at === changed ? [row[0], row[1], `${row[2]}!`] : row));
      expect(() => readStoredData(columnsOf(other), 'Koers data', nodeCompression)).toThrow(
        'Repair Koers data',
      );
    });
  });

  it('takes a register that was written alone', () => {
    const rows = written(DATA);
    const register = { ...DATA.register, runs: [] };
    const [row] = blockRows([registerBlock(register)]);
    const other = rows.map((old, at) => (at === 1 ? row : old));
    const stored = readStoredData(columnsOf(other), 'Koers data', nodeCompression);
    expect(stored.register).toEqual(register);
  });

  it('is refused when a newer Koers wrote it', () => {
    const [, register, ...rest] = storedDataBlocks(DATA, nodeCompression);
    const blocks = [layoutBlockOf(99, rest), register, ...rest];
    expect(() =>
      readStoredData(columnsOf(blockRows(blocks)), 'Koers data', nodeCompression),
    ).toThrow('newer version of Koers');
  });
});

describe('migrations', () => {
  const blocks = readBlocks([['old'], ['a'], ['1']]);
  const rename = (from: string, to: string) => (old: readonly DataBlock[]) =>
    old.map((block) => (block.section === from ? { ...block, section: to } : block));

  it('run one after the other, from the version that was stored', () => {
    const steps = [rename('old', 'middle'), rename('middle', 'new')];
    const sectionsFrom = (version: number) =>
      migrate(blocks, version, 'Koers data', steps, 3).map(({ section }) => section);
    expect(sectionsFrom(1)).toEqual(['new']);
    expect(sectionsFrom(2)).toEqual(['old']);
    expect(sectionsFrom(3)).toEqual(['old']);
  });

  it('compare versions as whole numbers: 10 is newer than 9', () => {
    expect(() => migrate(blocks, 10, 'Koers data', [], 9)).toThrow('newer version');
  });
});

describe('a month of history', () => {
  const row = (day: number, kpiId: string, actual: number | null): HistoryRow => ({
    day,
    kpiId,
    status: 'at_risk',
    actual,
    target: 100,
    plan: 40.5,
    progress: 0,
    paceIndex: -0.25,
    forecast: null,
    low: -2,
    high: 0,
    probability: null,
  });

  it('gives back its rows: zero, blank and negative', () => {
    const rows = [row(20_486, 'a', 0), row(20_487, 'a', null), row(20_486, 'b', -3)];
    expect(unpackMonth(packMonth(rows, nodeCompression), nodeCompression)).toEqual(rows);
  });

  it('takes the place of the same day, and of no other', () => {
    const rows = [row(20_486, 'a', 1), row(20_487, 'a', 2)];
    expect(withDay(rows, 20_487, [row(20_487, 'a', 9)]).map(({ actual }) => actual)).toEqual([
      1, 9,
    ]);
  });

  it('goes along while there is room, the newest first, and says since when', () => {
    const january = [row(20_454, 'a', 0), row(20_455, 'a', null)];
    const february = [row(20_486, 'a', -3), row(20_489, 'a', 7)];
    const both = [...february, ...january];
    const size = packMonth(february, nodeCompression).length;
    const whole = newestMonths(both, 10 * size, nodeCompression);
    expect(whole.since).toBeNull();
    expect(whole.months.map(({ month }) => month)).toEqual(['2026-01', '2026-02']);
    const part = newestMonths(both, size, nodeCompression);
    expect(part.since).toBe(20_486);
    expect(part.months.map(({ text }) => unpackMonth(text, nodeCompression))).toEqual([february]);
    expect(newestMonths([], 0, nodeCompression)).toEqual({ months: [], since: null });
  });

  it('is not read when somebody changed it', () => {
    const text = packMonth([row(20_486, 'a', 1)], nodeCompression);
    expect(unpackMonth(`${text}x`, nodeCompression)).toBeNull();
  });

  it('stands in rows of its own, a long one in several', () => {
    const rows = [...monthRows('2026-01', 'a'.repeat(60_000)), ...monthRows('2026-02', 'b')];
    const columns = [[], [], [], [], rows.map(([month]) => month), rows.map(([, text]) => text)];
    expect(
      readMonths(columns).map(({ month, row: first, rowCount }) => [month, first, rowCount]),
    ).toEqual([
      ['2026-01', 0, 2],
      ['2026-02', 2, 1],
    ]);
  });
});

describe('the mark', () => {
  const RESULTS = {
    moment: '1771140600000',
    today: 20_499,
    isTodaySet: false,
    language: 'nl',
    currency: 'EUR',
  };

  it('tells moment, day, language and currency, and how the schedule goes', () => {
    if (DATA.stamp === null) throw new Error('no stamp');
    expect(readMark({ id: 1, text: markText(DATA.stamp, DATA.register) })).toEqual({
      ...RESULTS,
      turns: { every: 'week', weekday: 2, hour: 7 },
      scheduledBy: 'noor@koers.example',
      failedAt: 1_771_140_600_000,
      isPublished: false,
    });
    const nobody = { runs: [], schedule: { choice: 'off', by: '' } };
    expect(readMark({ id: 1, text: markText(DATA.stamp, nobody) })).toEqual({
      ...RESULTS,
      turns: null,
      scheduledBy: '',
      failedAt: null,
      isPublished: false,
    });
  });

  it('says of a workbook that holds results alone that they are published', () => {
    if (DATA.stamp === null) throw new Error('no stamp');
    const text = markText(DATA.stamp, DATA.register, true);
    expect(readMark({ id: 1, text })).toMatchObject({ ...RESULTS, isPublished: true });
    expect(readMark({ id: 1, text: `${text} of nobody` })).toBeNull();
  });

  it('of an earlier version is read too', () => {
    expect(readMark({ id: 1, text: '1771140600000 20499 0 nl EUR daily' })).toEqual({
      ...RESULTS,
      turns: { every: 'day', hour: 6 },
      scheduledBy: '',
      failedAt: null,
      isPublished: false,
    });
  });

  it.each([null, { id: 1, text: '' }, { id: 1, text: 'v2 something else' }])(
    'is nothing when it is %p',
    (mark) => {
      expect(readMark(mark)).toBeNull();
    },
  );
});
