import type { LibraryKpi } from './library-kpi.ts';

export const NON_PROFIT = {
  donations: {
    kind: 'add_up_to',
    unit: 'money',
    stage: 'purchase',
    figures: [21_600, 19_800, 24_500],
    example: { lastTime: 270_000, target: 300_000 },
  },
  donors: {
    kind: 'grow_to',
    unit: 'number',
    stage: 'loyalty',
    figures: [1_830, 1_870, 1_940],
    example: { lastTime: 1_800, target: 2_200 },
  },
  average_gift: {
    kind: 'grow_to',
    unit: 'money',
    formula: 'donations / gifts',
    stage: 'purchase',
    example: { lastTime: 34, target: 38 },
  },
  fundraising_cost_share: {
    kind: 'keep_at_most',
    unit: 'percent',
    formula: 'fundraising_costs / donations',
    lagDays: 10,
    stage: 'organisation',
    example: { lastTime: 0.19, target: 0.17 },
  },
  people_helped: {
    kind: 'add_up_to',
    unit: 'number',
    stage: 'delivery',
    figures: [310, 295, 342],
    example: { lastTime: 3_500, target: 4_000 },
  },
  cost_per_person_helped: {
    kind: 'bring_down_to',
    unit: 'money',
    formula: 'programme_costs / people_helped',
    lagDays: 10,
    stage: 'delivery',
    example: { lastTime: 52, target: 45 },
  },
  volunteer_hours: {
    kind: 'add_up_to',
    unit: 'hours',
    stage: 'delivery',
    isLeading: true,
    figures: [640, 705, 688],
    example: { lastTime: 7_900, target: 8_500 },
  },
} as const satisfies Readonly<Record<string, LibraryKpi>>;
