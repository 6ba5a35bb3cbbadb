import {
  civilFromDay,
  type Day,
  dayFromCivil,
  isoWeekday,
} from '../../src/core/model/calendar-date.ts';
import { type Noise, seededNoise } from '../seeded-noise.ts';

/** What one channel did on one day, as the shop's own system exports it. */
export type ChannelDay = {
  readonly day: Day;
  readonly channel: string;
  readonly visitors: number;
  readonly orders: number;
  readonly revenue: number;
  readonly newCustomers: number;
  readonly adCost: number;
};

type Channel = {
  readonly name: string;
  /** A day in an average month of 2024. */
  readonly visitors: number;
  /** A share per year. */
  readonly growth: number;
  readonly conversion: number;
  readonly orderValue: number;
  readonly newCustomerShare: number;
  readonly costPerVisitor: number;
};

const CHANNELS: readonly Channel[] = [
  {
    name: 'Zoeken',
    visitors: 520,
    growth: 0.08,
    conversion: 0.022,
    orderValue: 46,
    newCustomerShare: 0.62,
    costPerVisitor: 0.34,
  },
  {
    name: 'E-mail',
    visitors: 260,
    growth: 0.24,
    conversion: 0.042,
    orderValue: 52,
    newCustomerShare: 0.18,
    costPerVisitor: 0.03,
  },
  {
    name: 'Social',
    visitors: 180,
    growth: 0.2,
    conversion: 0.012,
    orderValue: 38,
    newCustomerShare: 0.7,
    costPerVisitor: 0.42,
  },
  {
    name: 'Direct',
    visitors: 310,
    growth: 0.06,
    conversion: 0.03,
    orderValue: 50,
    newCustomerShare: 0.35,
    costPerVisitor: 0,
  },
];

const FIRST_DAY = dayFromCivil(2024, 1, 1);
/** The export of the night before the example's today. */
export const LAST_DAY = dayFromCivil(2026, 2, 14);

/** January to December: Valentine's day in February, quiet summers, gifts at the year's end. */
const SEASON = [0.95, 0.98, 0.9, 0.88, 0.92, 0.72, 0.68, 0.74, 0.95, 1.08, 1.35, 1.75];
/** Monday to Sunday. */
const WEEK = [1.12, 1.05, 1.02, 0.98, 0.86, 0.85, 1.12];

const NEW_CHECKOUT = dayFromCivil(2026, 1, 12);
const OUTAGE = { from: dayFromCivil(2026, 1, 20), to: dayFromCivil(2026, 1, 22) };
const DAYS_IN_YEAR = 365;

/**
 * 2024 up to the last day: growing, seasonal, and since January with a checkout that loses buyers
 * but fills their baskets.
 */
export function channelDays(): ChannelDay[] {
  const noise = seededNoise(20260215);
  const rows: ChannelDay[] = [];
  for (let day = FIRST_DAY; day <= LAST_DAY; day += 1) {
    for (const channel of CHANNELS) rows.push(channelDay(channel, day, noise));
  }
  return rows;
}

function channelDay(channel: Channel, day: Day, noise: Noise): ChannelDay {
  const years = (day - FIRST_DAY) / DAYS_IN_YEAR;
  const busy = SEASON[civilFromDay(day).month - 1] * WEEK[isoWeekday(day) - 1];
  const visitors = Math.round(
    channel.visitors * (1 + channel.growth * years) * busy * (1 + 0.09 * noise.bell()),
  );
  const conversion = channel.conversion * conversionChange(day) * (1 + 0.16 * noise.bell());
  const orders = Math.max(0, Math.round(visitors * conversion));
  const orderValue =
    channel.orderValue * orderValueChange(day) * (1 + 0.028 * years) * (1 + 0.08 * noise.bell());
  const isNew = channel.newCustomerShare * (1 + 0.15 * noise.bell());
  const cost = channel.costPerVisitor * adPriceChange(day) * (1 + 0.05 * noise.bell());
  return {
    day,
    channel: channel.name,
    visitors,
    orders,
    revenue: Math.round(orders * orderValue * 100) / 100,
    newCustomers: Math.min(orders, Math.max(0, Math.round(orders * isNew))),
    adCost: Math.round(visitors * cost * 100) / 100,
  };
}

function conversionChange(day: Day): number {
  if (day >= OUTAGE.from && day <= OUTAGE.to) return 0.6;
  return day >= NEW_CHECKOUT ? 0.82 : 1;
}

const orderValueChange = (day: Day): number => (day >= NEW_CHECKOUT ? 1.02 : 1);

const adPriceChange = (day: Day): number => (day >= dayFromCivil(2026, 1, 1) ? 1.06 : 1);
