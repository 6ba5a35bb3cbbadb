import { newSourceLink } from '../workflows/menu/data-studio-links.ts';
import type { Clasp } from './clasp/clasp.ts';
import { DeployFailure } from './deploy-failure.ts';
import { filledManifest } from './organisation.ts';
import { withRelease, withRollout } from './projects/projects.ts';
import type { Session } from './session.ts';
import { findConnector } from './steps/find-connector.ts';
import { findSheetProject } from './steps/find-sheet-project.ts';
import { publishConnector } from './steps/publish-connector.ts';
import { releaseCode } from './steps/release-code.ts';
import { rollBack } from './steps/roll-back.ts';
import { settleAccount } from './steps/settle-account.ts';
import { settleOrganisation } from './steps/settle-organisation.ts';
import { settleVersion } from './steps/settle-version.ts';
import type { ProjectFiles } from './workshop.ts';

const editor = (scriptId: string): string => `https://script.google.com/d/${scriptId}/edit`;

/** What was made, by what it is. */
function linksOf({ ledger }: Session, name: string): string[] {
  const { organisations, workbooks } = ledger.projects();
  const { organisation, workbookId, sheet } = workbooks[name];
  const { connector } = organisations[organisation];
  const deploymentId = connector?.deploymentId ?? '';
  return [
    ...(workbookId === null
      ? []
      : [`  Workbook            https://docs.google.com/spreadsheets/d/${workbookId}/edit`]),
    `  New data source     ${newSourceLink(deploymentId, { workbook: workbookId ?? '' })}`,
    `  Deployment          ${deploymentId}`,
    `  Sheet script        ${editor(sheet?.scriptId ?? '')}`,
    `  Connector script    ${editor(connector?.scriptId ?? '')}`,
  ];
}

/** What nobody can do for the person who installs; docs/install.md shows each screen. */
const BY_HAND = [
  'What is left, once and by hand (docs/install.md shows each screen):',
  '  1. In both scripts: Editor, Services. When "Sheets" is not listed there, add Google Sheets API.',
  '  2. Open the workbook, wait for the menu Koers, choose Set up this workbook, and tick every box.',
  '  3. Share the connector script and the workbook, to view, with everybody who looks at the report.',
  '  4. Open the link of the new data source, authorise it, and choose a table.',
];

/** The built connector, with the organisation in its manifest. */
function connectorFiles({ ledger, workshop }: Session, organisation: string): ProjectFiles {
  const built = workshop.built('connector');
  const { details } = ledger.projects().organisations[organisation];
  const manifest = filledManifest(JSON.parse(built['appsscript.json']), details);
  return { ...built, 'appsscript.json': `${JSON.stringify(manifest, null, 2)}\n` };
}

/** The built sheet project, which knows the connector that its menu links to. */
function sheetFiles({ ledger, workshop }: Session, organisation: string): ProjectFiles {
  const built = workshop.built('sheet');
  const { connector } = ledger.projects().organisations[organisation];
  const known = { CONNECTOR_DEPLOYMENT_ID: connector?.deploymentId ?? '' };
  const line = `const KOERS_INSTALLATION = ${JSON.stringify(known)};`;
  return { ...built, 'Code.js': `${line}\n${built['Code.js']}` };
}

async function releaseConnector(session: Session, clasp: Clasp, name: string): Promise<number> {
  const { ledger, released } = session;
  const before = released.get(name);
  if (before !== undefined) return before;
  const script = await findConnector(session, clasp, name);
  const files = connectorFiles(session, name);
  const release = await releaseCode(session, clasp, { project: 'connector', name, script, files });
  const organisation = ledger.projects().organisations[name];
  ledger.setOrganisation(name, { ...organisation, connector: withRelease(script, release) });
  await publishConnector(session, clasp, name, release.version);
  released.set(name, release.version);
  return release.version;
}

/**
 * The connector first: when Google refuses to make projects at all, no workbook is left behind by it.
 */
export async function deployWorkbook(session: Session, name: string): Promise<void> {
  const { ledger, tell, koers } = session;
  const { organisation, at } = await settleOrganisation(session, name);
  await settleVersion(session, name);
  const clasp = await settleAccount(session, organisation);
  const connector = await releaseConnector(session, clasp, organisation);
  const script = await findSheetProject(session, clasp, name);
  const files = sheetFiles(session, organisation);
  const release = await releaseCode(session, clasp, { project: 'sheet', name, script, files });
  const workbook = ledger.projects().workbooks[name];
  const rollout = { koers, sheet: release.version, connector };
  ledger.setWorkbook(
    name,
    withRollout({ ...workbook, sheet: withRelease(script, release) }, rollout),
  );
  for (const line of ['', ...linksOf(session, name), '']) tell(line);
  if (at === null) for (const line of [...BY_HAND, '']) tell(line);
}

/** Back to what the workbook ran before. */
export async function rollBackWorkbook(session: Session, name: string): Promise<void> {
  const { ledger, tell } = session;
  const workbook = ledger.projects().workbooks[name];
  if (workbook?.at == null) {
    throw new DeployFailure(`The workbook "${name}" was never deployed from here.`);
  }
  const others = Object.entries(ledger.projects().workbooks)
    .filter(([other, { organisation }]) => other !== name && organisation === workbook.organisation)
    .map(([other]) => other);
  tell(`Workbook "${name}": back to an earlier version`);
  const clasp = await settleAccount(session, workbook.organisation);
  const { koers } = await rollBack(session, clasp, name);
  tell(`Koers ${koers} is in use again. The workbook’s data was not touched.`);
  if (others.length > 0) {
    tell(`The connector is shared, so it went back for these workbooks too: ${others.join(', ')}.`);
  }
}
