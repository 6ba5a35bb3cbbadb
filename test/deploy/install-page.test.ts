import { readFileSync } from 'node:fs';
import { readDeployOptions } from '../../src/deploy/deploy-options.ts';
import type { Asker } from '../../src/deploy/session.ts';
import { OWNER, openTerminal, type TerminalSession } from './terminal-session.ts';

const PAGE = readFileSync('docs/install.md', 'utf8');

const COMMAND = /npm run deploy -- ([^`#\n]+)/g;

const argsOf = (text: string): string[][] =>
  [...text.matchAll(COMMAND)].map(([, args]) => args.trim().split(/\s+/));

/** The commands of the code below this heading, in order. */
function commandsUnder(heading: string): string[][] {
  const [, code = ''] = PAGE.split(`## ${heading}`)[1]?.split('```sh') ?? [];
  return argsOf(code.split('```')[0]);
}

test('every command that page and README name is one', () => {
  const named = [...argsOf(PAGE), ...argsOf(readFileSync('README.md', 'utf8'))];
  expect(named.length).toBeGreaterThan(9);
  for (const args of named) expect(() => readDeployOptions(args)).not.toThrow();
});

describe('who follows the page', () => {
  let session: TerminalSession;
  beforeAll(async () => {
    session = await openTerminal();
  });
  beforeEach(() => session.restart());
  afterAll(() => session.close());

  const scripts = () => [...session.google.scripts.values()];
  const connectors = () => scripts().filter(({ parentId }) => parentId === null);
  const deployedVersions = () =>
    connectors().map(({ deployments }) =>
      [...deployments.values()].flatMap(({ versionNumber }) => versionNumber ?? []),
    );

  /** Types what is not proposed: a name for each organisation, one site for all. */
  const person = (company: string): Asker => ({
    text: async (question, initial, check) => {
      const typed = [initial, company, 'https://theezo.nl/page'];
      const good = typed.find((answer) => check(answer) === null);
      if (good === undefined) throw new Error(`no answer to: ${question}`);
      return good;
    },
    choose: async (_, [{ value }]) => value,
    confirm: async () => true,
  });

  it('has two workbooks on one connector, and a client whose account, connector and deployment are his', async () => {
    const [second, client, all] = commandsUnder('Several workbooks, several clients');
    session.asker = person('Thee & Zo');
    await session.deploy('--workbook', 'shop');
    await session.deploy(...second);
    session.logIn('fiets', 'owner@fiets.nl');
    session.asker = person('Fiets BV');
    await session.deploy(...client);
    expect(scripts().map(({ owner, parentId }) => [owner, parentId === null])).toEqual([
      [OWNER, true],
      [OWNER, false],
      [OWNER, false],
      ['owner@fiets.nl', true],
      ['owner@fiets.nl', false],
    ]);
    session.build('// second');
    await session.deploy(...all);
    expect(deployedVersions()).toEqual([[2], [2]]);
    expect(scripts().map(({ versions }) => versions.length)).toEqual([2, 2, 2, 2, 2]);
  });

  it('reaches a copy of a workbook by its address', async () => {
    session.asker = person('Thee & Zo');
    await session.deploy('--workbook', 'shop');
    const copy = session.google.addWorkbook('Copy of shop', OWNER);
    const address = `https://docs.google.com/spreadsheets/d/${copy}/edit`;
    await session.deploy('--workbook', 'copy', '--sheet', address);
    expect(scripts().map(({ parentId }) => parentId)).toEqual([null, expect.anything(), copy]);
    expect(session.projects().workbooks.copy.workbookId).toBe(copy);
  });

  it('goes back one step or to a version, and hears which workbooks go back with it', async () => {
    const [before, toVersion] = commandsUnder('Going back');
    session.asker = person('Thee & Zo');
    await session.deploy('--workbook', 'shop');
    for (const koers of ['0.2.0', '0.3.0']) {
      session.koers = koers;
      session.build(`// ${koers}`);
      await session.deploy('--workbook', 'shop');
    }
    expect(await session.deploy(...before)).toContain('Koers 0.2.0 is in use again');
    session.build('// 0.3.0');
    await session.deploy();
    expect(await session.deploy(...toVersion)).toContain('Koers 0.1.0 is in use again');
    session.koers = '0.3.0';
    await session.deploy('--workbook', 'wholesale');
    session.build('// 0.3.1');
    await session.deploy('--workbook', 'wholesale');
    const printed = await session.deploy(...before, '--workbook', 'wholesale');
    expect(printed).toContain('so it went back for these workbooks too: shop.');
  });
});
