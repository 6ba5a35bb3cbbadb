import type { GuidanceWords } from '../workflow-words.ts';

export const guidance: GuidanceWords = {
  title: 'Koers',
  problem: (position, count) => `Probleem ${position} van ${count}`,
  none: 'Er is geen probleem meer. Adviezen staan op het tabblad Koers controles.',
};
