import { requestOf } from '../../../src/apps-script/change-requests.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import type { WorkbookChange } from '../../../src/workflows/workbook-change.ts';
import { largeWorkbook } from '../large-workbook.ts';
import { memoryPorts } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

const TWO_MEGABYTES = 2_000_000;

describe('the write of a recalculation', () => {
  it('is at most 2 MB at 200 KPIs over 36 months, also when they all are still open', () => {
    const book = largeWorkbook('large');
    const ports = memoryPorts(book, morningOf('2026-12-15'));
    let written: readonly WorkbookChange[] = [];
    const writer = {
      apply: (fileId: string, changes: readonly WorkbookChange[]) => {
        written = changes;
        book.writer.apply(fileId, changes);
      },
    };
    recalculate({ ...ports, writer }, 'large', 'menu');
    const sizeOf = (changes: readonly WorkbookChange[]): number =>
      Buffer.byteLength(JSON.stringify({ requests: changes.map(requestOf) }));
    expect(sizeOf(written)).toBeGreaterThan(500_000);
    expect(sizeOf(written)).toBeLessThanOrEqual(TWO_MEGABYTES);
  });
});
