import type { Answers, PreviewState } from '../page-api.ts';
import type { Language, Say } from './texts.ts';

/** What every part of the page may know while it draws. */
export interface PageContext {
  readonly language: Language;
  readonly say: Say;
  /** The configuration form's answers, used by the report and the explorer alike. */
  readonly answers: Answers;
  readonly state: PreviewState;
  readonly setAnswers: (answers: Answers) => void;
  /** Reads a sentence to whoever cannot see the page change. */
  readonly announce: (text: string) => void;
}

/** A part of the page fills its place, at once or when its data have come. */
export type View = (place: HTMLElement, context: PageContext) => Promise<void>;
