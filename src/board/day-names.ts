import type { Tick } from '../workflows/board/board.ts';
import { h } from './dom.ts';

/** In thousandths: nearer to an end than this a name is written from that end inwards. */
const NEAR_END = 80;

function sideOf(at: number): string {
  if (at < NEAR_END) return 'from-start';
  return at > 1000 - NEAR_END ? 'from-end' : '';
}

/** Names of round days along a picture, for the eye alone: its words tell the days that count. */
export const dayNames = (days: readonly Tick[], leftOf: (at: number) => string): HTMLElement =>
  h(
    'div',
    { class: 'days', attributes: { 'aria-hidden': 'true' } },
    ...days.map(({ at, text }) =>
      h('span', { class: sideOf(at), style: { left: leftOf(at) } }, text),
    ),
  );
