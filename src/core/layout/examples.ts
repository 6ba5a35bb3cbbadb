import type { ColumnId } from './sheet-layout.ts';
import type { TabId } from './tab-layout.ts';

/** A number, a code of a choice, yes or no; a day as month and day, whose year is added. */
type ExampleCell = number | string | boolean;

/** What a cell could hold, as far as no language has a say in it. */
export const EXAMPLE_CELLS: {
  readonly [Id in TabId]?: { readonly [Column in ColumnId<Id>]?: ExampleCell };
} = {
  strategy: { kind: 'mission' },
  goals: { start: '01-01', due: '12-31', weight: 2 },
  measures: {
    unit: 'EUR',
    adds_up: 'sum',
    cadence: 'month',
    decimals: 1,
    lowest: 0,
    highest: 10,
    data_lag: 14,
    grace: 3,
    adds_up_over_channels: false,
  },
  kpis: {
    kind: 'add_up_to',
    start: '01-01',
    due: '12-31',
    last_time: 110_000,
    target: 120_000,
    growth: 0.1,
    low: 120_000,
    high: 160_000,
    tolerance: 500,
    weight: 2,
    critical: true,
    leading: true,
    on_course_from: 0.98,
    at_risk_from: 0.9,
    warn_days: 21,
    scale: 50,
  },
  targets: { target: 10_000 },
  milestones: { date: '06-30', value: 58_000, done_on: '06-28' },
  actuals: { value: 9_400, recorded_at: '02-02' },
  target_changes: { effective_from: '04-01', target: 130_000, rebase: true },
  resources: { unit: 'EUR', date: '01-31', budget: 12_000, used: 950 },
  actions: {
    date: '02-16',
    expected_effect: 4_000,
    effect_date: '03-01',
    confidence: 0.7,
    until: '03-31',
  },
  events: { from: '07-20', to: '08-30', expected_effect: -0.2 },
  calendar: { weight: 0 },
  periods: { start: '01-05', end: '02-01', year: 2026 },
};

/** The columns that the example row fills, of the tabs that have one. */
export const EXAMPLE_ROWS: { readonly [Id in TabId]?: readonly ColumnId<Id>[] } = {
  strategy: ['kind', 'text', 'owner'],
  goals: ['name', 'success_when', 'start', 'due', 'owner'],
  measures: ['name', 'unit', 'adds_up', 'cadence', 'how'],
  kpis: ['name', 'goal', 'kind', 'measure', 'start', 'due', 'last_time', 'target', 'owner'],
  milestones: ['stop', 'kpi', 'date', 'value'],
  actuals: ['date', 'measure', 'value'],
};
