import { openStoredData } from '../../../src/workflows/hidden-tab/open-stored-data.ts';
import { confirmWorkbook } from '../../../src/workflows/menu/confirm-workbook.ts';
import { scheduleRuns } from '../../../src/workflows/menu/schedule-runs.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import type { WorkbookChange } from '../../../src/workflows/workbook-change.ts';
import { memoryPorts, smallMemoryWorkbook } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

const FILE = 'small-workbook-0123456789';

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
  scheduleRuns(ports, FILE, 'hourly');
  expect(rowsWritten(written)).toEqual([[1, 1, 1]]);
  expect(written.at(-1)).toMatchObject({
    kind: 'set_mark',
    text: expect.stringContaining('hourly'),
  });
  expect(JSON.stringify(written).length).toBeLessThan(1000);
  const schedule = { choice: 'hourly', by: 'owner@koers.example' };
  expect(stored()).toEqual({ ...before, register: { ...before?.register, schedule } });
});

test('a copy that becomes the real workbook changes three rows, and is whole afterwards', () => {
  const { ports, written, stored } = recalculated();
  const copy = {
    ...ports.reader,
    facts: (fileId: string) => ({ ...ports.reader.facts(FILE), fileId }),
  };
  scheduleRuns(ports, FILE, 'daily');
  const before = stored();
  written.length = 0;
  expect(confirmWorkbook({ ...ports, reader: copy }, 'copy-0123456789', () => true)).toBe(
    'confirmed',
  );
  expect(rowsWritten(written)).toEqual([[0, 3, 3]]);
  expect(stored()).toEqual({
    ...before,
    identity: { workbookId: FILE, fileId: 'copy-0123456789' },
    register: { ...before?.register, schedule: { choice: 'off', by: '' } },
  });
});
