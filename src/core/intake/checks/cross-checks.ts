import type { CheckInput } from './check-input.ts';
import { DATE_CHECKS } from './date-checks.ts';
import { checkDuplicates } from './duplicate-check.ts';
import { IMPORT_CHECKS } from './import-checks.ts';
import { checkRunningTotals } from './running-totals.ts';
import { checkScales } from './scale-check.ts';
import { VALUE_CHECKS } from './value-checks.ts';

/** The data mistakes that only show when cells are seen together. */
export function crossCheck(input: CheckInput): void {
  const amounts = [checkDuplicates, checkRunningTotals, checkScales];
  for (const check of [...VALUE_CHECKS, ...amounts, ...DATE_CHECKS, ...IMPORT_CHECKS]) {
    check(input);
  }
}
