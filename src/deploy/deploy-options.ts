import { parseArgs } from 'node:util';
import { workbookIdOf } from '../workflows/connector/workbook-id.ts';
import { PersonFailure } from '../workflows/failures.ts';
import { DeployFailure } from './deploy-failure.ts';
import {
  complaintAbout,
  DETAIL_QUESTIONS,
  isShortName,
  type OrganisationDetails,
} from './organisation.ts';

export interface DeployOptions {
  readonly workbook: string | null;
  readonly all: boolean;
  readonly organisation: string | null;
  readonly dryRun: boolean;
  readonly rollback: boolean;
  /** The version of Koers to go back to. */
  readonly to: string | null;
  /** Ask nothing. */
  readonly yes: boolean;
  /** Put an older Koers over a newer one. */
  readonly older: boolean;
  readonly details: Partial<OrganisationDetails>;
  /** clasp's name for a login. */
  readonly account: string | null;
  /** The id of a workbook, or that a new one is to be made. */
  readonly sheet: { readonly workbookId: string } | 'new' | null;
  readonly script: string | null;
  readonly connector: string | null;
  readonly deployment: string | null;
}

export const DEPLOY_HELP = `npm run deploy [-- options]

Puts Koers into a Google account, or upgrades it there: makes or finds the two script projects,
builds and pushes them, makes versions and updates the connector's deployment. It asks what it
needs once and keeps what it made in .koers/projects.json, which is not in git and holds nothing
secret. Broken off half-way, it goes on where it stopped.

  --workbook shop     which workbook, by a short name of your own; a new name makes a new one
  --all               every workbook there is
  --organisation acme whose workbook a new one is, by short name; each has a Google account
                      and a connector of its own
  --dry-run           show every step; log in nowhere and change nothing
  --rollback          go back to the versions in use before; --to 0.1.0 says to which Koers
  --older             put this Koers over a newer one, which is refused otherwise
  --yes               ask nothing: take the answers from options and from before
  --help              this text

Answers, for scripts:

  --company, --company-url, --logo-url, --addon-url, --support-url, --privacy-url, --terms-url
                      what Data Studio shows of the organisation
  --account name      which of clasp's logins (clasp -u name); without it "default"
  --sheet new|address make a new workbook, or take the one at this address
  --script id         a script project that is in that workbook already
  --connector id      a connector project that exists already
  --deployment id     its deployment, when there are several; "new" when the old one is gone`;

const NAMED = {
  workbook: { type: 'string' },
  all: { type: 'boolean' },
  organisation: { type: 'string' },
  'dry-run': { type: 'boolean' },
  rollback: { type: 'boolean' },
  to: { type: 'string' },
  yes: { type: 'boolean' },
  older: { type: 'boolean' },
  account: { type: 'string' },
  sheet: { type: 'string' },
  script: { type: 'string' },
  connector: { type: 'string' },
  deployment: { type: 'string' },
  help: { type: 'boolean' },
} as const;

const DETAIL_OPTIONS = Object.fromEntries(
  DETAIL_QUESTIONS.map(({ option }) => [option, { type: 'string' } as const]),
);

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { ...NAMED, ...DETAIL_OPTIONS } }).values;
  } catch (error) {
    const [sentence = ''] = String(error instanceof Error ? error.message : error).split('. ');
    throw new DeployFailure(`${sentence.replace(/\.$/, '')}. With --help you see what there is.`);
  }
}

/** npm takes options that stand before a lone -- for its own, and leaves them in its environment. */
function refuseSwallowed(args: readonly string[], environment: Readonly<Record<string, unknown>>) {
  const { yes: _, ...ours } = { ...NAMED, ...DETAIL_OPTIONS };
  for (const name of Object.keys(ours)) {
    const isSwallowed = environment[`npm_config_${name.replace(/-/g, '_')}`] !== undefined;
    if (isSwallowed && !args.some((arg) => arg.startsWith(`--${name}`))) {
      throw new DeployFailure(
        `npm kept --${name} for itself. Put two dashes first: npm run deploy -- --${name} …`,
      );
    }
  }
}

function detailsIn(values: Readonly<Record<string, unknown>>): Partial<OrganisationDetails> {
  const given = DETAIL_QUESTIONS.flatMap((asked) => {
    const value = values[asked.option];
    if (typeof value !== 'string') return [];
    const answer = value.trim();
    const complaint = complaintAbout(asked, answer);
    if (complaint !== null) throw new DeployFailure(`--${asked.option}: ${complaint}.`);
    return [[asked.key, answer]];
  });
  return Object.fromEntries(given);
}

function shortName(option: string, name: string | undefined): string | null {
  if (name === undefined || isShortName(name)) return name ?? null;
  throw new DeployFailure(
    `--${option} wants a short name of small letters, digits and dashes, such as web-shop; not "${name}".`,
  );
}

/** The id of a workbook from its address, or the id itself. */
export function workbookIdFrom(typed: string): string {
  try {
    return workbookIdOf(typed, { get: () => null });
  } catch (error) {
    throw error instanceof PersonFailure ? new DeployFailure(error.message) : error;
  }
}

const SCRIPT_ID =
  /^(?:https:\/\/script\.google\.com\/(?:\S*\/)?(?:d|projects)\/)?([\w-]{20,})(?:\/\S*)?$/;

function scriptId(option: string, typed: string | undefined): string | null {
  if (typed === undefined) return null;
  const found = SCRIPT_ID.exec(typed.trim());
  if (found !== null) return found[1];
  throw new DeployFailure(
    `--${option} wants the script id from Project settings in the Apps Script editor, not "${typed}".`,
  );
}

/** What was asked on the command line; null when it was only help. */
export function readDeployOptions(
  args: readonly string[],
  environment: Readonly<Record<string, unknown>> = {},
): DeployOptions | null {
  refuseSwallowed(args, environment);
  const values = parse(args);
  if (values.help === true) return null;
  if (values.all === true && values.workbook !== undefined) {
    throw new DeployFailure('Give --workbook or --all, not both.');
  }
  if (values.to !== undefined && values.rollback !== true) {
    throw new DeployFailure('--to belongs to --rollback: npm run deploy -- --rollback --to 0.1.0');
  }
  const { sheet, account = null, deployment = null, to = null } = values;
  return {
    workbook: shortName('workbook', values.workbook),
    all: values.all === true,
    organisation: shortName('organisation', values.organisation),
    dryRun: values['dry-run'] === true,
    rollback: values.rollback === true,
    to,
    yes: values.yes === true,
    older: values.older === true,
    details: detailsIn(values),
    account,
    sheet:
      sheet === undefined ? null : sheet === 'new' ? 'new' : { workbookId: workbookIdFrom(sheet) },
    script: scriptId('script', values.script),
    connector: scriptId('connector', values.connector),
    deployment,
  };
}
