import { dimension, metric, type Slots } from './slot.ts';

/** What the route is drawn from. The panel shows them in this order. */
export const ROUTE_SLOTS = {
  lane: dimension(
    'Goal or KPI · Doelstelling of KPI',
    { goals: 'goal', kpis: 'kpi', milestones: 'goal', timeline: 'kpi' },
    true,
  ),
  laneStatus: dimension('Its status · Status ervan', {
    goals: 'goal_status_label',
    kpis: 'status_label',
    milestones: 'goal_status_label',
    timeline: 'status_label',
  }),
  laneStart: dimension('Start (of the interval) · Begin (van het interval)', {
    goals: 'goal_start_date',
    kpis: 'start_date',
    milestones: 'goal_start_date',
    timeline: 'interval_start',
  }),
  laneDue: dimension('Due date, end of the interval · Einddatum, eind interval', {
    goals: 'goal_due_date',
    kpis: 'due_date',
    milestones: 'goal_due_date',
    timeline: 'interval_end',
  }),
  laneArrival: dimension('Arrival · Aankomst', { kpis: 'eta_date' }),
  today: dimension('Looked at on · Bekeken op', {
    goals: 'view_date',
    kpis: 'view_date',
    milestones: 'view_date',
    timeline: 'view_date',
  }),
  stop: dimension('Milestone · Mijlpaal', {
    goals: 'next_stop',
    kpis: 'next_milestone',
    milestones: 'stop',
    timeline: 'milestone_label',
  }),
  stopDate: dimension('Its date · Datum ervan', {
    goals: 'next_stop_date',
    kpis: 'next_milestone_date',
    milestones: 'milestone_date',
  }),
  stopExpected: dimension('When it is expected · Wanneer verwacht', {
    kpis: 'next_milestone_eta_date',
    milestones: 'milestone_eta_date',
  }),
  stopStatus: dimension('Status of the milestone · Status mijlpaal', {
    goals: 'next_stop_status_label',
    kpis: 'next_milestone_status_label',
    milestones: 'milestone_status_label',
    timeline: 'milestone_status_label',
  }),
  event: dimension('Event · Gebeurtenis', { timeline: 'event_label' }),
  unit: dimension('Unit · Eenheid', { timeline: 'unit_label' }),
  betterWhen: dimension('Better when · Beter als', { timeline: 'better_when_label' }),
  progress: metric('Progress · Voortgang', { goals: 'goal_progress', kpis: 'progress' }),
  daysBehind: metric('Days behind · Dagen achter', { kpis: 'days_behind' }),
  plan: metric('Plan to date · Plan tot nu', { timeline: 'plan_to_date' }),
  actual: metric('Actual to date · Realisatie tot nu', { timeline: 'actual_to_date' }),
  forecast: metric('Forecast · Prognose', { timeline: 'forecast_to_date' }),
  low: metric('Forecast from · Prognose vanaf', { timeline: 'forecast_low' }),
  high: metric('Forecast to · Prognose tot', { timeline: 'forecast_high' }),
  stopValue: metric('Value of the milestone · Waarde mijlpaal', { timeline: 'milestone_value' }),
} satisfies Slots;

export type RouteSlot = keyof typeof ROUTE_SLOTS;
