import type { ProjectName } from '../../src/preview/emulation/host/account.ts';
import { type EmulatedAccount, PlatformError } from '../../src/preview/emulation/host/account.ts';
import { copyWorkbook } from '../../src/preview/emulation/workbook/copy.ts';
import { smallAccount } from '../workflows/small-workbook.ts';
import { runShipped } from './shipped-bundle.ts';

const REFUSALS = {
  429: 'Quota exceeded for quota metric "Read requests" of service "sheets.googleapis.com".',
  503: 'The service is currently unavailable.',
} as const;
type Code = keyof typeof REFUSALS;

const CALLS = /^Sheets\.Spreadsheets\.(?:get|batchUpdate|Values\.batchGet)$/;

/** The first call of this number, and with `isForEver` all later ones, are refused by Google. */
function refusing(account: EmulatedAccount, at: number, code: Code, isForEver: boolean) {
  const asked: string[] = [];
  account.beforeCall = ({ method }) => {
    if (!CALLS.test(method)) return;
    const number = asked.push(method) - 1;
    if (number !== at && !(isForEver && number > at)) return;
    throw new PlatformError(
      `API call to ${method.replace('Sheets.S', 'sheets.s')} failed with error: ${REFUSALS[code]}`,
      'GoogleJsonResponseException',
      { code, message: REFUSALS[code] },
    );
  };
  return asked;
}

/** Cells of all tabs, the moment aside, which waiting for Google moves. */
function cellsOf(account: EmulatedAccount): string {
  const [workbook] = account.workbooks.values();
  const { tabs } = copyWorkbook(workbook);
  const shown = tabs.filter(({ hidden }) => !hidden).map(({ title, rows }) => [title, rows]);
  return JSON.stringify(shown).replace(/\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?/g, 'moment');
}

const request = {
  configParams: { workbook: 'small-workbook-0123456789', table: 'kpis' },
  fields: [{ name: 'kpi' }, { name: 'status' }],
};

type Workflow = readonly [
  name: string,
  project: ProjectName,
  handler: string,
  args: readonly unknown[],
];

const WORKFLOWS: readonly Workflow[] = [
  ['a recalculation', 'sheet', 'recalculate', []],
  ['a next period', 'sheet', 'startNextPeriod', []],
  ['an answer to a report', 'connector', 'getData', [request]],
];

const recalculated = smallAccount();
runShipped(recalculated, 'sheet', 'recalculate');

/** The same workbook with results again. */
function prepared(): EmulatedAccount {
  const account = smallAccount();
  for (const [id, workbook] of recalculated.workbooks) {
    account.workbooks.set(id, copyWorkbook(workbook));
  }
  account.answerDialog = () => ({ button: 'OK', text: 'alle' });
  return account;
}

/** What a person reads at the end. */
const lastWords = (account: EmulatedAccount): string =>
  String(account.screen.filter(({ kind }) => kind === 'alert').at(-1)?.content ?? '');

const CASES = WORKFLOWS.flatMap((workflow) =>
  ([429, 503] as const).flatMap((code) =>
    [false, true].map((isForEver) => ({ workflow, code, isForEver })),
  ),
);

test.each(CASES)(
  '$workflow.0 refused with $code at each of its calls, for ever: $isForEver',
  ({ workflow: [, project, handler, args], code, isForEver }) => {
    const run = (account: EmulatedAccount) => runShipped(account, project, handler, { args });
    const undisturbed = prepared();
    const before = cellsOf(undisturbed);
    const calls = refusing(undisturbed, -1, code, false);
    const right = JSON.stringify(run(undisturbed).result);
    const after = cellsOf(undisturbed);
    expect(calls.length).toBeGreaterThan(0);
    expect(after === before).toBe(handler !== 'startNextPeriod');
    calls.forEach((call, at) => {
      const account = prepared();
      refusing(account, at, code, isForEver);
      const { result, error } = run(account);
      const cells = cellsOf(account);
      const where = `${call} (call ${at})`;
      // Once is waited for. For ever leaves all as it was, or as it should be where all was written.
      if (!isForEver) expect([where, cells === after]).toEqual([where, true]);
      else expect([where, cells === before || cells === after]).toEqual([where, true]);
      if (project === 'sheet') {
        const isRefused = lastWords(account).includes('Wait a minute');
        expect([where, isForEver && cells === before ? isRefused : true]).toEqual([where, true]);
      } else if (error === undefined) expect(JSON.stringify(result)).toBe(right);
      else expect(JSON.stringify(error)).toContain('Wait a minute');
    });
  },
);
