import { type Day, dayFromCivil as on } from '../../src/core/model/calendar-date.ts';
import { moneyCell, type TabRow } from '../sheet-from-layout.ts';

const euro = (amount: number) => moneyCell(amount, '€');

export const MILESTONES: readonly TabRow[] = [
  ...yearStop('Eind 2025', on(2025, 12, 31), [535000, 15100, 760000]),
  ...yearStop('Eind 2026', on(2026, 12, 31), [1130000, 33500, 1640000]),
  ...yearStop('Eind 2027', on(2027, 12, 31), [1800000, 54500, 2700000]),
  { stop: 'Eerste kwartaal', kpi: 'Omzet 2026', date: on(2026, 3, 31), value: euro(180000) },
  { stop: 'Eerste halfjaar', kpi: 'Omzet 2026', date: on(2026, 6, 30), value: euro(352500) },
  { stop: 'Drie kwartalen', kpi: 'Omzet 2026', date: on(2026, 9, 30), value: euro(521000) },
  { stop: 'Januari', kpi: 'Omzet Q1', date: on(2026, 1, 31), value: euro(61000) },
  { stop: 'Februari', kpi: 'Omzet Q1', date: on(2026, 2, 28), value: euro(118000) },
  {
    stop: 'Ontwerp goedgekeurd',
    kpi: 'Nieuwe webwinkel live',
    date: on(2025, 12, 12),
    done_on: on(2025, 12, 10),
  },
  {
    stop: 'Testwinkel klaar',
    kpi: 'Nieuwe webwinkel live',
    date: on(2026, 1, 30),
    done_on: on(2026, 2, 6),
  },
  { stop: 'Live', kpi: 'Nieuwe webwinkel live', date: on(2026, 2, 27) },
];

/** Visitors, sales and revenue together: one milestone of the three-year goal. */
function yearStop(
  stop: string,
  date: Day,
  [visitors, orders, revenue]: readonly [number, number, number],
): TabRow[] {
  return [
    { stop, kpi: 'Bezoekers 2025–2027', date, value: visitors },
    { stop, kpi: 'Bestellingen 2025–2027', date, value: orders },
    { stop, kpi: 'Omzet 2025–2027', date, value: euro(revenue) },
  ];
}
