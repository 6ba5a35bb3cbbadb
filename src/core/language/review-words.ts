import { review as en } from './en/review.ts';
import { review as nl } from './nl/review.ts';
import type { InEachLanguage } from './words.ts';

/** What a review meeting asks and says, beside what a board says. */
export interface ReviewWords {
  readonly title: string;
  readonly failed: string;
  /** Of the day that it is looked at from. */
  readonly on: (date: string) => string;
  readonly period: string;
  readonly periods: Readonly<Record<'last' | 'month' | 'quarter', (date: string) => string>>;
  readonly pages: string;
  readonly decided: string;
  readonly nothingDecided: string;
  readonly changed: string;
  readonly nothingChanged: string;
  readonly gap: string;
  readonly noGap: string;
  readonly wayOut: string;
  readonly noWayOut: string;
  readonly decide: string;
  readonly toDecide: (count: number) => string;
  readonly otherKpis: (count: number) => string;
  /** What is asked of a decision. */
  readonly form: {
    readonly add: string;
    readonly text: string;
    readonly kind: string;
    readonly owner: string;
    readonly due: string;
    readonly effect: string;
    readonly effectHelp: string;
    readonly target: string;
    readonly targetNow: (target: string) => string;
    readonly from: string;
    readonly fromHelp: string;
  };
  readonly write: {
    readonly title: string;
    readonly show: string;
    readonly will: string;
    readonly ok: string;
    readonly back: string;
    readonly working: string;
    readonly landed: string;
  };
  readonly place: (tab: string, row: number) => string;
  readonly written: string;
  /** Of what was to be written, what stood there already. */
  readonly there: (count: number) => string;
  /** What cannot be written; nothing is. */
  readonly nothingTyped: string;
  readonly noText: (kpi: string) => string;
  readonly unknownKpi: string;
  readonly noTarget: (kpi: string) => string;
  readonly notRunning: (kpi: string, start: string, due: string) => string;
  readonly unreadable: (tab: string) => string;
  readonly changedMeanwhile: string;
}

export const REVIEW_WORDS: InEachLanguage<ReviewWords> = { en, nl };
