import { h } from './dom.ts';

/** A button of a form that goes step by step; the main one stands out. */
export const button = (text: string, act: () => void, isMain = true): HTMLElement =>
  h(
    'button',
    {
      class: isMain ? 'begin-main' : 'begin-other',
      attributes: { type: 'button' },
      on: { click: act },
    },
    text,
  );

export const buttons = (...own: readonly (HTMLElement | false)[]): HTMLElement =>
  h('p', { class: 'begin-buttons' }, ...own);
