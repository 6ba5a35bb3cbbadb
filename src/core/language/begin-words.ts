import { begin as en } from './en/begin.ts';
import { begin as nl } from './nl/begin.ts';
import type { InEachLanguage } from './words.ts';

export type BeginStep = 'course' | 'goal' | 'kpi' | 'figures' | 'result';

/** What the first steps ask and answer. */
export interface BeginWords {
  readonly title: string;
  readonly intro: string;
  readonly steps: Readonly<Record<BeginStep, string>>;
  readonly questions: Readonly<Record<BeginStep, string>>;
  readonly help: Readonly<Record<BeginStep, string>>;
  readonly done: string;
  readonly save: string;
  readonly add: string;
  readonly next: string;
  readonly calculate: string;
  readonly working: string;
  readonly failed: string;
  readonly mission: string;
  readonly vision: string;
  readonly strategy: string;
  readonly goal: string;
  readonly successWhen: string;
  readonly owner: string;
  readonly start: string;
  readonly due: string;
  readonly inWorkbook: string;
  readonly noneYet: string;
  readonly search: string;
  readonly stage: string;
  readonly allStages: string;
  readonly found: (count: number) => string;
  readonly chosen: (kpi: string) => string;
  readonly another: string;
  readonly counts: (measures: string) => string;
  readonly forExample: (text: string) => string;
  readonly lastTime: string;
  readonly target: string;
  readonly low: string;
  readonly high: string;
  readonly perPeriod: string;
  readonly perPeriodHelp: string;
  readonly measure: string;
  readonly figureLines: string;
  readonly figureHelp: string;
  readonly figuresOf: (measure: string, count: number, last: string) => string;
  readonly where: string;
  readonly typedHere: string;
  readonly look: string;
  readonly dateColumn: string;
  readonly valueColumn: string;
  readonly valueRow: string;
  readonly byKoers: string;
  /** Null where no rhythm shows yet. */
  readonly readFigures: (
    count: number,
    first: string,
    last: string,
    rhythm: string | null,
  ) => string;
  readonly when: string;
  readonly value: string;
  readonly useTab: string;
  readonly noMeasures: string;
  readonly noResult: string;
  /** What was written. */
  readonly savedCourse: string;
  readonly savedGoal: (goal: string) => string;
  readonly savedKpi: (kpi: string, measures: number, targets: number) => string;
  readonly savedFigures: (count: number, measure: string) => string;
  readonly knownFigures: (count: number) => string;
  readonly savedSource: (measure: string, tab: string) => string;
  readonly knownSource: (measure: string, tab: string) => string;
  /** What was typed and cannot be used; nothing is written then. */
  readonly blank: (field: string) => string;
  readonly noNumber: (field: string, typed: string) => string;
  readonly noDate: (field: string, typed: string) => string;
  readonly twoNumbers: (typed: string) => string;
  readonly twoDays: (typed: string) => string;
  readonly wrongOrder: string;
  readonly noLine: (line: string) => string;
  readonly taken: (name: string) => string;
  readonly unreadable: (tab: string) => string;
  readonly otherShape: (tab: string) => string;
  readonly nothingRead: (tab: string, cell: string, measure: string) => string;
  readonly alsoTyped: (figures: string) => string;
  readonly noTab: (tab: string) => string;
  readonly noMeasure: (measure: string) => string;
  readonly takenSource: (measure: string, cell: string) => string;
}

export const BEGIN_WORDS: InEachLanguage<BeginWords> = { en, nl };
