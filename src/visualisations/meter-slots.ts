import { dimension, metric, type Slots } from './slot.ts';

/** What a meter is drawn from. The panel shows them in this order. */
export const METER_SLOTS = {
  name: dimension('KPI or goal · KPI of doelstelling', { kpis: 'kpi', goals: 'goal' }, true),
  status: dimension('Its status · Status ervan', {
    kpis: 'status_label',
    goals: 'goal_status_label',
  }),
  needle: metric('Needle · Wijzer', { kpis: 'meter', goals: 'goal_meter' }),
  pace: metric('Pace · Tempo', { kpis: 'pace_index', goals: 'goal_pace_index' }),
  progress: metric('Progress · Voortgang', { kpis: 'progress', goals: 'goal_progress' }),
  elapsed: metric('Time elapsed · Verstreken tijd', { kpis: 'elapsed' }),
  fuel: metric('Fuel · Brandstof', { kpis: 'fuel_index' }),
} satisfies Slots;

export type MeterSlot = keyof typeof METER_SLOTS;
