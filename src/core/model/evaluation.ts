import type { Day } from './calendar-date.ts';
import type { Issue } from './issue.ts';
import type { Direction, ForecastMethod, KpiType } from './kpi.ts';
import type { Cadence, DayRange } from './period.ts';
import type { Quantity, ReasonCode } from './quantity.ts';
import type { HistoryRow } from './record.ts';
import type { MilestoneStatusCode, StatusCode } from './status.ts';

/** calculations.md §1: everything follows from which of the three a measure is. */
export type MeasureFamily = 'total' | 'level' | 'average';

/** How a value is held against what is asked. */
export type JudgedAs = 'way' | 'threshold' | 'ceiling' | 'corridor' | 'range' | 'done' | 'track';

export type KpiFlag = 'INCOMPLETE' | 'UNREADABLE' | 'CEILING_PASSED' | 'GOALPOST';

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
  /** Positions in the what-if of the changes that concern it. */
  supposed: readonly number[];
}

export interface MilestoneEvaluation {
  /** Null for the due date itself, the last stopover. */
  milestoneId: string | null;
  stop: string;
  kpiId: string;
  /** As it was typed. */
  day: Day;
  /** Null for one that follows the rule of done. */
  value: number | null;
  status: MilestoneStatusCode;
  reachedDay: Day | null;
  etaDay: Day | null;
  /** Positive is late; against the end of its interval where the measure is coarser than a day. */
  daysLate: Quantity;
  valueToGo: Quantity;
  /** Per weighted day, from the judged day to the stopover. */
  requiredSpeed: Quantity;
  legProgress: Quantity;
  isNext: boolean;
  /** Position among the KPI's stopovers, from 0. */
  order: number;
}

/** One number an interval; null where there is none, for the reason its column states. */
export type Numbers = ReadonlyArray<number | null>;

/**
 * The period of a KPI interval by interval, a column for everything that is known of one: what
 * stands at the same position belongs together. Plain lists, because three years of days are a
 * thousand intervals of every KPI.
 */
export interface Timeline {
  /** Of each interval of the cadence, cut to the period of the KPI. */
  readonly start: readonly Day[];
  readonly end: readonly Day[];
  readonly label: readonly string[];
  /** Closed, with a value. */
  readonly isComplete: readonly boolean[];
  /** Runs today, or cut by the start or the due date. */
  readonly isPartial: readonly boolean[];
  readonly isFuture: readonly boolean[];
  /** Of the interval alone; null without data. */
  readonly actual: Numbers;
  /** From the start to the end of the interval; for a level the level itself. Null after A. */
  readonly actualToDate: Numbers;
  /** A total's part of the plan in the interval; else P(end). Null without a target or a start. */
  readonly plan: Numbers;
  readonly planToDate: Numbers;
  /** Null where the type has none. */
  readonly target: Numbers;
  readonly rangeLow: Numbers;
  readonly rangeHigh: Numbers;
  /** From A on; null before it, and where the KPI's own forecast is. */
  readonly forecastToDate: Numbers;
  readonly forecastLow: Numbers;
  readonly forecastHigh: Numbers;
  readonly probabilityToDate: Numbers;
  /** Of the interval that pairs with it; null without history. */
  readonly lastYear: Numbers;
  readonly lastYearToDate: Numbers;
  /** Actual of the interval before. */
  readonly previous: Numbers;
  /** As a share; null unless both intervals are complete and whole, and where it was 0. */
  readonly changeOnPrevious: Numbers;
  /** Null unless the interval is complete and whole. */
  readonly differenceOnLastYear: Numbers;
  /** The same as a share; null also where it was 0. */
  readonly changeOnLastYear: Numbers;
  /** Names of stopovers in the interval. */
  readonly milestoneLabels: ReadonlyArray<readonly string[]>;
  /** Of the last of them that has one. */
  readonly milestoneValue: Numbers;
  readonly eventLabels: ReadonlyArray<readonly string[]>;
  /** As judged at the end of the interval; null without a value, and where the plan says nothing. */
  readonly paceIndex: Numbers;
  /** Null where nothing was judged. */
  readonly status: ReadonlyArray<StatusCode | null>;
  /** Limits of calculations.md §14 and what they are about; null where there are none. */
  readonly signalValue: Numbers;
  readonly centreLine: Numbers;
  readonly lowerLimit: Numbers;
  readonly upperLimit: Numbers;
  /**
   * What adds up over intervals where values do not: Σ numerators ÷ Σ denominators is a mean, or a
   * ratio of totals, over all of them. Null where values add up as they are, or not at all.
   */
  readonly parts: { readonly numerator: Numbers; readonly denominator: Numbers } | null;
  /** The value stored when the interval was closed, when it differs from what is known now. */
  readonly restatedFrom: Numbers;
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
  /** From this day on nothing was left; null while something is, and without a row. */
  ranOutDay: Day | null;
  /** Newest row that counted. */
  day: Day | null;
}

/** One way to close the gap between forecast and target. */
export interface Opportunity {
  /** By what share this alone must change from now on: +0.14 is 14 % more. */
  change: number;
  /** Part of the gap that it closes: 1 is all of it. */
  closes: number;
  /** 1 closes most of the gap for the least change. */
  rank: number;
}

/** The ways that each close the whole gap, best first, at most three. */
export interface WayOut {
  /** Not to pass a ceiling, instead of to reach a target. */
  isCeiling: boolean;
  /** Of a driver or a channel: by what share it must change from now on. */
  ways: ReadonlyArray<{ name: string; change: number }>;
  /** All drivers alike; null when there is but one, or when channels are the ways. */
  together: { count: number; change: number } | null;
}

/** A channel of a KPI in the first intervals of its timeline, up to the judged day. */
export interface ChannelEvaluation {
  channel: string;
  /** The part of the total that no channel explains. */
  isRemainder: boolean;
  /** The values of the channels are parts of the KPI's own. */
  isPart: boolean;
  /** Null when it is no way to close the gap. */
  opportunity: Opportunity | null;
  /** Null without data. */
  actual: Numbers;
  actualToDate: Numbers;
  /** Its part of the plan; null without a plan, or proportions to divide it in. */
  planToDate: Numbers;
  /** As a share; null where the timeline's own is. */
  changeOnPrevious: Numbers;
  /** Null where it is no part, without data, and where the whole is 0. */
  shareOfKpi: Numbers;
  shareOfGap: Numbers;
  /** What was used in the interval in the workbook's currency; null without a row of it. */
  cost: Numbers;
  costPerUnit: Numbers;
}

/** What was published before, on the day that the report compares with, and what changed since. */
export interface Comparison {
  before: HistoryRow;
  /** Difference of the scores of the statuses; null unless both were judged. */
  statusChange: number | null;
  /** Null unless both are known. */
  progressChange: number | null;
  paceChange: number | null;
  forecastChange: number | null;
}

/** Targets are versions; version 1 is always shown beside the current one. */
interface VersionOne {
  target: Quantity;
  progress: Quantity;
  status: StatusCode | null;
}

/** An interval by itself, outside the timeline. */
interface NamedInterval extends DayRange {
  readonly label: string;
  readonly value: number;
}

export interface KpiEvaluation {
  kpiId: string;
  /** In its goal, a blank one filled (calculations.md §11). */
  weight: number;
  /** As treated: "at least" on a total is a reach, "at most" on a total a ceiling. */
  type: KpiType;
  /** What kind of judgement that comes to: a reach whose target is where it started is a threshold. */
  judgedAs: JudgedAs;
  family: MeasureFamily | null;
  direction: Direction | null;
  cadence: Cadence;
  status: StatusCode;
  /** Before the outlook moved it; the same where nothing did. */
  statusByPlan: StatusCode;
  /** Why there is no colour, or what is special about it. */
  reason: ReasonCode | null;
  flags: readonly KpiFlag[];
  /** Closed intervals with a cell that could not be read. */
  unreadableCount: number;
  isClosed: boolean;
  /** How many intervals met what is asked of each, of those with a value; null where the whole decides. */
  intervalsMet: { met: number; judged: number } | null;
  /** Of Every: how many periods that are over were met, of how many that could be judged; null without. */
  periodsMet: number | null;
  periodsJudged: number | null;
  start: Day;
  due: Day;
  /** Of Every the end of the period that it is judged by; else the due date. */
  periodDue: Day;
  /** A: the day the KPI is judged at. */
  judgedDay: Day | null;
  /** Newest day with a value, up to today. */
  dataThroughDay: Day | null;
  /** The newest value as it was typed, of a formula that of the newest interval that is over. */
  latestValue: Quantity;
  latestDay: Day | null;
  /** First result expected on this day, while too early for any. */
  firstResultDay: Day | null;
  actual: Quantity;
  target: Quantity;
  rangeLow: Quantity;
  rangeHigh: Quantity;
  baseline: Quantity;
  /** B_ref: last time, or the same period one year earlier. */
  reference: Quantity;
  /** Days that the reference is of; null when it was typed. */
  referencePeriod: DayRange | null;
  growthVsReference: Quantity;
  plan: Quantity;
  progress: Quantity;
  attainment: Quantity;
  gap: Quantity;
  gapShare: Quantity;
  /** How far the value is outside what is asked: above 0 too high, below 0 too low, 0 inside. */
  distanceOutside: Quantity;
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
  /** Worked out when it is first asked for. */
  timeline: Timeline;
  /** A closed interval has another value now than when it closed. */
  isRestated: boolean;
  channels: readonly ChannelEvaluation[];
  /** By the drivers of the goal that it decides, else by its channels; null when there is none. */
  wayOut: WayOut | null;
  fuel: readonly FuelEvaluation[];
  signal: Signal | null;
  override: StatusOverride | null;
  versionOne: VersionOne;
  /** Its interval that is the best of the measure's history; null when none is. */
  bestEver: NamedInterval | null;
  /** Null where the target is no way to go, and with too little history to tell. */
  ambition: Ambition | null;
  /** 0–1: how well the KPI is described (calculations.md §20). */
  smartScore: Quantity;
  /** Null for a KPI without a row in Actions. */
  checkIn: CheckIn | null;
  /** Thresholds in force: settings, or the KPI's own. */
  onCourseFrom: number;
  atRiskFrom: number;
  tolerance: Quantity;
  /** Null while nothing was kept so long ago. */
  comparison: Comparison | null;
  /** First day kept of the run of days with the status of now; null while nothing is kept. */
  statusSince: Day | null;
}

/** What an action did, as the figures show it. */
export interface ActionEffect {
  /** Per interval of the measure, in its unit; positive is up. */
  readonly measured: Quantity;
  /** Of the intervals since; null without limits. */
  readonly signal: Signal | null;
}

export interface ActionEvaluation {
  readonly actionId: string;
  readonly effect: ActionEffect;
  /** Planned, open or busy, or under way until a day to come. */
  readonly isToDo: boolean;
  /** Still to be done after its day. */
  readonly isOverdue: boolean;
}

/** When a KPI was looked at, and when it is to be again. */
export interface CheckIn {
  /** The check row of the newest one; null: none yet. */
  readonly actionId: string | null;
  readonly day: Day | null;
  /** From this day on one is due; null while none is. */
  readonly dueDay: Day | null;
  readonly isOverdue: boolean;
}

/** What a target asks of each interval, beside the best one there ever was (calculations.md §20). */
export interface Ambition {
  /** `ambitious`: beyond the best and three standard deviations; `too_easy`: met before half of the time. */
  readonly verdict: 'fits' | 'ambitious' | 'too_easy';
  /** Both in the unit and in the direction of the KPI: positive is towards the target. */
  readonly asked: number;
  readonly best: number;
}

export interface GoalEvaluation {
  goalId: string;
  status: StatusCode;
  /** Typed, else the earliest start and the latest due date of its KPIs; null without either. */
  start: Day | null;
  due: Day | null;
  /** Null for a goal without KPIs. */
  horizonYears: number | null;
  progress: Quantity;
  /** Since the day that the report compares with, weighed as now; null when nothing was kept. */
  progressChange: number | null;
  /** Weighted course: the goal's pace index, 0–1. */
  course: Quantity;
  meter: Quantity;
  judgedShare: Quantity;
  worstKpiId: string | null;
  /** A critical KPI that makes it off course, whatever the others do. */
  criticalKpiId: string | null;
  outcomeKpiId: string | null;
  kpiIds: readonly string[];
  subGoalIds: readonly string[];
  nextStop: { stop: string; day: Day; status: MilestoneStatusCode } | null;
  /** Of the resources that are for the goal as a whole. */
  fuel: readonly FuelEvaluation[];
  counts: Readonly<Record<StatusCode, number>>;
  /** Of the goals directly below it. */
  subGoalCounts: Readonly<Record<StatusCode, number>>;
}

/** What one driver contributed to a goal's gap, and what it must do. */
export interface DriverEvaluation {
  goalId: string;
  outcomeKpiId: string;
  /** The KPI on the factor, when there is one. */
  driverKpiId: string | null;
  driverMeasureId: string;
  /** Of the KPI, else of the measure. */
  name: string;
  order: number;
  against: 'plan' | 'last_year';
  /** In the unit of the outcome. */
  contribution: Quantity;
  contributionShare: Quantity;
  /** Factor − 1: +0.14 is 14% more from now on, this driver alone. */
  neededChangeAlone: Quantity;
  neededChangeTogether: Quantity;
  /** The same whatever it is held against; null when it is no way to close the gap. */
  opportunity: Opportunity | null;
}

export interface Evaluation {
  today: Day;
  kpis: readonly KpiEvaluation[];
  goals: readonly GoalEvaluation[];
  drivers: readonly DriverEvaluation[];
  /** In the order of the workspace. */
  actions: readonly ActionEvaluation[];
  /** Found while evaluating; intake has its own. */
  issues: readonly Issue[];
  /** How KPIs and goals could be described better; nothing of it is wrong. */
  advice: readonly Issue[];
}
