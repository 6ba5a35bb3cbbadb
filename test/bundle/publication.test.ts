import type { EmulatedAccount } from '../../src/preview/emulation/host/account.ts';
import { smallAccount } from '../workflows/small-workbook.ts';
import {
  type Answered,
  call,
  dataRequest,
  recalculated,
  textOf,
  valuesOf,
} from './conformance/asked.ts';
import { runShipped, shippedManifest } from './shipped-bundle.ts';

const MEMBER = 'member@koers.example';

const answering = (account: EmulatedAccount, ...texts: string[]) => {
  account.answerDialog = () => ({ button: 'OK', text: texts.shift() ?? '' });
};

function published() {
  const account = recalculated(smallAccount());
  answering(account, '1', 'De raad');
  const { error } = runShipped(account, 'sheet', 'publishForGroup');
  expect(error).toBeUndefined();
  const [source, group] = account.workbooks.values();
  return { account, source, group };
}

const chart = (account: EmulatedAccount, workbook: string, asUser: string) => {
  const configParams = { workbook, table: 'kpis' };
  const request = { ...dataRequest('kpis', ['kpi', 'status']), configParams };
  return call(account, 'getData', request, asUser);
};

describe('publishing for a group, by what ships', () => {
  it('makes a workbook that nobody else can open until it is shared', () => {
    const { account, source, group } = published();
    expect(group.title).toBe(`De raad · ${source.title}`);
    expect([group.locale, group.timeZone]).toEqual([source.locale, source.timeZone]);
    expect(group.sharing).toEqual({ owner: account.owner, editors: [], viewers: [] });
    expect(group.tabs.map(({ title }) => title)).not.toContain('Sheet1');
    expect(textOf(chart(account, group.id, MEMBER))).toContain('You have no access');
  });

  it('lets a member read it in Data Studio, and not the workbook behind it', () => {
    const { account, source, group } = published();
    group.sharing = { ...group.sharing, viewers: [MEMBER] };
    // SAFETY: without an error there are rows.
    expect(valuesOf(chart(account, group.id, MEMBER) as Answered)).toEqual([
      ['Bezoekers Q1', 'on_course'],
      ['=HYPERLINK("http://x")', 'invalid'],
    ]);
    expect(textOf(chart(account, source.id, MEMBER))).toContain('You have no access');
  });

  it('is renewed by a run, and a run that may not write there says so and completes', () => {
    const { account, group } = published();
    const marks = () => group.developerMetadata.map(({ value }) => value);
    const before = marks();
    account.clock.advance(86_400_000);
    runShipped(account, 'sheet', 'recalculate');
    expect(marks()).not.toEqual(before);
    group.sharing = { owner: 'somebody@koers.example', editors: [], viewers: [account.owner] };
    runShipped(account, 'sheet', 'recalculate');
    const { content } = account.screen.at(-1) ?? {};
    expect(String(content)).toContain('2 KPIs recalculated');
    expect(String(content)).toContain(
      'The workbook for De raad was not renewed: Koers may not write in this workbook.',
    );
  });

  it('asks for no right over files: the scope of spreadsheets is enough', () => {
    expect(shippedManifest('sheet').oauthScopes.join(' ')).not.toContain('drive');
  });
});
