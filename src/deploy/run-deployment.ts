import { join } from 'node:path';
import { openClasp } from './clasp/clasp.ts';
import { rehearseClasp } from './clasp/rehearse-clasp.ts';
import type { RunClasp } from './clasp/run-clasp.ts';
import { DeployFailure } from './deploy-failure.ts';
import type { DeployOptions } from './deploy-options.ts';
import { deployWorkbook, rollBackWorkbook } from './deploy-workbook.ts';
import { isShortName } from './organisation.ts';
import { openLedger } from './projects/ledger.ts';
import type { Asker, Session } from './session.ts';
import { rehearsingAsker } from './terminal.ts';
import { openWorkshop } from './workshop.ts';

export interface Surroundings {
  /** The project's own folder; .koers comes below it. */
  readonly home: string;
  /** What the build made. */
  readonly dist: string;
  readonly koers: string;
  readonly runClasp: RunClasp;
  /** Null when nobody is at a terminal. */
  readonly asker: Asker | null;
  readonly tell: (line: string) => void;
}

const DEFAULT_WORKBOOK = 'goals';

const REHEARSED =
  'A rehearsal: every step is shown, and nothing is done. clasp is Google’s own command for script projects; npm ci brought it.';

const STAND_INS = 'Ids and links with "new-" in them stand for those that Google will give.';

/** The files of dist/visualisations go where no script project does. */
const INTO_BUCKET =
  'For the route and the meter inside a report, which are optional, and again after each upgrade: fill in dataStudio in appsscript.json, run npm run build -- --bucket=gs://YOUR-BUCKET and copy dist/visualisations/* into that bucket of Google Cloud Storage (docs/visualisations.md has the commands).';

function openSession(options: DeployOptions, surroundings: Surroundings): Session {
  const { home, dist, koers, tell, asker } = surroundings;
  const ledger = openLedger(join(home, '.koers', 'projects.json'), !options.dryRun);
  const emailOf = (login: string): string =>
    Object.values(ledger.projects().organisations).find(({ account }) => account?.login === login)
      ?.account?.email ?? '(that you log in with)';
  const run = options.dryRun
    ? rehearseClasp(tell, ledger.projects, emailOf)
    : surroundings.runClasp;
  const present = options.yes ? null : asker;
  return {
    options,
    ledger,
    workshop: openWorkshop(home, dist, options.dryRun ? tell : null),
    claspAs: (login) => openClasp(run, login, home),
    asker: options.dryRun && !options.yes ? rehearsingAsker(tell) : present,
    tell,
    koers,
    olderOver: new Set(),
    released: new Map(),
  };
}

/** The workbooks that are meant, by short name. */
async function chooseWorkbooks({ options, ledger, asker }: Session): Promise<readonly string[]> {
  const known = Object.keys(ledger.projects().workbooks);
  if (options.all) {
    if (known.length > 0) return known;
    throw new DeployFailure('Nothing was deployed from here yet, so there is nothing to upgrade.');
  }
  if (options.workbook !== null) return [options.workbook];
  if (known.length === 1) return known;
  if (known.length > 1) {
    if (asker === null) {
      throw new DeployFailure(
        `Say which workbook with --workbook (${known.join(', ')}), or --all.`,
      );
    }
    const choices = known.map((name) => ({ name, value: name }));
    return [await asker.choose('Which workbook?', choices)];
  }
  if (asker === null) return [DEFAULT_WORKBOOK];
  const check = (name: string) =>
    isShortName(name) ? null : 'small letters, digits and dashes, such as web-shop';
  return [await asker.text('A short name of your own for the workbook', DEFAULT_WORKBOOK, check)];
}

/** Answers about one project cannot be meant for several. */
function refuseAnswersForAll({ options }: Session, names: readonly string[]): void {
  const { sheet, script, connector, deployment, organisation, account, details } = options;
  const isOfOne = [sheet, script, connector, deployment, organisation, account].some(Boolean);
  if (names.length > 1 && (isOfOne || Object.keys(details).length > 0)) {
    throw new DeployFailure('With --all nothing is answered anew. Change one workbook at a time.');
  }
}

/** Every workbook that is meant, one after the other; one that fails does not stop the next. */
export async function runDeployment(
  options: DeployOptions,
  surroundings: Surroundings,
): Promise<void> {
  const session = openSession(options, surroundings);
  const { tell } = surroundings;
  if (options.dryRun) tell(REHEARSED);
  const names = await chooseWorkbooks(session);
  refuseAnswersForAll(session, names);
  const failed: string[] = [];
  for (const name of names) {
    try {
      if (options.rollback) await rollBackWorkbook(session, name);
      else await deployWorkbook(session, name);
    } catch (error) {
      if (!(error instanceof DeployFailure) || names.length === 1) throw error;
      tell(`${error.message}\n`);
      failed.push(name);
    }
  }
  if (failed.length > 0) {
    throw new DeployFailure(`Not done: ${failed.join(', ')}. The others are.`);
  }
  if (!options.rollback) for (const line of [INTO_BUCKET, '']) tell(line);
  if (options.dryRun) tell(STAND_INS);
  tell(options.dryRun ? 'Nothing was done.' : 'Kept in .koers/projects.json.');
}
