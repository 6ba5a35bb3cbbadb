import { requestOf } from '../../../src/apps-script/change-requests.ts';
import { tabRange } from '../../../src/core/model/a1-notation.ts';
import { openResults } from '../../../src/workflows/hidden-tab/open-stored-data.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { findKoersTab } from '../../../src/workflows/workbook/koers-tabs.ts';
import type { WorkbookChange } from '../../../src/workflows/workbook-change.ts';
import { largeWorkbook } from '../large-workbook.ts';
import { memoryPorts } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

const TWO_MEGABYTES = 2_000_000;

describe('the write of a recalculation', () => {
  it('is at most 2 MB at 200 KPIs over 36 months, also when they all are still open', () => {
    const book = largeWorkbook('large');
    const ports = memoryPorts(book, morningOf('2026-12-15'));
    const written: (readonly WorkbookChange[])[] = [];
    const writer = {
      apply: (fileId: string, changes: readonly WorkbookChange[]) => {
        written.push(changes);
        book.writer.apply(fileId, changes);
      },
    };
    recalculate({ ...ports, writer }, 'large', 'menu');
    const sizeOf = (changes: readonly WorkbookChange[]): number =>
      Buffer.byteLength(JSON.stringify({ requests: changes.map(requestOf) }));
    const [results, ...charts] = written.map(sizeOf);
    expect(results).toBeGreaterThan(500_000);
    expect(Math.max(results, ...charts)).toBeLessThanOrEqual(TWO_MEGABYTES);
  });
});

test('what Koers keeps is read back in less than 2 MB, also where tables pack badly', () => {
  const book = largeWorkbook('large');
  const ports = memoryPorts(book, morningOf('2026-12-15'));
  const compression = {
    pack: (text: string) => Buffer.from(text).toString('base64'),
    unpack: (packed: string) => Buffer.from(packed, 'base64').toString(),
  };
  recalculate({ ...ports, compression }, 'large', 'menu');
  const facts = book.reader.facts('large');
  const tab = findKoersTab(facts, 'data')?.title ?? '';
  const [columns] = book.reader.columns('large', [tabRange(tab, 'A:F')]);
  const bytes = Buffer.byteLength(JSON.stringify(columns));
  expect(bytes).toBeGreaterThan(500_000);
  expect(bytes).toBeLessThan(TWO_MEGABYTES);
  const kept = Object.keys(openResults(facts, book.reader)?.tables ?? {});
  expect(kept).toContain('kpis');
  expect(kept).not.toContain('timeline');
});
