import type { SentenceBook } from '../language/en/sentences.ts';
import type { KpiSentences } from '../language/kpi-sentences.ts';
import type { KpiView } from '../language/kpi-view.ts';
import type { ChoiceNaming } from '../language/tab-words.ts';
import type { CellPlace } from '../model/a1-notation.ts';
import type { Day } from '../model/calendar-date.ts';
import type { Evaluation, GoalEvaluation, KpiEvaluation } from '../model/evaluation.ts';
import type { Goal } from '../model/goal.ts';
import type { Issue } from '../model/issue.ts';
import type { Kpi } from '../model/kpi.ts';
import type { Measure } from '../model/measure.ts';
import type { CloseSnapshot, HistoryRow } from '../model/record.ts';
import type { Language, Workspace } from '../model/workspace.ts';
import type { Owner } from './owners.ts';

/** The run that made the numbers, in the workbook's time zone. */
export interface Recalculation {
  readonly day: Day;
  readonly secondsOfDay: number;
  /** Whose authorisation it ran on. */
  readonly by: string;
  readonly version: string;
}

/** Everything a result table is made of. */
export interface ResultInput {
  readonly workspace: Workspace;
  readonly evaluation: Evaluation;
  /** Of intake and evaluation together. */
  readonly issues: readonly Issue[];
  readonly language: Language;
  readonly recalculation: Recalculation | null;
  /** At most one row per KPI per day, in any order. */
  readonly history: readonly HistoryRow[];
  /** The day taken as today. */
  readonly viewDay: Day;
  /** Sheet ids by tab name, for links to cells; without them links open the workbook. */
  readonly sheetIds?: Readonly<Record<string, number>>;
  /** How KPIs were written down when they closed. */
  readonly snapshots?: readonly CloseSnapshot[];
  /** Day each finding was first found, by `issueKey`; absent where that is not kept. */
  readonly firstSeen?: Readonly<Record<string, Day>>;
}

/** What tables say about a KPI that was evaluated. */
export interface KpiResult {
  readonly kpi: Kpi;
  readonly evaluation: KpiEvaluation;
  readonly measure: Measure | null;
  readonly goal: GoalResult | null;
  readonly owners: readonly Owner[];
  /** Code of its unit, and how that is shown; null without a measure. */
  readonly unit: string | null;
  readonly unitLabel: string | null;
  /** What its sentences are made of, and the sentences. */
  readonly view: KpiView;
  readonly texts: KpiSentences;
  /** Oldest first, up to the day looked from. */
  readonly history: readonly HistoryRow[];
}

export interface GoalResult {
  readonly goal: Goal;
  /** Null when it was not evaluated. */
  readonly evaluation: GoalEvaluation | null;
  readonly owners: readonly Owner[];
  /** The line of the Strategy tab that it serves. */
  readonly strategy: string | null;
  readonly texts: GoalSentences;
}

interface GoalSentences {
  /** Null when it was not evaluated. */
  explanation(): string | null;
  advice(): string | null;
  /** Of its KPIs, each once. */
  channels(): string;
  resources(): string;
}

/** Whose numbers, of when: the same in every row of every table. */
interface Stamps {
  readonly organisation: string;
  readonly workbookId: string;
  readonly recalculatedAt: string | null;
  readonly recalculatedText: string;
  readonly viewNote: string;
}

/** Everything looked up once, so that columns need not search. */
export interface Results {
  readonly input: ResultInput;
  readonly book: SentenceBook;
  /** What a choice is called. */
  readonly choice: ChoiceNaming;
  readonly stamps: Stamps;
  /** Hours since 1970 at the run, or at the beginning of the day looked from. */
  readonly hoursNow: number;
  readonly kpis: readonly KpiResult[];
  readonly goals: readonly GoalResult[];
  kpi(id: string | null): KpiResult | null;
  goal(id: string | null): GoalResult | null;
  /** Opens the cell in the workbook; the workbook itself where the tab's id is not known. */
  urlOf(place: CellPlace): string;
}
