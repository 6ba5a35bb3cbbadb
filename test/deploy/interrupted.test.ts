import { ANSWERS, type Moment, openTerminal, type TerminalSession } from './terminal-session.ts';

/** When it matters that a command was broken off: one that only reads has nothing to lose. */
function momentsOf(command: string): readonly Moment[] {
  if (command.startsWith('create-script')) return ['before', 'lost', 'after'];
  return /^(?:create|update|push)/.test(command) ? ['before', 'lost'] : ['before'];
}

let session: TerminalSession;

beforeAll(async () => {
  session = await openTerminal();
});
beforeEach(() => session.restart());
afterAll(() => session.close());

/** How much of everything there is at Google. */
function counted() {
  const scripts = [...session.google.scripts.values()];
  const alone = scripts.filter(({ parentId }) => parentId === null);
  const served = scripts.flatMap(({ deployments }) =>
    [...deployments.values()].flatMap(({ versionNumber }) => versionNumber ?? []),
  );
  return {
    workbooks: session.google.workbooks.size,
    connectors: alone.length,
    versions: scripts.filter(({ versions }) => versions.length > 0).map((s) => s.versions.length),
    served,
  };
}

/** The commands of a run that nothing disturbs. */
async function commandsOf(...args: string[]): Promise<readonly string[]> {
  await session.deploy(...args);
  return session.commands;
}

/** Deploys while the machine stops at this moment of this command. */
async function stopAt(moment: Moment, command: number, ...args: string[]): Promise<void> {
  session.around = (when, number) => {
    if (when === moment && number === command) throw new Error('the machine stops');
  };
  await expect(session.deploy(...args)).rejects.toThrow('the machine stops');
  session.around = null;
}

test('a first deployment that stops at any moment goes on to the same end', async () => {
  const first = [...ANSWERS, '--sheet', 'new'];
  const commands = await commandsOf(...first);
  const whole = counted();
  expect(whole).toEqual({ workbooks: 1, connectors: 1, versions: [1, 1], served: [1] });
  const newWorkbook = commands.findIndex((command) => command.includes('--type sheets')) + 1;
  for (let command = 1; command <= commands.length; command += 1) {
    for (const moment of momentsOf(commands[command - 1])) {
      session.restart();
      await stopAt(moment, command, ...first);
      if (command === newWorkbook && moment !== 'after') continue;
      await session.deploy('--yes', ...(command < newWorkbook ? first : ANSWERS));
      expect({ command, moment, ...counted() }).toEqual({ command, moment, ...whole });
    }
  }
});

describe('a run that stops while Google makes the workbook', () => {
  const first = [...ANSWERS, '--sheet', 'new'];

  beforeEach(async () => {
    const commands = await commandsOf(...first);
    const number = commands.findIndex((command) => command.includes('--type sheets')) + 1;
    session.restart();
    await stopAt('lost', number, ...first);
  });

  it('makes no second one by itself: only a person can see what is there', async () => {
    await expect(session.deploy('--yes')).rejects.toThrow(
      'A run broke off while Google was making the workbook "Koers – Thee & Zo – goals". Look in Google Drive: when it is there, deploy again with --sheet and its address; when not, with --sheet new.',
    );
    expect(session.google.workbooks.size).toBe(1);
  });

  it('goes on in the workbook that is there, once its address is given', async () => {
    const [id] = [...session.google.workbooks.keys()];
    await session.deploy('--yes', '--sheet', id);
    expect(session.google.workbooks.size).toBe(1);
    expect(session.projects().workbooks.goals).toMatchObject({ workbookId: id, making: null });
  });

  it('asks the person who is there', async () => {
    const [id] = [...session.google.workbooks.keys()];
    const asked: string[] = [];
    session.asker = {
      text: async (question) => {
        asked.push(question);
        return id;
      },
      choose: async (_, [{ value }]) => value,
      confirm: async (question) => {
        asked.push(question);
        return true;
      },
    };
    await session.deploy();
    expect(asked).toEqual([
      'A run broke off while Google was making the workbook "Koers – Thee & Zo – goals". Is it in your Google Drive?',
      'Its address',
    ]);
    expect(session.google.workbooks.size).toBe(1);
  });
});

test('several projects by the title of one that was being made are not guessed between', async () => {
  await stopAt('lost', 2, ...ANSWERS);
  const other = session.google.addScript('Koers connector – Thee & Zo', 'owner@theezo.nl');
  await expect(session.deploy(...ANSWERS, '--sheet', 'new')).rejects.toThrow(
    'give one with --connector',
  );
  await session.deploy(...ANSWERS, '--sheet', 'new', '--connector', other);
  expect(session.projects().organisations['thee-zo'].connector?.scriptId).toBe(other);
});

test('an upgrade and a way back that stop at any moment go on to the same end', async () => {
  const upgraded = { workbooks: 1, connectors: 1, versions: [2, 2], served: [2] };
  for (const args of [['--yes'], ['--rollback']]) {
    session.restart();
    await session.deploy(...ANSWERS, '--sheet', 'new');
    session.build('// second');
    if (args[0] === '--rollback') await session.deploy('--yes');
    const again = session.remember();
    const end = { ...upgraded, served: [args[0] === '--rollback' ? 1 : 2] };
    const commands = await commandsOf(...args);
    expect(counted()).toEqual(end);
    for (let command = 1; command <= commands.length; command += 1) {
      for (const moment of momentsOf(commands[command - 1])) {
        again();
        await stopAt(moment, command, ...args);
        await session.deploy(...args);
        expect({ args, command, moment, ...counted() }).toEqual({ args, command, moment, ...end });
      }
    }
  }
});
