import type { LibraryKpi } from './library-kpi.ts';

export const SAAS = {
  monthly_recurring_revenue: {
    kind: 'grow_to',
    unit: 'money',
    stage: 'loyalty',
    figures: [62_400, 64_100, 66_900],
    example: { lastTime: 61_000, target: 80_000 },
  },
  revenue_per_account: {
    kind: 'grow_to',
    unit: 'money',
    formula: 'monthly_recurring_revenue / accounts',
    stage: 'loyalty',
    example: { lastTime: 118, target: 130 },
  },
  trial_conversion: {
    kind: 'grow_to',
    unit: 'percent',
    formula: 'trials_paid / trials_started',
    lagDays: 30,
    stage: 'purchase',
    isLeading: true,
    example: { lastTime: 0.16, target: 0.22 },
  },
  churn_rate: {
    kind: 'keep_at_most',
    unit: 'percent',
    formula: 'accounts_lost / accounts_at_start',
    stage: 'loyalty',
    example: { lastTime: 0.024, target: 0.02 },
  },
  revenue_retention: {
    kind: 'keep_at_least',
    unit: 'percent',
    formula: 'recurring_revenue_kept / recurring_revenue_at_start',
    stage: 'loyalty',
    example: { lastTime: 0.975, target: 0.98 },
  },
} as const satisfies Readonly<Record<string, LibraryKpi>>;
