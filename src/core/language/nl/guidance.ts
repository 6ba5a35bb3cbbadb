import type { GuidanceWords } from '../workflow-words.ts';
import { written } from './counts.ts';

export const guidance: GuidanceWords = {
  title: 'Koers',
  problem: (position, count) => `Probleem ${written(position)} van ${written(count)}`,
  none: 'Er is geen probleem meer. Adviezen staan op het tabblad Koers controles.',
};
