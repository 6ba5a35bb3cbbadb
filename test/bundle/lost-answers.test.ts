import {
  createAccount,
  type EmulatedAccount,
  PlatformError,
} from '../../src/preview/emulation/host/account.ts';
import { fixedClock } from '../../src/preview/emulation/host/clock.ts';
import { putCell } from '../../src/preview/emulation/workbook/cells.ts';
import type { Workbook } from '../../src/preview/emulation/workbook/workbook.ts';
import { OWNER, tabWith, workbookWith } from '../support/emulated-workbook.ts';
import { morningOf, smallAccount } from '../workflows/small-workbook.ts';
import { runShipped } from './shipped-bundle.ts';

const WRITE = 'spreadsheet.batch';

const unavailable = () =>
  new PlatformError(
    'API call to sheets.spreadsheets.batchUpdate failed with error: The service is currently unavailable.',
    'GoogleJsonResponseException',
    { code: 503, message: 'The service is currently unavailable.' },
  );

const workbookOf = (account: EmulatedAccount): Workbook => [...account.workbooks.values()][0];

const titlesOf = (account: EmulatedAccount): string[] =>
  workbookOf(account).tabs.map(({ title }) => title);

const lastWords = (account: EmulatedAccount): string =>
  String(account.screen.filter(({ kind }) => kind === 'alert').at(-1)?.content ?? '');

/** Every write takes effect, and the first `times` answers say that it did not. */
function losingAnswers(account: EmulatedAccount, times: number): { writes: () => number } {
  let writes = 0;
  account.onAnswer = (operation, answer) => {
    if (operation !== WRITE) return answer;
    writes += 1;
    if (writes > times) return answer;
    throw unavailable();
  };
  return { writes: () => writes };
}

const emptyAccount = (): EmulatedAccount =>
  createAccount({
    owner: OWNER,
    workbooks: [workbookWith([tabWith('Blad1', [])])],
    clock: fixedClock(morningOf('2026-02-15')),
  });

describe('a write that took effect although its answer got lost', () => {
  it('is a first recalculation that went well, without a notice of failure above it', () => {
    const account = smallAccount();
    const { writes } = losingAnswers(account, 1);
    runShipped(account, 'sheet', 'recalculate');
    expect(lastWords(account)).toContain('recalculated');
    expect(JSON.stringify(workbookOf(account).tabs)).not.toContain('mislukt');
    expect(writes()).toBeGreaterThanOrEqual(1);
    expect(account.log).toEqual([]);
  });

  it('is a workbook that is set up, with each tab once', () => {
    const account = emptyAccount();
    losingAnswers(account, 3);
    runShipped(account, 'sheet', 'setUpWorkbook');
    expect(lastWords(account)).toContain('tabs are ready');
    expect(new Set(titlesOf(account)).size).toBe(titlesOf(account).length);
  });

  it('is a next period that is started once', () => {
    const account = smallAccount();
    account.clock = fixedClock(morningOf('2026-04-20'));
    account.answerDialog = () => ({ button: 'OK', text: '1' });
    losingAnswers(account, 1);
    runShipped(account, 'sheet', 'startNextPeriod');
    const kpis = workbookOf(account).tabs.find(({ title }) => title === "KPI's");
    const names = (kpis?.rows ?? []).map((row) => row?.[0]?.value ?? null);
    expect(names.filter((name) => String(name).startsWith('Bezoekers'))).toEqual([
      'Bezoekers Q1',
      'Bezoekers Q2',
    ]);
  });

  it('takes away the example rows and no row that somebody typed below them', () => {
    const account = emptyAccount();
    runShipped(account, 'sheet', 'setUpWorkbook');
    const kpis = () => workbookOf(account).tabs.find(({ title }) => title === 'KPIs');
    const tab = kpis();
    if (tab === undefined) throw new Error('no tab KPIs');
    ['First', 'Second', 'Third'].forEach((name, at) => {
      putCell(tab, at + 2, 0, { value: name });
    });
    losingAnswers(account, 2);
    runShipped(account, 'sheet', 'removeExampleRows');
    expect(lastWords(account)).toContain('removed');
    const names = (kpis()?.rows ?? []).slice(1, 5).map((row) => row?.[0]?.value ?? null);
    expect(names).toEqual(['First', 'Second', 'Third', null]);
  });

  it('is not written a second time while Google does not say whether it was done', () => {
    const account = smallAccount();
    runShipped(account, 'sheet', 'recalculate');
    account.clock = fixedClock(morningOf('2026-04-20'));
    account.answerDialog = () => ({ button: 'OK', text: '1' });
    const { writes } = losingAnswers(account, 9);
    account.beforeCall = ({ method }) => {
      if (writes() > 0 && method === 'Sheets.Spreadsheets.get') throw unavailable();
    };
    runShipped(account, 'sheet', 'startNextPeriod');
    expect(lastWords(account)).toContain('no room');
    expect(writes()).toBe(1);
  });

  it('is not taken for done when another run has written since', () => {
    const account = smallAccount();
    runShipped(account, 'sheet', 'recalculate');
    const marks = workbookOf(account).developerMetadata.map(({ value }) => value);
    account.beforeCall = ({ method }) => {
      if (method === 'Sheets.Spreadsheets.batchUpdate') throw unavailable();
    };
    runShipped(account, 'sheet', 'recalculate');
    expect(lastWords(account)).toContain('no room');
    expect(workbookOf(account).developerMetadata.map(({ value }) => value)).toEqual(marks);
  });
});

/** What the small workbook is before, who does what, and how often. */
type Lost = readonly [what: string, handler: string, more: Prepared];
interface Prepared {
  readonly typed?: string;
  readonly asUser?: string;
  readonly args?: readonly unknown[];
  readonly before?: string;
}

const OTHER = 'other@koers.example';
const CHECK_IN = { kpiId: 'bezoekers_q1', note: 'Druk', cause: '', confidence: 0, who: '' };
const GOAL = { step: 'goal', name: 'Minder', successWhen: '-3', owner: '' };

const LOST: readonly Lost[] = [
  ['a recalculation', 'recalculate', {}],
  ['set up', 'setUpWorkbook', {}],
  ['a tab that is added', 'addTargetsTab', {}],
  ['a next period', 'startNextPeriod', { typed: '1' }],
  ['a schedule', 'scheduleDaily', { typed: '6' }],
  ['a schedule that goes', 'scheduleOff', { before: 'scheduleHourly' }],
  [
    'a schedule that is taken over',
    'takeOverSchedule',
    { asUser: OTHER, before: 'scheduleHourly' },
  ],
  ['mail that is switched on', 'mailOn', {}],
  ['results for a group', 'publishForGroup', { typed: '1' }],
  ['a check-in', 'checkInText', { args: [CHECK_IN] }],
  ['a goal of Begin', 'beginText', { args: [{ ...GOAL, start: '2026-01-01', due: '2026-12-31' }] }],
];

/** Cells of every workbook, the moments aside: waiting for Google moves them. */
const everyCell = (account: EmulatedAccount): string =>
  JSON.stringify(
    [...account.workbooks.values()].map(({ tabs }) =>
      tabs.filter(({ hidden }) => !hidden).map(({ title, rows }) => [title, rows]),
    ),
  ).replace(/\d{1,2} [a-z]{3} \d{4} \d\d:\d\d|\d{4}-\d\d-\d\d \d\d:\d\d/g, 'moment');

test.each(LOST)(
  '%s ends as it does otherwise when the answer to each of its writes gets lost once',
  (_what, handler, { typed = '', asUser, args, before }) => {
    const played = (isLost: boolean) => {
      const account = smallAccount();
      const own = workbookOf(account);
      own.sharing = { ...own.sharing, editors: [OTHER] };
      runShipped(account, 'sheet', 'recalculate');
      if (before !== undefined) runShipped(account, 'sheet', before);
      account.answerDialog = () => ({ button: 'OK', text: typed });
      let writes = 0;
      account.onAnswer = (operation, answer) => {
        if (operation !== WRITE) return answer;
        writes += 1;
        if (isLost && writes % 2 === 1) throw unavailable();
        return answer;
      };
      const { result, error } = runShipped(account, 'sheet', handler, { asUser, args });
      return { said: lastWords(account), result, error, cells: everyCell(account), writes };
    };
    const [right, lost] = [played(false), played(true)];
    expect(right.writes).toBeGreaterThan(0);
    expect(right.error).toBeUndefined();
    expect({ ...lost, writes: 0 }).toEqual({ ...right, writes: 0 });
  },
);

test.each([
  ['gets lost', () => unavailable()],
  ['holds no address', () => null],
])(
  'a spreadsheet for a group is told by its name, and made once, when the answer %s',
  (_, lost) => {
    const account = smallAccount();
    account.answerDialog = () => ({ button: 'OK', text: '1' });
    account.onAnswer = (operation, answer) => {
      if (operation !== 'sheets.create') return answer;
      const error = lost();
      if (error !== null) throw error;
      return {};
    };
    runShipped(account, 'sheet', 'publishForGroup');
    expect(lastWords(account)).toContain('"1 · ');
    expect(account.workbooks.size).toBe(2);
  },
);

describe('an answer that is empty or cut off', () => {
  it.each([
    ['no ranges at all', 'sheets.batchGetValues', () => ({})],
    [
      'the last range missing',
      'sheets.batchGetValues',
      (answer: { valueRanges: unknown[] }) => ({ valueRanges: answer.valueRanges.slice(0, -1) }),
    ],
    ['a spreadsheet without tabs', 'sheets.get', () => ({ spreadsheetId: 'x' })],
  ] as const)('is asked for again: %s', (_what, operation, cut) => {
    const account = smallAccount();
    runShipped(account, 'sheet', 'recalculate');
    let isCut = false;
    account.onAnswer = (asked, answer) => {
      if (asked !== operation || isCut) return answer;
      isCut = true;
      return cut(answer as { valueRanges: unknown[] });
    };
    runShipped(account, 'sheet', 'recalculate');
    expect(isCut).toBe(true);
    expect(lastWords(account)).toContain('2 KPIs recalculated');
  });
});
