import type { Clasp } from '../clasp/clasp.ts';
import { DeployFailure } from '../deploy-failure.ts';
import type { Connector } from '../projects/projects.ts';
import type { Session } from '../session.ts';

/** A project that a run which broke off may have left: found by the title it was given. */
async function leftBehind({ asker }: Session, clasp: Clasp, title: string) {
  const found = (await clasp.scripts()).filter(({ name }) => name === title);
  if (found.length <= 1) return found[0]?.id ?? null;
  if (asker === null) {
    throw new DeployFailure(
      `There are ${found.length} script projects called "${title}", so a broken-off run may have made any of them. Look at them at https://script.google.com and give one with --connector: ${found.map(({ id }) => id).join(', ')}.`,
    );
  }
  return asker.choose(
    `Several projects are called "${title}". Which one is it?`,
    found.map(({ id }) => ({ name: id, value: id })),
  );
}

/** The organisation's connector project: the one there is, or else a new one. */
export async function findConnector(
  session: Session,
  clasp: Clasp,
  name: string,
): Promise<Connector> {
  const { ledger, options, workshop, tell } = session;
  const organisation = () => ledger.projects().organisations[name];
  const keep = (scriptId: string): Connector => {
    const connector = { scriptId, releases: [], deploymentId: null, deployed: null };
    ledger.setOrganisation(name, { ...organisation(), connector, making: null });
    return connector;
  };
  const { connector, making, details } = organisation();
  if (connector !== null) {
    if (options.connector === null || options.connector === connector.scriptId) return connector;
    // Where nothing was released, the id may have been mistyped.
    if (connector.releases.length > 0) {
      throw new DeployFailure(
        `${details.company} has a connector already: ${connector.scriptId}. Data sources do not follow to another one, so leave out --connector.`,
      );
    }
  }
  if (options.connector !== null) {
    tell('  connector project   the one you gave');
    return keep(options.connector);
  }
  const left = making === null ? null : await leftBehind(session, clasp, making);
  if (left !== null) {
    tell('  connector project   found: a run that broke off had made it');
    return keep(left);
  }
  const title = `Koers connector – ${details.company}`;
  const folder = workshop.folderOf('connector', name);
  ledger.setOrganisation(name, { ...organisation(), making: title });
  workshop.clear(folder);
  await clasp.createProject({ folder, title, kind: 'standalone' }, ({ scriptId }) => {
    if (scriptId !== null) keep(scriptId);
  });
  tell(`  connector project   made: "${title}"`);
  return organisation().connector as Connector;
}
