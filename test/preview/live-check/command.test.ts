import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answersIn } from '../../../src/preview/live-check/imitated-check.ts';
import { runShipped } from '../../bundle/shipped-bundle.ts';
import { smallAccount } from '../../workflows/small-workbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'koers-live-'));
const file = join(folder, 'answers.json');

afterAll(() => rmSync(folder, { recursive: true }));

const liveCheck = (...args: string[]) =>
  spawnSync(process.execPath, ['dist/preview/live-check.js', ...args], { encoding: 'utf8' });

function answers() {
  const account = smallAccount();
  runShipped(account, 'sheet', 'checkInstallation');
  return answersIn(String(account.screen.find(({ kind }) => kind === 'dialog')?.content));
}

describe('npm run live-check', () => {
  const own = answers();

  it('finds nothing different in the imitation’s own answers', () => {
    // Some editors put a byte order mark in front.
    writeFileSync(file, `\uFEFF${JSON.stringify(own)}`);
    const { stdout, status } = liveCheck(file);
    expect(stdout).toContain(' answers, 0 of them different.');
    expect(status).toBe(0);
  });

  it('names what differs with both answers and the file to change', () => {
    const changed = {
      ...own,
      results: { ...own.results, 'cache.missing': { kind: 'answer', answer: '' } },
    };
    writeFileSync(file, JSON.stringify(changed));
    const { stdout, status } = liveCheck(file);
    expect(stdout).toContain(
      [
        'Behaves differently (1)',
        '  cache.missing',
        '    there  ""',
        '    here   null',
        '    change src/preview/emulation/host/cache-host.ts',
      ].join('\n'),
    );
    expect(status).toBe(1);
  });

  it('compares charts of the probe too, and says which guard they bear out', () => {
    writeFileSync(file, JSON.stringify(own));
    const chart = join(folder, 'chart.csv');
    writeFileSync(chart, 'Plain sum,Counted\n24,3\n');
    const { stdout, status } = liveCheck(file, chart);
    expect(stdout).toContain('Plain sum: there 24, here 23');
    expect(stdout).toContain('Hidden base: not in the chart');
    expect(stdout).toContain("put 'none' first in GUARD_VARIANTS");
    expect(status).toBe(1);
  });

  it('bears out no guard by a chart of another table: that is refused in a sentence', () => {
    writeFileSync(file, JSON.stringify(own));
    const chart = join(folder, 'goals.csv');
    writeFileSync(chart, 'Goal,Status\nGrowth,on course\n');
    const { stdout, stderr, status } = liveCheck(file, chart);
    expect([stdout, status]).toEqual(['', 1]);
    expect(stderr).toContain('goals.csv shows no field of the probe.');
  });

  it.each([
    ['{"layout": 1', /is not the whole block: copy it again/],
    ['{"layout": 1}', /something else than the block/],
    [JSON.stringify({ ...own, layout: 2 }), /written by another version of Koers/],
  ])('a file that begins with %.14s is refused in a sentence', (text, says) => {
    writeFileSync(file, text);
    const { stderr, status } = liveCheck(file);
    expect(stderr).toMatch(says);
    expect(status).toBe(1);
  });

  it('explains itself, also when it is given nothing', () => {
    expect(liveCheck('--help')).toMatchObject({ status: 0 });
    expect(liveCheck()).toMatchObject({ status: 1, stdout: liveCheck('--help').stdout });
    expect(liveCheck('gone.json').stderr).toBe('There is no file gone.json.\n');
  });
});
