import type { Day } from '../core/model/calendar-date.ts';
import type { FigureUnit } from './figures.ts';
import type { ShownStatus } from './statuses.ts';

/** A stopover: what is planned, and what came or will come of it. */
export interface Stop {
  /** '' where nobody named it. */
  readonly name: string;
  readonly due: Day;
  /** When it was reached, or at this pace will be; null where that cannot be said. */
  readonly expected: Day | null;
  readonly status: ShownStatus | null;
  /** What is to be reached there; null where only the day is known. */
  readonly value: number | null;
}

/** A goal or KPI on its way. */
export interface Lane {
  readonly name: string;
  readonly status: ShownStatus | null;
  readonly start: Day | null;
  readonly due: Day | null;
  /** The day on which it arrives at this pace; null where that cannot be said. */
  readonly arrival: Day | null;
  /** 0 … 1 and beyond. */
  readonly progress: number | null;
  /** Days between today and the day whose plan is met; positive is behind. */
  readonly daysBehind: number | null;
  readonly stops: readonly Stop[];
}

export interface Route {
  readonly today: Day | null;
  readonly lanes: readonly Lane[];
}

/** One KPI from interval to interval. Null is absent, never 0. */
export interface CoursePoint {
  /** The last day of the interval: to there the figures count. */
  readonly day: Day;
  readonly plan: number | null;
  readonly actual: number | null;
  readonly forecast: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface CourseEvent {
  readonly day: Day;
  /** Its last day. */
  readonly end: Day;
  readonly label: string;
}

export interface Course {
  readonly name: string;
  readonly status: ShownStatus | null;
  readonly unit: FigureUnit;
  readonly isLowerBetter: boolean;
  readonly today: Day | null;
  /** The first day of the first interval. */
  readonly start: Day;
  readonly points: readonly CoursePoint[];
  readonly stops: readonly Stop[];
  readonly events: readonly CourseEvent[];
  /** How many KPIs there were to choose from; the others are not drawn. */
  readonly kpiCount: number;
}
