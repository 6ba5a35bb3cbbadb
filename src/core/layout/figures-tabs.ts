import { date, needed, number, refersTo, tab, text, unit, yesNo } from './tab-layout.ts';

/** Long like this, or wide: a column for every period. */
export const TARGETS_TAB = tab('targets', 'when_added', {
  kpi: needed(refersTo('kpis')),
  period: needed(date),
  target: needed(number),
});

export const MILESTONES_TAB = tab('milestones', 'day_one', {
  stop: text,
  kpi: needed(refersTo('kpis')),
  date: needed(date),
  value: number,
  done_on: date,
});

export const ACTUALS_TAB = {
  ...tab('actuals', 'day_one', {
    date: needed(date),
    measure: refersTo('measures', 'kpis'),
    value: number,
    channel: text,
    note: text,
    recorded_at: date,
  }),
  many: true,
} as const;

export const TARGET_CHANGES_TAB = tab('target_changes', 'when_added', {
  kpi: needed(refersTo('kpis')),
  effective_from: needed(date),
  target: needed(number),
  rebase: yesNo,
  author: text,
  reason: text,
});

export const RESOURCES_TAB = tab('resources', 'when_added', {
  resource: needed(text),
  subject: needed(refersTo('kpis', 'goals')),
  channel: text,
  unit,
  date,
  budget: number,
  used: number,
  note: text,
});
