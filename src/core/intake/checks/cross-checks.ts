import type { Kpi } from '../../model/kpi.ts';
import { checkAmountsAsLevels } from './amounts-as-levels.ts';
import type { CheckInput } from './check-input.ts';
import { DATE_CHECKS } from './date-checks.ts';
import { checkDuplicates } from './duplicate-check.ts';
import { IMPORT_CHECKS } from './import-checks.ts';
import { checkRunningTotals } from './running-totals.ts';
import { checkScales } from './scale-check.ts';
import { checkTurnedVerdicts } from './turned-verdicts.ts';
import { checkTwiceInPeriod } from './twice-in-period.ts';
import { VALUE_CHECKS } from './value-checks.ts';

/** The data mistakes that only show when cells are seen together; gives the KPIs, without a verdict where one decides. */
export function crossCheck(found: Omit<CheckInput, 'asked'>): Kpi[] {
  const input: CheckInput = { ...found, asked: new Map() };
  const amounts = [
    checkDuplicates,
    checkRunningTotals,
    checkAmountsAsLevels,
    checkTwiceInPeriod,
    checkScales,
    checkTurnedVerdicts,
  ];
  for (const check of [...VALUE_CHECKS, ...amounts, ...DATE_CHECKS, ...IMPORT_CHECKS]) {
    check(input);
  }
  return input.kpis.map((kpi) => {
    const codes = input.asked.get(kpi.id);
    return codes === undefined ? kpi : { ...kpi, errors: [...kpi.errors, ...codes] };
  });
}
