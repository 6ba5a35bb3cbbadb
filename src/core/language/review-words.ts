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
  /** In which channels, each with its share of the gap. */
  readonly behindIn: (kpi: string, channels: string) => string;
  readonly wayOut: string;
  readonly noWayOut: string;
  readonly decide: string;
  readonly toDecide: (count: number) => string;
}

export const REVIEW_WORDS: InEachLanguage<ReviewWords> = { en, nl };
