import { seededNoise } from '../../examples/seeded-noise.ts';
import { type Day, dayFromCivil, serialFromDay } from '../../src/core/model/calendar-date.ts';
import { type DayRange, intervalsOver } from '../../src/core/model/period.ts';
import { putCell } from '../../src/preview/emulation/workbook/cells.ts';
import {
  type Cell,
  emptyTab,
  emptyWorkbook,
  type Tab,
  type Workbook,
} from '../../src/preview/emulation/workbook/workbook.ts';
import { openWorkbook } from '../../src/preview/open-workbook.ts';

/** A workbook that is measured: a file, or a company of a size. Plain data, for another process. */
export type Book = FileBook | CompanyBook;

interface BookFacts {
  readonly what: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** A report's date range that ended before today. */
  readonly pastRange: { readonly startDate: string; readonly endDate: string };
}

interface FileBook extends BookFacts {
  readonly kind: 'file';
  /** From the folder of a build. */
  readonly path: string;
}

export interface CompanyBook extends BookFacts {
  readonly kind: 'company';
  readonly kpiCount: number;
  readonly cadence: 'day' | 'month';
  /** How many days back the figures go from today. */
  readonly dayCount: number;
  /** The KPIs' own period. */
  readonly period: DayRange;
  /** 0: figures without a channel. */
  readonly channelCount: number;
  /** Of a measure and channel. */
  readonly rowsAnInterval: number;
}

export const BOOK_ID = 'bench-workbook-0123456789';
export const OWNER = 'owner@koers.example';

export const TODAY = dayFromCivil(2025, 10, 6);
const LAST_DAY = dayFromCivil(2025, 12, 31);
const LAST_YEAR: DayRange = { start: dayFromCivil(2025, 1, 1), end: LAST_DAY };
export const THREE_YEARS: DayRange = { start: dayFromCivil(2023, 1, 1), end: LAST_DAY };

export type CompanySize = Omit<CompanyBook, keyof BookFacts | 'kind'>;

export const company = (what: string, size: CompanySize): CompanyBook => ({
  kind: 'company',
  what,
  today: '2025-10-06',
  pastRange: { startDate: '2025-01-01', endDate: '2025-06-30' },
  ...size,
});

/** Back to the first day of three years. */
export const ALL_DAYS = TODAY - THREE_YEARS.start;

export const BOOKS = {
  webShop: {
    kind: 'file',
    what: 'web shop',
    path: 'examples/web-shop.xlsx',
    today: '2026-02-15',
    pastRange: { startDate: '2025-10-01', endDate: '2025-12-31' },
  },
  daily: company('30 daily KPIs, 1 year', {
    kpiCount: 30,
    cadence: 'day',
    dayCount: TODAY - LAST_YEAR.start,
    period: LAST_YEAR,
    channelCount: 0,
    rowsAnInterval: 1,
  }),
  monthly: company('200 KPIs × 36 months', {
    kpiCount: 200,
    cadence: 'month',
    dayCount: ALL_DAYS,
    period: THREE_YEARS,
    channelCount: 0,
    rowsAnInterval: 1,
  }),
  large: company('60,000 rows, 60 daily KPIs', {
    kpiCount: 60,
    cadence: 'day',
    dayCount: 1000,
    period: THREE_YEARS,
    channelCount: 0,
    rowsAnInterval: 1,
  }),
} as const satisfies Record<string, Book>;

/** Where every figure comes in many parts. */
export const CHANNELS_BOOK: Book = company('10 daily KPIs in 32 channels, 1 year', {
  kpiCount: 10,
  cadence: 'day',
  dayCount: TODAY - LAST_YEAR.start,
  period: LAST_YEAR,
  channelCount: 32,
  rowsAnInterval: 1,
});

/** The workbook as it is before Koers has ever run in it. */
export function openBook(book: Book, folder: string): Workbook {
  if (book.kind === 'company') return companyWorkbook(book);
  return openWorkbook(`${folder}/${book.path}`, { id: BOOK_ID, owner: OWNER, today: null });
}

type Row = readonly (string | number | Cell | null)[];

function tabOf(title: string, sheetId: number, rows: readonly Row[]): Tab {
  const tab = emptyTab(sheetId, title);
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      putCell(tab, row, column, typeof cell === 'object' && cell !== null ? cell : { value: cell });
    });
  });
  tab.rowCount = Math.max(tab.rowCount, rows.length);
  return tab;
}

const dateCell = (day: Day): Cell => ({ value: serialFromDay(day), format: 'yyyy-mm-dd' });

/** Of three measures one is a total, one a level that is to grow, one a mean that must stay low. */
interface Shape {
  readonly addsUp: string;
  readonly kind: string;
  /** From the size of an interval and the number of intervals. */
  readonly target: (size: number, intervals: number) => number;
}

const SHAPES: readonly Shape[] = [
  { addsUp: 'sum', kind: 'add up to', target: (size, intervals) => size * intervals * 1.3 },
  { addsUp: 'last', kind: 'grow to', target: (size) => size * 2 },
  { addsUp: 'mean', kind: 'keep at most', target: (size) => size * 1.4 },
];

const shapeAt = (position: number): Shape => SHAPES[position % SHAPES.length];
const sizeOf = (position: number): number => 100 + (position % 97) * 10;

function companyWorkbook(book: CompanyBook): Workbook {
  const positions = Array.from({ length: book.kpiCount }, (_, position) => position);
  return emptyWorkbook({
    id: BOOK_ID,
    title: 'Company',
    owner: OWNER,
    locale: 'nl_NL',
    timeZone: 'Europe/Amsterdam',
    tabs: [
      tabOf('Settings', 1, [
        ['Setting', 'Value'],
        ['Currency', 'EUR'],
      ]),
      tabOf('Goals', 2, goalRows(book)),
      tabOf('Measures', 3, [
        ['Measure', 'Unit', 'Adds up', 'Cadence'],
        ...positions.map((position) => [
          `Measure ${position}`,
          position % 4 === 0 ? 'EUR' : 'number',
          shapeAt(position).addsUp,
          book.cadence,
        ]),
      ]),
      tabOf('KPIs', 4, [
        ['KPI', 'Goal', 'Kind', 'Measure', 'Start', 'Due', 'Last time', 'Target', 'Owner'],
        ...positions.map((position) => kpiRow(position, book)),
      ]),
      tabOf('Milestones', 5, [
        ['Milestone', 'KPI', 'Date', 'Value'],
        ...positions.flatMap((position) => milestoneRows(position, book)),
      ]),
      tabOf('Actuals', 6, figureRows(book)),
    ],
  });
}

const goalRows = ({ kpiCount, period }: CompanyBook): Row[] => [
  ['Goal', 'Success when', 'Start', 'End', 'Owner'],
  ...Array.from({ length: Math.ceil(kpiCount / 10) }, (_, goal) => [
    `Goal ${goal}`,
    'Every KPI of this goal has reached its target',
    dateCell(period.start),
    dateCell(period.end),
    `Owner ${goal % 7}`,
  ]),
];

function kpiRow(position: number, { cadence, period }: CompanyBook): Row {
  const intervals = intervalsOver(cadence, period, CUT).length;
  const { kind, target } = shapeAt(position);
  return [
    `KPI ${position}`,
    `Goal ${Math.floor(position / 10)}`,
    kind,
    `Measure ${position}`,
    dateCell(period.start),
    dateCell(period.end),
    kind === 'grow to' ? sizeOf(position) : null,
    target(sizeOf(position), intervals),
    `Owner ${position % 7}`,
  ];
}

const CUT = { fiscalStartMonth: 1, customPeriods: [] };

/** Two stopovers a KPI; at every other KPI with a value, which decides the shape of its plan. */
function milestoneRows(position: number, { cadence, period }: CompanyBook): Row[] {
  const { kind, target } = shapeAt(position);
  if (kind === 'keep at most') return [];
  const size = sizeOf(position);
  const from = kind === 'grow to' ? size : 0;
  const way = target(size, intervalsOver(cadence, period, CUT).length) - from;
  return [1 / 3, 2 / 3].map((share, order) => [
    `Stop ${order + 1}`,
    `KPI ${position}`,
    dateCell(period.start + Math.floor((period.end - period.start) * share)),
    position % 2 === 0 ? Math.round(from + way * share) : null,
  ]);
}

/** By date, with season and growth; every other measure in cents, now and then less than nothing. */
function figureRows(book: CompanyBook): Row[] {
  const { kpiCount, cadence, dayCount, channelCount, rowsAnInterval } = book;
  const noise = seededNoise(kpiCount);
  const intervals = intervalsOver(cadence, { start: TODAY - dayCount, end: TODAY - 1 }, CUT);
  const channels = Array.from({ length: Math.max(1, channelCount) }, (_, channel) =>
    channelCount === 0 ? null : `Channel ${channel}`,
  );
  const rows: Row[] = [['Date', 'Measure', 'Channel', 'Value']];
  const partCount = channels.length * rowsAnInterval;
  for (const { end } of intervals.filter((interval) => interval.end < TODAY)) {
    const season = 1 + 0.3 * Math.sin((2 * Math.PI * end) / 365.25);
    const growth = 1 + (end - THREE_YEARS.start) / 2000;
    for (let position = 0; position < kpiCount; position++) {
      const size = (sizeOf(position) / partCount) * season * growth;
      for (let part = 0; part < partCount; part++) {
        const drawn = size * (1 + 0.2 * noise.bell());
        const value = position % 2 === 0 ? Math.round(drawn * 100) / 100 : Math.round(drawn);
        const day = end - (Math.floor(part / channels.length) % SHORTEST_MONTH);
        const channel = channels[part % channels.length];
        rows.push([dateCell(day), `Measure ${position}`, channel, value]);
      }
    }
  }
  return rows;
}

const SHORTEST_MONTH = 28;
