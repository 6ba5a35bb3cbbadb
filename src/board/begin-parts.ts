import type { BeginWords } from '../core/language/begin-words.ts';
import type { AskedStep, BeginState, FiguresLook, FirstResult } from '../workflows/begin/begin.ts';
import { h } from './dom.ts';

export interface BeginContext {
  readonly words: BeginWords;
  readonly state: BeginState;
  readonly results: readonly FirstResult[];
  /** What the last answer read in a tab. */
  readonly look: FiguresLook | null;
  /** True when it was written. */
  readonly send: (asked: AskedStep | { readonly step: 'result' }) => Promise<boolean>;
  readonly draw: () => void;
  /** Whose figures were asked for last, and where; it lasts as long as the page. */
  readonly chosen: { measure?: string; tab?: string };
  /** Puts back what was typed in these fields and not saved; a form of its own has a name. */
  readonly restore: (place: HTMLElement, form?: string) => void;
  /** The form that was open when the page was left, '' for none. */
  readonly openForm: () => string;
  readonly next: () => void;
}

/** What the workbook holds of a step. */
export const present = ({ words }: BeginContext, lines: readonly string[]): HTMLElement =>
  h(
    'div',
    { class: 'begin-present' },
    h('h3', {}, words.inWorkbook),
    lines.length === 0
      ? h('p', { class: 'soft' }, words.noneYet)
      : h('ul', {}, ...lines.map((line) => h('li', {}, line))),
  );
