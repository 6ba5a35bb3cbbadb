import { TABLE_IDS } from '../../src/core/tables/result-tables.ts';
import {
  createAccount,
  type EmulatedAccount,
  StoppedExecution,
} from '../../src/preview/emulation/host/account.ts';
import { fixedClock } from '../../src/preview/emulation/host/clock.ts';
import { passTime, type TriggerRun } from '../../src/preview/emulation/host/trigger-runner.ts';
import { isOthers } from '../../src/workflows/hidden-tab/register.ts';
import { runShipped } from '../bundle/shipped-bundle.ts';
import { OWNER } from '../support/emulated-workbook.ts';
import { pushedProject } from '../support/pushed-bundle.ts';
import { smallWorkbook } from './small-workbook.ts';

const HOUR = 3_600_000;
const OTHER = 'bob@koers.example';

/** The small workbook in this zone, the clock at this moment. */
function accountAt(moment: string, timeZone = 'Europe/Amsterdam'): EmulatedAccount {
  const workbook = smallWorkbook();
  workbook.timeZone = timeZone;
  return createAccount({
    owner: OWNER,
    workbooks: [workbook],
    clock: fixedClock(Date.parse(moment)),
  });
}

const choose = (account: EmulatedAccount, handler: string, typed = '', asUser = OWNER): string => {
  account.answerDialog = () => ({ button: 'OK', text: typed });
  const before = account.screen.length;
  expect(runShipped(account, 'sheet', handler, { asUser }).error).toBeUndefined();
  const alert = account.screen.slice(before).find(({ kind }) => kind === 'alert');
  return String(alert?.content ?? '');
};

const pass = (account: EmulatedAccount, hours: number): TriggerRun[] =>
  passTime(account, 'sheet', pushedProject('sheet'), hours * HOUR);

const firings = (runs: readonly TriggerRun[]): string[] =>
  runs.map(({ firedAt }) => new Date(firedAt).toISOString().slice(0, 16));

const triggers = (account: EmulatedAccount) =>
  account.projects.sheet.triggers.map(({ handler, owner }) => [handler, owner]);

function cellOf(account: EmulatedAccount, title: string, row: number, column: number): string {
  const [workbook] = account.workbooks.values();
  const tab = workbook.tabs.find((one) => one.title === title);
  return String(tab?.rows[row]?.[column]?.value ?? '');
}

const registerOf = (account: EmulatedAccount) => JSON.parse(cellOf(account, 'Koers data', 1, 2));

/** What this field says in each row of a table, without repetition. */
function saidIn(account: EmulatedAccount, table: string, field: string): string[] {
  const request = {
    configParams: { workbook: 'small-workbook-0123456789', table },
    fields: [{ name: field }],
  };
  const { result, error } = runShipped(account, 'connector', 'getData', { args: [request] });
  expect(error).toBeUndefined();
  // SAFETY: a getData response, as the connector's own tests check it.
  const { rows } = result as { rows: { values: (string | null)[] }[] };
  return [...new Set(rows.map(({ values }) => values[0] ?? ''))];
}

const noteOf = (account: EmulatedAccount, field = 'view_note'): string =>
  saidIn(account, 'kpis', field)[0];

describe('the hour that was chosen', () => {
  it('is one on the clock of the workbook, before and after summer time begins', () => {
    // In the night of 28 to 29 March 2026 the clocks of Amsterdam go forward.
    const account = accountAt('2026-03-27T12:00:00Z');
    choose(account, 'scheduleDaily', '6');
    expect(firings(pass(account, 72))).toEqual([
      '2026-03-28T05:00',
      '2026-03-29T04:00',
      '2026-03-30T04:00',
    ]);
  });

  it('is the same one when summer time ends, on the other side of the world', () => {
    // Auckland goes back on 5 April 2026, from 13 to 12 hours ahead of UTC.
    const account = accountAt('2026-04-03T20:00:00Z', 'Pacific/Auckland');
    choose(account, 'scheduleDaily', '06:00');
    expect(firings(pass(account, 60))).toEqual(['2026-04-04T18:00', '2026-04-05T18:00']);
  });

  it.each([
    ['there is no such hour', '2026-03-27T12:00:00Z', '2026-03-28', '2026-03-29', '2026-03-30'],
    ['there are two of it', '2026-10-23T12:00:00Z', '2026-10-24', '2026-10-25', '2026-10-26'],
  ])('comes once in the night in which %s', (_what, start, ...days) => {
    const account = accountAt(start);
    choose(account, 'scheduleDaily', '2');
    const civil = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Amsterdam' });
    const runs = pass(account, 64);
    expect(runs.map(({ firedAt }) => civil.format(firedAt))).toEqual(days);
    expect(runs.every(({ result }) => result.error === undefined)).toBe(true);
    expect(choose(account, 'showSchedule')).toContain('between 02:00 and 03:00');
  });

  it('with a weekday is the same one after the clocks went forward', () => {
    const account = accountAt('2026-03-21T12:00:00Z');
    choose(account, 'scheduleWeekly', 'zondag 6');
    expect(firings(pass(account, 15 * 24))).toEqual([
      '2026-03-22T05:00',
      '2026-03-29T04:00',
      '2026-04-05T04:00',
    ]);
    expect(choose(account, 'showSchedule')).toContain('Next: 12 Apr 2026 between 06:00 and 07:00');
  });

  it('may go with a weekday, in either language', () => {
    const account = accountAt('2026-02-15T08:00:00Z', 'America/Los_Angeles');
    expect(choose(account, 'scheduleWeekly', 'ma 22')).toContain(
      'every Monday between 22:00 and 23:00 (America/Los_Angeles)',
    );
    expect(firings(pass(account, 14 * 24))).toEqual(['2026-02-17T06:00', '2026-02-24T06:00']);
    expect(choose(account, 'scheduleWeekly', 'Friday 0')).toContain('every Friday between 00:00');
  });

  it('follows the workbook to another time zone, from the next run on', () => {
    const account = accountAt('2026-02-15T12:00:00Z');
    choose(account, 'scheduleDaily', '6');
    const [workbook] = account.workbooks.values();
    workbook.timeZone = 'America/New_York';
    expect(firings(pass(account, 60))).toEqual([
      '2026-02-16T05:00',
      '2026-02-16T11:00',
      '2026-02-17T11:00',
    ]);
    expect(registerOf(account).schedule).toEqual({
      choice: 'daily@6',
      by: OWNER,
      timeZone: 'America/New_York',
    });
  });

  it.each(['', '24', '-1', '6.30', 'half six', 'Monday'])(
    'is refused where it is "%s"',
    (typed) => {
      const account = accountAt('2026-02-15T12:00:00Z');
      expect(choose(account, 'scheduleDaily', typed)).toContain('nothing was changed');
      expect(choose(account, 'scheduleWeekly', typed)).toContain('nothing was changed');
      expect(triggers(account)).toEqual([]);
    },
  );
});

describe('a run that fails', () => {
  /** A schedule of every day at six, and the writing refused from now on. */
  function failing(): EmulatedAccount {
    const account = accountAt('2026-02-15T12:00:00Z');
    choose(account, 'scheduleDaily', '6');
    account.beforeCall = ({ method }) => {
      if (method === 'Sheets.Spreadsheets.Values.batchGet') throw new Error('Service unavailable');
    };
    return account;
  }
  const isRegister = (method: string) => method === 'Sheets.Spreadsheets.batchUpdate';

  it('is tried again within the hour, and again until it goes well', () => {
    const account = accountAt('2026-02-15T12:00:00Z');
    choose(account, 'scheduleDaily', '6');
    let refusals = 2;
    account.beforeCall = ({ method }) => {
      if (!isRegister(method) || refusals === 0) return;
      refusals -= 1;
      // Not one that is asked again at once.
      throw new Error('Invalid requests[0]: no such thing');
    };
    const runs = pass(account, 24);
    expect(firings(runs)).toEqual(['2026-02-16T05:00', '2026-02-16T05:30']);
    expect(runs.map(({ result }) => result.error === undefined)).toEqual([false, true]);
    expect(triggers(account)).toEqual([['recalculateOnSchedule', OWNER]]);
    expect(registerOf(account).runs[0]).toMatchObject({ trigger: 'retry', failure: '' });
  });

  it('comes three times more, says so in tab and report, and then waits for its turn', () => {
    const account = failing();
    const rename = (from: string, to: string) => {
      const [workbook] = account.workbooks.values();
      const tab = workbook.tabs.find(({ title }) => title === from);
      if (tab === undefined) throw new Error(`no tab ${from}`);
      tab.title = to;
    };
    account.beforeCall = undefined;
    rename("KPI's", 'Weg');
    expect(firings(pass(account, 19))).toEqual([
      '2026-02-16T05:00',
      '2026-02-16T05:30',
      '2026-02-16T06:00',
      '2026-02-16T06:30',
    ]);
    expect(cellOf(account, 'Koers status', 1, 0)).toMatch(
      /^De herberekening van 16 feb 2026 07:30 is mislukt: [^.]*\./,
    );
    expect(noteOf(account)).toContain('De herberekening van 16 feb 2026 07:30 is mislukt');
    expect(firings(pass(account, 24))[0]).toBe('2026-02-17T05:00');
    expect(noteOf(account)).toContain('twee keer moeten herberekenen');
    rename('Weg', "KPI's");
    choose(account, 'recalculate');
    expect(cellOf(account, 'Koers status', 1, 0)).toBe('');
    // What the connector saw of the workbook holds for a minute.
    pass(account, 0.05);
    expect(noteOf(account)).toBe('');
  });

  it('says above the status that it comes back', () => {
    const account = failing();
    account.beforeCall = ({ method }) => {
      if (method === 'Utilities.gzip') throw new Error('broken');
    };
    pass(account, 17.2);
    expect(cellOf(account, 'Koers status', 1, 0)).toContain('binnen een uur opnieuw');
  });

  it('that was broken off comes back too', () => {
    const account = accountAt('2026-02-15T12:00:00Z');
    choose(account, 'scheduleDaily', '6');
    account.beforeCall = ({ method }) => {
      if (!isRegister(method)) return;
      account.beforeCall = undefined;
      throw new StoppedExecution('Exceeded maximum execution time');
    };
    const runs = pass(account, 24);
    expect(firings(runs)).toEqual(['2026-02-16T05:00', '2026-02-16T05:30']);
    expect(runs[1].result.error).toBeUndefined();
  });

  it('does without a retry where there is no room for another trigger', () => {
    const account = accountAt('2026-02-15T12:00:00Z');
    choose(account, 'scheduleDaily', '6');
    const [own] = account.projects.sheet.triggers;
    for (let more = 0; more < 19; more += 1) {
      account.projects.sheet.triggers.push({
        ...own,
        id: `9${more}`,
        handler: 'somethingElse',
        schedule: { everyDays: 1, atHour: 23 },
      });
    }
    const runs = pass(account, 18);
    const run = runs.find(({ trigger }) => trigger.handler === 'recalculateOnSchedule');
    expect(run?.result.error).toBeUndefined();
    expect(registerOf(account).runs[0]).toMatchObject({ trigger: 'schedule', failure: '' });
  });
});

describe('who runs it, and when', () => {
  it('stands in the tabs, in the report and in the menu', () => {
    const account = accountAt('2026-02-15T12:00:00Z');
    choose(account, 'recalculate');
    expect(cellOf(account, 'Koers status', 0, 0)).not.toContain('Volgende keer');
    choose(account, 'scheduleDaily', '6');
    const next = `Volgende keer: 16 feb 2026 tussen 06:00 en 07:00, met de rechten van ${OWNER}.`;
    expect(cellOf(account, 'Koers status', 0, 0)).toContain(next);
    expect(cellOf(account, 'Koers tijdlijn', 0, 0)).toContain(next);
    expect(noteOf(account, 'recalculated_text')).toContain(next);
    pass(account, 24);
    expect(cellOf(account, 'Koers controles', 0, 0)).toContain('Volgende keer: 17 feb 2026');
    const story = choose(account, 'showSchedule').split('\n');
    expect(story.slice(0, 2)).toEqual([
      `Koers recalculates every day between 06:00 and 07:00 (Europe/Amsterdam), on the authorisation of ${OWNER}.`,
      'Next: 17 Feb 2026 between 06:00 and 07:00.',
    ]);
    expect(story.slice(-2)).toEqual([
      `16 Feb 2026 06:00 · by schedule · ${OWNER} · went well`,
      `15 Feb 2026 13:00 · from the menu · ${OWNER} · went well`,
    ]);
  });

  it('stands in every table, and so does a run that was missed', () => {
    const account = accountAt('2026-02-15T12:00:00Z');
    choose(account, 'scheduleDaily', '6');
    account.projects.sheet.triggers = [];
    account.clock.advance(42 * HOUR);
    const filled = TABLE_IDS.filter((id) => saidIn(account, id, 'view_note').length > 0);
    expect(filled.length).toBeGreaterThan(5);
    for (const id of filled) {
      const [next, missed] = ['recalculated_text', 'view_note'].map((field) =>
        saidIn(account, id, field),
      );
      expect([id, next]).toEqual([
        id,
        [expect.stringContaining('(Koers 0.1.0). Volgende keer: 18 feb 2026')],
      ]);
      expect([id, missed.every((note) => note.includes('twee keer'))]).toEqual([id, true]);
    }
  });

  it('says when there is no schedule, and when Google has lost the trigger', () => {
    const account = accountAt('2026-02-15T12:00:00Z');
    expect(choose(account, 'showSchedule')).toBe('Koers recalculates only when somebody asks.');
    choose(account, 'scheduleHourly');
    expect(choose(account, 'showSchedule')).toContain('Next: within the hour.');
    account.projects.sheet.triggers = [];
    expect(choose(account, 'showSchedule')).toContain('Google has no trigger of yours');
  });
});

describe('a run that does not come', () => {
  /** The report's note after so many hours in which no trigger fires. */
  function noteAfter(start: string, handler: string, typed: string, hours: number): string {
    const account = accountAt(start);
    choose(account, handler, typed);
    account.projects.sheet.triggers = [];
    account.clock.advance(hours * HOUR);
    return noteOf(account);
  }

  it.each([
    // From Sunday 15 February, one in the afternoon, until the second turn is over.
    ['every hour', 'scheduleHourly', '', 3],
    ['every day', 'scheduleDaily', '6', 42],
    ['every week', 'scheduleWeekly', 'maandag 6', 18 + 7 * 24],
  ])('is missed when two turns of %s are over, and not before', (_, handler, typed, hours) => {
    const start = '2026-02-15T12:00:00Z';
    expect(noteAfter(start, handler, typed, hours - 0.1)).toBe('');
    expect(noteAfter(start, handler, typed, hours)).toContain('sinds 15 feb 2026 13:00 twee keer');
  });

  it('is counted on the clock of the workbook, an hour less in the spring', () => {
    const friday = '2026-03-27T12:00:00Z';
    expect(noteAfter(friday, 'scheduleDaily', '6', 40.9)).toBe('');
    expect(noteAfter(friday, 'scheduleDaily', '6', 41.1)).toContain('twee keer');
  });

  it('is counted in hours that pass, whatever the clock shows in that night', () => {
    // 25 October 2026, from three back to two; and 29 March, from two on to three.
    for (const night of ['2026-10-25T00:15:00Z', '2026-03-29T00:15:00Z']) {
      expect(noteAfter(night, 'scheduleHourly', '', 2.4)).toBe('');
      expect(noteAfter(night, 'scheduleHourly', '', 3.1)).toContain('twee keer');
    }
  });
});

test.each([
  ['somebody else’s', 'noor@koers.example', true],
  ['one’s own', OWNER, false],
  ['nobody’s', '', false],
])('a schedule that is %s is known by its address', (_, by, expected) => {
  expect(isOthers({ choice: 'daily@6', by }, OWNER)).toBe(expected);
  // Google does not tell who runs this: the trigger stays.
  expect(isOthers({ choice: 'daily@6', by }, '')).toBe(false);
});

describe('two people', () => {
  function shared(): EmulatedAccount {
    const account = accountAt('2026-02-15T12:00:00Z');
    const [workbook] = account.workbooks.values();
    workbook.sharing = { owner: OWNER, editors: [OTHER], viewers: [] };
    choose(account, 'scheduleDaily', '6');
    return account;
  }

  it('never both run it: who takes over does, and the other trigger removes itself', () => {
    const account = shared();
    expect(choose(account, 'takeOverSchedule', '', OTHER)).toContain(`authorisation of ${OWNER}`);
    expect(triggers(account)).toEqual([
      ['recalculateOnSchedule', OWNER],
      ['recalculateOnSchedule', OTHER],
    ]);
    const runs = pass(account, 24);
    expect(runs.every(({ result }) => result.error === undefined)).toBe(true);
    expect(triggers(account)).toEqual([['recalculateOnSchedule', OTHER]]);
    expect(registerOf(account).runs.map(({ by }: { by: string }) => by)).toEqual([OTHER, OWNER]);
  });

  it('may each switch it off, also for the other', () => {
    const account = shared();
    expect(choose(account, 'scheduleOff', '', OTHER)).toContain('that trigger removes itself');
    pass(account, 24);
    expect(triggers(account)).toEqual([]);
    expect(registerOf(account).schedule).toMatchObject({ choice: 'off', by: OTHER });
    expect(choose(account, 'takeOverSchedule')).toContain('no schedule to take over');
  });
});
