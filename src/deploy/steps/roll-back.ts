import type { Clasp } from '../clasp/clasp.ts';
import { DeployFailure } from '../deploy-failure.ts';
import type { Rollout, Workbook } from '../projects/projects.ts';
import type { Session } from '../session.ts';
import { publishConnector } from './publish-connector.ts';

/** Position of the rollout to go back to: the one before, or the last of a version of Koers. */
function targetOf({ rollouts, at }: Workbook, name: string, to: string | null): number {
  const earlier = rollouts
    .map(({ koers }, position) => ({ koers, position }))
    .filter(({ koers, position }) => position < (at ?? 0) && (to === null || koers === to));
  const found = earlier.at(-1);
  if (found !== undefined) return found.position;
  const known = [...new Set(rollouts.slice(0, at ?? 0).map(({ koers }) => koers))];
  throw new DeployFailure(
    known.length === 0
      ? `There is nothing earlier to go back to in the workbook "${name}".`
      : `The workbook "${name}" never had Koers ${to} before. Before now it had: ${known.join(', ')}.`,
  );
}

/** Puts the code of an earlier version back as the code that the workbook runs. */
async function restoreSheet(
  { workshop }: Session,
  clasp: Clasp,
  name: string,
  { sheet }: Workbook,
  version: number,
): Promise<void> {
  if (sheet === null) throw new Error(`No script in ${name}`);
  const folder = workshop.folderOf('sheet', name);
  workshop.stage(folder, sheet.scriptId, {});
  await clasp.pull(folder, version);
  await clasp.push(folder);
}

/** Back to the two versions that were in use before. The workbook's data stays as it is. */
export async function rollBack(session: Session, clasp: Clasp, name: string): Promise<Rollout> {
  const { ledger, options, workshop, tell } = session;
  const workbook = ledger.projects().workbooks[name];
  const at = targetOf(workbook, name, options.to);
  const rollout = workbook.rollouts[at];
  const { organisation } = workbook;
  const { connector } = ledger.projects().organisations[organisation];
  if (connector === null) throw new Error(`No connector of ${organisation}`);
  workshop.stage(workshop.folderOf('connector', organisation), connector.scriptId, {});
  await publishConnector(session, clasp, organisation, rollout.connector);
  await restoreSheet(session, clasp, name, workbook, rollout.sheet);
  tell(`  sheet code          back at version ${rollout.sheet}`);
  ledger.setWorkbook(name, { ...workbook, at });
  return rollout;
}
