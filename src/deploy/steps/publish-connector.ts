import type { Clasp, Deployment } from '../clasp/clasp.ts';
import { DeployFailure } from '../deploy-failure.ts';
import type { Session } from '../session.ts';

const gone = (deploymentId: string): DeployFailure =>
  new DeployFailure(
    `The deployment ${deploymentId} is no longer there. Every data source belongs to it and none follows to another one. If it was archived on purpose, make a new one with --deployment new, and make the data sources again.`,
  );

/** Which deployment data sources belong to: null when there is none yet. */
async function chooseDeployment(
  { options, asker }: Session,
  kept: string | null,
  versioned: readonly Deployment[],
): Promise<string | null> {
  const isThere = (id: string) => versioned.some(({ deploymentId }) => deploymentId === id);
  if (options.deployment === 'new') {
    if (kept !== null && isThere(kept)) {
      throw new DeployFailure(
        `The deployment ${kept} is still there, and a second one would leave its data sources behind. Leave out --deployment.`,
      );
    }
    return null;
  }
  const wanted = kept ?? options.deployment;
  if (wanted !== null) {
    if (!isThere(wanted)) throw gone(wanted);
    return wanted;
  }
  if (versioned.length <= 1) return versioned[0]?.deploymentId ?? null;
  if (asker === null) {
    throw new DeployFailure(
      `The connector project has ${versioned.length} deployments. Say with --deployment which one your data sources use: ${versioned.map(({ deploymentId }) => deploymentId).join(', ')}.`,
    );
  }
  return asker.choose(
    'Which deployment do your data sources use?',
    versioned.map(({ deploymentId, version }) => ({
      name: `${deploymentId} (version ${version})`,
      value: deploymentId,
    })),
  );
}

/** Brings the one deployment to this version, and makes it only when there is none. */
export async function publishConnector(
  session: Session,
  clasp: Clasp,
  name: string,
  version: number,
): Promise<void> {
  const { ledger, workshop, tell } = session;
  const folder = workshop.folderOf('connector', name);
  const all = await clasp.deployments(folder);
  const versioned = all.filter((deployment) => deployment.version !== null);
  const organisation = ledger.projects().organisations[name];
  const { connector } = organisation;
  if (connector === null) throw new Error(`No connector of ${name}`);
  const chosen = await chooseDeployment(session, connector.deploymentId, versioned);
  const keep = (deploymentId: string): void =>
    ledger.setOrganisation(name, {
      ...organisation,
      connector: { ...connector, deploymentId, deployed: version },
    });
  if (chosen === null) {
    const made = await clasp.createDeployment(folder, version);
    keep(made);
    tell(`  deployment          made: ${made} at version ${version}`);
    return;
  }
  const isThere = versioned.some(
    (each) => each.deploymentId === chosen && each.version === version,
  );
  if (!isThere) await clasp.updateDeployment(folder, chosen, version);
  keep(chosen);
  const done = isThere ? 'is at' : 'brought to';
  tell(`  deployment          ${chosen} ${done} version ${version}`);
}
