import type { CheckInput } from './check-input.ts';
import { checkDates, checkTotalsAndChannels } from './date-checks.ts';
import { checkDuplicates } from './duplicate-check.ts';
import {
  checkCountValues,
  checkDurationUnits,
  checkPercentScale,
  checkUniqueCounts,
} from './value-checks.ts';

/** The data mistakes that only show when cells are seen together. */
const CHECKS: readonly ((input: CheckInput) => void)[] = [
  checkPercentScale,
  checkCountValues,
  checkDurationUnits,
  checkUniqueCounts,
  checkDuplicates,
  checkTotalsAndChannels,
  checkDates,
];

export function crossCheck(input: CheckInput): void {
  for (const check of CHECKS) check(input);
}
