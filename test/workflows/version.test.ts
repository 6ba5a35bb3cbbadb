import fc from 'fast-check';
import type { EmulatedAccount } from '../../src/preview/emulation/host/account.ts';
import { shownMenu } from '../../src/preview/script-menu.ts';
import { registerBlockOf } from '../../src/workflows/hidden-tab/migrations.ts';
import { DATA_LAYOUT } from '../../src/workflows/hidden-tab/stored-data.ts';
import { compareVersions } from '../../src/workflows/koers-version.ts';
import { VERSION_HANDLER } from '../../src/workflows/menu/menu-items.ts';
import { versionDifference } from '../../src/workflows/menu/version-note.ts';
import { runShipped } from '../bundle/shipped-bundle.ts';
import { smallAccount } from './small-workbook.ts';

describe('which version is the older one', () => {
  it.each([
    ['0.9.0', '0.10.0'],
    ['1.9.9', '2.0.0'],
    ['0.1', '0.1.1'],
    ['0.0.9', '0.1.0'],
  ])('%s before %s', (older, newer) => {
    expect(compareVersions(older, newer)).toBeLessThan(0);
    expect(compareVersions(newer, older)).toBeGreaterThan(0);
  });

  it('neither of the same number, whatever stands after it', () => {
    expect(compareVersions('0.2.0-beta.1', '0.2.0')).toBe(0);
    expect(compareVersions('0.2', '0.2.0')).toBe(0);
  });

  it('is decided by the first number that differs', () => {
    const number = fc.nat(40);
    const version = fc.tuple(number, number, number);
    fc.assert(
      fc.property(version, version, (a, b) => {
        const at = a.findIndex((part, index) => part !== b[index]);
        const expected = at === -1 ? 0 : Math.sign((a[at] ?? 0) - (b[at] ?? 0));
        expect(Math.sign(compareVersions(a.join('.'), b.join('.')))).toBe(expected);
      }),
    );
  });
});

describe('how script and data differ', () => {
  it.each([
    ['not at all in one version', DATA_LAYOUT, '0.2.0', null],
    ['not at all where nothing says which version the data is of', DATA_LAYOUT, '', null],
    ['an older script by the older definitions', DATA_LAYOUT, '0.10.0', 'script_older'],
    ['a newer script by the new definitions', DATA_LAYOUT, '0.1.9', 'script_newer'],
    ['a newer form is refused, whatever the version', DATA_LAYOUT + 1, '0.2.0', 'script_refuses'],
    ['an older form is converted', DATA_LAYOUT - 1, '', 'script_converts'],
  ])('%s', (_, layout, koers, expected) => {
    expect(versionDifference({ layout, koers }, '0.2.0')).toBe(expected);
  });
});

function dataRows(account: EmulatedAccount) {
  const [workbook] = account.workbooks.values();
  const tab = workbook.tabs.find(({ title }) => title === 'Koers data');
  if (tab === undefined) throw new Error('no hidden tab');
  const cell = (row: number, column: number) => {
    const found = tab.rows[row]?.[column];
    if (found === undefined) throw new Error('no such cell');
    return found;
  };
  return { cell };
}

/** A recalculated workbook whose last run was of this version, in this layout. */
function writtenBy(version: string | undefined, layout = DATA_LAYOUT): EmulatedAccount {
  const account = smallAccount();
  runShipped(account, 'sheet', 'recalculate');
  const { cell } = dataRows(account);
  const register = JSON.parse(String(cell(1, 2).value));
  const { version: _, ...run } = register.runs[0];
  const { key, text } = registerBlockOf(
    JSON.stringify({ ...register, runs: [version === undefined ? run : { ...run, version }] }),
  );
  Object.assign(cell(1, 1), { value: key });
  Object.assign(cell(1, 2), { value: text });
  Object.assign(cell(0, 2), { value: String(layout) });
  return account;
}

/** The entries of the menu as the workbook opens, before anybody agreed to anything. */
function opened(account: EmulatedAccount): string[] {
  const { error } = runShipped(account, 'sheet', 'onOpen', { trigger: 'simple' });
  expect(error).toBeUndefined();
  return shownMenu(account).map(({ label }) => label);
}

const said = (account: EmulatedAccount, handler: string): string => {
  expect(runShipped(account, 'sheet', handler).error).toBeUndefined();
  return String(account.screen.filter(({ kind }) => kind === 'alert').at(-1)?.content ?? '');
};

describe('the menu of a workbook', () => {
  it('has no word about versions where there is nothing to say', () => {
    const account = smallAccount();
    expect(opened(account)[1]).toBe('Recalculate now');
    expect(opened(writtenBy(undefined))[1]).toBe('Recalculate now');
    runShipped(account, 'sheet', 'recalculate');
    expect(opened(account)[1]).toBe('Recalculate now');
    expect(said(account, VERSION_HANDLER)).toContain('both of Koers');
  });

  it('says that the script is older than its data, and what recalculating does', () => {
    const account = writtenBy('99.0.0');
    expect(opened(account)[1]).toBe('This script is older than its data…');
    expect(said(account, VERSION_HANDLER)).toMatch(/computed by Koers 99\.0\.0.*older definitions/);
    said(account, 'recalculate');
    expect(opened(account)[1]).toBe('Recalculate now');
  });

  it('says that it is newer, and what it will do', () => {
    const account = writtenBy('0.0.1');
    account.userLocale = 'nl';
    expect(opened(account)[1]).toBe('Dit script is nieuwer dan zijn gegevens…');
    expect(said(account, VERSION_HANDLER)).toContain('volgens de nieuwe definities');
  });

  it('says that it puts older data into a new form', () => {
    const account = writtenBy(undefined, DATA_LAYOUT - 1);
    expect(said(account, VERSION_HANDLER)).toMatch(/written by an earlier Koers.*new form/);
    expect(said(account, 'recalculate')).toMatch(/in the form of this version now: 1 month of/);
    expect(said(account, 'recalculate')).not.toContain('form of this version');
  });

  it('says that newer data is too new, and nothing writes there any more', () => {
    const account = writtenBy('99.0.0', DATA_LAYOUT + 1);
    expect(opened(account)[1]).toBe('This script is too old for its data…');
    expect(said(account, VERSION_HANDLER)).toContain('it changes nothing');
    const [workbook] = account.workbooks.values();
    const before = JSON.stringify(workbook.tabs);
    expect(said(account, 'recalculate')).toContain('newer version of Koers');
    expect(said(account, 'scheduleHourly')).toContain('newer version of Koers');
    expect(said(account, 'setUpWorkbook')).toContain('newer version of Koers');
    const { error } = runShipped(account, 'sheet', 'recalculateOnSchedule', {
      trigger: 'installable',
    });
    expect(error?.message).toContain('newer version of Koers');
    const [after] = account.workbooks.values();
    expect(JSON.stringify(after.tabs)).toBe(before);
  });

  it('is there where the data cannot be read', () => {
    const account = writtenBy('99.0.0');
    Object.assign(dataRows(account).cell(1, 2), { value: '{ broken' });
    expect(opened(account)[1]).toBe('Recalculate now');
  });
});
