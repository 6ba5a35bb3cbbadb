import { compareVersions } from '../../workflows/koers-version.ts';
import type { Clasp } from '../clasp/clasp.ts';
import { DeployFailure } from '../deploy-failure.ts';
import type { ScriptProject } from '../projects/projects.ts';
import type { Session } from '../session.ts';

const warning = (koers: string, inUse: string): string =>
  `Koers ${inUse} is in use there, and this is the older ${koers}. Figures would be computed by its older definitions, and data that has a newer form would not be touched any more.`;

const WAYS =
  'To upgrade, git pull first. To go back to what was there before, npm run deploy -- --rollback. To put this one over it all the same, add --older.';

/** An older Koers over a newer one is seldom meant: asked once a run, refused where nobody is there. */
async function settle(session: Session, inUse: string): Promise<void> {
  const { koers, options, asker, tell, olderOver } = session;
  if (compareVersions(koers, inUse) >= 0 || olderOver.has(inUse)) return;
  const text = warning(koers, inUse);
  const goesOn =
    options.older ||
    (asker !== null &&
      (await asker.choose(text, [
        { name: `Leave Koers ${inUse}`, value: false },
        { name: `Put Koers ${koers} over it`, value: true },
      ])));
  if (!goesOn) throw new DeployFailure(`${text} It was not put over it. ${WAYS}`);
  if (options.older) tell(`  warning             ${text}`);
  olderOver.add(inUse);
}

/** Against what the workbook and the connector of its organisation run, as far as it is known here. */
export async function settleVersion(session: Session, name: string): Promise<void> {
  const { workbooks, organisations } = session.ledger.projects();
  const { rollouts, at, organisation } = workbooks[name];
  const { connector } = organisations[organisation];
  const deployed = connector?.releases.find(({ version }) => version === connector.deployed);
  const inUse = [at === null ? undefined : rollouts[at]?.koers, deployed?.koers];
  for (const koers of inUse) if (koers !== undefined) await settle(session, koers);
}

/** As releaseCode describes a version. */
const KOERS_IN_DESCRIPTION = /^Koers (\S+) \(/;

type KnownVersions = Awaited<ReturnType<Clasp['versions']>>;

/** Against versions that somebody made from another machine. */
export async function settleVersionsFromElsewhere(
  session: Session,
  { releases }: ScriptProject,
  versions: KnownVersions,
): Promise<void> {
  const known = new Set(releases.map(({ version }) => version));
  for (const { version, description } of versions) {
    const koers = KOERS_IN_DESCRIPTION.exec(description ?? '')?.[1];
    if (koers !== undefined && !known.has(version)) await settle(session, koers);
  }
}
