import { columnOf } from '../../../src/core/tables/table.ts';
import { openStoredData } from '../../../src/workflows/hidden-tab/open-stored-data.ts';
import { confirmWorkbook } from '../../../src/workflows/menu/confirm-workbook.ts';
import { scheduleRuns } from '../../../src/workflows/menu/schedule-runs.ts';
import { unpackTable } from '../../../src/workflows/packed-tables/packed-table.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import type { WorkbookChange } from '../../../src/workflows/workbook-change.ts';
import { memoryPorts, smallMemoryWorkbook } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

const FILE = 'small-workbook-0123456789';
const COPY = 'copy-0123456789';

/** A recalculated workbook, and what is written into it from then on. */
function recalculated() {
  const ports = memoryPorts(smallMemoryWorkbook(), morningOf('2026-02-15'));
  recalculate(ports, FILE, 'menu');
  const written: WorkbookChange[] = [];
  const writer = {
    apply: (fileId: string, changes: readonly WorkbookChange[]) => {
      written.push(...changes);
      ports.writer.apply(fileId, changes);
    },
  };
  const stored = () =>
    openStoredData(ports.reader.facts(FILE), ports.reader, ports.compression)?.stored;
  return { ports: { ...ports, writer }, written, stored };
}

const rowsWritten = (changes: readonly WorkbookChange[]): number[][] =>
  changes.flatMap((change) =>
    change.kind === 'write_cells' ? [[change.row, change.rows.length, change.height]] : [],
  );

test('a schedule is one row of the hidden tab: the packed tables are not written again', () => {
  const { ports, written, stored } = recalculated();
  const before = stored();
  scheduleRuns(ports, FILE, { every: 'hour' });
  // Its own row, and the first line of the six tabs for people.
  expect(rowsWritten(written)).toEqual([[1, 1, 1], ...Array(6).fill([0, 1, 1])]);
  expect(written[1]).toMatchObject({
    kind: 'set_mark',
    text: expect.stringMatching(/ hourly 0 owner@koers\.example$/),
  });
  expect(JSON.stringify(written).length).toBeLessThan(3000);
  const schedule = {
    choice: 'hourly',
    by: 'owner@koers.example',
    timeZone: ports.reader.facts(FILE).timeZone,
  };
  expect(stored()).toEqual({ ...before, register: { ...before?.register, schedule } });
});

/** The workbook as a copy of it in another file. */
function copied(ports: ReturnType<typeof recalculated>['ports']) {
  const facts = (fileId: string) => ({ ...ports.reader.facts(FILE), fileId });
  const reader = {
    ...ports.reader,
    facts,
    factsAndLooks: (fileId: string) => ({ facts: facts(fileId), looks: [] }),
  };
  return { ...ports, reader };
}

test('a copy that becomes the real workbook has keys of its own in every table, and no schedule', () => {
  const { ports, stored } = recalculated();
  scheduleRuns(ports, FILE, { every: 'day', hour: 7 });
  const before = stored();
  expect(confirmWorkbook(copied(ports), COPY, () => true)).toBe('confirmed');
  const after = stored();
  expect(after?.identity).toEqual({ workbookId: COPY, fileId: COPY });
  expect(after?.register.schedule).toEqual({ choice: 'off', by: '' });
  expect(after?.intervals).toEqual(before?.intervals);
  const kpis = unpackTable(after?.tables.kpis ?? '', ports.compression);
  if (kpis === null) throw new Error('no table of KPIs');
  expect(columnOf(kpis, 'kpi_key')[0]).toBe(`${COPY}:bezoekers_q1`);
  const foreign = Object.entries(after?.tables ?? {}).flatMap(([id, packed]) => {
    const table = unpackTable(packed, ports.compression);
    const keys = table === null ? ['unreadable'] : columnOf(table, 'workbook_id');
    return keys.filter((key) => key !== COPY).map((key) => `${id}: ${key}`);
  });
  expect(foreign).toEqual([]);
  expect(Object.keys(after?.tables ?? {}).length).toBeGreaterThan(3);
});

test('a recalculation while a person thinks about the question is not rolled back', () => {
  const { ports, stored } = recalculated();
  const copy = copied(ports);
  const answer = confirmWorkbook(copy, COPY, () => {
    ports.clock.advance(60_000);
    recalculate(copy, COPY, 'menu');
    return true;
  });
  expect(answer).toBe('confirmed');
  expect(stored()?.register.runs).toHaveLength(3);
});

test('whoever says no changes nothing', () => {
  const { ports, written } = recalculated();
  expect(confirmWorkbook(copied(ports), COPY, () => false)).toBe('refused');
  expect(written).toEqual([]);
});

test('nothing of Koers comes between the reading and the writing of a schedule', () => {
  const { ports } = recalculated();
  const refused: string[] = [];
  const during = () => {
    try {
      recalculate(ports, FILE, 'menu');
    } catch (error) {
      refused.push(String(error));
    }
  };
  const apply: typeof ports.writer.apply = (fileId, changes) => {
    during();
    ports.writer.apply(fileId, changes);
  };
  scheduleRuns({ ...ports, writer: { apply } }, FILE, { every: 'hour' });
  expect(refused).toEqual([expect.stringContaining('at work in this workbook already')]);
});

test('a schedule that Google refuses leaves the register as it was', () => {
  const { ports, stored } = recalculated();
  const before = stored()?.register;
  const set = () => {
    throw new Error('This script has too many triggers.');
  };
  expect(() =>
    scheduleRuns({ ...ports, schedule: { ...ports.schedule, set } }, FILE, {
      every: 'day',
      hour: 7,
    }),
  ).toThrow('too many triggers');
  expect(stored()?.register).toEqual(before);
});
