import {
  civilFromDay,
  type Day,
  dayFromCivil,
  isoWeekday,
} from '../../src/core/model/calendar-date.ts';
import { seededNoise } from '../seeded-noise.ts';
import { percentCell, type TabRow } from '../sheet-from-layout.ts';
import type { BookCell } from '../write-book.ts';
import { type ChannelDay, LAST_DAY } from './exported-figures.ts';

type WeeklySeries = {
  readonly measure: string;
  /** The value of the n-th Friday of 2025 and on, before noise. */
  readonly course: (week: number) => number;
  /** Standard deviation. */
  readonly noise: number;
  readonly decimals: number;
  readonly lastDay?: Day;
};

const FIRST_FRIDAY = dayFromCivil(2025, 1, 3);
const WEEKS_IN_2025 = 52;

const WEEKLY: readonly WeeklySeries[] = [
  {
    measure: 'Nieuwsbriefabonnees',
    course: (week) => (week < WEEKS_IN_2025 ? 9850 + 38 * week : 11826 + 72 * (week - 51)),
    noise: 9,
    decimals: 0,
  },
  {
    measure: 'Klanttevredenheid',
    course: (week) => (week < WEEKS_IN_2025 + 2 ? 8.7 : 8.33),
    noise: 0.11,
    decimals: 1,
  },
  {
    measure: 'Reactietijd',
    course: (week) => 7.4 - 0.02 * week,
    noise: 0.5,
    decimals: 1,
  },
  {
    measure: 'Voorraaddagen',
    course: (week) => (week < WEEKS_IN_2025 ? 37 : 41 + 1.1 * (week - WEEKS_IN_2025)),
    noise: 1.1,
    decimals: 1,
  },
  {
    measure: 'Retourpercentage',
    course: () => 0.052,
    noise: 0.004,
    decimals: 3,
    lastDay: dayFromCivil(2026, 1, 9),
  },
];

/** Since this year the mail program knows of most subscribers where they signed up. */
const SIGNED_UP = { from: dayFromCivil(2026, 1, 1), at: { Kassa: 0.54, Webpagina: 0.37 } };

/** Repeat buyers are one customer in a month, so there are fewer customers than orders. */
const CUSTOMERS_PER_ORDER = 0.925;
/** Chance of a request, twice a working day; a mailing to offices raised it this year. */
const REQUEST_CHANCE = { until2025: 0.42, from2026: 0.55 };
const REQUEST_DRAWS = 2;

/** The figures people type themselves, a row each, in the order of their dates. */
export function longRows(shopDays: readonly ChannelDay[]): TabRow[] {
  const rows = [
    ...monthlyCustomers(shopDays),
    ...WEEKLY.flatMap((series, index) => weeklyRows(series, 100 + index)).flatMap(withSignUps),
    ...businessRequests(),
    ...stockCorrection(),
    ...brokenRows(),
  ];
  return rows.sort((one, other) => dayOf(one) - dayOf(other));
}

/** A date that is not a day stands at the end, as something typed in a hurry does. */
function dayOf(row: TabRow): number {
  return typeof row.date === 'number' ? row.date : Number.MAX_SAFE_INTEGER;
}

function monthlyCustomers(shopDays: readonly ChannelDay[]): TabRow[] {
  const ordersByMonthEnd = new Map<Day, number>();
  for (const { day, orders } of shopDays) {
    const { year, month } = civilFromDay(day);
    const monthEnd = dayFromCivil(year, month + 1, 1) - 1;
    ordersByMonthEnd.set(monthEnd, (ordersByMonthEnd.get(monthEnd) ?? 0) + orders);
  }
  return [...ordersByMonthEnd]
    .filter(([monthEnd]) => monthEnd <= LAST_DAY)
    .map(([date, orders]) => ({
      date,
      measure: 'Klanten',
      value: Math.round(orders * CUSTOMERS_PER_ORDER),
    }));
}

function weeklyRows(series: WeeklySeries, seed: number): TabRow[] {
  const noise = seededNoise(seed);
  const rows: TabRow[] = [];
  const lastDay = series.lastDay ?? LAST_DAY;
  const steps = 10 ** series.decimals;
  for (let week = 0; FIRST_FRIDAY + 7 * week <= lastDay; week += 1) {
    const value = Math.round((series.course(week) + series.noise * noise.bell()) * steps) / steps;
    const cell: BookCell = series.measure === 'Retourpercentage' ? percentCell(value) : value;
    rows.push({ date: FIRST_FRIDAY + 7 * week, measure: series.measure, value: cell });
  }
  return rows;
}

/** A total with channels that explain a part of it: what is not known remains. */
function withSignUps(total: TabRow): TabRow[] {
  const { date, measure, value } = total;
  const isSplit = measure === 'Nieuwsbriefabonnees' && Number(date) >= SIGNED_UP.from;
  if (!isSplit) return [total];
  const parts = Object.entries(SIGNED_UP.at);
  return [
    total,
    ...parts.map(([channel, share]) => ({
      ...total,
      channel,
      value: Math.round(Number(value) * share),
    })),
  ];
}

/** A row per request and no value: every row is one. */
function businessRequests(): TabRow[] {
  const noise = seededNoise(42);
  const rows: TabRow[] = [];
  for (let date = dayFromCivil(2025, 1, 2); date <= LAST_DAY; date += 1) {
    if (isoWeekday(date) > 5) continue;
    const { until2025, from2026 } = REQUEST_CHANCE;
    const chance = date < dayFromCivil(2026, 1, 1) ? until2025 : from2026;
    for (let draw = 0; draw < REQUEST_DRAWS; draw += 1) {
      if (noise.uniform() < chance) rows.push({ date, measure: 'Zakelijke aanvragen' });
    }
  }
  return rows;
}

/** A recount, recorded later: it replaces the first value of that day. */
function stockCorrection(): TabRow[] {
  return [
    {
      date: dayFromCivil(2026, 1, 23),
      measure: 'Voorraaddagen',
      value: 44.6,
      note: 'Na telling in het magazijn',
      recorded_at: dayFromCivil(2026, 1, 27),
    },
  ];
}

/** What goes wrong in a first week: no figure, a broken formula, a day that does not exist. */
function brokenRows(): TabRow[] {
  const measure = 'Beoordeling';
  return [
    { date: dayFromCivil(2026, 1, 9), measure, value: 4.4 },
    { date: dayFromCivil(2026, 1, 16), measure, value: 'n.n.b.' },
    { date: dayFromCivil(2026, 1, 23), measure, value: { error: '#N/A' } },
    { date: dayFromCivil(2026, 1, 30), measure, value: 4.5 },
    { date: '31-2-2026', measure, value: 4.3 },
  ];
}
