import type { ChoiceCode } from '../layout/choices.ts';
import { board as en } from './en/board.ts';
import { board as nl } from './nl/board.ts';
import type { InEachLanguage } from './words.ts';

/** What a board says beside what the result tables say already. */
export interface BoardWords {
  readonly title: string;
  readonly verdicts: Readonly<
    Record<'on_course' | 'nearly' | 'not_everywhere' | 'off_course' | 'unknown' | 'empty', string>
  >;
  /** Of the KPIs that are judged, and those that are not. */
  readonly counted: (good: number, judged: number, others: number) => string;
  readonly kpis: (count: number) => string;
  readonly shown: (count: number, all: number) => string;
  readonly decide: string;
  readonly nothingToDecide: string;
  readonly changed: string;
  readonly nothingChanged: string;
  readonly goals: string;
  readonly withoutGoal: string;
  readonly partOf: (goal: string) => string;
  readonly filters: string;
  readonly search: string;
  readonly owner: string;
  readonly team: string;
  readonly goal: string;
  readonly status: string;
  readonly everything: string;
  readonly showAll: string;
  readonly nothingFound: string;
  readonly more: (count: number) => string;
  readonly actual: string;
  readonly plan: string;
  readonly target: string;
  readonly forecast: string;
  readonly nextStop: string;
  readonly fuel: string;
  readonly ownView: string;
  /** What happened in the newest interval. */
  readonly lately: string;
  readonly note: string;
  readonly measureNote: string;
  readonly lastCheckIn: string;
  /** Where the difference from the plan comes from. */
  readonly drivers: string;
  readonly channels: string;
  readonly toDo: string;
  readonly overdue: string;
  /** The form that writes a check-in down; its button says the same as the fold that it is in. */
  readonly checkIn: {
    readonly open: string;
    readonly note: string;
    readonly cause: string;
    readonly howSure: string;
    readonly decision: string;
    readonly who: string;
    readonly whoHelp: string;
    readonly decisions: Readonly<Record<ChoiceCode<'decision'>, string>>;
    readonly notSaid: string;
    /** Behind a check-in that no recalculation has read yet. */
    readonly justNow: (checkIn: string) => string;
  };
  /** What if there were more or less of something from now on? */
  readonly whatIf: {
    readonly open: string;
    readonly what: string;
    readonly howMuch: string;
    readonly asItIs: string;
    readonly help: string;
    /** KPIs on course under it and as it is, of so many that are judged. */
    readonly said: (then: number, now: number, judged: number) => string;
  };
  readonly due: (date: string) => string;
  readonly days: (count: number) => string;
  readonly late: (days: string) => string;
  readonly early: (days: string) => string;
  readonly today: string;
  readonly openCell: string;
  readonly view: string;
  readonly wall: string;
  readonly leaveWall: string;
  readonly print: string;
  readonly refresh: string;
  readonly language: string;
  readonly pause: string;
  readonly resume: string;
  readonly previous: string;
  readonly next: string;
  readonly page: (at: number, all: number) => string;
  readonly failed: string;
  readonly loading: string;
  readonly strategy: Readonly<Record<string, string>>;
  /** What is read aloud of a picture. */
  readonly trendOf: (kpi: string) => string;
  readonly wayOf: (actual: string, plan: string | null) => string;
  readonly routeOf: (progress: string, stops: string) => string;
  readonly fuelOf: (share: string) => string;
}

export const BOARD_WORDS: InEachLanguage<BoardWords> = { en, nl };
