/** The commands of clasp that a deployment needs, and how their answers are read. */
import { DeployFailure } from '../deploy-failure.ts';
import { explainRefusal } from './refusals.ts';
import type { ClaspAnswer, ClaspCall, RunClasp } from './run-clasp.ts';

/** A project that Google just made, as far as clasp has told. */
interface MadeProject {
  readonly scriptId: string | null;
  readonly workbookId: string | null;
}

export interface Deployment {
  readonly deploymentId: string;
  /** Null for the one that follows the latest code. */
  readonly version: number | null;
}

export interface Clasp {
  /** Null when nobody is logged in; the address is '' when Google did not tell it. */
  readonly account: () => Promise<{ readonly email: string } | null>;
  readonly logIn: () => Promise<void>;
  /** Projects that this person can see by themselves: those bound to a file are not among them. */
  readonly scripts: () => Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** `onMade` is told ids as soon as they are known: what follows may still fail. */
  readonly createProject: (
    order: ProjectOrder,
    onMade: (made: MadeProject) => void,
  ) => Promise<void>;
  readonly push: (folder: string) => Promise<readonly string[]>;
  readonly pull: (folder: string, version: number) => Promise<void>;
  readonly versions: (
    folder: string,
  ) => Promise<readonly { readonly version: number; readonly description: string }[]>;
  readonly createVersion: (folder: string, description: string) => Promise<number>;
  readonly deployments: (folder: string) => Promise<readonly Deployment[]>;
  readonly createDeployment: (folder: string, version: number) => Promise<string>;
  readonly updateDeployment: (
    folder: string,
    deploymentId: string,
    version: number,
  ) => Promise<void>;
}

export interface ProjectOrder {
  readonly folder: string;
  readonly title: string;
  /** Standing alone, bound to a new workbook, or bound to the workbook with this id. */
  readonly kind: 'standalone' | 'new_workbook' | { readonly workbookId: string };
}

/** [documented] Data Studio's gallery looks for a deployment of this name. */
const DEPLOYMENT_NAME = 'Production';

const SCRIPT_LINE = /Created new script: https:\/\/script\.google\.com\/d\/([\w-]+)\/edit/;
const WORKBOOK_LINE = /Created new document: https:\/\/drive\.google\.com\/open\?id=([\w-]+)/;

const madeIn = (printed: string): MadeProject => ({
  scriptId: SCRIPT_LINE.exec(printed)?.[1] ?? null,
  workbookId: WORKBOOK_LINE.exec(printed)?.[1] ?? null,
});

const refusal = ({ stderr, stdout }: ClaspAnswer): DeployFailure =>
  new DeployFailure(explainRefusal(stderr.trim() === '' ? stdout : stderr).sentences);

/**
 * What clasp printed as JSON. Its exit code is not enough: clasp 3.4.1 ends with 0 after several of
 * its own refusals, and prints nothing at all when it skips a push.
 */
function jsonOf(answer: ClaspAnswer): unknown {
  if (answer.exitCode !== 0) throw refusal(answer);
  try {
    return JSON.parse(answer.stdout);
  } catch {
    throw refusal(answer);
  }
}

// SAFETY: the shapes are those of clasp 3.4.1, which the lock file pins; a test runs it.
const listOf = <T>(answer: ClaspAnswer): readonly T[] => jsonOf(answer) as T[];

interface PrintedVersion {
  readonly versionNumber?: number;
  readonly description?: string;
}

interface PrintedDeployment extends PrintedVersion {
  readonly deploymentId: string;
}

/** clasp under one of its logins. */
export function openClasp(run: RunClasp, login: string, home: string): Clasp {
  const call = (args: readonly string[], folder: string, more: Partial<ClaspCall> = {}) =>
    run({ args: [...args, '-u', login], folder, ...more });
  const inProject = (folder: string, ...args: string[]) =>
    call([...args, '-P', '.', '--json'], folder);

  return {
    account: async () => {
      const printed = jsonOf(await call(['show-authorized-user', '--json'], home));
      // SAFETY: as above.
      const { loggedIn, email } = printed as { loggedIn: boolean; email?: string };
      return loggedIn ? { email: email ?? '' } : null;
    },
    logIn: async () => {
      await call(['login'], home, { isInteractive: true });
    },
    scripts: async () => listOf(await call(['list-scripts', '--json'], home)),
    createProject: async ({ folder, title, kind }, onMade) => {
      const place =
        kind === 'standalone'
          ? ['--type', 'standalone']
          : kind === 'new_workbook'
            ? ['--type', 'sheets']
            : ['--parentId', kind.workbookId];
      const args = ['create-script', ...place, '--title', title, '--rootDir', 'code', '-P', '.'];
      // Not as JSON: clasp prints that only at the very end, when ids may already be lost.
      const answer = await call(args, folder, { onOutput: (printed) => onMade(madeIn(printed)) });
      const made = madeIn(answer.stdout);
      onMade(made);
      if (made.scriptId === null) throw refusal(answer);
    },
    push: async (folder) => listOf(await inProject(folder, 'push', '--force')),
    pull: async (folder, version) => {
      jsonOf(await inProject(folder, 'pull', '--versionNumber', String(version)));
    },
    versions: async (folder) =>
      listOf<PrintedVersion>(await inProject(folder, 'list-versions')).map((printed) => ({
        version: printed.versionNumber ?? 0,
        description: printed.description ?? '',
      })),
    createVersion: async (folder, description) => {
      const printed = jsonOf(await inProject(folder, 'create-version', description));
      // SAFETY: as above.
      return (printed as { versionNumber: number }).versionNumber;
    },
    deployments: async (folder) =>
      listOf<PrintedDeployment>(await inProject(folder, 'list-deployments')).map(
        ({ deploymentId, versionNumber }) => ({ deploymentId, version: versionNumber ?? null }),
      ),
    createDeployment: async (folder, version) => {
      const args = ['create-deployment', '-V', String(version), '-d', DEPLOYMENT_NAME];
      const printed = jsonOf(await inProject(folder, ...args));
      // SAFETY: as above.
      return (printed as PrintedDeployment).deploymentId;
    },
    updateDeployment: async (folder, deploymentId, version) => {
      const args = [
        'update-deployment',
        deploymentId,
        '-V',
        String(version),
        '-d',
        DEPLOYMENT_NAME,
      ];
      jsonOf(await inProject(folder, ...args));
    },
  };
}
