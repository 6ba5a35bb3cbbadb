import type { Day } from './calendar-date.ts';
import type { Unit } from './measure.ts';

/** What a person typed, as it is typed: never rounded, never with a separator of thousands. */
type Typed = { readonly typed: number };
type OnDay = { readonly day: Day };
type Share = { readonly share: number };
type Amount = { readonly amount: number; readonly unit: Unit };

/**
 * A value of a finding, and with it how it is told: a text as it stands, a number as in any
 * sentence, a day, a share as a percentage, a difference of two in points, an amount in the unit
 * of its measure.
 */
export type IssueDetail =
  | string
  | number
  | Typed
  | OnDay
  | Share
  | { readonly points: number }
  | Amount;

type Received = { readonly received: string | Typed };
type InColumn = { readonly column: string };
type OfKpi = { readonly kpi: string };
type OfMeasure = { readonly measure: string };
type NoDetails = Readonly<Record<never, never>>;

/** What can be wrong with one cell, a formula included. `column` is its header. */
export interface CellIssues {
  E_BLANK: InColumn;
  E_NUMBER: Received & InColumn;
  E_NUMBER_AMBIGUOUS: Received & InColumn;
  E_BECAME_DATE: Received & InColumn;
  E_BOUNDS: Received & InColumn & { low: Typed; high: Typed };
  E_DATE: Received & InColumn;
  E_DATE_AMBIGUOUS: Received & InColumn;
  E_CHOICE: Received & InColumn & { expectedEn: string; expectedNl: string };
  E_YES_NO: Received & InColumn;
  E_CELL_ERROR: Received & InColumn;
  E_UNIT: Received;
  E_EMAIL: Received;
  E_REFERENCE: Received & InColumn & { suggestion: string; tabEn: string; tabNl: string };
  E_REFERENCE_AMBIGUOUS: Received & InColumn;
  E_REFERENCE_BROKEN: Received & InColumn;
  E_ID: Received;
  E_ID_TWICE: Received & { other: string };
  E_FORMULA_EQUALS: NoDetails;
  E_FORMULA_CHARACTER: Received & { position: number };
  E_FORMULA_UNEXPECTED: Received & { position: number };
  E_FORMULA_END: { position: number };
  E_FORMULA_FUNCTION: Received;
  E_FORMULA_OPERANDS: Received & { position: number };
  E_FORMULA_SIZE: NoDetails;
  E_FORMULA_NAME: Received & { suggestion: string; chain: string };
  E_FORMULA_CYCLE: { chain: string };
  W_FORMULA_HUNDRED: NoDetails;
  W_FORMULA_AND_VALUES: OfMeasure;
}

/** What reading tabs and rows can find. */
export interface TabIssues {
  E_TAB_MISSING: { tabEn: string; tabNl: string };
  W_TAB_TWICE: { other: string };
  E_HEADER: { columnsEn: string; columnsNl: string };
  W_COLUMN_TWICE: InColumn;
  SOURCE_LOADING: Received;
  I_MORE: { count: number; code: string };
  W_NAME_TWICE: Received & { other: string };
  W_SETTING: Received & { suggestion: string };
  W_SETTING_TWICE: Received;
  E_THRESHOLDS: { onCourse: number; atRisk: number };
  E_PERIOD_ORDER: { start: OnDay; end: OnDay };
  E_PERIODS_OVERLAP: Received & { other: string };
  E_NO_TARGET: OfKpi;
  E_RANGE: OfKpi;
  E_TOLERANCE: Received;
  E_WEIGHT: Received;
  W_KIND_AGGREGATION: OfMeasure & { aggregationEn: string; aggregationNl: string };
  E_OUTCOME_TRACK: Received;
  E_GOAL_CYCLE: { chain: string };
  E_FOLLOWS_CYCLE: { chain: string };
  E_FILTER: Received;
  E_SOURCE_TAB: Received;
  E_SOURCE_COLUMN: Received & { tab: string };
  W_MEASURE_UNKNOWN: Received & { suggestion: string; count: number };
  W_CHANNEL_UNKNOWN: OfKpi & { channel: string; suggestion: string };
  W_TARGET_REASON: NoDetails;
}

/** What the figures show, and what evaluation finds about a KPI or a goal. */
export interface FigureIssues {
  I_CADENCE: OfMeasure & { cadenceEn: string; cadenceNl: string };
  W_DUPLICATE: OfMeasure & { date: OnDay };
  W_COUNT_VALUE: OfMeasure & Received;
  W_PERCENT_SCALE: Received & InColumn & { percent: Typed; share: Typed };
  /** `before`: the date to type instead. */
  W_FIRST_OF_NEXT: OfMeasure & { date: OnDay; before: string };
  W_UNIQUE_ADDED: OfMeasure & { cadenceEn: string; cadenceNl: string };
  W_DURATION_UNIT: OfMeasure & { unitEn: string; unitNl: string };
  W_TOTAL_AND_CHANNELS: OfMeasure & { date: OnDay };
  W_FUTURE_VALUE: OfMeasure & { date: OnDay };
  I_AFTER_JUDGED_DAY: OfKpi & { judgedDate: OnDay; date: OnDay };
  E_DIR: OfKpi;
  E_TARGET: OfKpi & { target: Amount; growthTarget: Amount };
  E_GROWTH_BASE: OfKpi;
  W_GROWTH_NEGATIVE: OfKpi & { reference: Amount; target: Amount };
  W_BASELINE_FIRST_VALUE: OfKpi & { value: Amount; date: OnDay };
  I_AT_LEAST_TOTAL: OfKpi;
  W_CUT_INTERVAL: OfKpi & { date: OnDay };
  E_CAL: OfKpi;
  W_CHANNEL_OLD: OfKpi & { channel: string; date: OnDay };
  E_CHANNELS: OfKpi;
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

/** Every finding by its code, with the values that its sentences need. */
interface DetailsOfCode extends CellIssues, TabIssues, FigureIssues {}

export type IssueCode = keyof DetailsOfCode;

export type IssueDetails<Code extends IssueCode = IssueCode> = DetailsOfCode[Code];
