import type { Day } from '../../core/model/calendar-date.ts';
import type { MilestoneStatusCode, StatusCode } from '../../core/model/status.ts';
import type { Language } from '../../core/model/workspace.ts';

/** A status as the board shows it: the code decides the colour, the word and symbol are read. */
export interface Status<Code extends string = StatusCode> {
  readonly code: Code;
  readonly word: string;
  readonly symbol: string;
}

/** A round value or day along the edge of a picture: its place in thousandths, and its name. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** A KPI's course as a picture: every place in thousandths of its width and height. */
export interface Trend {
  readonly x: readonly number[];
  /** What was planned by then; null where nothing was. */
  readonly plan: readonly (number | null)[];
  readonly actual: readonly (number | null)[];
  readonly forecast: readonly (number | null)[];
  /** Where today is; beyond 1000 once the course is over. */
  readonly today: number;
  /** From the floor to the top. */
  readonly values: readonly Tick[];
  readonly days: readonly Tick[];
}

/** The way from where a KPI started (0) to its target (1), and beyond either end. */
export interface Way {
  readonly actual: number;
  /** Where it should be by now; null without a plan. */
  readonly plan: number | null;
}

/** A means of a KPI or goal. */
export interface Fuel {
  readonly resource: string;
  /** What is left ÷ what is needed; null where that cannot be said. */
  readonly index: number | null;
  readonly text: string;
}

/** What a driver or channel of a KPI adds to how far it is ahead of its plan or behind it. */
export interface GapPart {
  readonly text: string;
  /** −1 … 1, of the greatest beside it; below 0 it holds the KPI back. */
  readonly size: number;
}

export interface Stop {
  readonly name: string;
  readonly day: Day;
  /** When it was reached, or will be at this pace; null where that cannot be said. */
  readonly expected: Day | null;
  readonly status: Status<MilestoneStatusCode>;
}

export interface Happening {
  /** Null where the interval is longer than a day. */
  readonly day: Day | null;
  readonly interval: string;
  readonly text: string;
}

/** Something that is still to be done for a KPI. */
export interface OpenAction {
  readonly name: string;
  /** Who, when, what is expected of it. */
  readonly text: string;
  readonly isOverdue: boolean;
  readonly url: string;
}

export interface BoardKpi {
  readonly key: string;
  /** In the workbook. */
  readonly id: string;
  readonly name: string;
  /** '' for a KPI of no goal. */
  readonly goalId: string;
  readonly owner: string;
  readonly team: string;
  readonly status: Status;
  readonly isCritical: boolean;
  readonly start: Day | null;
  readonly due: Day | null;
  readonly arrival: Day | null;
  /** Positive is late; null where that cannot be said. */
  readonly daysLate: number | null;
  readonly actual: string;
  readonly plan: string;
  readonly target: string;
  readonly forecast: string;
  readonly explanation: string;
  readonly advice: string;
  /** A person's own judgement, beside that of Koers; '' without one. */
  readonly override: string;
  /** The next stopover in words; '' without one. */
  readonly nextStop: string;
  readonly url: string;
  /** What the workbook says about it, and about what it measures; '' for nothing. */
  readonly note: string;
  readonly measureNote: string;
  /** What happened in the newest interval with a value that anything is known of; null for nothing. */
  readonly lately: Happening | null;
  /** The newest check-in, in words; '' without one. */
  readonly checkIn: string;
  /** The overdue first. */
  readonly openActions: readonly OpenAction[];
  readonly way: Way | null;
  readonly trend: Trend | null;
  /** What holds it back most comes first. */
  readonly drivers: readonly GapPart[];
  readonly channels: readonly GapPart[];
  readonly fuel: readonly Fuel[];
}

export interface BoardGoal {
  readonly id: string;
  readonly name: string;
  readonly parent: string;
  readonly successWhen: string;
  readonly note: string;
  readonly owner: string;
  /** Null where nothing could be evaluated. */
  readonly status: Status | null;
  readonly start: Day | null;
  readonly due: Day | null;
  /** 0 … 1 and beyond; null where that cannot be said. */
  readonly progress: number | null;
  readonly explanation: string;
  readonly advice: string;
  readonly url: string;
  readonly stops: readonly Stop[];
  /** Round days between its start and its due date. */
  readonly days: readonly Tick[];
  readonly fuel: readonly Fuel[];
}

export interface BoardChange {
  readonly day: Day;
  readonly label: string;
  readonly text: string;
  /** Null when it is neither good nor bad. */
  readonly isGood: boolean | null;
  readonly kpiKey: string;
}

/** A measure of the workbook. */
interface Supposable {
  readonly id: string;
  readonly name: string;
}

interface StrategyLine {
  readonly kind: string;
  readonly text: string;
}

/** All that a board shows, as small plain data. */
export interface Board {
  readonly language: Language;
  readonly organisation: string;
  /** The day it is judged from. */
  readonly today: Day | null;
  /** When and how it was calculated. */
  readonly stamp: string;
  /** What to know before reading; '' for nothing. */
  readonly note: string;
  /** How what was foretold of KPIs that are over turned out; a sentence for each time ahead. */
  readonly foretold: readonly string[];
  /** What could be supposed to go otherwise from now on. */
  readonly supposable: readonly Supposable[];
  readonly strategy: readonly StrategyLine[];
  readonly goals: readonly BoardGoal[];
  /** The most urgent first. */
  readonly kpis: readonly BoardKpi[];
  /** The newest first. */
  readonly changes: readonly BoardChange[];
}

/** What a page gets for its question: a board, or the sentence that says why there is none. */
export type BoardAnswer =
  | { readonly board: Board }
  | { readonly failure: string; readonly language: Language };

/** What stands in a page from the start. */
export interface OpenedBoard {
  readonly view: 'board' | 'wall';
  /** Which workbook to ask for again; '' for the one that the script knows. */
  readonly workbook: string;
  readonly answer: BoardAnswer;
  /** True beside the Sheet, where a check-in can be written down; elsewhere the page only reads. */
  readonly canCheckIn: boolean;
  /** Where it opens: ids of a KPI or a goal, as a link names them; '' for the top. */
  readonly at?: { readonly kpi: string; readonly goal: string };
}
