import { TELLING_WORDS } from '../../src/core/language/sheet-languages.ts';
import type { EmulatedAccount, ProjectName } from '../../src/preview/emulation/host/account.ts';
import { runFunction } from '../../src/preview/emulation/host/execution.ts';
import { menuHandlers, SCHEDULE_HANDLER } from '../../src/workflows/menu/menu-items.ts';
import { emulatorText } from '../support/emulated-script.ts';
import { tabWith } from '../support/emulated-workbook.ts';
import { smallAccount } from '../workflows/small-workbook.ts';
import { shippedCode, shippedManifest } from './shipped-bundle.ts';

const WORKBOOK = 'small-workbook-0123456789';
const TABLES = ['kpis', 'timeline', 'milestones', 'goals', 'strategy', 'checks'];

/** In the words of Apps Script, of the Sheets API, and of what Koers makes of the latter. */
const SCOPE_MISSING =
  /permissions are not sufficient|insufficient authentication scopes|CONSENT_MISSING/i;

/** What people read where a letter could not go for want of a right: no failure of the run. */
const NOT_SENT = Object.values(TELLING_WORDS).map(({ why }) => why.no_consent);
const SLACK = 'https://hooks.slack.com/services/T0/B0/x';
const DAY = 86_400_000;

interface ScopedCall {
  readonly functionName: string;
  readonly isNextDay?: boolean;
  readonly args?: readonly unknown[];
  readonly trigger: 'menu' | 'installable' | 'datastudio';
}

/** All but the check of the installation: it asks for what may be refused, so it is no use of a right. */
const SHEET_CALLS: ScopedCall[] = [
  ...menuHandlers()
    .filter((functionName) => functionName !== 'checkInstallation')
    .map((functionName): ScopedCall => ({ functionName, trigger: 'menu' })),
  { functionName: SCHEDULE_HANDLER, trigger: 'installable', args: [{}] },
  { functionName: 'mailOn', trigger: 'menu' },
  { functionName: SCHEDULE_HANDLER, trigger: 'installable', args: [{}], isNextDay: true },
  { functionName: 'showMessages', trigger: 'menu' },
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
  account.answerDialog = ({ kind }) =>
    kind === 'prompt' ? { button: 'OK', text: SLACK } : { button: 'YES', text: '' };
  const [{ tabs }] = account.workbooks.values();
  const settings = tabs.find(({ title }) => title === 'Instellingen');
  settings?.rows.push([{ value: 'Overzicht op' }, { value: 'elke dag' }]);
  tabs.push(
    tabWith('Mensen', [
      ['Naam', 'E-mail', 'Overzicht'],
      ['Noor', 'noor@koers.example', 'alles'],
    ]),
  );
  return account;
}

/** Texts of the failures that name a scope which the manifest lacks. */
function refusals(project: ProjectName, calls: readonly ScopedCall[], scopes: readonly string[]) {
  const account = preparedAccount();
  const refused: string[] = [];
  for (const { isNextDay = false, ...call } of calls) {
    if (isNextDay) account.clock.advance(DAY);
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
  const shown = account.screen.map(({ content }) => String(content));
  refused.push(...shown.filter((text) => NOT_SENT.some((words) => text.includes(words))));
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
