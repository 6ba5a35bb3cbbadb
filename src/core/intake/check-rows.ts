import type { TabId } from '../layout/tab-layout.ts';
import { cellPosition } from '../model/a1-notation.ts';
import type { Day } from '../model/calendar-date.ts';
import type { Issue } from '../model/issue.ts';
import type { IssueCode, IssueDetails } from '../model/issue-details.ts';
import type { Language } from '../model/workspace.ts';
import { readWorkspace, type WorkbookInput } from './read-workspace.ts';
import { tabNamed } from './sheet/tab-named.ts';

/** The tabs beside which a row is read: what it may name, and how cells are to be taken. */
export const READ_BESIDE: readonly TabId[] = [
  'settings',
  'strategy',
  'goals',
  'measures',
  'kpis',
  'calendar',
  'periods',
];

/**
 * Findings that hold of a row whatever stands in rows that were not read. The others need figures,
 * milestones or targets, and wait for the whole workbook.
 */
const BY_A_ROW: readonly IssueCode[] = [
  'E_BECAME_DATE',
  'E_BLANK',
  'E_BOUNDS',
  'E_BOUNDS_ORDER',
  'E_CELL_ERROR',
  'E_CHOICE',
  'E_CLOCK',
  'E_CURRENCY',
  'E_CURRENCY_UNIT',
  'E_DATE',
  'E_DATE_RANGE',
  'E_EMAIL',
  'E_FILTER',
  'E_FOLLOWS_CYCLE',
  'E_FORMULA_CHARACTER',
  'E_FORMULA_CYCLE',
  'E_FORMULA_END',
  'E_FORMULA_EQUALS',
  'E_FORMULA_FUNCTION',
  'E_FORMULA_NAME',
  'E_FORMULA_OPERANDS',
  'E_FORMULA_REACH',
  'E_FORMULA_SIZE',
  'E_FORMULA_UNEXPECTED',
  'E_GOAL_CYCLE',
  'E_ID',
  'E_ID_TWICE',
  'E_LINK',
  'E_NUMBER',
  'E_NUMBER_SIZE',
  'E_OUTCOME_TRACK',
  'E_PERCENT_AMOUNT',
  'E_PERCENT_UNIT',
  'E_PERIODS_OVERLAP',
  'E_PERIOD_ORDER',
  'E_PERIOD_YEAR',
  'E_RANGE',
  'E_REFERENCE',
  'E_REFERENCE_AMBIGUOUS',
  'E_SMALL_M',
  'E_TARGET_BETWEEN',
  'E_TARGET_KIND',
  'E_THRESHOLDS',
  'E_TOLERANCE',
  'W_UNIT',
  'E_WEIGHT',
  'E_WINDOW',
  'E_YES_NO',
  'W_FORMULA_HUNDRED',
  'W_NAME_TWICE',
  'W_SETTING',
  'W_SETTING_TWICE',
  'W_TARGET_REASON',
];

/** In a tab of figures its other rows tell how it writes numbers and dates. */
const BY_A_ROW_OF_PLANS: readonly IssueCode[] = [
  'E_DATE_AMBIGUOUS',
  'E_DECIMAL_MARK',
  'E_NUMBER_AMBIGUOUS',
];

/** Rows of one tab, from 0; `endRow` is past the last. */
export interface Rows {
  readonly tab: string;
  readonly firstRow: number;
  readonly endRow: number;
}

/** The findings that rows of this tab tell by themselves. */
export const codesOfRows = (tab: string): readonly IssueCode[] => [
  ...BY_A_ROW,
  ...(tabNamed(tab)?.many === true ? [] : BY_A_ROW_OF_PLANS),
];

/** A measure that a KPI names and Measures does not have may have its figures all the same. */
function needsFigures({ code, details }: Issue): boolean {
  // SAFETY: a finding of this code has them.
  const { tabs } = details as Partial<IssueDetails<'E_REFERENCE'>>;
  return code === 'E_REFERENCE' && tabs?.tabs.join() === 'measures';
}

/**
 * What is wrong with some rows, as far as they tell it by themselves: findings of the same reading
 * that the checks come from.
 *
 * @param input the tab of the rows, as far as its header and these rows, and the tabs beside it
 */
export function checkRows(
  input: WorkbookInput,
  { tab, firstRow, endRow }: Rows,
  realToday: Day,
): { readonly issues: readonly Issue[]; readonly language: Language } {
  const { issues, workspace } = readWorkspace(input, realToday, undefined, (place) => {
    const row = place.cell === null ? undefined : cellPosition(place.cell)?.row;
    return place.tab === tab && row !== undefined && row >= firstRow && row < endRow;
  });
  const told = codesOfRows(tab);
  return {
    issues: issues.filter((issue) => told.includes(issue.code) && !needsFigures(issue)),
    language: workspace.settings.language,
  };
}
