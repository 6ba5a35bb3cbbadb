import type { ChoiceCode } from '../layout/choices.ts';
import type { ColumnId } from '../layout/sheet-layout.ts';
import type { CellPlace } from './a1-notation.ts';
import type { Day } from './calendar-date.ts';
import type { Goal, StrategyLine } from './goal.ts';
import type { Kpi } from './kpi.ts';
import type { Measure } from './measure.ts';
import type { Measurements } from './measurements.ts';
import type { Milestone } from './milestone.ts';
import type { CustomPeriod, DayRange } from './period.ts';
import type { StatusCode } from './status.ts';

export type Language = ChoiceCode<'language'>;

/** The Settings tab, every blank filled with its default. */
export interface Settings {
  organisation: string;
  language: Language;
  /** ISO code, such as EUR. */
  currency: string;
  fiscalStartMonth: number;
  /** The day typed in Settings; null: the real one. */
  today: Day | null;
  compareWithDays: number;
  onCourseFrom: number;
  atRiskFrom: number;
  tooEarlyBelow: number;
  recentSpeedWindowDays: number;
  digestOn: ChoiceCode<'digest_on'>;
  /** 0–23, on the clock of the workbook: not before it. */
  digestHour: number;
  reportTemplate: string;
  reportLink: string;
  /** Of the board as a web app, with https; '' for none. */
  boardLink: string;
}

/** What a KPI is to bring, or to come to, in one period of the Targets tab. */
export interface PeriodTarget {
  kpiId: string;
  /** A whole calendar period, not cut to the KPI's. */
  period: DayRange;
  target: number;
  order: number;
  place: CellPlace;
}

/** From which share of the plan a KPI is on course, and from which at risk. */
export type Thresholds = Pick<Settings, 'onCourseFrom' | 'atRiskFrom'>;

/** A version of a target from a day on. */
export interface TargetChange {
  kpiId: string;
  effectiveFrom: Day;
  target: number;
  isRebase: boolean;
  author: string;
  reason: string;
  order: number;
  place: CellPlace;
}

/** One row of budget or use of a resource. */
export interface ResourceRow {
  resource: string;
  kpiId: string | null;
  goalId: string | null;
  channel: string | null;
  unit: string;
  /** Null: counts from the start of the KPI or goal. */
  day: Day | null;
  budget: number | null;
  used: number | null;
  note: string;
  order: number;
  place: CellPlace;
}

export interface Action {
  id: string;
  name: string;
  kpiId: string | null;
  phase: ChoiceCode<'phase'>;
  day: Day | null;
  owner: string;
  channel: string | null;
  resource: string;
  expectedEffect: number | null;
  effectDay: Day | null;
  cause: string;
  /** 0–1 */
  confidence: number | null;
  decision: ChoiceCode<'decision'> | null;
  /** An act row with a status and an end is an override of the computed status. */
  overrideStatus: StatusCode | null;
  /** What the status cell says of the action itself; null for an override, and when it is blank. */
  status: ChoiceCode<'action_status'> | null;
  /** Last day of an override; else by when it is to be done. */
  until: Day | null;
  note: string;
  order: number;
  place: CellPlace;
}

/** A traffic jam ahead, or a tail wind. */
export interface WorkspaceEvent {
  name: string;
  from: Day;
  to: Day;
  /** Both null: everything. */
  measureId: string | null;
  kpiId: string | null;
  channel: string | null;
  /** A share of what would happen without it: −0.20 is 20 % less. */
  expectedEffect: number | null;
  note: string;
  place: CellPlace;
}

/** What somebody wrote beside a figure in an Actuals tab. */
export interface FigureNote {
  measureId: string;
  /** Null where none was typed. */
  channel: string | null;
  /** Of a period its last. */
  day: Day;
  text: string;
}

/** A named calendar: weights for dates, weekdays (1 Monday … 7) and months (1–12). */
export interface DayCalendar {
  name: string;
  dates: ReadonlyArray<{ day: Day; weight: number; label: string }>;
  /** What is called nothing has no label. */
  weekdays: ReadonlyArray<{ weekday: number; weight: number; label?: string }>;
  months: ReadonlyArray<{ month: number; weight: number; label?: string }>;
}

export interface Person {
  name: string;
  email: string;
  team: string;
  digest: ChoiceCode<'digest_for'>;
  language: Language | null;
}

export interface WorkbookIdentity {
  /** The file's id in Drive. */
  fileId: string;
  /** The id Koers keeps inside, which a copy carries along. */
  workbookId: string;
  name: string;
  url: string;
  locale: string;
  timeZone: string;
}

/** Where columns stand that advice can point to; one that a tab does not have is not there. */
export interface ColumnLetters {
  readonly goals: Readonly<Partial<Record<ColumnId<'goals'>, string>>>;
  readonly measures: Readonly<Partial<Record<ColumnId<'measures'>, string>>>;
  readonly kpis: Readonly<Partial<Record<ColumnId<'kpis'>, string>>>;
}

/** Everything the workbook says, read and checked. Plain data. */
export interface Workspace {
  workbook: WorkbookIdentity;
  settings: Settings;
  strategy: readonly StrategyLine[];
  goals: readonly Goal[];
  measures: readonly Measure[];
  kpis: readonly Kpi[];
  milestones: readonly Milestone[];
  measurements: Measurements;
  periodTargets: readonly PeriodTarget[];
  targetChanges: readonly TargetChange[];
  resources: readonly ResourceRow[];
  actions: readonly Action[];
  events: readonly WorkspaceEvent[];
  calendars: readonly DayCalendar[];
  customPeriods: readonly CustomPeriod[];
  /** In the order of the sheets. */
  figureNotes: readonly FigureNote[];
  people: readonly Person[];
  columnLetters: ColumnLetters;
}
