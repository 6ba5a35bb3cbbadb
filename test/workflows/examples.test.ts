import { createAccount, type EmulatedAccount } from '../../src/preview/emulation/host/account.ts';
import { fixedClock } from '../../src/preview/emulation/host/clock.ts';
import { openWorkbook } from '../../src/preview/open-workbook.ts';
import { runShipped } from '../bundle/shipped-bundle.ts';
import { OWNER } from '../support/emulated-workbook.ts';
import { morningOf } from './small-workbook.ts';

const ID = 'example-workbook-0123456789';
const TABLES = ['kpis', 'timeline', 'milestones', 'goals', 'strategy', 'checks'];

function accountWith(file: string, today: string): EmulatedAccount {
  const workbook = openWorkbook(file, { id: ID, owner: OWNER, today: null });
  return createAccount({
    owner: OWNER,
    workbooks: [workbook],
    clock: fixedClock(morningOf(today)),
  });
}

function rowsOf(account: EmulatedAccount, table: string): unknown {
  const args = [{ configParams: { workbook: ID, table }, scriptParams: { lastRefresh: '1' } }];
  const { result, error } = runShipped(account, 'connector', 'getData', { args });
  if (error !== undefined) throw new Error(JSON.stringify(error.details));
  return Reflect.get(Object(result), 'rows');
}

const contentsOf = (account: EmulatedAccount): string =>
  JSON.stringify(
    account.workbooks.get(ID)?.tabs.map(({ title, rows }) =>
      // The register says that there was one more run.
      title === 'Koers data' ? rows.slice(2) : rows,
    ),
  );

describe.each([
  ['examples/web-shop.xlsx', '2026-02-15'],
  ['examples/superstore.xlsx', '2026-02-15'],
])('%s', (file, today) => {
  const account = accountWith(file, today);
  const run = runShipped(account, 'sheet', 'recalculate');

  it('is recalculated in one write and its charts made in another, without an error of ours', () => {
    expect(run.error).toBeUndefined();
    expect(account.log).toEqual([]);
    // Which tabs there are, what theirs look like, and their values; new ids and notes are looked
    // at right before they are written, and once more after; then where the charts come.
    expect(run.calls).toMatchObject({
      'Sheets.Spreadsheets.get': 6,
      'Sheets.Spreadsheets.Values.batchGet': 4,
      'Sheets.Spreadsheets.batchUpdate': 2,
    });
  });

  it('serves every table from the results, the same as from the cache', () => {
    for (const table of TABLES) {
      const first = rowsOf(account, table);
      expect(first).toEqual(rowsOf(account, table));
      expect(Array.isArray(first) && first.length).toBeGreaterThan(0);
    }
  });

  it('does not change when it is recalculated again, with three reads and one write', () => {
    const before = contentsOf(account);
    const again = runShipped(account, 'sheet', 'recalculate');
    expect(contentsOf(account)).toBe(before);
    expect(again.calls).toMatchObject({
      'Sheets.Spreadsheets.get': 2,
      'Sheets.Spreadsheets.Values.batchGet': 1,
      'Sheets.Spreadsheets.batchUpdate': 1,
    });
  });
});
