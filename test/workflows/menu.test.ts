import type { EmulatedAccount } from '../../src/preview/emulation/host/account.ts';
import { createAccount } from '../../src/preview/emulation/host/account.ts';
import { fixedClock } from '../../src/preview/emulation/host/clock.ts';
import { readXlsxFile } from '../../src/preview/emulation/host/read-xlsx.ts';
import { copyWorkbook } from '../../src/preview/emulation/workbook/copy.ts';
import type { Tab, Workbook } from '../../src/preview/emulation/workbook/workbook.ts';
import { runShipped } from '../bundle/shipped-bundle.ts';
import { OWNER, tabWith, workbookWith } from '../support/emulated-workbook.ts';
import { morningOf, smallAccount } from './small-workbook.ts';

const workbookOf = (account: EmulatedAccount): Workbook => {
  const [workbook] = account.workbooks.values();
  return workbook;
};

const tabOf = (account: EmulatedAccount, title: string): Tab | undefined =>
  workbookOf(account).tabs.find((tab) => tab.title === title);

function rename(account: EmulatedAccount, title: string, to: string): void {
  const tab = tabOf(account, title);
  if (tab === undefined) throw new Error(`no tab ${title}`);
  tab.title = to;
}

const valuesOf = (tab: Tab | undefined): unknown[][] =>
  (tab?.rows ?? []).map((row) => Array.from(row ?? [], (cell) => cell?.value ?? null));

const lastWords = (account: EmulatedAccount): string =>
  String(account.screen.filter(({ kind }) => kind === 'alert').at(-1)?.content ?? '');

const choose = (account: EmulatedAccount, handler: string) => {
  const run = runShipped(account, 'sheet', handler);
  expect(run.error).toBeUndefined();
  return run;
};

const emptyAccount = (): EmulatedAccount => {
  const account = createAccount({
    owner: OWNER,
    workbooks: [workbookWith([tabWith('Blad1', [])])],
    clock: fixedClock(morningOf('2026-02-15')),
  });
  account.userLocale = 'nl';
  return account;
};

describe('setting up', () => {
  it('makes the seven tabs of day one in the language of the person', () => {
    const account = emptyAccount();
    choose(account, 'setUpWorkbook');
    expect(workbookOf(account).tabs.map(({ title }) => title)).toEqual([
      'Blad1',
      'Instellingen',
      'Strategie',
      'Doelstellingen',
      'Meetwaarden',
      "KPI's",
      'Mijlpalen',
      'Realisatie',
    ]);
    const [header] = valuesOf(tabOf(account, "KPI's"));
    expect(header.slice(0, 3)).toEqual(['KPI', 'Doelstelling', 'Soort']);
  });

  it('says beside each setting, and above each column, what it means', () => {
    const account = emptyAccount();
    choose(account, 'setUpWorkbook');
    const noteOf = (title: string, row: number, column: number) =>
      tabOf(account, title)?.rows[row]?.[column]?.note;
    expect(noteOf('Instellingen', 4, 0)).toBe('1 tot 12, of een naam.');
    expect(noteOf('Instellingen', 6, 0)).toBe('Dagen geleden.');
    expect(noteOf("KPI's", 0, 5)).toBe('Eerste dag.\nBijvoorbeeld: 01-01-2026');
    expect(noteOf('Meetwaarden', 0, 5)).toContain('Kies: hoger, lager.');
  });

  it('offers the kinds of KPI to choose from, and hides the column with ids', () => {
    const account = emptyAccount();
    choose(account, 'setUpWorkbook');
    const kpis = tabOf(account, "KPI's");
    const kind = kpis?.rows[1]?.[2]?.validation;
    expect(JSON.stringify(kind)).toContain('optellen tot');
    const ids = valuesOf(kpis)[0].indexOf('KPI-ID');
    expect(kpis?.columnProperties[ids]?.hidden).toBe(true);
    expect(kpis?.columnGroups.map(({ depth, collapsed }) => [depth, collapsed])).toEqual([
      [1, true],
      [2, true],
    ]);
  });

  it('changes no cell that was typed in a workbook that holds something', () => {
    const account = smallAccount();
    const typedIn = (titles: readonly string[]) =>
      titles.map((title) => valuesOf(tabOf(account, title)).slice(1, 3));
    const titles = workbookOf(account).tabs.map(({ title }) => title);
    const before = typedIn(titles);
    choose(account, 'setUpWorkbook');
    const kept = typedIn(titles).map((rows, tab) =>
      before[tab].map((row, at) => rows[at].slice(0, row.length)),
    );
    expect(kept).toEqual(before);
    expect(lastWords(account)).toContain('Added: the tabs Strategie, Meetwaarden;');
  });

  it('adds one tab when asked, and only once', () => {
    const account = smallAccount();
    choose(account, 'addActionsTab');
    expect(valuesOf(tabOf(account, 'Acties'))[0]?.[0]).toBe('Actie');
    choose(account, 'addActionsTab');
    expect(lastWords(account)).toContain('"Acties" is already there');
  });

  it('leaves a workbook that recalculates without an error of ours', () => {
    const account = emptyAccount();
    choose(account, 'setUpWorkbook');
    choose(account, 'recalculate');
    expect(lastWords(account)).toContain('1 KPI herberekend. Geen fouten gevonden.');
    expect(account.log).toEqual([]);
  });
});

describe('example rows', () => {
  const ready = (): EmulatedAccount => {
    const account = emptyAccount();
    choose(account, 'setUpWorkbook');
    return account;
  };
  const filledRows = (account: EmulatedAccount, title: string) =>
    valuesOf(tabOf(account, title)).filter((row) => row.some((cell) => cell !== null));
  const TITLES = ['Strategie', 'Doelstellingen', 'Meetwaarden', "KPI's", 'Mijlpalen', 'Realisatie'];

  it('stand in every tab but the settings, and go with one click, with the ids that Koers gave', () => {
    const account = ready();
    expect(TITLES.map((title) => filledRows(account, title).length)).toEqual([2, 2, 2, 2, 2, 2]);
    choose(account, 'recalculate');
    expect(filledRows(account, "KPI's")[1]).toContain('voorbeeld_omzet');
    choose(account, 'removeExampleRows');
    expect(lastWords(account)).toContain('6 voorbeeldrijen verwijderd');
    expect(TITLES.map((title) => filledRows(account, title).length)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('stay where one cell is another, and so does every other row', () => {
    const account = ready();
    const goals = tabOf(account, 'Doelstellingen');
    const kpis = tabOf(account, "KPI's");
    if (goals === undefined || kpis === undefined) throw new Error('not set up');
    goals.rows[1][0] = { value: 'Gezond groeien' };
    kpis.rows[2] = [{ value: 'Leads' }];
    choose(account, 'removeExampleRows');
    expect(lastWords(account)).toContain('5 voorbeeldrijen');
    expect(filledRows(account, 'Doelstellingen')[1][0]).toBe('Gezond groeien');
    expect(filledRows(account, "KPI's")[1][0]).toBe('Leads');
    choose(account, 'removeExampleRows');
    expect(lastWords(account)).toContain('geen voorbeeldrij meer');
    expect(filledRows(account, "KPI's")).toHaveLength(2);
  });

  it('go a year later too, and from a tab that has no other row below its header', () => {
    const account = ready();
    for (const title of TITLES) {
      const tab = tabOf(account, title);
      if (tab === undefined) throw new Error(`no tab ${title}`);
      tab.rows.splice(2);
      tab.rowCount = 2;
    }
    account.clock = fixedClock(morningOf('2027-05-03'));
    choose(account, 'removeExampleRows');
    expect(lastWords(account)).toContain('6 voorbeeldrijen');
    expect(tabOf(account, "KPI's")?.rowCount).toBe(2);
  });
});

describe('the blank workbooks among the examples', () => {
  it.each([
    ['leeg.xlsx', 'nl'],
    ['blank.xlsx', 'en'],
  ])('%s holds what setting up makes, cell by cell and note by note', (file, userLocale) => {
    const account = emptyAccount();
    account.userLocale = userLocale;
    choose(account, 'setUpWorkbook');
    const blank = readXlsxFile(`examples/${file}`, {
      id: 'blank-workbook-0123456789',
      owner: OWNER,
      locale: 'nl_NL',
      timeZone: 'Europe/Amsterdam',
    });
    const filled = ({ title, rows }: Tab) =>
      rows
        .flatMap((row, at) =>
          Array.from(row ?? [], (cell, column) => [title, at, column, cell?.value, cell?.note]),
        )
        .filter(
          ([, , , value, note]) => (value !== undefined && value !== null) || note !== undefined,
        );
    const made = workbookOf(account).tabs.slice(1);
    expect(blank.tabs.flatMap(filled)).toEqual(made.flatMap(filled));
    expect(made.flatMap(filled).length).toBeGreaterThan(120);
  });
});

describe('a run on a schedule that finds another one at work', () => {
  const onSchedule = (account: EmulatedAccount, handler: string) =>
    runShipped(account, 'sheet', handler, { trigger: 'installable' });

  it('says so in the log, comes back in ten minutes, and leaves no trigger behind', () => {
    const account = smallAccount();
    const { locks } = account.projects.sheet;
    const another = -1;
    locks.set('script', another);
    expect(onSchedule(account, 'recalculateOnSchedule').error).toBeUndefined();
    expect(account.log.map(({ text }) => text).join()).toContain('stepped aside');
    const waiting = account.projects.sheet.triggers;
    expect(waiting.map(({ handler, schedule }) => [handler, schedule])).toEqual([
      ['recalculateAgain', { after: 600_000 }],
    ]);
    locks.delete('script');
    onSchedule(account, 'recalculateAgain');
    expect(account.projects.sheet.triggers).toEqual([]);
    expect(tabOf(account, 'Koers status')).toBeDefined();
  });

  it('comes back once, too, after Google had no room, and fails the second time only', () => {
    const account = smallAccount();
    account.beforeCall = ({ method }) => {
      if (method === 'Sheets.Spreadsheets.get') throw new Error('Internal error encountered.');
    };
    expect(onSchedule(account, 'recalculateOnSchedule').error?.message).toContain('no room');
    expect(account.projects.sheet.triggers).toHaveLength(1);
    expect(onSchedule(account, 'recalculateAgain').error?.message).toContain('no room');
    expect(account.projects.sheet.triggers).toEqual([]);
  });
});

describe('recalculating from the menu', () => {
  it('never makes a formula of what people typed', () => {
    const account = smallAccount();
    choose(account, 'recalculate');
    const cells = workbookOf(account).tabs.flatMap(({ rows }) => rows.flat());
    expect(cells.filter((cell) => cell?.formula !== undefined)).toEqual([]);
    const status = valuesOf(tabOf(account, 'Koers status')).flat();
    expect(status).toContain('=HYPERLINK("http://x")');
  });

  it('gives dates and shares in the tabs for people as dates and shares', () => {
    const account = smallAccount();
    choose(account, 'recalculate');
    const tab = tabOf(account, 'Koers status');
    const header = valuesOf(tab)[2];
    const cell = (name: string) => tab?.rows[3]?.[header.indexOf(name)];
    expect(cell('Voortgang')).toMatchObject({ value: 0.4599, format: '0.0%' });
    expect(cell('Aankomst')).toMatchObject({ value: 46_111 });
    expect(cell('Aankomst')?.format).toMatch(/y/);
  });

  it('says a failure in a sentence on the screen, in the register and above the status', () => {
    const account = smallAccount();
    choose(account, 'recalculate');
    rename(account, "KPI's", 'Weg');
    account.userLocale = 'nl';
    choose(account, 'recalculate');
    expect(lastWords(account)).toContain('geen tabblad "KPI\'s"');
    expect(valuesOf(tabOf(account, 'Koers status'))[1][0]).toContain('is mislukt');
    const register = String(valuesOf(tabOf(account, 'Koers data'))[1][2]);
    expect(JSON.parse(register).runs[0]).toMatchObject({ by: OWNER, trigger: 'menu' });
    // The next run that goes well reads what the failed one wrote, and takes the sentence away.
    rename(account, 'Weg', "KPI's");
    choose(account, 'recalculate');
    expect(valuesOf(tabOf(account, 'Koers status'))[1][0] ?? '').toBe('');
  });

  it('logs a bug under the number that the person gets, without data', () => {
    const account = smallAccount();
    account.beforeCall = ({ method }) => {
      if (method === 'Utilities.gzip')
        throw new Error('broken at "Omzet geheim" of noor@koers.example');
    };
    choose(account, 'recalculate');
    const [, id] = /: ([0-9A-Z]{8})\./.exec(lastWords(account)) ?? [];
    const log = account.log.map(({ text }) => text).join('\n');
    expect(id).toHaveLength(8);
    expect(log).toContain(id);
    expect(log).not.toMatch(/geheim|noor/);
  });

  it('leaves the results whole wherever Sheets fails', () => {
    for (const method of [
      'Sheets.Spreadsheets.get',
      'Sheets.Spreadsheets.Values.batchGet',
      'Sheets.Spreadsheets.batchUpdate',
    ]) {
      const account = smallAccount();
      choose(account, 'recalculate');
      const before = JSON.stringify(workbookOf(account).tabs);
      account.beforeCall = (call) => {
        if (call.method === method) throw new Error('The service is currently unavailable.');
      };
      choose(account, 'recalculate');
      expect(JSON.stringify(workbookOf(account).tabs)).toBe(before);
      expect(lastWords(account)).toContain('Wait a minute');
    }
  });
});

describe('a schedule', () => {
  const triggersOf = (account: EmulatedAccount) =>
    account.projects.sheet.triggers.map(({ handler, owner }) => [handler, owner]);

  it('is switched on and off by the menu, and written down', () => {
    const account = smallAccount();
    choose(account, 'scheduleHourly');
    expect(triggersOf(account)).toEqual([['recalculateOnSchedule', OWNER]]);
    const register = () => JSON.parse(String(valuesOf(tabOf(account, 'Koers data'))[1][2]));
    const timeZone = 'Europe/Amsterdam';
    expect(register().schedule).toEqual({ choice: 'hourly', by: OWNER, timeZone });
    choose(account, 'scheduleOff');
    expect(triggersOf(account)).toEqual([]);
    expect(register().schedule).toEqual({ choice: 'off', by: OWNER, timeZone });
  });

  it('recalculates without a screen', () => {
    const account = smallAccount();
    const run = runShipped(account, 'sheet', 'recalculateOnSchedule', {
      trigger: 'installable',
      args: [{}],
    });
    expect(run.error).toBeUndefined();
    expect(tabOf(account, 'Koers status')).toBeDefined();
  });

  it('fails with the sentence, so that the mail of Google says what to do', () => {
    const account = smallAccount();
    rename(account, "KPI's", 'Weg');
    const { error } = runShipped(account, 'sheet', 'recalculateOnSchedule', {
      trigger: 'installable',
      args: [{}],
    });
    expect(error?.message).toContain('no tab "KPI\'s"');
  });

  it('steps aside while somebody else recalculates', () => {
    const account = smallAccount();
    let inner: string | undefined = 'not run';
    account.beforeCall = ({ method }) => {
      if (method !== 'Sheets.Spreadsheets.Values.batchGet') return;
      account.beforeCall = undefined;
      runShipped(account, 'sheet', 'recalculate');
      inner = lastWords(account);
    };
    choose(account, 'recalculate');
    expect(inner).toContain('at work in this workbook already');
    expect(lastWords(account)).toContain('2 KPIs recalculated');
  });
});

describe('a copy of the workbook', () => {
  function copied(): EmulatedAccount {
    const original = smallAccount();
    choose(original, 'recalculate');
    const copy = {
      ...copyWorkbook(workbookOf(original)),
      id: 'copied-workbook-0123456789',
      title: 'Kopie',
    };
    return createAccount({
      owner: OWNER,
      workbooks: [copy],
      clock: fixedClock(morningOf('2026-02-16')),
    });
  }

  it('is recalculated when asked, and says what it is', () => {
    const account = copied();
    choose(account, 'recalculate');
    expect(lastWords(account)).toContain('This workbook is a copy');
    expect(valuesOf(tabOf(account, 'Koers status'))[1][0]).toContain('een kopie');
  });

  it('has no schedule until somebody says that it is the real one', () => {
    const account = copied();
    choose(account, 'scheduleHourly');
    expect(account.projects.sheet.triggers).toEqual([]);
    account.answerDialog = () => ({ button: 'NO', text: '' });
    choose(account, 'confirmWorkbook');
    choose(account, 'scheduleHourly');
    expect(account.projects.sheet.triggers).toEqual([]);
    account.answerDialog = () => ({ button: 'YES', text: '' });
    choose(account, 'confirmWorkbook');
    choose(account, 'scheduleHourly');
    expect(account.projects.sheet.triggers).toHaveLength(1);
    choose(account, 'recalculate');
    expect(lastWords(account)).not.toContain('copy');
  });
});

describe('the report', () => {
  const shown = (account: EmulatedAccount): string => {
    choose(account, 'openReport');
    return String(account.screen.find(({ kind }) => kind === 'dialog')?.content);
  };
  const withSetting = (setting: string, value: string): EmulatedAccount => {
    const account = smallAccount();
    tabOf(account, 'Instellingen')?.rows.push([{ value: setting }, { value }]);
    return account;
  };

  it('opens by the link of Settings', () => {
    const account = withSetting('Rapportlink', 'https://datastudio.google.com/reporting/1?a="><b>');
    expect(shown(account)).toContain(
      'href="https://datastudio.google.com/reporting/1?a=&quot;&gt;&lt;b&gt;"',
    );
  });

  it('is asked for where there is no link', () => {
    const account = smallAccount();
    choose(account, 'openReport');
    expect(lastWords(account)).toContain('Report link');
  });

  it.each(['https://lookerstudio.google.com/u/0/reporting/tpl-0123456789/page/p1', ''])(
    'is made in one step with all its sources, of the template “%s”',
    (template) => {
      const account = withSetting('Rapportsjabloon', template);
      account.projects.sheet.scriptProperties.set('CONNECTOR_DEPLOYMENT_ID', 'AKfycb7');
      const html = shown(account).replaceAll('&amp;', '&');
      const [whole, ...single] = [...html.matchAll(/href="([^"]+)"/g)].map(
        ([, url]) => new URL(url),
      );
      expect(whole.searchParams.get('c.reportId')).toBe(template === '' ? null : 'tpl-0123456789');
      expect(whole.searchParams.get('ds.*.workbook')).toBe('small-workbook-0123456789');
      expect(whole.searchParams.get('ds.timeline.table')).toBe('timeline');
      expect(single.map(({ pathname }) => pathname)).toEqual(
        single.map(() => '/datasources/create'),
      );
      expect(single).toHaveLength(7);
    },
  );
});
