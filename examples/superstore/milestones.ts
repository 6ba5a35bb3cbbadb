import { dayFromCivil as on } from '../../src/core/model/calendar-date.ts';
import { moneyCell, type TabRow } from '../sheet-from-layout.ts';

const dollars = (amount: number) => moneyCell(amount, '$');

export const MILESTONES: readonly TabRow[] = [
  { stop: '2016', kpi: 'Revenue 2016–2018', date: on(2016, 12, 31), value: dollars(480000) },
  { stop: '2017', kpi: 'Revenue 2016–2018', date: on(2017, 12, 31), value: dollars(1075000) },
  { stop: '2018', kpi: 'Revenue 2016–2018', date: on(2018, 12, 31), value: dollars(1800000) },
  { stop: 'First quarter', kpi: 'Revenue 2018', date: on(2018, 3, 31), value: dollars(112000) },
  { stop: 'First half', kpi: 'Revenue 2018', date: on(2018, 6, 30), value: dollars(275000) },
  { stop: 'Three quarters', kpi: 'Revenue 2018', date: on(2018, 9, 30), value: dollars(448000) },
  { stop: 'First quarter', kpi: 'Orders 2018', date: on(2018, 3, 31), value: 206 },
  { stop: 'First half', kpi: 'Orders 2018', date: on(2018, 6, 30), value: 544 },
  { stop: 'Three quarters', kpi: 'Orders 2018', date: on(2018, 9, 30), value: 979 },
  { stop: 'July', kpi: 'Revenue Q3', date: on(2018, 7, 31), value: dollars(51000) },
  { stop: 'August', kpi: 'Revenue Q3', date: on(2018, 8, 31), value: dollars(91500) },
];

export const EVENTS: readonly TabRow[] = [
  {
    name: 'Year-end season',
    from: on(2018, 11, 1),
    to: on(2018, 12, 31),
    note: 'Marked on the timeline; last year’s shape already holds it',
  },
];
