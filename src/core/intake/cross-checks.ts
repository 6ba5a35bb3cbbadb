import type { CheckInput } from './checks/check-input.ts';
import { checkDates, checkTotalsAndChannels } from './checks/date-checks.ts';
import { checkDuplicates } from './checks/duplicate-check.ts';
import {
  checkCountValues,
  checkDurationUnits,
  checkPercentScale,
  checkUniqueCounts,
} from './checks/value-checks.ts';

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
