import { TODAY } from '../../../bench/evaluation/company-workspace.ts';
import { mixedWorkspace } from '../../../bench/mixed-workspace.ts';
import { evaluateWorkspace } from '../../../src/core/evaluate/evaluate-workspace.ts';
import { buildTable } from '../../../src/core/tables/table.ts';
import { packTable, unpackTable } from '../../../src/workflows/packed-tables/cached-tables.ts';
import { type PlainTable, plainTable } from '../../../src/workflows/packed-tables/plain-table.ts';
import { nodeCompression } from '../node-compression.ts';

/** Money, shares and hours; totals, levels, means and ratios; days and months. */
function mixedTimeline(): PlainTable {
  const workspace = mixedWorkspace();
  const { rowCount, columns } = buildTable('timeline', {
    workspace,
    evaluation: evaluateWorkspace(workspace, TODAY),
    issues: [],
    language: 'nl',
    recalculation: null,
    history: [],
    viewDay: TODAY,
  });
  return plainTable(rowCount, new Map(Object.entries(columns)));
}

describe('a timeline of 50,000 rows of mixed KPIs', () => {
  const table = mixedTimeline();
  const packed = packTable(table, nodeCompression);

  it('is at most five entries of 100 KB', () => {
    expect(table.rowCount).toBeGreaterThan(49_500);
    expect(new Set(table.column('unit'))).toEqual(new Set(['EUR', 'number', 'percent', 'hours']));
    expect(packed.length).toBeGreaterThan(100_000);
    expect(packed.length).toBeLessThanOrEqual(5 * 100_000);
  });

  it('comes back within the equality tolerance, every column of it', () => {
    const unpacked = unpackTable(packed, nodeCompression);
    for (const field of table.fields) {
      const before = table.column(field) ?? [];
      const after = unpacked?.column(field) ?? [];
      const different = before.filter((cell, row) => {
        const other = after[row];
        if (typeof cell !== 'number' || typeof other !== 'number') return cell !== other;
        const scale = Math.max(1, Math.abs(cell));
        return Math.abs(cell - other) > (field === 'probability_to_date' ? 1e-7 : 1e-9) * scale;
      });
      expect([field, different.length]).toEqual([field, 0]);
    }
  });

  it('is unpacked in less than a tenth of the time that its rows would take', () => {
    const rows = Array.from({ length: table.rowCount }, (_, row) =>
      table.fields.map((field) => table.column(field)?.[row] ?? null),
    );
    const packedRows = nodeCompression.pack(JSON.stringify(rows));
    const fastest = (times: number, work: () => unknown): number =>
      Math.min(
        ...Array.from({ length: times }, () => {
          const start = performance.now();
          work();
          return performance.now() - start;
        }),
      );
    const own = fastest(5, () => unpackTable(packed, nodeCompression));
    const plain = fastest(2, () => JSON.parse(nodeCompression.unpack(packedRows)));
    expect(own).toBeLessThan(plain / 10);
  });
});
