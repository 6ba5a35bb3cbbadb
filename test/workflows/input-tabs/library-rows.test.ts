import { evaluateWorkspace } from '../../../src/core/evaluate/evaluate-workspace.ts';
import { readWorkspace } from '../../../src/core/intake/read-workspace.ts';
import { describeIssue } from '../../../src/core/language/describe-issue.ts';
import { libraryName } from '../../../src/core/language/library-words.ts';
import { columnName, tabName } from '../../../src/core/language/tab-words.ts';
import { columnEntries } from '../../../src/core/layout/sheet-layout.ts';
import type { TabId } from '../../../src/core/layout/tab-layout.ts';
import {
  LIBRARY_KPI_IDS,
  type LibraryKpiId,
  libraryKpi,
  libraryMeasure,
  measuresNeeded,
} from '../../../src/core/library/kpi-library.ts';
import { LANGUAGES } from '../../../src/core/model/locale.ts';
import type { Language } from '../../../src/core/model/workspace.ts';
import { libraryRows } from '../../../src/workflows/input-tabs/library-rows.ts';
import { rowCells, type TabRow } from '../../../src/workflows/input-tabs/row-cells.ts';
import { day } from '../../support/workspace-builder.ts';

const MONTHS = ['2026-01', '2026-02', '2026-03'];
const LOCALES = { en: 'en_GB', nl: 'nl_NL' };

/** A tab as it is read: its header, and these rows below it. */
function sheetOf(tab: TabId, rows: readonly TabRow[], language: Language) {
  const header = columnEntries(tab).map(([id]) => columnName(tab, id, language));
  const cells = [header, ...rows.map((row) => rowCells(tab, row, language))];
  return {
    name: tabName(tab, language),
    columns: header.map((_, at) => cells.map((row) => row[at])),
  };
}

const exampleOf = (id: LibraryKpiId) => {
  const { lastTime, target, low, high } = libraryKpi(id).example;
  return {
    lastTime: lastTime ?? null,
    target: target ?? null,
    low: low ?? null,
    high: high ?? null,
  };
};

/** The example figures of everything that is counted for the KPI. */
function figuresOf(id: LibraryKpiId, language: Language): TabRow[] {
  return measuresNeeded(id).flatMap((own) => {
    const measure = libraryMeasure(own);
    if (!('figures' in measure)) return [];
    return measure.figures.map((value, at) => ({
      date: MONTHS[at],
      measure: libraryName(own, language),
      value,
    }));
  });
}

/** A blank workbook with this KPI of the library in it, read and judged. */
function judged(id: LibraryKpiId, language: Language) {
  // The first day on which March is final.
  const today = day('2026-04-01') + (libraryKpi(id).lagDays ?? 0);
  const period = { start: day('2026-01-01'), due: day('2026-12-31'), cadence: 'month' as const };
  const rows = libraryRows({ id, goal: '', ...period, ...exampleOf(id) }, language, 'EUR');
  const workbook = {
    fileId: 'file',
    workbookId: 'workbook',
    name: 'Blank',
    url: 'https://docs.google.com/spreadsheets/d/file',
    locale: LOCALES[language],
    timeZone: 'Europe/Amsterdam',
  };
  const sheets = [
    sheetOf('settings', [], language),
    sheetOf('goals', [], language),
    sheetOf('measures', rows.measures, language),
    sheetOf('kpis', [rows.kpi], language),
    sheetOf('milestones', [], language),
    sheetOf('actuals', figuresOf(id, language), language),
  ];
  const { workspace, issues } = readWorkspace({ workbook, sheets }, today);
  const evaluation = evaluateWorkspace(workspace, today);
  return { evaluation, issues: [...issues, ...evaluation.issues] };
}

const ASKED_FOR = ['on_course', 'at_risk', 'off_course', 'achieved'];

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(LIBRARY_KPI_IDS)('%s is read without a finding, and judged', (id) => {
    const { evaluation, issues } = judged(id, language);
    expect(issues.map((issue) => [issue.code, describeIssue(issue, language)])).toEqual([]);
    expect(evaluation.kpis).toHaveLength(1);
    expect(ASKED_FOR).toContain(evaluation.kpis[0].status);
  });
});
