import type { LibraryKpi } from './library-kpi.ts';

export const PEOPLE = {
  absence_rate: {
    kind: 'keep_at_most',
    unit: 'percent',
    formula: 'days_absent / days_contracted',
    lagDays: 7,
    stage: 'organisation',
    isLeading: true,
    example: { lastTime: 0.052, target: 0.045 },
  },
  staff_turnover: {
    kind: 'keep_at_most',
    unit: 'percent',
    formula: 'staff_left / staff',
    stage: 'organisation',
    example: { lastTime: 0.013, target: 0.01 },
  },
  vacancies_filled: {
    kind: 'add_up_to',
    unit: 'number',
    stage: 'organisation',
    figures: [2, 1, 3],
    example: { lastTime: 14, target: 18 },
  },
  time_to_hire: {
    kind: 'bring_down_to',
    unit: 'days',
    addsUp: 'mean',
    stage: 'organisation',
    figures: [58, 53, 51],
    example: { lastTime: 60, target: 45 },
  },
  staff_satisfaction: {
    kind: 'grow_to',
    unit: 'points',
    addsUp: 'mean',
    stage: 'organisation',
    isLeading: true,
    figures: [7.1, 7.2, 7.4],
    example: { lastTime: 7, target: 7.8 },
  },
  training_hours: {
    kind: 'add_up_to',
    unit: 'hours',
    stage: 'organisation',
    isLeading: true,
    figures: [92, 74, 118],
    example: { lastTime: 960, target: 1_200 },
  },
} as const satisfies Readonly<Record<string, LibraryKpi>>;
