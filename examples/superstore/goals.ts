import { dayFromCivil as on } from '../../src/core/model/calendar-date.ts';
import type { TabRow } from '../sheet-from-layout.ts';

export const THREE_YEARS = { start: on(2016, 1, 1), due: on(2018, 12, 31) };
export const YEAR = { start: on(2018, 1, 1), due: on(2018, 12, 31) };
export const FIRST_HALF = { start: on(2018, 1, 1), due: on(2018, 6, 30) };
export const THIRD_QUARTER = { start: on(2018, 7, 1), due: on(2018, 9, 30) };

export const GOAL = {
  threeYears: 'A 1.8 million store by the end of 2018',
  revenue: 'Sell a fifth more in 2018',
  margin: 'Earn more on what we sell',
  regions: 'Every region grows',
  quarter: 'A strong third quarter',
  firstHalf: 'First half of 2018',
} as const;

export const STRATEGY: readonly TabRow[] = [
  { kind: 'mission', text: 'Everything an office needs, delivered on time.', id: 'mission' },
  { kind: 'vision', text: 'The first call for every office in the country.', id: 'vision' },
  {
    kind: 'strategy',
    text: 'Grow in every region without buying growth with discounts.',
    owner: 'Dana',
    id: 'strategy',
  },
  { kind: 'choice', text: 'More orders from more offices.', owner: 'Luis', id: 'more_orders' },
  { kind: 'choice', text: 'Full price before volume.', owner: 'Priya', id: 'full_price' },
];

export const GOALS: readonly TabRow[] = [
  {
    name: GOAL.threeYears,
    success_when: '2016, 2017 and 2018 together bring in $1.8 million',
    strategy_line: 'vision',
    ...THREE_YEARS,
    outcome_kpi: 'Revenue 2016–2018',
    owner: 'Dana',
  },
  {
    name: GOAL.revenue,
    success_when: 'Revenue of 2018 is 20% above 2017',
    strategy_line: 'more_orders',
    parent_goal: GOAL.threeYears,
    ...YEAR,
    outcome_kpi: 'Revenue 2018',
    owner: 'Luis',
  },
  {
    name: GOAL.margin,
    success_when: 'Profit grows faster than discounts',
    strategy_line: 'full_price',
    ...YEAR,
    outcome_kpi: 'Profit 2018',
    owner: 'Priya',
  },
  {
    name: GOAL.regions,
    success_when: 'Each of the four regions grows by a fifth',
    strategy_line: 'strategy',
    parent_goal: GOAL.revenue,
    ...YEAR,
    status_rule: 'worst_critical',
    owner: 'Dana',
  },
  {
    name: GOAL.quarter,
    success_when: 'July to September bring in 30% more than a year before',
    strategy_line: 'more_orders',
    parent_goal: GOAL.revenue,
    ...THIRD_QUARTER,
    outcome_kpi: 'Revenue Q3',
    owner: 'Luis',
  },
  {
    name: GOAL.firstHalf,
    success_when: 'Half a year on plan in revenue and profit',
    strategy_line: 'strategy',
    parent_goal: GOAL.revenue,
    ...FIRST_HALF,
    owner: 'Dana',
    note: 'Closed on 30 June.',
  },
];
