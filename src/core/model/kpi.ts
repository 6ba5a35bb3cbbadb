import { CHOICES, type ChoiceCode } from '../layout/choices.ts';
import type { CellPlace } from './a1-notation.ts';
import type { Day } from './calendar-date.ts';
import type { IssueCode } from './issue-details.ts';

export const KPI_TYPES = [
  'reach',
  'at_least',
  'at_most',
  'ceiling',
  'range',
  'done',
  'track',
] as const;
export type KpiType = (typeof KPI_TYPES)[number];

/** +1 higher is better, −1 lower is better. */
export type Direction = 1 | -1;

export type KpiKind = ChoiceCode<'kind'>;

export type PlanShape = ChoiceCode<'plan_shape'>;

/** How the days of the period weigh in the plan. */
export type DayWeights =
  | { kind: 'every_day' }
  | { kind: 'calendar'; calendarName: string }
  | { kind: 'last_year' };

/** The target counts anew each such period. */
export type EveryPeriod = ChoiceCode<'every'>;

/** How a closed threshold KPI is judged. `share`: this share of its intervals met the threshold. */
export type ClosedRule =
  | { kind: 'whole_period' }
  | { kind: 'every' }
  | { kind: 'share'; share: number };

/** Those that can be chosen, and the one that Koers prefers where there is enough to go by. */
export const FORECAST_METHODS = [...CHOICES.forecast_method, 'trend_season'] as const;
export type ForecastMethod = (typeof FORECAST_METHODS)[number];

/** A target on a measure, over a period, perhaps for one channel: what a person typed, read. */
export interface Kpi {
  id: string;
  name: string;
  /** Position in the workbook, from 0. */
  order: number;
  goalId: string | null;
  kind: KpiKind;
  /** By its Kind. Evaluation may treat it as another one: "at least" on a total is a reach. */
  type: KpiType;
  /** By its Kind or by the measure's Better when; null where the target decides. */
  declaredDirection: Direction | null;
  measureId: string;
  /** Null: the measure as a whole. */
  channel: string | null;
  /** S, first day. */
  start: Day;
  /** E, last day. */
  due: Day;
  /** Null: one target over S..E. */
  every: EveryPeriod | null;
  /** The cell "Last time". */
  lastTime: number | null;
  target: number | null;
  /** A share: 0.10 is +10%. */
  growth: number | null;
  low: number | null;
  high: number | null;
  /** In the unit. */
  tolerance: number | null;
  /** Null when blank. */
  weight: number | null;
  isCritical: boolean;
  isLeading: boolean;
  stage: string;
  /** How it helps its goal, in a sentence. */
  contribution: string;
  /** Its name joins two things: revenue and orders. */
  isTwoInOne: boolean;
  state: ChoiceCode<'state'>;
  planShape: PlanShape;
  /** What the milestones of a total say: reached by then, or to bring in since the one before; null: not said. */
  stopsAre: ChoiceCode<'stops_are'> | null;
  dayWeights: DayWeights;
  reached: ChoiceCode<'reached_rule'> | null;
  closedRule: ClosedRule;
  forecastMethod: ForecastMethod | null;
  onCourseFrom: number | null;
  atRiskFrom: number | null;
  warnDays: number | null;
  /** The stated denominator of attainment where the target is 0. */
  scale: number | null;
  followsKpiId: string | null;
  owner: string;
  note: string;
  /** Its name cell. */
  place: CellPlace;
  /** Codes of the intake errors that leave it without a result; empty for a whole KPI. */
  errors: readonly IssueCode[];
}
