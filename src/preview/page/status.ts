import { h } from './dom.ts';

/** The tone of a status: how it is coloured. Word and symbol always stand beside the colour. */
export type Tone = 'good' | 'watch' | 'bad' | 'done' | 'quiet';

const TONES: Readonly<Record<string, Tone>> = {
  on_course: 'good',
  achieved: 'done',
  at_risk: 'watch',
  off_course: 'bad',
  missed: 'bad',
  invalid: 'bad',
  reached_early: 'done',
  reached_on_time: 'done',
  reached_late: 'watch',
  expected_on_time: 'good',
  expected_late: 'bad',
  overdue: 'bad',
  short: 'watch',
  out_of_fuel: 'bad',
  enough: 'good',
  reached: 'done',
};

const SYMBOLS: Readonly<Record<Tone, string>> = {
  good: '●',
  watch: '▲',
  bad: '◆',
  done: '✔',
  quiet: '○',
};

export const TONE_COLOURS: Readonly<Record<Tone, string>> = {
  good: '#17785a',
  watch: '#996000',
  bad: '#b4302a',
  done: '#1c5fa6',
  quiet: '#5a6472',
};

export const toneOf = (status: string): Tone => TONES[status] ?? 'quiet';

/** The table's own symbol, or one of ours where it has none. */
export const symbolOf = (status: string, symbol: string): string =>
  symbol === '' ? SYMBOLS[toneOf(status)] : symbol;

export function statusChip(status: string, label: string, symbol = ''): HTMLElement {
  return h(
    'span',
    { class: `chip tone-${toneOf(status)}` },
    h(
      'span',
      { class: 'chip-symbol', attributes: { 'aria-hidden': 'true' } },
      symbolOf(status, symbol),
    ),
    label === '' ? status : label,
  );
}
