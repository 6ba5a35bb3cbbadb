import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ANSWERS } from './terminal-session.ts';

const nobody = mkdtempSync(join(tmpdir(), 'koers-nobody-'));

afterAll(() => rmSync(nobody, { recursive: true }));

/** The command that ships, with a home folder in which nobody ever logged in. */
const deploy = (args: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, ['dist/deploy/deploy.js', ...args], {
    encoding: 'utf8',
    input: '',
    env: { ...process.env, HOME: nobody, USERPROFILE: nobody, ...environment },
  });

describe('the command itself', () => {
  const before = existsSync('.koers');

  it('rehearses with nobody logged in, and leaves no trace', () => {
    const { stdout, status } = deploy([
      ...ANSWERS,
      '--workbook',
      'rehearsed',
      '--sheet',
      'new',
      '--dry-run',
    ]);
    expect(status).toBe(0);
    expect(stdout).toContain('would run: clasp create-script --type sheets');
    expect(stdout).toMatch(
      /would write: Code\.js \d+ KB, board\.html \d+ KB, appsscript\.json \d KB/,
    );
    expect(stdout.trim().split('\n').at(-1)).toBe('Nothing was done.');
    expect(stdout).toContain('"new-" in them stand for those that Google will give');
    expect(existsSync('.koers')).toBe(before);
  });

  it.each([
    [['--to', '1'], {}, '--to belongs to --rollback: npm run deploy -- --rollback --to 0.1.0\n'],
    [
      [],
      { npm_config_dry_run: 'true' },
      'npm kept --dry-run for itself. Put two dashes first: npm run deploy -- --dry-run …\n',
    ],
  ])('%j ends with a sentence and exit code 1', (args, environment, says) => {
    const { stderr, stdout, status } = deploy(args, environment);
    expect([status, stdout, stderr]).toEqual([1, '', says]);
  });

  it('explains its options', () => {
    expect(deploy(['--help']).stdout).toContain('--rollback');
  });
});
