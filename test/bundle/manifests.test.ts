import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { shippedManifest } from './shipped-bundle.ts';

const PROJECTS = ['sheet', 'connector'] as const;

/** [documented] Everything a manifest of ours may say. */
const ROOT_KEYS = [
  'dataStudio',
  'dependencies',
  'exceptionLogging',
  'oauthScopes',
  'runtimeVersion',
  'timeZone',
  'urlFetchWhitelist',
  'webapp',
];

const filesToPush = (settings: string): string[] => {
  const output = execFileSync(
    'node_modules/.bin/clasp',
    ['--project', settings, 'show-file-status', '--json'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return JSON.parse(output).filesToPush.sort();
};

describe.each(PROJECTS)('the manifest of the %s project', (project) => {
  const manifest = shippedManifest(project);

  it('says nothing but what the platform knows', () => {
    expect(Object.keys(manifest).filter((key) => !ROOT_KEYS.includes(key))).toEqual([]);
    expect(manifest.runtimeVersion).toBe('V8');
    expect(manifest.exceptionLogging).toBe('STACKDRIVER');
  });

  it('names a time zone that exists', () => {
    expect(() => new Intl.DateTimeFormat('en', { timeZone: manifest.timeZone })).not.toThrow();
  });

  it('switches on the one advanced service there is, and lets the script fetch from nowhere but chats', () => {
    expect(manifest.dependencies).toEqual({
      enabledAdvancedServices: [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }],
    });
    const chats = [
      'https://chat.googleapis.com/v1/spaces/',
      'https://hooks.slack.com/',
      'https://*.logic.azure.com/',
      'https://*.api.powerplatform.com/',
    ];
    expect(manifest.urlFetchWhitelist).toEqual(project === 'sheet' ? chats : []);
  });

  it('asks for each scope once, by its full name', () => {
    expect(new Set(manifest.oauthScopes).size).toBe(manifest.oauthScopes.length);
    for (const scope of manifest.oauthScopes) {
      expect(scope).toMatch(/^https:\/\/www\.googleapis\.com\/auth\/[a-z._]+$/);
    }
  });
});

it('a script in a Sheet may send mail and messages to a chat, which people switch on', () => {
  const scopes = shippedManifest('sheet').oauthScopes.map((scope) => scope.split('/').pop());
  expect(scopes.sort()).toEqual([
    'script.container.ui',
    'script.external_request',
    'script.scriptapp',
    'script.send_mail',
    'spreadsheets',
    'userinfo.email',
  ]);
});

describe('the connector', () => {
  const { dataStudio = {} } = shippedManifest('connector');

  it('is described as Data Studio wants it', () => {
    expect(String(dataStudio.name).length).toBeLessThanOrEqual(28);
    expect(String(dataStudio.shortDescription).length).toBeLessThanOrEqual(114);
    expect(dataStudio.description).not.toBe('');
    expect(dataStudio).not.toHaveProperty('addOnUrl');
  });

  it('is nobody’s until an organisation deploys it', () => {
    for (const key of ['company', 'companyUrl', 'logoUrl', 'addonUrl', 'supportUrl']) {
      expect(dataStudio).not.toHaveProperty(key);
    }
    expect(readFileSync('dist/connector/appsscript.json', 'utf8')).not.toMatch(/example|""/);
  });

  it('runs as the person who looks, so that the sharing of the workbook decides', () => {
    expect(dataStudio.forceViewersCredentials).toBe(true);
    expect(dataStudio.authType).toEqual(['NONE']);
  });

  it('shows the board as the person who opens it, and the sheet has no web app', () => {
    const webapp = { executeAs: 'USER_ACCESSING', access: 'ANYONE' };
    expect(shippedManifest('connector').webapp).toEqual(webapp);
    expect(shippedManifest('sheet')).not.toHaveProperty('webapp');
  });

  it('never asks a viewer for more than reading and an address', () => {
    const scopes = shippedManifest('connector').oauthScopes.map((scope) => scope.split('/').pop());
    expect(scopes.sort()).toEqual(['spreadsheets.readonly', 'userinfo.email']);
  });

  it('is not what a script in a Sheet is', () => {
    expect(shippedManifest('sheet').dataStudio).toBeUndefined();
  });
});

describe('clasp', () => {
  it.each([
    ['.clasp.json', 'sheet'],
    ['.clasp.connector.json', 'connector'],
  ])(
    'pushes with %s exactly the code, the page and the manifest of the %s project',
    (settings, project) => {
      expect(filesToPush(settings)).toEqual([
        `dist/${project}/Code.js`,
        `dist/${project}/appsscript.json`,
        `dist/${project}/board.html`,
      ]);
    },
  );
});
