import { newIssue } from '../../../src/core/model/issue.ts';
import { issueKey } from '../../../src/core/tables/rows/findings.ts';
import { on } from '../../support/sample-evaluation.ts';
import { input, rowOf } from '../../support/sample-tables.ts';
import { servedTable } from '../../support/served-table.ts';

describe('checks', () => {
  const finding = (code: 'E_NO_TARGET' | 'GOALPOST' | 'I_AT_LEAST_TOTAL', cell: string | null) =>
    newIssue(code, { tab: 'KPIs', cell }, { kpi: 'Revenue Q1' }, { kpiId: 'revenue_q1' });
  const issues = [
    finding('I_AT_LEAST_TOTAL', null),
    finding('E_NO_TARGET', 'C12'),
    finding('GOALPOST', 'D4'),
  ];

  test('errors first, each with its words, cell and link', () => {
    const table = servedTable('checks', input({ issues, sheetIds: { KPIs: 17 } }));
    expect(table.columns.finding_severity).toEqual(['error', 'warning', 'info']);
    expect(table.columns.finding_order).toEqual([1, 2, 3]);
    expect(rowOf(table)).toMatchObject({
      finding_code: 'E_NO_TARGET',
      tab: 'KPIs',
      cell: 'C12',
      cell_url: 'https://docs.google.com/spreadsheets/d/file_1/edit#gid=17&range=C12',
      owner: 'Anna',
      kpi: 'Revenue Q1',
      goal: 'Growth',
      is_new: null,
      first_seen: null,
    });
    expect(rowOf(table).finding_text).toContain('Revenue Q1');
    expect(rowOf(table).fix_text).not.toBeNull();
    expect(rowOf(table, 2).cell_url).toMatch(/#gid=17$/);
  });

  test('new is what this day saw first', () => {
    const firstSeen = {
      [issueKey(issues[1])]: on('2026-02-15'),
      [issueKey(issues[2])]: on('2026-02-01'),
    };
    const { columns } = servedTable('checks', input({ issues, firstSeen }));
    expect(columns.is_new).toEqual([true, false, true]);
    expect(columns.first_seen).toEqual(['20260215', '20260201', null]);
  });
});
