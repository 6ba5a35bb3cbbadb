import type { LibraryKpi } from './library-kpi.ts';

export const PRODUCT = {
  active_users: {
    kind: 'grow_to',
    unit: 'number',
    addsUp: 'unique',
    stage: 'loyalty',
    figures: [3_150, 3_290, 3_480],
    example: { lastTime: 3_050, target: 4_000 },
  },
  activation_rate: {
    kind: 'grow_to',
    unit: 'percent',
    formula: 'sign_ups_activated / sign_ups',
    lagDays: 7,
    stage: 'interest',
    isLeading: true,
    example: { lastTime: 0.38, target: 0.5 },
  },
  uptime: {
    kind: 'keep_at_least',
    unit: 'percent',
    addsUp: 'mean',
    stage: 'delivery',
    figures: [0.9994, 0.9989, 0.9997],
    example: { lastTime: 0.998, target: 0.999 },
  },
  open_defects: {
    kind: 'bring_down_to',
    unit: 'number',
    stage: 'delivery',
    isLeading: true,
    figures: [47, 43, 36],
    example: { lastTime: 50, target: 20 },
  },
  lead_time_of_changes: {
    kind: 'bring_down_to',
    unit: 'days',
    addsUp: 'median',
    stage: 'delivery',
    figures: [11, 9.5, 9],
    example: { lastTime: 12, target: 5 },
  },
  releases: {
    kind: 'add_up_to',
    unit: 'number',
    stage: 'delivery',
    figures: [4, 5, 7],
    example: { lastTime: 40, target: 60 },
  },
} as const satisfies Readonly<Record<string, LibraryKpi>>;
