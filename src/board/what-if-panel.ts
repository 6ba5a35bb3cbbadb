import type { Board } from '../workflows/board/board.ts';
import { verdictOf } from './choose.ts';
import { h } from './dom.ts';
import { list } from './fields.ts';
import { fold } from './fold.ts';
import type { Say } from './say.ts';

/** By id of a measure, what is more or less of it from now on: -0.1 is 10% less. */
export type Supposed = Map<string, number>;

/** Whoever moves a slider by its keys passes others on the way. */
const STILL_MILLISECONDS = 300;
const MOST_PERCENT = 50;
const STEP_PERCENT = 5;

/** "conversion=+10%; visitors=-5%", as a report asks it too. */
export const whatIfText = (supposed: Supposed): string =>
  [...supposed]
    .map(([id, share]) => `${id}=${share < 0 ? '-' : '+'}${Math.round(Math.abs(share) * 100)}%`)
    .join('; ');

export interface WhatIfPanel {
  readonly node: HTMLElement;
  /** Says what a supposed board is, beside the one that is not. */
  readonly show: (board: Board, plain: Board) => void;
  readonly say: (text: string) => void;
}

/** What if there were more of something from now on? `changed` is told that `supposed` is another. */
export function whatIfPanel(
  { supposable }: Board,
  { words: { whatIf, loading }, share }: Say,
  supposed: Supposed,
  changed: () => void,
): WhatIfPanel {
  const said = h('p', { class: 'said', attributes: { role: 'status' } });
  const say = (text: string): void => {
    said.textContent = text;
  };
  const names = supposable.map(({ id, name }) => [id, name] as const);
  const measure = list(whatIf.what, names, () => showOwn());
  const shown = h('output', {});
  const slider = h('input', {
    attributes: {
      type: 'range',
      min: -MOST_PERCENT,
      max: MOST_PERCENT,
      step: STEP_PERCENT,
      'aria-label': whatIf.howMuch,
    },
    on: { input: () => tell(), change: () => suppose() },
  });
  const asItIs = h(
    'button',
    { attributes: { type: 'button', hidden: true }, on: { click: () => forget() } },
    whatIf.asItIs,
  );
  const chosen = () => slider.valueAsNumber / 100;
  const signed = (change: number) => `${change > 0 ? '+' : ''}${share(change)}`;
  const tell = (): void => {
    const text = signed(chosen());
    shown.textContent = text;
    slider.setAttribute('aria-valuetext', text);
  };
  const showOwn = (): void => {
    slider.valueAsNumber = (supposed.get(measure.value()) ?? 0) * 100;
    tell();
  };
  let still = 0;
  const change = (): void => {
    say(loading);
    clearTimeout(still);
    still = window.setTimeout(changed, STILL_MILLISECONDS);
  };
  const suppose = (): void => {
    if (chosen() === 0) supposed.delete(measure.value());
    else supposed.set(measure.value(), chosen());
    change();
  };
  const forget = (): void => {
    supposed.clear();
    showOwn();
    change();
  };
  /** Conversion +10% · Visitors -5% */
  const all = (): string =>
    names
      .flatMap(([id, name]) => {
        const own = supposed.get(id);
        return own === undefined ? [] : [`${name} ${signed(own)}`];
      })
      .join(' · ');
  const inside = () =>
    h('div', {}, measure.node, h('p', {}, slider, ' ', shown), h('p', {}, asItIs), said);
  const summary = [whatIf.open];
  const node = fold({ class: 'what-if', isOpen: supposed.size > 0, summary, inside });
  showOwn();
  return {
    node,
    say,
    show: (board, plain) => {
      const isSupposed = supposed.size > 0;
      node.classList.toggle('supposing', isSupposed);
      asItIs.hidden = !isSupposed;
      const [then, now] = [board, plain].map(({ kpis }) => verdictOf(kpis));
      say(isSupposed ? `${all()}. ${whatIf.said(then.good, now.good, then.judged)}` : whatIf.help);
    },
  };
}
