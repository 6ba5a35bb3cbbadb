import type { ForecastMethod } from '../../model/kpi.ts';
import type { ReasonCode } from '../../model/quantity.ts';

/** An 80 % band and the standard deviation it comes from. */
export interface PathBand {
  low: number;
  high: number;
  deviation: number;
}

/** A forecast from the judged day to the due date, an interval of weight > 0 a step. */
export interface ForecastPath {
  /** Null when there is none; the reason says why. */
  method: ForecastMethod | null;
  reason: ReasonCode | null;
  /** F at the due date. */
  value: number | null;
  stepsLeft: number;
  valueAfter: (steps: number) => number | null;
  /** Null without a band. */
  bandAfter: (steps: number) => PathBand | null;
  /** Names of the events that bend F; absent when none does. */
  bentBy?: readonly string[];
}

export const noPath = (reason: ReasonCode, method: ForecastMethod | null = null): ForecastPath => ({
  method,
  reason,
  value: null,
  stepsLeft: 0,
  valueAfter: () => null,
  bandAfter: () => null,
});
