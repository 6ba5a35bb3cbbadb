import type { EmulatedAccount, ProjectName } from '../../src/preview/emulation/host/account.ts';
import { runFunction } from '../../src/preview/emulation/host/execution.ts';
import { menuHandlers, SCHEDULE_HANDLER } from '../../src/workflows/menu/menu-items.ts';
import { emulatorText } from '../support/emulated-script.ts';
import { smallAccount } from '../workflows/small-workbook.ts';
import { shippedCode, shippedManifest } from './shipped-bundle.ts';

const WORKBOOK = 'small-workbook-0123456789';
const TABLES = ['kpis', 'timeline', 'milestones', 'goals', 'strategy', 'checks'];

/** In the words of Apps Script, of the Sheets API, and of what Koers makes of the latter. */
const SCOPE_MISSING =
  /permissions are not sufficient|insufficient authentication scopes|CONSENT_MISSING/i;

interface ScopedCall {
  readonly functionName: string;
  readonly args?: readonly unknown[];
  readonly trigger: 'menu' | 'installable' | 'datastudio';
}

/** All but the check of the installation: it asks for what may be refused, so it is no use of a right. */
const SHEET_CALLS: ScopedCall[] = [
  ...menuHandlers()
    .filter((functionName) => functionName !== 'checkInstallation')
    .map((functionName): ScopedCall => ({ functionName, trigger: 'menu' })),
  { functionName: SCHEDULE_HANDLER, trigger: 'installable', args: [{}] },
];

const CONNECTOR_CALLS: ScopedCall[] = [
  { functionName: 'getAuthType', trigger: 'datastudio' },
  { functionName: 'isAdminUser', trigger: 'datastudio' },
  { functionName: 'getConfig', trigger: 'datastudio', args: [{ languageCode: 'nl' }] },
  ...TABLES.flatMap((table): ScopedCall[] => {
    const args = [
      { configParams: { workbook: WORKBOOK, table }, fields: [{ name: 'workbook_id' }] },
    ];
    return [
      { functionName: 'getSchema', trigger: 'datastudio', args },
      { functionName: 'getData', trigger: 'datastudio', args },
    ];
  }),
];

function preparedAccount(): EmulatedAccount {
  const account = smallAccount();
  const { scriptProperties } = account.projects.connector;
  scriptProperties.set('ADMIN_EMAILS', account.owner);
  account.projects.sheet.scriptProperties.set('CONNECTOR_DEPLOYMENT_ID', 'deployment-1');
  account.answerDialog = () => ({ button: 'YES', text: '' });
  return account;
}

/** Texts of the failures that name a scope which the manifest lacks. */
function refusals(project: ProjectName, calls: readonly ScopedCall[], scopes: readonly string[]) {
  const account = preparedAccount();
  const refused: string[] = [];
  for (const call of calls) {
    const { error, log } = runFunction(account, {
      emulator: emulatorText(),
      code: shippedCode(project),
      project,
      manifest: { ...shippedManifest(project), oauthScopes: scopes },
      ...call,
    });
    const texts = [error?.message ?? '', ...log.map(({ text }) => text)];
    refused.push(...texts.filter((text) => SCOPE_MISSING.test(text)));
  }
  return refused;
}

const CASES = [
  ['sheet', SHEET_CALLS],
  ['connector', CONNECTOR_CALLS],
] as const;

describe.each(CASES)('the %s project', (project, calls) => {
  const { oauthScopes } = shippedManifest(project);

  it('needs no scope that its manifest lacks', () => {
    expect(refusals(project, calls, oauthScopes)).toEqual([]);
  });

  it.each(oauthScopes)('uses %s somewhere', (scope) => {
    const others = oauthScopes.filter((other) => other !== scope);
    expect(refusals(project, calls, others).length).toBeGreaterThan(0);
  });
});
