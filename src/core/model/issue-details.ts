import type { ChoiceCode, ChoiceListId } from '../layout/choices.ts';
import type { SettingId } from '../layout/settings.ts';
import type { ColumnId } from '../layout/sheet-layout.ts';
import type { TabId } from '../layout/tab-layout.ts';
import type { Day } from './calendar-date.ts';
import type { Unit } from './measure.ts';
import type { Cadence, DayRange } from './period.ts';

/** What a person typed, as it is typed: never rounded, never with a separator of thousands. */
type Typed = { readonly typed: number };
type OnDay = { readonly day: Day };
type Share = { readonly share: number };
type Amount = { readonly amount: number; readonly unit: Unit };
/** Columns of ours, by the name that the reader's language gives them. */
export type ColumnNames = {
  [Tab in TabId]: { readonly tab: Tab; readonly columns: readonly ColumnId<Tab>[] };
}[TabId];
type TabNames = { readonly tabs: readonly TabId[] };
type ChoiceName = {
  [List in ChoiceListId]: { readonly list: List; readonly code: ChoiceCode<List> };
}[ChoiceListId];
/** What could have been chosen, and what could have been typed instead. */
type Choosable =
  | { readonly choices: ChoiceListId; readonly or: readonly string[] }
  | { readonly any: 'currency' };
type UnitKind = { readonly unitKind: Unit['kind'] };
type Rhythm = { readonly rhythm: Cadence };
type Ranges = { readonly ranges: readonly DayRange[] };

/** How what was typed about the direction of a KPI contradicts itself. */
export type DirectionFault =
  /** Intake: Kind and Better when. */
  | 'kind_and_better'
  | 'target_above_start'
  | 'target_below_start'
  | 'keep_below_zero'
  | 'loss_lower_better'
  /** A change to the other side of where it starts. */
  | 'changed_side';
type DirectionWhy = { readonly directionWhy: DirectionFault };
type DirectionFix = { readonly directionFix: DirectionFault };

/** What E_DIR tells of a KPI. */
export const directionDetails = (
  { name }: { readonly name: string },
  fault: DirectionFault,
): OfKpi & { why: DirectionWhy; fix: DirectionFix } => ({
  kpi: name,
  why: { directionWhy: fault },
  fix: { directionFix: fault },
});

/** The known name that comes nearest to what was typed; null: none is near. */
type Nearest = { readonly nearest: string | null };

/**
 * A value of a finding, and with it how it is told: a text as it stands, a number as in any
 * sentence, a day, a share as a percentage, a difference of two in points, an amount in the unit
 * of its measure. Never a word of a language: what has a name in each is told by its id.
 */
export type IssueDetail =
  | string
  | number
  | Typed
  | OnDay
  | Share
  | { readonly points: number }
  | Amount
  | ColumnNames
  | { readonly setting: SettingId }
  | TabNames
  | ChoiceName
  | Choosable
  | UnitKind
  | Rhythm
  | Ranges
  | DirectionWhy
  | DirectionFix
  | Nearest;

type Received = { readonly received: string | Typed };
/** A number that shows as a date, as that date; the number itself where there is no such date. */
type BecameDate = { readonly received: string | OnDay };
/** Its header as it stands; a column that is not there, or a setting, by its id. */
export type InColumn = { readonly column: string | ColumnNames | { readonly setting: SettingId } };
type OfKpi = { readonly kpi: string };
type OfMeasure = { readonly measure: string };
/** An interval in which what might be the total is less than its channels together. */
type BesideChannels = {
  date: OnDay;
  total: Amount;
  sum: Amount;
  /** Such intervals, of all in which it stands beside channels. */
  less: number;
  intervals: number;
};
type NoDetails = Readonly<Record<never, never>>;

/** What can be wrong with one cell, a formula included.  */
export interface CellIssues {
  E_BLANK: InColumn;
  E_NUMBER: Received & InColumn;
  /** `meant`: the number if the m is for millions. */
  E_SMALL_M: Received & InColumn & { meant: Typed };
  E_NUMBER_SIZE: Received & InColumn;
  E_NUMBER_AMBIGUOUS: Received & InColumn;
  /** `meant`: the number if the other mark was the decimal one. */
  E_DECIMAL_MARK: Received & InColumn & { meant: Typed };
  E_NUMBER_STYLE: Received & InColumn & OfMeasure;
  I_NUMBER_STYLE: Received & InColumn & { meant: Typed };
  I_DATE_STYLE: Received & InColumn & { date: OnDay };
  I_BLANK_MARK: Received & InColumn;
  I_YES_NO: Received & InColumn & { meant: Typed };
  E_CURRENCY: Received & InColumn & { currency: string };
  E_PERCENT_AMOUNT: Received & InColumn;
  E_TARGET_KIND: Received & InColumn & { number: string; kind: ChoiceName };
  E_TARGET_BETWEEN: Received & InColumn & { low: string; high: string };
  E_CURRENCY_UNIT: Received & InColumn & { unit: UnitKind };
  E_PERCENT_UNIT: Received & InColumn & OfMeasure;
  E_CLOCK: Received & InColumn;
  E_BECAME_DATE: BecameDate & InColumn;
  E_BOUNDS_ORDER: InColumn & { low: Typed; high: Typed };
  E_BOUNDS: Received & InColumn & { low: Typed; high: Typed };
  E_DATE: Received & InColumn;
  E_DATE_AMBIGUOUS: Received & InColumn;
  /** `example`: the same with its year. */
  E_PERIOD_YEAR: Received & InColumn & { example: string };
  /** `example`: its last day. */
  E_DATE_RANGE: Received & InColumn & { example: OnDay };
  E_CHOICE: Received & InColumn & { expected: Choosable };
  E_YES_NO: Received & InColumn;
  E_LINK: Received & InColumn;
  E_CELL_ERROR: Received & InColumn;
  W_UNIT: Received & { suggestion: Nearest };
  E_WINDOW: Received & InColumn;
  E_EMAIL: Received;
  E_REFERENCE: Received & InColumn & { suggestion: Nearest; tabs: TabNames };
  E_REFERENCE_AMBIGUOUS: Received & InColumn;
  E_ID: Received;
  E_ID_TWICE: Received & { other: string };
  E_FORMULA_EQUALS: NoDetails;
  E_FORMULA_CHARACTER: Received & { position: number };
  E_FORMULA_UNEXPECTED: Received & { position: number };
  E_FORMULA_END: { position: number };
  E_FORMULA_FUNCTION: Received;
  E_FORMULA_OPERANDS: Received & { position: number };
  E_FORMULA_SIZE: NoDetails;
  E_FORMULA_NAME: Received & { suggestion: Nearest; chain: string };
  E_FORMULA_CYCLE: { chain: string };
  /** `most`: measures that a formula, and those it rests on, may name. */
  E_FORMULA_REACH: { most: number };
  W_FORMULA_HUNDRED: NoDetails;
  W_FORMULA_AND_VALUES: OfMeasure;
}

/** What reading tabs and rows can find. */
export interface TabIssues {
  E_TAB_MISSING: { missing: TabNames };
  W_TAB_TWICE: { other: string };
  E_HEADER: { columns: ColumnNames };
  E_ACROSS_MEASURE: NoDetails;
  E_COLUMN_TWICE: InColumn & { other: string };
  I_LINES_PASSED: Received;
  E_UNDATED: InColumn;
  W_UNDATED_ROWS: InColumn;
  E_FILTER_COLUMN: { tab: string; received: string; suggestion: Nearest };
  W_FILTER_EMPTY: Received & { tab: string; column: string; values: string };
  SOURCE_LOADING: Received;
  /** `first`: where the first of them was found. */
  I_MORE: { count: number; first: string };
  W_NAME_TWICE: Received & { other: string };
  W_SETTING: Received & { suggestion: Nearest };
  W_SETTING_TWICE: Received;
  E_THRESHOLDS: { onCourse: number; atRisk: number };
  E_PERIOD_ORDER: { start: OnDay; end: OnDay };
  E_PERIODS_OVERLAP: Received & { other: string };
  E_NO_TARGET: OfKpi;
  E_RANGE: OfKpi;
  E_TOLERANCE: Received;
  E_WEIGHT: Received;
  W_KIND_AGGREGATION: OfMeasure & { aggregation: ChoiceName };
  E_OUTCOME_TRACK: Received;
  E_GOAL_CYCLE: { chain: string };
  E_FOLLOWS_CYCLE: { chain: string };
  E_FILTER: Received;
  E_SOURCE_TAB: Received;
  E_SOURCE_COLUMN: { tab: string; received: string | ColumnNames; values: string };
  E_SOURCE_ROW: { tab: string; received: string; values: string };
  W_MEASURE_UNKNOWN: Received & { suggestion: Nearest; count: number };
  W_CHANNEL_UNKNOWN: OfKpi & { channel: string; suggestion: Nearest };
  W_TARGET_REASON: NoDetails;
}

/** What the figures show, and what evaluation finds about a KPI or a goal. */
export interface FigureIssues {
  I_CADENCE: OfMeasure & { cadence: Rhythm };
  I_ONE_VALUE: OfMeasure & { cadence: Rhythm };
  /** `step` in days. */
  E_STEP: OfMeasure & { step: number };
  E_MIXED_PERIODS: OfMeasure & { usual: ChoiceName; own: ChoiceName };
  W_COUNT_REPEATED: OfMeasure & Received;
  E_REPEATED_ROWS: OfMeasure & { count: number; other: string; sum: Amount };
  E_REPEATED_TAB: OfMeasure & { count: number; other: string; sum: Amount };
  E_TWICE_IN_PERIOD: OfMeasure & { date: OnDay; one: Amount; other: Amount; sum: Amount };
  W_TWICE_IN_PERIOD: OfMeasure & { date: OnDay; one: Amount; other: Amount; sum: Amount };
  W_REPEATED_ROWS: OfMeasure & { count: number; other: string; sum: Amount };
  W_THOUSANDS_LOST: OfMeasure & Received & { meant: Typed; count: number };
  E_RUNNING_TOTAL: OfMeasure & { sum: Amount; last: Amount };
  E_RUNNING_YEARS: OfMeasure & { sum: Amount; last: Amount };
  W_RUNNING_TOTAL: OfMeasure & { sum: Amount; last: Amount };
  W_RUNNING_YEARS: OfMeasure & { sum: Amount; last: Amount };
  W_RUNNING_IN_DAY: OfMeasure & { sum: Amount; last: Amount };
  /** `meant`: the target in units of `scale`, as the figures are. */
  E_SCALED: OfMeasure & OfKpi & { received: string; scale: number; target: Amount; meant: Amount };
  W_DUPLICATE: OfMeasure & { date: OnDay };
  W_COUNT_VALUE: OfMeasure & Received;
  W_PERCENT_SCALE: Received & InColumn & { percent: Typed; share: Typed };
  W_PERCENT_ADDED: OfMeasure & { one: Amount; other: Amount; sum: Amount };
  /** `before`: the date to type instead. */
  W_FIRST_OF_NEXT: OfMeasure & { date: OnDay; before: OnDay };
  W_UNIQUE_ADDED: OfMeasure & { cadence: ChoiceName };
  W_PERCENT_SHOWN: OfMeasure & Received & { typed: Typed };
  W_TOTAL_LINE: OfMeasure & { received: string; amount: Amount };
  W_DATE_ORDERS: Received & InColumn & { other: string; otherCell: string };
  W_DURATION_UNIT: OfMeasure & { unit: UnitKind };
  W_TOTAL_AND_CHANNELS: OfMeasure & { date: OnDay };
  W_FUTURE_VALUE: OfMeasure & { date: OnDay };
  I_AFTER_JUDGED_DAY: OfKpi & { judgedDate: OnDay; date: OnDay };
  E_DIR: OfKpi & { why: DirectionWhy; fix: DirectionFix };
  E_TARGET: OfKpi & { target: Amount; growthTarget: Amount };
  E_GROWTH_BASE: OfKpi;
  W_GROWTH_NEGATIVE: OfKpi & { reference: Amount; target: Amount };
  W_BASELINE_FIRST_VALUE: OfKpi & { value: Amount; date: OnDay };
  I_AT_LEAST_TOTAL: OfKpi;
  I_PLANNED_LOSS: OfKpi & { loss: Amount };
  E_TARGET_SUM: OfKpi & { target: Amount; sum: Amount };
  E_TARGET_GAP: OfKpi & { gaps: Ranges };
  W_TARGET_GAP: OfKpi & { gaps: Ranges };
  E_TARGET_OVERLAP: OfKpi & { other: string };
  W_TARGET_UNUSED: OfKpi;
  W_CLOSED_RULE: OfKpi;
  /** `periods`: that of the first of them. */
  W_TARGET_OUTSIDE: OfKpi & { start: OnDay; due: OnDay; count: number; periods: Ranges };
  W_TARGET_PERIOD: OfKpi & { every: ChoiceName; count: number; periods: Ranges };
  W_STOPS_PER_PERIOD: OfKpi;
  /** `usual`: what one interval brings. */
  W_TARGET_EVERY: OfKpi & { target: Amount; usual: Amount; cadence: ChoiceName };
  W_TARGET_DAILY: OfKpi & { target: Amount; usual: Amount; cadence: ChoiceName };
  /** `usual`: what one interval has. */
  E_LEVEL_OR_AMOUNT: OfKpi & OfMeasure & { target: Amount; usual: Amount; cadence: ChoiceName };
  W_TARGETS_SO_FAR: OfKpi & { sum: Amount; last: Amount; actual: Amount };
  E_BELOW_ZERO: OfKpi & OfMeasure & { target: Amount };
  W_BELOW_ZERO: OfKpi & OfMeasure & { target: Amount };
  E_PERCENT_SCALES: OfKpi & OfMeasure & { target: Amount; last: Amount };
  REFERENCE_INCOMPLETE: OfKpi;
  UNREADABLE: OfKpi & { count: number };
  W_CUT_INTERVAL: OfKpi & { date: OnDay; days: number; of: number; share: Share };
  E_FORMULA_LONG: OfKpi & OfMeasure & { most: number };
  E_FORMULA_MIX: OfKpi & OfMeasure & { total: string; other: string };
  E_UNIQUE_PERIOD: OfKpi & OfMeasure;
  E_PERCENT_SUM: OfKpi & OfMeasure;
  E_CAL: OfKpi;
  W_CHANNEL_OLD: OfKpi & { channel: string; date: OnDay };
  E_CHANNELS: OfKpi;
  I_BLANK_CHANNEL: OfMeasure & BesideChannels;
  E_TOTAL_CHANNEL: OfMeasure & BesideChannels & { channel: string };
  INCOMPLETE: OfKpi & { missing: number; intervals: number };
  E_MILESTONE_END: OfKpi & { value: Amount; target: Amount };
  E_MILESTONE_TWICE: OfKpi & { date: OnDay };
  E_MILESTONE_OUTSIDE: OfKpi & { date: OnDay; start: OnDay; due: OnDay };
  W_MILESTONE_ORDER: OfKpi;
  W_SEASON: OfKpi & { lastYearShare: Share; share: Share };
  W_FUTURE: OfKpi & { date: OnDay };
  W_WEIGHT: { goal: string; weight: number };
  W_ROUTE: OfKpi & { goal: string; target: Amount; plan: Amount };
  W_ADD_UP: { goal: string; sum: IssueDetail; shortfall: IssueDetail; needed: IssueDetail };
  GOALPOST: OfKpi;
  CEILING_PASSED: OfKpi & { target: Amount };
}

type OfGoal = { readonly goal: string };

/** How KPIs and goals could be described better (calculations.md §20). */
export interface SmartIssues {
  I_SMART_TWO: OfKpi;
  I_SMART_UNIT: OfKpi & OfMeasure;
  I_SMART_OWNER: OfKpi;
  I_SMART_GOAL: OfKpi;
  I_SMART_NO_VALUES: OfKpi & OfMeasure;
  I_SMART_HOW: OfKpi & OfMeasure;
  /** What the target asks of an interval, and the best one so far. */
  I_SMART_AMBITIOUS: OfKpi & { asked: Amount; best: Amount };
  I_SMART_EASY: OfKpi;
  I_SMART_CONTRIBUTION: OfKpi & OfGoal;
  /** `date`: of the KPI; `bound`: of the goal. */
  I_SMART_HORIZON: OfKpi & OfGoal & { date: OnDay; bound: OnDay };
  I_SMART_STOPS: OfKpi;
  I_SMART_STRATEGY: OfGoal;
  I_SMART_KPI_COUNT: OfGoal & { count: number };
  I_SMART_LEADING: OfGoal;
  I_SMART_ONE_STAGE: OfGoal & { stage: string };
}

/** What was to be done and is not (calculations.md §21), and how what was foretold turned out (§22). */
export interface ActionIssues {
  W_ACTION_OVERDUE: { action: string; date: OnDay };
  /** `date`: from when it is due. */
  I_CHECK_IN: OfKpi & { date: OnDay };
  /** `chance`: the mean of those that were given. */
  I_FORETOLD: { days: number; count: number; within: number; chance: Share; reached: number };
  I_FORETOLD_FEW: { days: number; count: number; least: number };
}

/** Every finding by its code, with the values that its sentences need. */
interface DetailsOfCode extends CellIssues, TabIssues, FigureIssues, SmartIssues, ActionIssues {}

export type IssueCode = keyof DetailsOfCode;

export type IssueDetails<Code extends IssueCode = IssueCode> = DetailsOfCode[Code];
