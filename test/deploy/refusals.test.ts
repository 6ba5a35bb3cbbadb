import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explainRefusal } from '../../src/deploy/clasp/refusals.ts';
import { ANSWERS, OWNER, openTerminal, type TerminalSession } from './terminal-session.ts';

describe('what Google refuses, as clasp passes it on', () => {
  let session: TerminalSession;

  beforeAll(async () => {
    session = await openTerminal();
  });
  beforeEach(() => session.restart());
  afterAll(() => session.close());

  const first = [...ANSWERS, '--sheet', 'new'];

  it('the Apps Script API that is off is said with the place to switch it on, and leaves nothing behind', async () => {
    session.google.isApiOn = false;
    await expect(session.deploy(...first)).rejects.toThrow(
      'The Apps Script API is off for this account. Switch it on at https://script.google.com/home/usersettings',
    );
    expect(session.google.workbooks.size).toBe(0);
    session.google.isApiOn = true;
    await session.deploy(...first);
    expect(session.google.scripts.size).toBe(2);
  });

  it('not being logged in', async () => {
    session.logOut();
    await expect(session.deploy(...first)).rejects.toThrow(
      'clasp is not logged in to Google. Run npx clasp login in a terminal, tick every box, and deploy again.',
    );
    await expect(session.deploy(...first, '--account', 'fiets')).rejects.toThrow(
      'npx clasp login -u fiets',
    );
  });

  it.each([
    [
      'POST .*/versions',
      400,
      'Cannot create more versions: Script has reached the limit of 200 versions.',
      /Project History, delete old versions/,
    ],
    [
      'POST .*/deployments',
      400,
      'Scripts may only have up to 20 versioned deployments at a time.',
      /Archive those you do not use/,
    ],
    [
      'PUT .*/content',
      403,
      'The caller does not have permission',
      /Ask its owner to make you an editor/,
    ],
    [
      'PUT .*/content',
      404,
      'Requested entity was not found.',
      /compare the id in \.koers\/projects\.json/,
    ],
    ['PUT .*/content', 403, 'Request had insufficient authentication scopes.', /tick every box/],
    [
      'PUT .*/content',
      400,
      'Syntax error: Missing ; before statement. line: 1 file: Code',
      /That is a mistake in Koers/,
    ],
    [
      'PUT .*/content',
      400,
      'Invalid manifest: unknown fields: [dataStudi]',
      /unknown fields: \[dataStudi\]/,
    ],
    ['POST .*/projects$', 429, 'Rate Limit Exceeded', /Wait a few minutes and deploy again/],
    [
      'POST .*/projects$',
      403,
      'Access denied by the domain administrator.',
      /administrator of this Google Workspace/,
    ],
    [
      'POST .*/versions',
      418,
      'Something else.',
      /does not know\.\nGoogle or clasp wrote: Something else\./,
    ],
  ])('%s refused with %d "%s"', async (request, status, message, says) => {
    session.google.fault = { request: new RegExp(request), status, message };
    await expect(session.deploy(...first)).rejects.toThrow(says);
    session.google.fault = null;
    await session.deploy(...first);
    expect(session.google.workbooks.size).toBe(1);
  });

  it('an id that was mistyped, until the right one is given; never another one after that', async () => {
    const id = session.google.addWorkbook('Our goals', OWNER);
    const bound = session.google.addScript('by hand', OWNER, id);
    const alone = session.google.addScript('by hand too', OWNER);
    const [typo, other] = ['W'.repeat(40), 'V'.repeat(40)];
    const install = (script: string, connector: string) =>
      session.deploy(...ANSWERS, '--sheet', id, '--script', script, '--connector', connector);
    const wrong = 'When you gave a wrong one, deploy again with the right one.';
    await expect(install(typo, typo)).rejects.toThrow(wrong);
    await expect(install(typo, alone)).rejects.toThrow(wrong);
    await install(bound, alone);
    expect(session.projects().workbooks.goals).toMatchObject({
      workbookId: id,
      sheet: { scriptId: bound },
    });
    await expect(install(other, alone)).rejects.toThrow(`has the script ${bound} already`);
    await expect(install(bound, other)).rejects.toThrow(`has a connector already: ${alone}`);
    expect(session.google.scripts.size).toBe(2);
  });

  it('a refusal after which clasp itself ends as if all were well', async () => {
    await session.deploy(...first);
    session.build('// second');
    session.google.fault = {
      request: /PUT .*\/deployments/,
      status: 400,
      message: 'Request contains an invalid argument.',
    };
    await expect(session.deploy('--yes')).rejects.toThrow('Request contains an invalid argument.');
    expect(session.projects().workbooks.goals.at).toBe(0);
  });
});

describe('clasp by itself, without a network', () => {
  const home = mkdtempSync(join(tmpdir(), 'koers-clasp-'));
  const clasp = (...args: string[]) =>
    spawnSync(
      process.execPath,
      [createRequire(import.meta.url).resolve('@google/clasp'), ...args],
      {
        cwd: home,
        encoding: 'utf8',
        env: { ...process.env, HOME: home, USERPROFILE: home, HTTPS_PROXY: 'http://127.0.0.1:9' },
      },
    );

  afterAll(() => rmSync(home, { recursive: true }));

  it('says that Google cannot be reached, in words that are recognised', () => {
    const token = {
      type: 'authorized_user',
      client_id: 'a',
      client_secret: 'b',
      access_token: 'c',
      refresh_token: 'd',
      expiry_date: 4e12,
    };
    writeFileSync(join(home, '.clasprc.json'), JSON.stringify({ tokens: { default: token } }));
    writeFileSync(join(home, '.clasp.json'), JSON.stringify({ scriptId: 'x', rootDir: 'code' }));
    const { stderr, status } = clasp('create-version', 'x', '-P', '.', '--json');
    expect(status).toBe(1);
    expect(explainRefusal(stderr).code).toBe('NO_NETWORK');
  });

  it('ends with 0 when it refuses to make a project in a folder that has one', () => {
    const { stderr, stdout, status } = clasp('create-script', '-P', '.', '--title', 'x');
    expect([status, stdout]).toEqual([0, '']);
    expect(explainRefusal(stderr).code).toBe('FOLDER');
  });
});

test.each([
  ['No credentials found.', 'NOT_LOGGED_IN'],
  ['invalid_grant', 'LOGIN_EXPIRED'],
  ['', 'SILENT'],
  ['Invalid --project path: x. File or directory does not exist.', 'FOLDER'],
  [
    'request to https://script.googleapis.com/v1/projects failed, reason: getaddrinfo ENOTFOUND script.googleapis.com',
    'NO_NETWORK',
  ],
])('"%s" is %s', (written, code) => {
  expect(explainRefusal(written).code).toBe(code);
});

test('no token that stands in a line of clasp is shown', () => {
  const { sentences } = explainRefusal('odd: Bearer ya29.a0Abc-def 1//0gRefresh_x GOCSPX-abc');
  expect(sentences).toContain('odd:');
  expect(sentences).not.toMatch(/a0Abc|0gRefresh|GOCSPX/);
});
