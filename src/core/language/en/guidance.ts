import type { GuidanceWords } from '../workflow-words.ts';
import { written } from './counts.ts';

export const guidance: GuidanceWords = {
  title: 'Koers',
  problem: (position, count) => `Problem ${written(position)} of ${written(count)}`,
  none: 'No problems left. Advice stands in the Koers checks tab.',
};
