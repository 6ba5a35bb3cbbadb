import { aggregateDays } from '../../../src/core/evaluate/values/aggregate-days.ts';
import { AGGREGATION_RULES, valueOver } from '../../../src/core/evaluate/values/aggregations.ts';
import { daySeries } from '../../../src/core/evaluate/values/day-series.ts';
import { asMeasurements, newFactBuffer } from '../../../src/core/intake/figures/fact-buffer.ts';
import { measureDictionary } from '../../../src/core/intake/figures/measure-dictionary.ts';
import { readActuals } from '../../../src/core/intake/figures/read-actuals.ts';
import { newIssueList } from '../../../src/core/intake/rows/issue-list.ts';
import { startContext } from '../../../src/core/intake/rows/read-context.ts';
import type { SheetInput } from '../../../src/core/intake/sheet/sheet-input.ts';
import { impliedMeasure, type MeasureDraft } from '../../../src/core/intake/tabs/measure-draft.ts';
import { dayFromCivil } from '../../../src/core/model/calendar-date.ts';
import { intervalsOver } from '../../../src/core/model/period.ts';
import { isAveraged, MEASURE_NAMES } from '../figures-sheet.ts';
import { FIRST_YEAR, MONTH_COUNT, type MonthlyValues } from '../monthly-values.ts';

const CUT = { fiscalStartMonth: 1, customPeriods: [], periodOfLabel: new Map() };
const MONTHS = intervalsOver(
  'month',
  { start: dayFromCivil(FIRST_YEAR, 1, 1), end: dayFromCivil(FIRST_YEAR, MONTH_COUNT + 1, 1) - 1 },
  CUT,
);

/** The code that ships: cells to facts, facts to days, days to months. */
export function aggregateWithKoers(sheet: SheetInput): MonthlyValues {
  const drafts = MEASURE_NAMES.map(draftOf);
  const rules = MEASURE_NAMES.map((_, i) => AGGREGATION_RULES[isAveraged(i) ? 'mean' : 'sum']);
  const facts = newFactBuffer();
  const issues = newIssueList();
  readActuals(sheet, {
    facts,
    dictionary: measureDictionary(drafts),
    context: { ...startContext('nl_NL', issues, []), cut: CUT },
    styles: new Map(),
  });
  const ids = drafts.map(({ id }) => id);
  const daily = aggregateDays(asMeasurements(facts, ids, []), rules);
  const seriesOf = new Map(daily.map((days) => [days.measureId, days]));
  return ids.flatMap((id, position) => {
    const days = seriesOf.get(id);
    if (days === undefined) return MONTHS.map(() => null);
    const series = daySeries(days);
    return MONTHS.map(({ start, end }) => valueOver(series, rules[position], start, end));
  });
}

const draftOf = (name: string, position: number): MeasureDraft =>
  impliedMeasure(`measure_${position}`, name, { tab: 'Measures', cell: `A${position + 2}` }, false);
