import { letters as en } from './en/letters.ts';
import { letters as nl } from './nl/letters.ts';
import type { InEachLanguage } from './words.ts';

/** What messages say beside what is said of KPIs and goals already. */
export interface LetterWords {
  readonly digestSubject: (good: number, judged: number, organisation: string) => string;
  readonly nothingJudged: (organisation: string) => string;
  /** Of one KPI: what it was and is. */
  readonly newsSubject: (kpi: string, status: string) => string;
  readonly severalSubject: (kpis: number) => string;
  readonly checkInSubject: (kpi: string) => string;
  readonly checkInsSubject: (kpis: number) => string;
  readonly newsOpening: string;
  readonly checkInOpening: string;
  /** The best news there is: something that became better, or what goes best. */
  readonly win: (text: string) => string;
  readonly goesBest: (kpi: string) => string;
  readonly noWin: string;
  readonly better: string;
  readonly worse: string;
  readonly wins: string;
  readonly decide: string;
  readonly nothingToDecide: string;
  readonly changed: (since: string) => string;
  readonly goals: string;
  readonly toCheck: string;
  readonly became: (before: string, now: string) => string;
  readonly judgedFirst: (now: string) => string;
  readonly checkInDue: (day: string) => string;
  readonly checkInLate: (day: string, owner: string) => string;
  readonly actionLate: (kpi: string) => string;
  /** What a picture of a KPI shows. */
  readonly course: (kpi: string, from: string, to: string) => string;
  readonly more: (count: number) => string;
  readonly openWorkbook: string;
  readonly openReport: string;
  readonly openBoard: string;
  readonly becauseAll: string;
  readonly becauseMine: string;
  readonly becauseChat: string;
}

export const LETTER_WORDS: InEachLanguage<LetterWords> = { en, nl };
