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

/** The methods that are called, in order, and the fault at the first call of some of them. */
function faulty(account: EmulatedAccount, methods: readonly string[], fault: Fault | null) {
  const called = new Set<string>();
  const fired: string[] = [];
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
    const isHere = !called.has(method) && methods.includes(method);
    called.add(method);
    if (!isHere) return;
    fired.push(method);
    if (fault?.endsWith('before')) stop();
    isDue = true;
  };
  return { called, fired };
}

const undisturbed = smallAccount();
const titles = [...undisturbed.workbooks.values()][0].tabs.map(({ title }) => title);
const whole = kept(undisturbed);
const own = ofPeople(undisturbed, titles);
const METHODS = (() => {
  const { called } = faulty(undisturbed, [], null);
  check(undisturbed);
  return [...called];
})();

/** A check goes on after what fails, so that one finds what comes of many; a kill is its end. */
const TOGETHER = 16;
const every = (fault: Fault): (readonly [Fault, readonly string[]])[] =>
  fault.startsWith('killed')
    ? METHODS.map((method) => [fault, [method]] as const)
    : Array.from({ length: Math.ceil(METHODS.length / TOGETHER) }, (_, group) => {
        const count = Math.ceil(METHODS.length / TOGETHER);
        // Far apart: what fails ends the answer that it was for.
        return [fault, METHODS.filter((_method, at) => at % count === group)] as const;
      });
const PLACES = FAULTS.map(every);

/**
 * KOERS_FAULTS=all tries every fault at the first call of each method. The gate tries some of each,
 * others every day; KOERS_FAULTS_DAY repeats those of a day.
 */
const IS_WHOLE = process.env.KOERS_FAULTS === 'all';
const EACH_DAY = 2;
const DAY = Number(process.env.KOERS_FAULTS_DAY ?? Math.floor(Date.now() / 86_400_000));
const TRIED = IS_WHOLE
  ? PLACES.flat()
  : PLACES.flatMap((places) =>
      Array.from({ length: EACH_DAY }, (_, at) => places[(DAY * EACH_DAY + at) % places.length]),
    );

test('a call of the live check that goes wrong costs an answer, and nobody anything', () => {
  const broken: string[] = [];
  let count = 0;
  for (const [fault, methods] of TRIED) {
    const account = smallAccount();
    const { fired } = faulty(account, methods, fault);
    check(account);
    account.beforeCall = undefined;
    count += fired.length;
    const where = `${fault} ${fired.join(', ')}`;
    if (ofPeople(account, titles) !== own) broken.push(`${where}: a tab of people is another`);
    const isPage = account.screen.some(({ kind }) => kind === 'dialog' || kind === 'alert');
    if (fault.startsWith('fails') && !isPage) broken.push(`${where}: nothing is said`);
    // What is left behind goes with the next check.
    if (kept(account) !== whole) check(account);
    if (kept(account) !== whole) broken.push(`${where}: something is left behind`);
  }
  const total = METHODS.length * FAULTS.length;
  console.info(
    `the live check of day ${DAY}: ${count} of ${total} places, ${broken.length} not held`,
  );
  expect(count).toBeGreaterThan(0);
  expect(broken).toEqual([]);
});
