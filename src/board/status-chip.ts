import type { Tone } from '../drawing/colours.ts';
import type { Status } from '../workflows/board/board.ts';
import { h } from './dom.ts';

/** Symbol, word and colour together, so that none of them is needed alone. */
export const statusChip = ({ word, symbol }: Status<string>, tone: Tone): HTMLElement =>
  h(
    'span',
    { class: `chip tone-${tone}` },
    h('span', { class: 'symbol', attributes: { 'aria-hidden': 'true' } }, symbol),
    ` ${word}`,
  );
