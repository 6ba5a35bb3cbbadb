import type { ShownStatus } from './statuses.ts';

/** How a goal or KPI goes, on one dial. Null is absent, never 0. */
export interface Meter {
  readonly name: string;
  readonly status: ShownStatus | null;
  /** 0 … 1.5 with the edges of the colours at 0.80 and 0.95, whatever its kind. */
  readonly needle: number | null;
  /** What stands where it should: 1 is exactly on plan. */
  readonly pace: number | null;
  /** Share of the way, 0 … 1 and beyond. */
  readonly progress: number | null;
  /** Share of the time that is over, 0 … 1. */
  readonly elapsed: number | null;
  /** What is left over what is needed: 1 is just enough. */
  readonly fuel: number | null;
}
