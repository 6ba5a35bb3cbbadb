import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { followFile } from '../../src/preview/follow-file.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const LONG_ENOUGH = 1_500;

describe('following a workbook', () => {
  const folder = mkdtempSync(join(tmpdir(), 'koers-follow-'));
  const file = join(folder, 'goals.xlsx');
  let saves = 0;
  let stop: () => void;

  beforeEach(() => {
    writeFileSync(file, 'first');
    saves = 0;
    stop = followFile(file, () => {
      saves += 1;
    });
  });
  afterEach(() => stop());
  afterAll(() => rmSync(folder, { recursive: true }));

  test('a save over the old file is noticed once', async () => {
    await pause(100);
    writeFileSync(file, 'a longer second');
    await pause(LONG_ENOUGH);
    expect(saves).toBe(1);
  });

  test('a new file in the place of the old one is noticed, its short absence is not', async () => {
    const other = join(folder, 'other.tmp');
    writeFileSync(other, 'third, elsewhere');
    rmSync(file);
    await pause(LONG_ENOUGH);
    expect(saves).toBe(0);
    renameSync(other, file);
    await pause(LONG_ENOUGH);
    expect(saves).toBe(1);
  });

  test('a file that is gone for good is noticed once, and its return too', async () => {
    rmSync(file);
    await pause(5_000);
    expect(saves).toBe(1);
    writeFileSync(file, 'back again');
    await pause(LONG_ENOUGH);
    expect(saves).toBe(2);
  }, 15_000);

  test('without a save nothing happens', async () => {
    await pause(LONG_ENOUGH);
    expect(saves).toBe(0);
  });
});
