import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openSession, type Session } from '../data-studio/connector-session.ts';
import { createAccount, type EmulatedAccount } from '../emulation/host/account.ts';
import { fixedClock } from '../emulation/host/clock.ts';
import { connectorFailure } from '../emulation/host/connector-failure.ts';
import { runFunction } from '../emulation/host/execution.ts';
import { emptyWorkbook } from '../emulation/workbook/workbook.ts';
import type { Results } from './compare-answers.ts';

export interface Surroundings {
  readonly scriptTimeZone: string;
  readonly workbookTimeZone: string;
  readonly workbookLocale: string;
  readonly personLocale: string;
}

export interface LiveAnswers {
  readonly layout: number;
  readonly koers: string;
  readonly askedAt: string;
  readonly surroundings: Surroundings;
  readonly results: Results;
}

const OWNER = 'you@example.com';
const WORKBOOK_ID = 'koers-live-check-workbook';

const builtFile = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');

function accountIn(surroundings: Surroundings): EmulatedAccount {
  const { workbookTimeZone, workbookLocale, personLocale } = surroundings;
  const workbook = emptyWorkbook({
    id: WORKBOOK_ID,
    owner: OWNER,
    locale: workbookLocale,
    timeZone: workbookTimeZone,
  });
  const account = createAccount({
    owner: OWNER,
    workbooks: [workbook],
    clock: fixedClock(Date.now()),
  });
  account.userLocale = personLocale;
  account.projects.connector.scriptProperties.set('ADMIN_EMAILS', OWNER);
  return account;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The block of the page that the check shows. */
export function answersIn(page: string): LiveAnswers {
  const [, block = ''] = /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(page) ?? [];
  return JSON.parse(
    block.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? ''),
  );
}

/** The check of the bundle that ships, in the imitation, in the same surroundings. */
export function imitatedAnswers(surroundings: Surroundings): LiveAnswers {
  const account = accountIn(surroundings);
  const manifest = JSON.parse(builtFile('sheet/appsscript.json'));
  const { error } = runFunction(account, {
    emulator: builtFile('preview/emulator.js'),
    code: builtFile('sheet/Code.js'),
    manifest: { ...manifest, timeZone: surroundings.scriptTimeZone },
    project: 'sheet',
    functionName: 'checkInstallation',
    trigger: 'menu',
  });
  if (error !== undefined) throw new Error(error.message);
  const page = account.screen.find(({ kind }) => kind === 'dialog');
  return answersIn(String(page?.content));
}

/** The probe of the connector that ships, as the imitated Data Studio sees it. */
export function imitatedProbe(surroundings: Surroundings): Promise<Session> {
  const account = accountIn(surroundings);
  const project = {
    emulator: builtFile('preview/emulator.js'),
    code: builtFile('connector/Code.js'),
    manifest: JSON.parse(builtFile('connector/appsscript.json')),
  };
  const call = (functionName: string, request?: object) => {
    const { result, error } = runFunction(account, {
      ...project,
      project: 'connector',
      functionName,
      trigger: 'datastudio',
      args: request === undefined ? [] : [request],
    });
    return error === undefined ? { result } : { error: connectorFailure(error) };
  };
  return openSession(
    { call, languageCode: 'en', today: new Date().toISOString().slice(0, 10), lastRefresh: '0' },
    { workbook: '', table: 'probe' },
  );
}
