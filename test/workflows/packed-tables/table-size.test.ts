import { TODAY } from '../../../bench/evaluation/company-workspace.ts';
import { mixedWorkspace } from '../../../bench/mixed-workspace.ts';
import { evaluateWorkspace } from '../../../src/core/evaluate/evaluate-workspace.ts';
import { buildTable } from '../../../src/core/tables/build-table.ts';
import { columnsOf } from '../../../src/core/tables/result-tables.ts';
import { columnOf, rowCountOf, type Table } from '../../../src/core/tables/table.ts';
import { packTable, unpackTable } from '../../../src/workflows/packed-tables/packed-table.ts';
import { nodeCompression } from '../node-compression.ts';

/** Money, shares and hours; totals, levels, means and ratios; days and months. */
function mixedTimeline(): Table {
  const workspace = mixedWorkspace();
  return buildTable('timeline', {
    workspace,
    evaluation: evaluateWorkspace(workspace, TODAY),
    issues: [],
    language: 'nl',
    recalculation: null,
    history: [],
    viewDay: TODAY,
  });
}

describe('a timeline of 50,000 rows of mixed KPIs', () => {
  const table = mixedTimeline();
  const packed = packTable(table, nodeCompression);

  it('is at most fifteen entries of 100 KB', () => {
    expect(rowCountOf(table)).toBeGreaterThan(49_500);
    expect(new Set(columnOf(table, 'unit'))).toEqual(
      new Set(['EUR', 'number', 'percent', 'hours']),
    );
    expect(packed.length).toBeGreaterThan(100_000);
    expect(packed.length).toBeLessThanOrEqual(15 * 100_000);
  });

  it('comes back within the equality tolerance, every column of it', () => {
    const unpacked = unpackTable(packed, nodeCompression);
    if (unpacked === null) throw new Error('not unpacked');
    for (const id of columnsOf('timeline').keys()) {
      const after = columnOf(unpacked, id);
      const different = columnOf(table, id).filter((cell, row) => {
        const other = after[row];
        if (typeof cell !== 'number' || typeof other !== 'number') return cell !== other;
        return Math.abs(cell - other) > 1e-9 * Math.max(1, Math.abs(cell));
      });
      expect([id, different.length]).toEqual([id, 0]);
    }
  });
});
