import type { EmulatedAccount } from '../../src/preview/emulation/host/account.ts';
import { StoppedExecution } from '../../src/preview/emulation/host/account.ts';
import { copyWorkbook } from '../../src/preview/emulation/workbook/copy.ts';
import { smallAccount } from '../workflows/small-workbook.ts';
import { runShipped } from './shipped-bundle.ts';

const FAULTS = ['fails before', 'fails after', 'killed before', 'killed after'] as const;
type Fault = (typeof FAULTS)[number];

/** All that a check must leave as it is; the tabs and marks of people above all. */
function kept(account: EmulatedAccount): string {
  const [workbook] = account.workbooks.values();
  const { tabs, developerMetadata } = copyWorkbook(workbook);
  const { triggers, scriptProperties, userProperties } = account.projects.sheet;
  const properties = [...userProperties.values()].flatMap((store) => [...store]);
  return JSON.stringify({
    tabs,
    developerMetadata,
    triggers,
    properties,
    own: [...scriptProperties],
  });
}

/** Tabs that were there before, cell by cell. */
function ofPeople(account: EmulatedAccount, titles: readonly string[]): string {
  const [workbook] = account.workbooks.values();
  const { tabs } = copyWorkbook(workbook);
  return JSON.stringify(tabs.filter(({ title }) => titles.includes(title)));
}

const check = (account: EmulatedAccount) => runShipped(account, 'sheet', 'checkInstallation');

/** Calls of services so far, and the fault at one of them. */
function faulty(account: EmulatedAccount, at: number, fault: Fault | null) {
  const calls: string[] = [];
  const stop = () => {
    if (fault?.startsWith('killed')) throw new StoppedExecution('killed');
    throw new Error('Service unavailable');
  };
  let isDue = false;
  account.beforeCall = ({ method }) => {
    if (isDue) {
      isDue = false;
      stop();
    }
    const isHere = calls.push(method) - 1 === at;
    if (isHere && fault?.endsWith('before')) stop();
    isDue = isHere && fault !== null;
  };
  return calls;
}

const undisturbed = smallAccount();
const titles = [...undisturbed.workbooks.values()][0].tabs.map(({ title }) => title);
const whole = kept(undisturbed);
const own = ofPeople(undisturbed, titles);
const calls = faulty(undisturbed, -1, null);
check(undisturbed);

/** KOERS_FAULTS=all tries every fault at the first call of each method, a number as many; the gate some. */
const IS_WHOLE = process.env.KOERS_FAULTS === 'all';
const SOME = Number(process.env.KOERS_FAULTS) || 4;
const TRIED: ReadonlyArray<readonly [Fault, number]> = IS_WHOLE
  ? [...new Set(calls)].flatMap((method) =>
      FAULTS.map((fault) => [fault, calls.indexOf(method)] as const),
    )
  : Array.from({ length: SOME }, (_, at) => [
      FAULTS[at % FAULTS.length],
      Math.floor(((at + 0.5) * calls.length) / SOME),
    ]);

test('a call of the live check that goes wrong costs an answer, and nobody anything', () => {
  const broken: string[] = [];
  for (const [fault, at] of TRIED) {
    const account = smallAccount();
    faulty(account, at, fault);
    check(account);
    account.beforeCall = undefined;
    const where = `${fault} ${calls[at]} (call ${at})`;
    if (ofPeople(account, titles) !== own) broken.push(`${where}: a tab of people is another`);
    const isPage = account.screen.some(({ kind }) => kind === 'dialog' || kind === 'alert');
    if (fault.startsWith('fails') && !isPage) broken.push(`${where}: nothing is said`);
    // What is left behind goes with the next check.
    if (kept(account) !== whole) check(account);
    if (kept(account) !== whole) broken.push(`${where}: something is left behind`);
  }
  console.info(`the live check: ${TRIED.length} faults tried, ${broken.length} not held`);
  expect(broken).toEqual([]);
});
