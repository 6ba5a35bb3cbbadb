import type { Day } from './calendar-date.ts';
import type { Issue } from './issue.ts';
import type { Direction, ForecastMethod, KpiType } from './kpi.ts';
import type { Cadence } from './period.ts';
import type { Quantity, ReasonCode } from './quantity.ts';
import type { MilestoneStatusCode, StatusCode } from './status.ts';

/** calculations.md §1: everything follows from which of the three a measure is. */
export type MeasureFamily = 'total' | 'level' | 'average';

export type KpiFlag = 'INCOMPLETE' | 'CEILING_PASSED' | 'GOALPOST';

/** The forecast of the value at the due date. */
export interface Forecast {
  /** Null when there is none; each quantity says why. */
  method: ForecastMethod | null;
  value: Quantity;
  /** 80 % band. */
  low: Quantity;
  high: Quantity;
  /** Chance, 0–1, that the target is reached. */
  probability: Quantity;
  /** Names of the events that bend it. */
  bentBy: readonly string[];
}

export interface MilestoneEvaluation {
  /** Null for the due date itself, the last stopover. */
  milestoneId: string | null;
  stop: string;
  kpiId: string;
  day: Day;
  /** Null for one that follows the rule of done. */
  value: number | null;
  status: MilestoneStatusCode;
  reachedDay: Day | null;
  etaDay: Day | null;
  /** Positive is late. */
  daysLate: Quantity;
  valueToGo: Quantity;
  /** Per weighted day, from the judged day to the stopover. */
  requiredSpeed: Quantity;
  legProgress: Quantity;
  isNext: boolean;
  /** Position among the KPI's stopovers, from 0. */
  order: number;
}

/** One interval of the cadence, cut to the period of the KPI. */
export interface IntervalEvaluation {
  start: Day;
  end: Day;
  label: string;
  /** Closed, with a value. */
  isComplete: boolean;
  /** Runs today, or cut by the start or the due date. */
  isPartial: boolean;
  isFuture: boolean;
  /** Of the interval alone. */
  actual: Quantity;
  /** From the start to the end of the interval; for a level the level itself. */
  actualToDate: Quantity;
  /** A total's part of the plan in the interval; else P(end). */
  plan: Quantity;
  planToDate: Quantity;
  target: Quantity;
  rangeLow: Quantity;
  rangeHigh: Quantity;
  forecastToDate: Quantity;
  forecastLow: Quantity;
  forecastHigh: Quantity;
  probabilityToDate: Quantity;
  lastYear: Quantity;
  lastYearToDate: Quantity;
  previous: Quantity;
  /** Names of stopovers in the interval. */
  milestoneLabels: readonly string[];
  milestoneValue: Quantity;
  eventLabels: readonly string[];
  /** As judged at the end of this interval; null where nothing was judged. */
  paceIndex: Quantity;
  status: StatusCode | null;
  signal: IntervalSignal | null;
  /**
   * Of the interval alone, what adds up over intervals where the value itself does not: Σ numerator
   * ÷ Σ denominator is a mean, or a ratio of totals, over all of them. Null for the rest.
   */
  parts: { readonly numerator: number; readonly denominator: number } | null;
  /** The value stored when the interval was closed, when it differs from what is known now. */
  restatedFrom: number | null;
}

/** Limits of calculations.md §14 at one point. */
export interface IntervalSignal {
  /** What the limits are about: the value itself, or its deviation from the seasonal plan. */
  value: number;
  centre: number;
  lower: number;
  upper: number;
  rule: SignalRule | null;
}

export type SignalRule = 'outside' | 'run_of_eight' | 'three_of_four';

/** Change or noise, at the latest point. */
export interface Signal {
  rule: SignalRule | null;
  isFavourable: boolean | null;
}

/** What a typed override says, beside the computed status. */
export interface StatusOverride {
  status: StatusCode;
  author: string;
  reason: string;
  until: Day;
}

export interface FuelEvaluation {
  resource: string;
  channel: string | null;
  unit: string;
  budget: Quantity;
  used: Quantity;
  left: Quantity;
  need: Quantity;
  index: Quantity;
  completionEstimate: Quantity;
  daysLeft: Quantity;
  /** left ÷ what the next stopover takes. */
  nextStopIndex: Quantity;
  status: 'enough' | 'short' | 'out_of_fuel' | 'reached' | 'unknown';
  /** Newest row that counted. */
  day: Day | null;
}

export interface ChannelEvaluation {
  channel: string;
  /** The part of the total that no channel explains. */
  isRemainder: boolean;
  intervals: ReadonlyArray<{
    start: Day;
    end: Day;
    label: string;
    actual: Quantity;
    actualToDate: Quantity;
    planToDate: Quantity;
    previous: Quantity;
    shareOfKpi: Quantity;
    shareOfGap: Quantity;
    cost: Quantity;
    costPerUnit: Quantity;
  }>;
}

/** Targets are versions; version 1 is always shown beside the current one. */
interface VersionOne {
  target: Quantity;
  progress: Quantity;
  status: StatusCode | null;
}

export interface KpiEvaluation {
  kpiId: string;
  /** As treated: "at least" on a total is a reach, "at most" on a total a ceiling. */
  type: KpiType;
  family: MeasureFamily | null;
  direction: Direction | null;
  cadence: Cadence;
  status: StatusCode;
  /** Why there is no colour, or what is special about it. */
  reason: ReasonCode | null;
  flags: readonly KpiFlag[];
  isClosed: boolean;
  start: Day;
  due: Day;
  /** A: the day the KPI is judged at. */
  judgedDay: Day | null;
  /** Newest day with a value, up to today. */
  dataThroughDay: Day | null;
  latestValue: Quantity;
  /** First result expected on this day, while too early for any. */
  firstResultDay: Day | null;
  actual: Quantity;
  target: Quantity;
  rangeLow: Quantity;
  rangeHigh: Quantity;
  baseline: Quantity;
  /** B_ref: last time, or the same period one year earlier. */
  reference: Quantity;
  /** ISO range of the reference, or '' when typed. */
  referencePeriod: string;
  growthVsReference: Quantity;
  plan: Quantity;
  progress: Quantity;
  attainment: Quantity;
  gap: Quantity;
  gapShare: Quantity;
  paceIndex: Quantity;
  daysBehind: Quantity;
  /** f = W(A)/W(E). */
  elapsed: Quantity;
  /** Share of the intervals so far that have a value. */
  coverage: Quantity;
  /** Average speed per weighted day. */
  speed: Quantity;
  recentSpeed: Quantity;
  requiredSpeed: Quantity;
  speedFactor: Quantity;
  /** Weighted days in one shown unit of speed: the mean interval of the cadence, or 1 per working day. */
  daysPerSpeedUnit: number;
  isSpeedPerWorkingDay: boolean;
  /** The day the target was reached, by the rule touch or at the end. */
  reachedDay: Day | null;
  etaDay: Day | null;
  etaReason: ReasonCode | null;
  daysLate: Quantity;
  /** Civil days from the judged day, or today when there is none, to the due date; never negative. */
  daysLeft: Quantity;
  forecast: Forecast;
  meter: Quantity;
  /** 0–1, for the roll-up of calculations.md §11. */
  course: Quantity;
  score: Quantity;
  milestones: readonly MilestoneEvaluation[];
  timeline: readonly IntervalEvaluation[];
  channels: readonly ChannelEvaluation[];
  fuel: readonly FuelEvaluation[];
  signal: Signal | null;
  override: StatusOverride | null;
  versionOne: VersionOne;
  /** First day of its interval that is the best of the measure's history; null when none is. */
  bestEver: Day | null;
  /** Thresholds in force: settings, or the KPI's own. */
  onCourseFrom: number;
  atRiskFrom: number;
  tolerance: Quantity;
}

export interface GoalEvaluation {
  goalId: string;
  status: StatusCode;
  /** Null for a goal without KPIs. */
  horizonYears: number | null;
  progress: Quantity;
  /** Weighted course: the goal's pace index, 0–1. */
  course: Quantity;
  meter: Quantity;
  judgedShare: Quantity;
  worstKpiId: string | null;
  outcomeKpiId: string | null;
  kpiIds: readonly string[];
  subGoalIds: readonly string[];
  nextStop: { stop: string; day: Day; status: MilestoneStatusCode } | null;
  /** Of the resources that are for the goal as a whole. */
  fuel: readonly FuelEvaluation[];
  counts: Readonly<Record<StatusCode, number>>;
}

/** What one driver contributed to a goal's gap, and what it must do. */
export interface DriverEvaluation {
  goalId: string;
  outcomeKpiId: string;
  /** The KPI on the factor, when there is one. */
  driverKpiId: string | null;
  driverMeasureId: string;
  order: number;
  against: 'plan' | 'last_year';
  /** In the unit of the outcome. */
  contribution: Quantity;
  contributionShare: Quantity;
  /** Factor − 1: +0.14 is 14 % more from now on, this driver alone. */
  neededChangeAlone: Quantity;
  neededChangeTogether: Quantity;
}

export interface Evaluation {
  today: Day;
  kpis: readonly KpiEvaluation[];
  goals: readonly GoalEvaluation[];
  drivers: readonly DriverEvaluation[];
  /** Found while evaluating; intake has its own. */
  issues: readonly Issue[];
}
