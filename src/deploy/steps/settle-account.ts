import type { Clasp } from '../clasp/clasp.ts';
import { DeployFailure } from '../deploy-failure.ts';
import type { Organisation } from '../projects/projects.ts';
import type { Session } from '../session.ts';

const DEFAULT_LOGIN = 'default';

/** Logs in where a person is there to do so. */
async function loggedIn({ asker, tell }: Session, clasp: Clasp, login: string): Promise<string> {
  let account = await clasp.account();
  if (account === null && asker !== null) {
    tell('clasp is not logged in yet. Its page opens in your browser: tick every box there.');
    await clasp.logIn();
    account = await clasp.account();
  }
  const command = login === DEFAULT_LOGIN ? 'npx clasp login' : `npx clasp login -u ${login}`;
  if (account === null) {
    throw new DeployFailure(
      `clasp is not logged in to Google. Run ${command} in a terminal, tick every box, and deploy again.`,
    );
  }
  // clasp counts as logged in as long as it has credentials, also when Google refuses them.
  if (account.email === '') {
    throw new DeployFailure(
      `clasp is logged in, but Google does not say as whom: the login has expired, or Google cannot be reached. Look at your connection, run ${command}, and deploy again.`,
    );
  }
  return account.email;
}

/** Which login a new organisation gets: the only one there is, or one of its own. */
async function newLogin(session: Session, organisation: string): Promise<string> {
  const { options, asker, ledger } = session;
  if (options.account !== null) return options.account;
  const others = Object.values(ledger.projects().organisations).filter(
    ({ account }) => account !== null,
  );
  const isFirst = others.length === 0;
  if (isFirst || asker === null) return DEFAULT_LOGIN;
  const choices = others.map(({ account }) => ({
    name: account?.email ?? '',
    value: account?.login ?? DEFAULT_LOGIN,
  }));
  const distinct = choices.filter(
    ({ value }, at) => choices.findIndex((choice) => choice.value === value) === at,
  );
  return asker.choose('Which Google account owns its numbers?', [
    ...distinct,
    { name: 'Another account: log in', value: organisation },
  ]);
}

/** clasp under the account that the organisation's projects are in: never under another one. */
export async function settleAccount(session: Session, name: string): Promise<Clasp> {
  const { ledger, options, asker, tell } = session;
  const organisation: Organisation = ledger.projects().organisations[name];
  const login = options.account ?? organisation.account?.login ?? (await newLogin(session, name));
  const clasp = session.claspAs(login);
  const email = await loggedIn(session, clasp, login);
  const before = organisation.account;
  if (before !== null && before.email !== email) {
    throw new DeployFailure(
      `The projects of ${organisation.details.company} are in the account ${before.email}, and clasp is logged in as ${email}. Run npx clasp login -u ${login} as ${before.email}, or name another login with --account.`,
    );
  }
  if (before === null && asker !== null) {
    const isRight = await asker.confirm(`Install in the Google account ${email}?`);
    if (!isRight) {
      throw new DeployFailure(
        `Nothing was made. Run npx clasp login -u ${name} with the right account, then deploy with --account ${name}.`,
      );
    }
  }
  ledger.setOrganisation(name, { ...organisation, account: { login, email } });
  tell(`  Google account      ${email}`);
  return clasp;
}
