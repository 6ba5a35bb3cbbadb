import type { OutputTabWords } from '../words.ts';

export const outputTabs: OutputTabWords = {
  status: 'Koers status',
  goals: 'Koers doelen',
  milestones: 'Koers mijlpalen',
  checks: 'Koers controles',
  timeline: 'Koers tijdlijn',
  data: 'Koers data',
  charts: 'Koers grafieken',
};
