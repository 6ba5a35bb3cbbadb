import { openSession, type Session } from '../../src/preview/data-studio/connector-session.ts';
import type { Answer } from '../../src/preview/data-studio/contract.ts';
import { createAccount, type EmulatedAccount } from '../../src/preview/emulation/host/account.ts';
import { fixedClock } from '../../src/preview/emulation/host/clock.ts';
import { connectorFailure } from '../../src/preview/emulation/host/connector-failure.ts';
import { openWorkbook } from '../../src/preview/open-workbook.ts';
import { runShipped } from '../bundle/shipped-bundle.ts';
import { morningOf } from '../workflows/small-workbook.ts';
import { OWNER } from './emulated-workbook.ts';

const EXAMPLE_ID = 'example-workbook-0123456789';

/** The day that each sets; set, it would keep nothing for the history. */
const DAYS = { 'web-shop.xlsx': '2026-02-15', 'superstore.xlsx': '2018-08-15' } as const;

/** An example workbook, recalculated by what ships in the morning of its day. */
export function exampleAccount(file: keyof typeof DAYS): EmulatedAccount {
  const today = DAYS[file];
  const workbook = openWorkbook(`examples/${file}`, {
    id: EXAMPLE_ID,
    owner: OWNER,
    today,
    timeZone: 'Europe/Amsterdam',
  });
  const account = createAccount({
    owner: OWNER,
    workbooks: [workbook],
    clock: fixedClock(morningOf(today)),
  });
  runShipped(account, 'sheet', 'recalculate');
  return account;
}

/** What ships, called as Data Studio calls it. */
const connectorCall =
  (account: EmulatedAccount) =>
  (functionName: string, request?: object): Answer => {
    const args = request === undefined ? [] : [request];
    const { result, error } = runShipped(account, 'connector', functionName, { args });
    return error === undefined ? { result } : { error: connectorFailure(error) };
  };

/** A data source on the example, with essential fields unless said otherwise. */
export const exampleSource = (
  account: EmulatedAccount,
  answers: Readonly<Record<string, string>>,
): Promise<Session> =>
  openSession(
    { call: connectorCall(account), languageCode: 'en', today: '2026-02-15', lastRefresh: '1' },
    { workbook: EXAMPLE_ID, fields: 'essential', date_mode: 'whole', ...answers },
  );
