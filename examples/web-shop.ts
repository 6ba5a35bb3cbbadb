/**
 * The story of De Theekast, a Dutch web shop in tea, on 15 February 2026.
 *
 * The three-year route (2025–2027) has a milestone a year for visitors, sales and revenue together.
 * At the end of 2025 the visitors were early, sales and revenue a few days late, so the milestone
 * was reached late. Now visitors are on course, sales at risk, revenue just behind its plan but
 * within tolerance.
 *
 * The quarter must bring 10% more revenue than a year ago, on that same revenue. Half way it stands
 * at 92% of its plan (€81,968 of €89,500): at risk. A new checkout is in use since 12 January. It
 * fills the baskets (order value €51.88 of €51.54: on course) and loses buyers (conversion 2.29%
 * of 2.76%: off course, critical), so customers are at risk although visitors are ahead. The
 * drivers' own targets, 3% each, multiply to 9.3%: less than the goal. A strike at the parcel
 * carrier is ahead, then a week of tail wind.
 *
 * Advertising: a new customer costs €23.49 where €18.28 was planned (off course, worse than at the
 * start), the spending ceiling is at risk (a person says on course until March), e-mail is on course
 * and its target was raised, the winter campaign is achieved, one KPI is paused. The fuel, the ad
 * budget, is short. Loyalty: subscribers on course; satisfaction at risk only because its target was
 * lowered while it was off course; repeat purchases have no data; the rating has broken cells.
 * Operations: reply time on course, stock outside its range but within tolerance, returns stale
 * since January, one measure just tracked. The new shop is due within its warning days.
 *
 * The year: revenue behind its plan, but so early that it counts as on course, and its target is
 * less than the route needs of 2026 (€880,000); visitors too early to tell; business requests on
 * working days on course; the second quarter not started. The last quarter of 2025 is closed:
 * revenue achieved, new customers missed.
 */
import { dayFromCivil } from '../src/core/model/calendar-date.ts';
import { dateCell, moneyCell, settingsSheet, tabSheet } from './sheet-from-layout.ts';
import { type ChannelDay, channelDays } from './web-shop/exported-figures.ts';
import { GOALS, STRATEGY } from './web-shop/goals.ts';
import { MEASURES } from './web-shop/measures.ts';
import { MILESTONES } from './web-shop/milestones.ts';
import { QUARTER_KPIS } from './web-shop/quarter-kpis.ts';
import { ROUTE_KPIS } from './web-shop/route-kpis.ts';
import { SERVICE_KPIS } from './web-shop/service-kpis.ts';
import {
  ACTIONS,
  CALENDAR,
  EVENTS,
  PEOPLE,
  resourceRows,
  TARGET_CHANGES,
} from './web-shop/steering.ts';
import { longRows } from './web-shop/typed-figures.ts';
import type { BookSheet } from './write-book.ts';

export function webShopSheets(): BookSheet[] {
  const shopDays = channelDays();
  return [
    settingsSheet('nl', {
      organisation: 'De Theekast',
      language: 'nl',
      currency: 'EUR',
      fiscal_start_month: 1,
      today: dayFromCivil(2026, 2, 15),
      compare_with_days: 7,
    }),
    tabSheet('strategy', 'nl', STRATEGY),
    tabSheet('goals', 'nl', GOALS),
    tabSheet('measures', 'nl', MEASURES),
    tabSheet('kpis', 'nl', [...ROUTE_KPIS, ...QUARTER_KPIS, ...SERVICE_KPIS]),
    tabSheet('milestones', 'nl', MILESTONES),
    tabSheet('actuals', 'nl', longRows(shopDays)),
    exportSheet(shopDays),
    tabSheet('target_changes', 'nl', TARGET_CHANGES),
    tabSheet('resources', 'nl', resourceRows(shopDays)),
    tabSheet('actions', 'nl', ACTIONS),
    tabSheet('events', 'nl', EVENTS),
    tabSheet('calendar', 'nl', CALENDAR),
    tabSheet('people', 'nl', PEOPLE),
  ];
}

/** As the shop's own system gives it: a title and a stamp, and only then the header. */
function exportSheet(shopDays: readonly ChannelDay[]): BookSheet {
  const header = [
    'Datum',
    'Kanaal',
    'Bezoekers',
    'Bestellingen',
    'Omzet',
    'Nieuwe klanten',
    'Advertentiekosten',
  ];
  const title = [
    ['Dagexport webwinkel De Theekast'],
    ['Gemaakt op 15-2-2026 om 06:00, bijgewerkt tot en met 14-2-2026'],
    [],
  ];
  const rows = shopDays.map((row) => [
    dateCell(row.day, 'nl'),
    row.channel,
    row.visitors,
    row.orders,
    moneyCell(row.revenue, '€', 2),
    row.newCustomers,
    moneyCell(row.adCost, '€', 2),
  ]);
  return {
    name: 'Realisatie export',
    headerRow: title.length,
    rows: [...title, header, ...rows],
    columns: header.map((name) => ({ width: Math.max(12, name.length + 2) })),
  };
}
