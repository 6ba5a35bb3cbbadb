import type { OutputTabWords } from '../words.ts';

export const outputTabs: OutputTabWords = {
  status: 'Koers status',
  goals: 'Koers goals',
  milestones: 'Koers milestones',
  checks: 'Koers checks',
  timeline: 'Koers timeline',
  data: 'Koers data',
  charts: 'Koers charts',
};
