import { ABSENCE, ACTUALS } from './examples-of-figures.ts';
import { COURSES, JUDGEMENTS } from './examples-of-judgements.ts';
import { PERIODIC } from './examples-of-periods.ts';
import { PERIODS, STOPS } from './examples-of-plans.ts';
import type { WorkedExample } from './worked-examples.ts';

/** Definitions by hand that calculations.md gives no example of. */
export const EXAMPLES_BY_HAND: readonly WorkedExample[] = [
  ...STOPS,
  ...PERIODS,
  ...ABSENCE,
  ...ACTUALS,
  ...PERIODIC,
  ...JUDGEMENTS,
  ...COURSES,
];
