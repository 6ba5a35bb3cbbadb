import type { EmulatedAccount } from '../../src/preview/emulation/host/account.ts';
import { passTime } from '../../src/preview/emulation/host/trigger-runner.ts';
import { DATA_LAYOUT } from '../../src/workflows/hidden-tab/stored-data.ts';
import { runShipped } from '../bundle/shipped-bundle.ts';
import { OWNER } from '../support/emulated-workbook.ts';
import { pushedProject } from '../support/pushed-bundle.ts';
import { smallAccount } from './small-workbook.ts';

const HOUR = 3_600_000;
const OTHER = 'bob@koers.example';

const workbookOf = (account: EmulatedAccount) => {
  const [workbook] = account.workbooks.values();
  return workbook;
};

const run = (account: EmulatedAccount, handler: string, asUser = OWNER): string => {
  expect(runShipped(account, 'sheet', handler, { asUser }).error).toBeUndefined();
  return String(account.screen.filter(({ kind }) => kind === 'alert').at(-1)?.content ?? '');
};

function scheduled(): EmulatedAccount {
  const account = smallAccount();
  workbookOf(account).sharing = { owner: OWNER, editors: [OTHER], viewers: [] };
  run(account, 'scheduleHourly');
  return account;
}

const isOurs = ({ title }: { title: string }) => title.startsWith('Koers ');

function deleteOurTabs(account: EmulatedAccount): void {
  const workbook = workbookOf(account);
  workbook.tabs = workbook.tabs.filter((tab) => !isOurs(tab));
}

/** Every cell of people's own tabs that holds something, by its place. */
const cellsOf = (account: EmulatedAccount): Map<string, unknown> =>
  new Map(
    workbookOf(account)
      .tabs.filter((tab) => !isOurs(tab))
      .flatMap(({ title, rows }) =>
        rows.flatMap((row, at) =>
          Array.from(
            row ?? [],
            (cell, column) => [`${title} ${at} ${column}`, cell?.value] as const,
          ),
        ),
      )
      .filter(([, value]) => value !== undefined && value !== null),
  );

describe('taking Koers away', () => {
  it('leaves what people typed, and no trigger', () => {
    const account = smallAccount();
    const before = cellsOf(account);
    run(account, 'scheduleHourly');
    run(account, 'scheduleOff');
    deleteOurTabs(account);
    expect(account.projects.sheet.triggers).toEqual([]);
    const after = cellsOf(account);
    expect([...before].filter(([place, value]) => after.get(place) !== value)).toEqual([]);
    // Ids in what was blank.
    expect([...after.values()].filter((value) => value === 'bezoekers_q1')).toHaveLength(1);
    expect(after.size - before.size).toBeLessThan(8);
  });

  it('is told to whoever has a trigger left, and makes no tab again', () => {
    const account = scheduled();
    run(account, 'scheduleOff', OTHER);
    deleteOurTabs(account);
    const runs = passTime(account, 'sheet', pushedProject('sheet'), 2 * HOUR);
    expect(runs.length).toBeGreaterThan(0);
    expect(runs.every(({ result }) => result.error !== undefined)).toBe(true);
    expect(workbookOf(account).tabs.some(isOurs)).toBe(false);
  });
});

describe('going back from a version that put the data into a newer form', () => {
  it('is refused until the workbook is restored, and then goes on with its history', () => {
    const account = scheduled();
    const before = structuredClone(workbookOf(account).tabs);
    const data = workbookOf(account).tabs.find(({ title }) => title === 'Koers data');
    Object.assign(data?.rows[0]?.[2] ?? {}, { value: String(DATA_LAYOUT + 1) });
    expect(run(account, 'recalculate')).toContain('newer version of Koers');
    workbookOf(account).tabs = before;
    expect(run(account, 'recalculate')).toContain('2 KPIs recalculated');
    const [, register] =
      workbookOf(account).tabs.find(({ title }) => title === 'Koers data')?.rows ?? [];
    expect(JSON.parse(String(register?.[2]?.value)).runs).toHaveLength(2);
  });
});
