/** A terminal, a folder and an account at Google, in which clasp itself deploys. */
import { type ChildProcess, fork } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClaspAnswer, RunClasp } from '../../src/deploy/clasp/run-clasp.ts';
import { readDeployOptions } from '../../src/deploy/deploy-options.ts';
import type { Projects } from '../../src/deploy/projects/projects.ts';
import { runDeployment } from '../../src/deploy/run-deployment.ts';
import type { Asker } from '../../src/deploy/session.ts';
import { FakeGoogle, serveGoogle } from '../support/fake-google.ts';

export const OWNER = 'owner@theezo.nl';

/** What a script gives when nobody is at the terminal. */
export const ANSWERS = [
  '--yes',
  '--company',
  'Thee & Zo',
  '--company-url',
  'https://theezo.nl',
  '--logo-url',
  'https://theezo.nl/logo.png',
];

export type Moment = 'before' | 'lost' | 'after';

export interface TerminalSession {
  readonly google: FakeGoogle;
  /** Lines of the last run. */
  printed: string[];
  /** Commands of clasp in the last run, without login and format. */
  commands: string[];
  koers: string;
  /**
   * Called around each command of clasp, and may throw, as a machine that stops does: before Google
   * hears of it, when Google has done it and its answer is lost, and after the answer.
   */
  around: ((when: Moment, number: number) => void) | null;
  asker: Asker | null;
  readonly home: string;
  deploy: (...args: string[]) => Promise<string>;
  projects: () => Projects;
  /** With a blank address Google does not accept the login any more. */
  logIn: (login: string, email: string) => void;
  logOut: () => void;
  /** Another code of the product, as a change would make it. */
  build: (code: string) => void;
  restart: () => void;
  /** What brings the account and the file back to how they are now. */
  remember: () => () => void;
  close: () => void;
}

const withoutForm = (args: readonly string[]): string =>
  args
    .filter(
      (arg, at) => !['-u', '-P', '--json'].includes(arg) && !['-u', '-P'].includes(args[at - 1]),
    )
    .join(' ');

function claspIn(host: ChildProcess): RunClasp {
  let number = 0;
  return (call) =>
    new Promise((resolve, reject) => {
      number += 1;
      const mine = number;
      const hear = (message: { number: number; answer: ClaspAnswer }) => {
        if (message.number !== mine) return;
        host.off('message', hear);
        host.off('exit', reject);
        resolve(message.answer);
      };
      host.on('message', hear);
      host.once('exit', reject);
      host.send({ number: mine, call: { args: call.args, folder: call.folder } });
    });
}

function credentials(logins: Readonly<Record<string, string>>): string {
  const tokens = Object.entries(logins).map(([login, email]) => [
    login,
    {
      type: 'authorized_user',
      client_id: 'client',
      client_secret: 'not-so-secret',
      refresh_token: `1//refresh-${email}`,
      access_token: `ya29.${email}`,
      expiry_date: 4_000_000_000_000,
    },
  ]);
  return JSON.stringify({ tokens: Object.fromEntries(tokens) });
}

function buildIn(dist: string, code: string): void {
  for (const project of ['sheet', 'connector']) {
    mkdirSync(join(dist, project), { recursive: true });
    const built = readFileSync(`dist/${project}/appsscript.json`, 'utf8');
    writeFileSync(join(dist, project, 'appsscript.json'), built);
    writeFileSync(join(dist, project, 'board.html'), `<p>${project}</p>\n`);
    writeFileSync(join(dist, project, 'Code.js'), `// ${project}\n${code}\n`);
  }
}

export async function openTerminal(): Promise<TerminalSession> {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'koers-deploy-')));
  const home = join(top, 'koers');
  const dist = join(home, 'dist');
  const logins: Record<string, string> = {};
  let google = new FakeGoogle();
  const { server, port } = await serveGoogle(() => google);
  const host = fork('test/support/clasp-host.mjs', [], {
    env: { ...process.env, HOME: top, USERPROFILE: top, GOOGLE_PORT: String(port) },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const clasp = claspIn(host);

  const session: TerminalSession = {
    get google() {
      return google;
    },
    printed: [],
    commands: [],
    koers: '0.1.0',
    around: null,
    asker: null,
    home,
    logIn: (login, email) => {
      logins[login] = email;
      writeFileSync(join(top, '.clasprc.json'), credentials(logins));
    },
    logOut: () => {
      for (const login of Object.keys(logins)) delete logins[login];
      writeFileSync(join(top, '.clasprc.json'), credentials(logins));
    },
    build: (code) => buildIn(dist, code),
    projects: () => JSON.parse(readFileSync(join(home, '.koers', 'projects.json'), 'utf8')),
    restart: () => {
      google = new FakeGoogle();
      rmSync(join(home, '.koers'), { recursive: true, force: true });
      session.koers = '0.1.0';
      session.around = null;
      session.asker = null;
      session.build('// first');
      session.logOut();
      session.logIn('default', OWNER);
    },
    remember: () => {
      const account = google.copy();
      const file = join(home, '.koers', 'projects.json');
      const kept = readFileSync(file, 'utf8');
      return () => {
        google = account.copy();
        writeFileSync(file, kept);
      };
    },
    deploy: async (...args) => {
      session.printed = [];
      session.commands = [];
      const options = readDeployOptions(args);
      if (options === null) throw new Error('help');
      await runDeployment(options, {
        home,
        dist,
        koers: session.koers,
        asker: session.asker,
        tell: (line) => session.printed.push(line),
        runClasp: async (call) => {
          session.commands.push(withoutForm(call.args));
          if (call.args[0] === 'login') {
            session.logIn(call.args[2], OWNER);
            return { stdout: '', stderr: '', exitCode: 0 };
          }
          session.around?.('before', session.commands.length);
          const answer = await clasp(call);
          session.around?.('lost', session.commands.length);
          call.onOutput?.(answer.stdout);
          session.around?.('after', session.commands.length);
          return answer;
        },
      });
      return session.printed.join('\n');
    },
    close: () => {
      host.kill();
      server.closeAllConnections();
      server.close();
      if (existsSync(top)) rmSync(top, { recursive: true });
    },
  };
  mkdirSync(home, { recursive: true });
  session.restart();
  return session;
}
