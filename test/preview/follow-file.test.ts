import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { followFile } from '../../src/preview/follow-file.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const LONG_ENOUGH = 1_500;
const LONGEST = 15_000;

// Each waits for a file of its own, so they can all wait at once.
describe('following a workbook', () => {
  const folder = mkdtempSync(join(tmpdir(), 'koers-follow-'));
  const stops: (() => void)[] = [];
  afterAll(() => {
    for (const stop of stops) stop();
    rmSync(folder, { recursive: true });
  });

  function followed(name: string) {
    const file = join(folder, `${name}.xlsx`);
    let saves = 0;
    writeFileSync(file, 'first');
    const stop = followFile(file, () => {
      saves += 1;
    });
    stops.push(stop);
    return { file, saves: () => saves };
  }

  test.concurrent(
    'a save over the old file is noticed once',
    async () => {
      const { file, saves } = followed('saved');
      await pause(100);
      writeFileSync(file, 'a longer second');
      await pause(LONG_ENOUGH);
      expect(saves()).toBe(1);
    },
    LONGEST,
  );

  test.concurrent(
    'a new file in the place of the old one is noticed, its short absence is not',
    async () => {
      const { file, saves } = followed('replaced');
      const other = join(folder, 'other.tmp');
      writeFileSync(other, 'third, elsewhere');
      rmSync(file);
      await pause(LONG_ENOUGH);
      expect(saves()).toBe(0);
      renameSync(other, file);
      await pause(LONG_ENOUGH);
      expect(saves()).toBe(1);
    },
    LONGEST,
  );

  test.concurrent(
    'a file that is gone for good is noticed once, and its return too',
    async () => {
      const { file, saves } = followed('gone');
      rmSync(file);
      await pause(5_000);
      expect(saves()).toBe(1);
      writeFileSync(file, 'back again');
      await pause(LONG_ENOUGH);
      expect(saves()).toBe(2);
    },
    LONGEST,
  );

  test.concurrent(
    'without a save nothing happens',
    async () => {
      const { saves } = followed('left-alone');
      await pause(LONG_ENOUGH);
      expect(saves()).toBe(0);
    },
    LONGEST,
  );
});
