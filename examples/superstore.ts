/**
 * The story of a retailer of office supplies on 15 August 2018, on the "Sample – Superstore" data.
 *
 * 2018 must bring 20% more revenue than 2017, on last year's strongly seasonal shape. By
 * 14 August $319,527 is in, 94% of the plan: at risk. Orders are ahead, but they have become
 * smaller: order value off course, items per order and revenue per item within tolerance below
 * their targets. Profit and profit ratio are on course all the same, as the first quarter was rich.
 * Of the regions, West and Central are on course, South at risk and East off course. The third
 * quarter is at risk; the first half is closed, its revenue missed and its profit achieved.
 * The three-year route is at risk. Customers are unique per day and region: followed in one region,
 * and refused, with the reason, over all four.
 *
 * The rows after 15 August are left in: Koers judges as on that day, and afterwards anyone can see
 * what became of its forecast ($733,215 in the end, just above the target).
 */
import { dayFromCivil } from '../src/core/model/calendar-date.ts';
import { settingsSheet, tabSheet } from './sheet-from-layout.ts';
import { superstoreRows } from './superstore/daily-rows.ts';
import { GOALS, STRATEGY } from './superstore/goals.ts';
import { KPIS } from './superstore/kpis.ts';
import { MEASURES } from './superstore/measures.ts';
import { EVENTS, MILESTONES } from './superstore/milestones.ts';
import type { BookSheet } from './write-book.ts';

export function superstoreSheets(csv: string): BookSheet[] {
  return [
    settingsSheet('en', {
      organisation: 'Superstore',
      language: 'en',
      currency: 'USD',
      fiscal_start_month: 1,
      today: dayFromCivil(2018, 8, 15),
      compare_with_days: 7,
    }),
    tabSheet('strategy', 'en', STRATEGY),
    tabSheet('goals', 'en', GOALS),
    tabSheet('measures', 'en', MEASURES),
    tabSheet('kpis', 'en', KPIS),
    tabSheet('milestones', 'en', MILESTONES),
    dailySheet(csv),
    tabSheet('events', 'en', EVENTS),
  ];
}

function dailySheet(csv: string): BookSheet {
  const header = ['Date', 'Channel', 'Revenue', 'Profit', 'Items', 'Orders', 'Customers'];
  return {
    name: 'Actuals daily',
    headerRow: 0,
    rows: [header, ...superstoreRows(csv)],
    columns: header.map((name) => ({ width: Math.max(12, name.length + 2) })),
  };
}
