import type { GuidanceWords } from '../workflow-words.ts';

export const guidance: GuidanceWords = {
  title: 'Koers',
  problem: (position, count) => `Problem ${position} of ${count}`,
  none: 'No problems left. Advice stands in the Koers checks tab.',
};
