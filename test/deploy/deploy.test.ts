import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Asker } from '../../src/deploy/session.ts';
import { ANSWERS, OWNER, openTerminal, type TerminalSession } from './terminal-session.ts';

let session: TerminalSession;

beforeAll(async () => {
  session = await openTerminal();
});
beforeEach(() => session.restart());
afterAll(() => session.close());

const scripts = () => [...session.google.scripts.values()];
const connector = () => scripts().find(({ parentId }) => parentId === null);
const sheets = () => scripts().filter(({ parentId }) => parentId !== null);

/** The file of that name in a project. */
function pushed(files: readonly unknown[] | undefined, name: string): string {
  const found = (files as { name: string; source: string }[]).find((file) => file.name === name);
  return found?.source ?? '';
}

const versionedDeployments = () =>
  scripts().flatMap(({ deployments }) =>
    [...deployments].filter(([, { versionNumber }]) => versionNumber !== undefined),
  );

/** A person who takes what is proposed, unless a question is answered here. */
const person = (answers: Readonly<Record<string, unknown>> = {}): Asker => {
  const answerTo = (question: string): unknown =>
    Object.entries(answers).find(([start]) => question.startsWith(start))?.[1];
  return {
    text: async (question, initial, check) => {
      const answer = String(answerTo(question) ?? initial);
      const complaint = check(answer);
      if (complaint !== null) throw new Error(`${question}: ${complaint}`);
      return answer;
    },
    choose: async (question, choices) => {
      const wanted = answerTo(question);
      return (choices.find(({ name }) => name === wanted) ?? choices[0]).value;
    },
    confirm: async (question) => answerTo(question) !== false,
  };
};

describe('the first deployment', () => {
  it('makes one workbook with its script, one connector, a version of each and one deployment', async () => {
    await session.deploy(...ANSWERS, '--sheet', 'new');
    expect([...session.google.workbooks.values()]).toEqual([
      { name: 'Koers – Thee & Zo – goals', owner: OWNER },
    ]);
    expect(sheets().map(({ versions }) => versions.length)).toEqual([1]);
    expect(connector()?.versions).toHaveLength(1);
    expect(versionedDeployments()).toHaveLength(1);
  });

  it('pushes a connector that says whose it is, and a sheet project that says nothing of it', async () => {
    await session.deploy(
      ...ANSWERS,
      '--sheet',
      'new',
      '--privacy-url',
      'https://theezo.nl/privacy',
    );
    const { dataStudio } = JSON.parse(pushed(connector()?.files, 'appsscript'));
    expect(dataStudio).toMatchObject({
      name: 'Koers',
      company: 'Thee & Zo',
      companyUrl: 'https://theezo.nl',
      logoUrl: 'https://theezo.nl/logo.png',
      addonUrl: 'https://theezo.nl',
      supportUrl: 'https://theezo.nl',
      privacyPolicyUrl: 'https://theezo.nl/privacy',
    });
    expect(dataStudio).not.toHaveProperty('termsOfServiceUrl');
    expect(pushed(sheets()[0].files, 'appsscript')).not.toContain('dataStudio');
    expect(pushed(sheets()[0].files, 'Code')).toContain('// sheet');
  });

  it('tells the sheet project which deployment its menu leads to', async () => {
    await session.deploy(...ANSWERS, '--sheet', 'new');
    const [[deploymentId]] = versionedDeployments();
    expect(pushed(sheets()[0].files, 'Code').split('\n')[0]).toBe(
      `const KOERS_INSTALLATION = {"CONNECTOR_DEPLOYMENT_ID":"${deploymentId}"};`,
    );
  });

  it('prints the workbook, the link of a new data source for it, and what is left to do', async () => {
    const printed = await session.deploy(...ANSWERS, '--sheet', 'new');
    const [[deploymentId]] = versionedDeployments();
    const [workbookId] = [...session.google.workbooks.keys()];
    expect(printed).toContain(`https://docs.google.com/spreadsheets/d/${workbookId}/edit`);
    expect(printed).toContain(`/datasources/create?connectorId=${deploymentId}&connectorConfig=`);
    expect(printed).toContain(encodeURIComponent(JSON.stringify({ workbook: workbookId })));
    expect(printed).toContain('add Google Sheets API');
  });

  it('keeps what it made in a file for its owner alone, and no secret there or on the screen', async () => {
    const printed = await session.deploy(...ANSWERS, '--sheet', 'new');
    const file = join(session.home, '.koers/projects.json');
    expect(statSync(file).mode & 0o077).toBe(0);
    for (const text of [printed, readFileSync(file, 'utf8')]) {
      expect(text).not.toMatch(/ya29|1\/\/|secret/);
    }
  });

  it('takes a workbook that is there already', async () => {
    const id = session.google.addWorkbook('Our goals', OWNER);
    await session.deploy(
      ...ANSWERS,
      '--sheet',
      `https://docs.google.com/spreadsheets/d/${id}/edit`,
    );
    expect(session.google.workbooks.size).toBe(1);
    expect(sheets().map(({ parentId }) => parentId)).toEqual([id]);
  });

  it('takes projects that were installed by hand, and the deployment that data sources use', async () => {
    const id = session.google.addWorkbook('Our goals', OWNER);
    const bound = session.google.addScript('by hand', OWNER, id);
    const alone = session.google.addScript('by hand too', OWNER);
    session.google.scripts.get(alone)?.versions.push({
      versionNumber: 1,
      description: 'by hand',
      files: [],
    });
    const deployed = session.google.addDeployment(alone, 1, 'Production');
    await session.deploy(...ANSWERS, '--sheet', id, '--script', bound, '--connector', alone);
    expect(session.google.scripts.size).toBe(2);
    expect(versionedDeployments()).toEqual([
      [deployed, { versionNumber: 2, description: 'Production' }],
    ]);
  });

  it('is answered once by a person, who logs in on the way', async () => {
    session.logIn('default', '');
    session.asker = person({
      Organisation: 'Thee & Zo',
      'Its website': 'https://theezo.nl',
      'Its logo': 'https://theezo.nl/logo.png',
      'A short name': 'shop',
    });
    const printed = await session.deploy().catch(String);
    expect(printed).toContain('the login has expired, or Google cannot be reached');
    session.logOut();
    await session.deploy();
    expect(Object.keys(session.projects().workbooks)).toEqual(['shop']);
    session.asker = null;
    await session.deploy();
    expect(versionedDeployments()).toHaveLength(1);
  });

  it.each([
    [['--company', 'Zo'], /not made without: --company-url, --logo-url\./],
    [ANSWERS.slice(1), /--sheet new for a new one, or --sheet with the address/],
  ])(
    'without a person, %j is not enough: it says which options are missing',
    async (args, says) => {
      await expect(session.deploy('--yes', ...args)).rejects.toThrow(says);
      expect(session.google.workbooks.size).toBe(0);
    },
  );
});

describe('the next deployment', () => {
  beforeEach(() => session.deploy(...ANSWERS, '--sheet', 'new'));

  it('of the same code pushes nothing and makes nothing', async () => {
    const printed = await session.deploy('--yes');
    expect(scripts().map(({ versions }) => versions.length)).toEqual([1, 1]);
    expect(printed).toContain('connector code      already there, version 1 as before');
    expect(printed).not.toContain('What is left');
  });

  it('of other code brings the same deployment to a new version', async () => {
    const before = versionedDeployments().map(([id]) => id);
    session.build('// second');
    await session.deploy('--yes');
    expect(versionedDeployments()).toEqual([
      [before[0], { versionNumber: 2, description: 'Production' }],
    ]);
    expect(pushed(sheets()[0].files, 'Code')).toContain('// second');
  });

  it('changes what Data Studio shows of the organisation when an option says so', async () => {
    await session.deploy('--yes', '--support-url', 'https://theezo.nl/hulp');
    const { dataStudio } = JSON.parse(pushed(connector()?.files, 'appsscript'));
    expect(dataStudio).toMatchObject({
      company: 'Thee & Zo',
      supportUrl: 'https://theezo.nl/hulp',
    });
  });

  it('makes no second deployment when the first was archived, before somebody says so', async () => {
    const [[deploymentId]] = versionedDeployments();
    connector()?.deployments.delete(deploymentId);
    await expect(session.deploy('--yes')).rejects.toThrow('is no longer there');
    expect(versionedDeployments()).toEqual([]);
    await session.deploy('--yes', '--deployment', 'new');
    expect(versionedDeployments()).toHaveLength(1);
    await expect(session.deploy('--yes', '--deployment', 'new')).rejects.toThrow('is still there');
  });

  it('touches nothing under another account than before', async () => {
    session.logIn('default', 'someone@else.nl');
    session.build('// second');
    await expect(session.deploy('--yes')).rejects.toThrow(
      'are in the account owner@theezo.nl, and clasp is logged in as someone@else.nl',
    );
    expect(scripts().map(({ versions }) => versions.length)).toEqual([1, 1]);
  });
});

describe('several workbooks and clients', () => {
  const OTHER = [
    ...['--yes', '--workbook', 'bikes', '--sheet', 'new', '--account', 'fiets'],
    ...['--company', 'Fiets BV', '--company-url', 'https://fiets.nl'],
    ...['--logo-url', 'https://fiets.nl/logo.png'],
  ];

  beforeEach(async () => {
    await session.deploy(...ANSWERS, '--workbook', 'shop', '--sheet', 'new');
  });

  it('workbooks of one organisation share its connector', async () => {
    await session.deploy('--yes', '--workbook', 'wholesale', '--sheet', 'new');
    expect(session.google.workbooks.size).toBe(2);
    expect(scripts().filter(({ parentId }) => parentId === null)).toHaveLength(1);
    expect(versionedDeployments()).toHaveLength(1);
  });

  it('another organisation has its own account, connector and deployment', async () => {
    session.logIn('fiets', 'owner@fiets.nl');
    await session.deploy(...OTHER);
    expect(scripts().map(({ owner, title }) => [owner, title])).toEqual([
      [OWNER, 'Koers connector – Thee & Zo'],
      [OWNER, 'Koers – Thee & Zo – shop'],
      ['owner@fiets.nl', 'Koers connector – Fiets BV'],
      ['owner@fiets.nl', 'Koers – Fiets BV – bikes'],
    ]);
    expect(versionedDeployments()).toHaveLength(2);
  });

  it('must be named when there are several', async () => {
    await session.deploy('--yes', '--workbook', 'wholesale', '--sheet', 'new');
    await expect(session.deploy('--yes')).rejects.toThrow('--workbook (shop, wholesale), or --all');
    await expect(
      session.deploy('--yes', '--workbook', 'shop', '--organisation', 'fiets-bv'),
    ).rejects.toThrow('The workbook "shop" is of thee-zo, not of fiets-bv');
  });

  it('are all upgraded with --all, each connector once; one that is refused does not stop the rest', async () => {
    session.logIn('fiets', 'owner@fiets.nl');
    await session.deploy(...OTHER);
    await session.deploy(
      '--yes',
      '--workbook',
      'wholesale',
      '--sheet',
      'new',
      '--organisation',
      'thee-zo',
    );
    session.build('// second');
    const [, shop] = [...session.google.scripts.keys()];
    session.google.fault = {
      request: new RegExp(`PUT /v1/projects/${shop}/content`),
      status: 403,
      message: 'The caller does not have permission',
    };
    await expect(session.deploy('--yes', '--all')).rejects.toThrow(
      'Not done: shop. The others are.',
    );
    expect(session.printed.join('\n')).toContain('This account may not change the project.');
    expect(versionedDeployments().map(([, { versionNumber }]) => versionNumber)).toEqual([2, 2]);
    expect(sheets().map(({ versions }) => versions.length)).toEqual([1, 2, 2]);
    await expect(session.deploy('--all', '--support-url', 'https://theezo.nl/x')).rejects.toThrow(
      'With --all nothing is answered anew',
    );
  });
});

describe('going back', () => {
  beforeEach(async () => {
    await session.deploy(...ANSWERS, '--sheet', 'new');
    session.koers = '0.2.0';
    session.build('// second');
    await session.deploy('--yes');
    session.koers = '0.3.0';
    session.build('// third');
    await session.deploy('--yes');
  });

  const inUse = () => [
    versionedDeployments().map(([, { versionNumber }]) => versionNumber),
    pushed(sheets()[0].files, 'Code').split('\n')[2],
  ];

  it('puts the code of before back in the workbook and behind the deployment, one step at a time', async () => {
    expect(inUse()).toEqual([[3], '// third']);
    expect(await session.deploy('--rollback')).toContain('Koers 0.2.0 is in use again');
    expect(inUse()).toEqual([[2], '// second']);
    await session.deploy('--rollback');
    expect(inUse()).toEqual([[1], '// first']);
    await expect(session.deploy('--rollback')).rejects.toThrow('There is nothing earlier');
  });

  it('goes to a version of Koers by its number', async () => {
    await session.deploy('--rollback', '--to', '0.1.0');
    expect(inUse()).toEqual([[1], '// first']);
    session.build('// third');
    await session.deploy('--yes');
    await expect(session.deploy('--rollback', '--to', '0.9.0')).rejects.toThrow(
      'never had Koers 0.9.0 before. Before now it had: 0.1.0, 0.2.0.',
    );
  });

  it('and forward again makes no new version of code that has one', async () => {
    await session.deploy('--rollback');
    const printed = await session.deploy('--yes');
    expect(inUse()).toEqual([[3], '// third']);
    expect(printed).toContain('version 3 as before');
    expect(scripts().map(({ versions }) => versions.length)).toEqual([3, 3]);
  });

  it('is not for a workbook that was never deployed', async () => {
    await expect(session.deploy('--rollback', '--workbook', 'other')).rejects.toThrow(
      'The workbook "other" was never deployed from here',
    );
  });
});

describe('an older Koers over a newer one', () => {
  beforeEach(async () => {
    session.koers = '0.10.0';
    await session.deploy(...ANSWERS, '--sheet', 'new');
    session.koers = '0.9.0';
    session.build('// older');
  });
  const inUse = () => pushed(sheets()[0].files, 'Code').split('\n')[2];

  it('is refused before anything is touched where nobody can be asked', async () => {
    await expect(session.deploy('--yes')).rejects.toThrow(
      /Koers 0\.10\.0 is in use there, and this is the older 0\.9\.0.*not put over it.*--rollback/,
    );
    expect(session.commands).toEqual([]);
    expect(inUse()).toBe('// first');
  });

  it('goes over it with --older, and says so', async () => {
    expect(await session.deploy('--yes', '--older')).toContain('warning             Koers 0.10.0');
    expect(inUse()).toBe('// older');
    // It is the newer one from then on.
    session.koers = '0.9.1';
    session.build('// newer again');
    expect(await session.deploy('--yes')).not.toContain('warning');
    expect(inUse()).toBe('// newer again');
  });

  it('is asked once, and staying is what is proposed', async () => {
    session.asker = person();
    await expect(session.deploy()).rejects.toThrow('It was not put over it');
    let questions = 0;
    const sure = person({ 'Koers 0.10.0 is in use': 'Put Koers 0.9.0 over it' });
    session.asker = {
      ...sure,
      choose: (question, choices) => {
        questions += 1;
        return sure.choose(question, choices);
      },
    };
    await session.deploy();
    expect(questions).toBe(1);
    expect(inUse()).toBe('// older');
  });

  it('is noticed too where the newer one came from another machine', async () => {
    const here = JSON.stringify(session.projects()).replaceAll('0.10.0', '0.8.0');
    session.koers = '0.11.0';
    session.build('// from elsewhere');
    await session.deploy('--yes');
    writeFileSync(join(session.home, '.koers/projects.json'), here);
    session.koers = '0.9.0';
    session.build('// older');
    await expect(session.deploy('--yes')).rejects.toThrow('Koers 0.11.0 is in use there');
    expect(inUse()).toBe('// from elsewhere');
  });
});

describe('the files of the route and the meter', () => {
  const steps = () => session.printed.filter((line) => line.includes('dist/visualisations/*'));

  it('are one printed step at the end, of a rehearsal, the first deployment and an upgrade of several', async () => {
    await session.deploy(...ANSWERS, '--sheet', 'new', '--dry-run');
    expect(steps()).toHaveLength(1);
    await session.deploy(...ANSWERS, '--sheet', 'new');
    expect(steps()).toEqual([
      expect.stringContaining('npm run build -- --bucket=gs://YOUR-BUCKET'),
    ]);
    await session.deploy('--yes', '--workbook', 'second', '--sheet', 'new');
    session.build('// second');
    await session.deploy('--yes', '--all');
    expect(steps()).toHaveLength(1);
  });

  it('are not spoken of on the way back', async () => {
    await session.deploy(...ANSWERS, '--sheet', 'new');
    session.build('// second');
    await session.deploy('--yes');
    await session.deploy('--yes', '--rollback');
    expect(steps()).toEqual([]);
  });
});

describe('a rehearsal', () => {
  const shown = () =>
    session.printed.flatMap((line) => /would run: clasp (.*)/.exec(line)?.[1] ?? []);
  const asShown = (commands: readonly string[]) => commands.map((command) => command.split(' ')[0]);

  it('shows every command that a deployment then runs, and does nothing', async () => {
    await session.deploy(...ANSWERS, '--sheet', 'new', '--dry-run');
    const first = asShown(shown());
    expect(session.commands).toEqual([]);
    expect(existsSync(join(session.home, '.koers'))).toBe(false);
    await session.deploy(...ANSWERS, '--sheet', 'new');
    expect(first).toEqual(asShown(session.commands));
  });

  it('of an upgrade and of a way back too', async () => {
    await session.deploy(...ANSWERS, '--sheet', 'new');
    session.build('// second');
    for (const args of [['--yes'], ['--rollback']]) {
      const before = JSON.stringify(session.projects());
      await session.deploy(...args, '--dry-run');
      const rehearsed = shown().map((command) =>
        command.replace(/ (-P \.|--json|-u default)/g, ''),
      );
      expect(JSON.stringify(session.projects())).toBe(before);
      await session.deploy(...args);
      expect(rehearsed.map((command) => command.replace(/"/g, ''))).toEqual(session.commands);
    }
  });

  it('says what a person would be asked', async () => {
    session.asker = person();
    const printed = await session.deploy('--dry-run');
    expect(printed).toContain('would ask: Organisation, as Data Studio shows it');
    expect(printed).toContain('would ask: A page about this connector [(its website)]');
    expect(printed).toContain('"Koers – (organisation) – goals"');
    expect(printed.split('through which Data Studio reads it')).toHaveLength(2);
    expect(printed).toContain('would ask: Which workbook? Make a new one · One that I have');
  });
});

test('the folders that clasp works in hold the code of the last push and nothing else', async () => {
  await session.deploy(...ANSWERS, '--sheet', 'new');
  const found = readdirSync(join(session.home, '.koers'), { recursive: true }).map(String);
  expect(found.filter((name) => name.includes('code/')).sort()).toEqual([
    'connectors/thee-zo/code/Code.js',
    'connectors/thee-zo/code/appsscript.json',
    'connectors/thee-zo/code/board.html',
    'sheets/goals/code/Code.js',
    'sheets/goals/code/appsscript.json',
    'sheets/goals/code/board.html',
  ]);
});
