import { readFileSync } from 'node:fs';
import { answerRequest } from '../../../src/workflows/connector/answer-request.ts';
import { openWithHistory } from '../../../src/workflows/hidden-tab/open-stored-data.ts';
import type { StoredData } from '../../../src/workflows/hidden-tab/stored-data.ts';
import type { WorkbookMark } from '../../../src/workflows/ports.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import type { WrittenCell } from '../../../src/workflows/workbook-change.ts';
import { memoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { memoryPorts } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

/**
 * A workbook as version 0.1.0 (commit 09a41d3) left it after five days: a growth target with its
 * frozen baseline, a KPI that closed, months that closed, two months of history, a schedule. The
 * first line has what 0.1.0 itself read back, the others are its tabs.
 */
const LEFT = 'test/workflows/hidden-tab/layout-1.jsonl';
const [first, ...tabs] = readFileSync(LEFT, 'utf8').trim().split('\n');
const { fileId, mark, kept }: Left = JSON.parse(first);

interface Left {
  fileId: string;
  mark: WorkbookMark;
  kept: Omit<StoredData, 'layout' | 'stamp' | 'tables'> & { history: readonly unknown[] };
}

interface LeftTab {
  title: string;
  isHidden: boolean;
  rows: WrittenCell[][];
}

function opened(today: string) {
  const book = memoryWorkbook({ fileId });
  for (const tab of tabs) {
    const { title, rows }: LeftTab = JSON.parse(tab);
    book.addTab(title, rows);
  }
  book.writer.apply(fileId, [{ kind: 'set_mark', id: mark.id, text: mark.text }]);
  const ports = memoryPorts(book, morningOf(today));
  const stored = () =>
    openWithHistory(book.reader.facts(fileId), book.reader, ports.compression) ?? null;
  return { book, ports, stored };
}

const asked = (table: string, fields: readonly string[]) => ({
  configParams: { workbook: fileId, table },
  scriptParams: { lastRefresh: '1' },
  fields: fields.map((name) => ({ name })),
});

/** Bands and chances were not kept yet: they are missing, and never 0. */
const withoutBands = kept.history.map((row) => ({
  ...Object(row),
  ...{ low: null, high: null, probability: null },
}));

const inOrder = (rows: readonly unknown[]) => [...rows].map((row) => JSON.stringify(row)).sort();

describe('a workbook of version 0.1.0', () => {
  it('is read: history, baselines, closed KPIs and months, findings, register', () => {
    const found = opened('2026-03-03').stored();
    const { history, ...others } = kept;
    expect(found?.data.stored).toMatchObject({ ...others, layout: 1, tables: {} });
    expect(inOrder(found?.history ?? [])).toEqual(inOrder(withoutBands));
    expect([history.length, others.baselines.length, others.snapshots.length]).toEqual([15, 1, 1]);
    expect(others.intervals.length).toBeGreaterThan(60);
  });

  it('answers a report with figures computed anew, and says why', () => {
    const { ports } = opened('2026-03-02');
    const { rows } = answerRequest(asked('kpis', ['kpi_id', 'actual', 'view_note']), ports);
    expect(rows.map(([id]) => id)).toEqual(['bezoek_2025', 'bezoek_2026', 'marge']);
    for (const [, , note] of rows) expect(note).toContain('van een eerdere versie van Koers');
    const history = answerRequest(asked('history', ['snapshot_date']), ports).rows;
    expect(history).toHaveLength(15);
  });

  it('keeps all of it when it is recalculated, and is written in the layout of today', () => {
    const { ports, stored } = opened('2026-03-03');
    const { converted } = recalculate(ports, fileId, 'schedule');
    expect(converted).toEqual({ months: 2, baselines: 1, closedKpis: 1 });
    const found = stored();
    expect(found?.data.stored).toMatchObject({
      layout: 2,
      baselines: kept.baselines,
      snapshots: kept.snapshots,
      register: { schedule: kept.register.schedule },
    });
    const days = new Set((found?.history ?? []).map(({ day }) => day));
    expect([days.size, found?.history.length]).toEqual([6, 18]);
    expect(inOrder(found?.history ?? [])).toEqual(expect.arrayContaining(inOrder(withoutBands)));
    const known = new Map(kept.intervals.map((own) => [`${own.kpiId}${own.start}`, own.value]));
    const closed = found?.data.stored.intervals ?? [];
    const again = closed.filter((own) => known.has(`${own.kpiId}${own.start}`));
    expect(again.length).toBeGreaterThan(55);
    for (const own of again) expect(own.value).toBe(known.get(`${own.kpiId}${own.start}`));
    const { rows } = answerRequest(asked('kpis', ['view_note']), ports);
    expect(rows[0]).toEqual([null]);
  });
});
