import { createAccountHost, OWNER, WORKBOOK_ID } from '../../src/preview/account-host.ts';
import { readXlsx } from '../../src/preview/emulation/host/read-xlsx.ts';
import { UnreadableFile } from '../../src/preview/emulation/host/unreadable-file.ts';
import type { Tab, Workbook } from '../../src/preview/emulation/workbook/workbook.ts';
import type { DialogAnswer } from '../../src/preview/page-api.ts';
import type { TestCell } from '../support/emulated-workbook.ts';
import { tabWith, workbookWith } from '../support/emulated-workbook.ts';
import { builtBoard, pushedProject } from '../support/pushed-bundle.ts';

/** 1 January 2026 as a spreadsheet counts. */
const NEW_YEAR = 46_023;
const date = (day: number): TestCell => ({ value: NEW_YEAR + day, format: 'd-m-yyyy' });

const days = (count: number, perDay: number): TestCell[][] =>
  Array.from({ length: count }, (_, day) => [date(day), 'Omzet', perDay]);

/** One KPI: 2,000 a day up to 14 February, of 200,000 by the end of March. */
function smallWorkbook({ today = date(45) }: { today?: TestCell } = {}): Workbook {
  const tabs = [
    tabWith('Instellingen', [
      ['Instelling', 'Waarde'],
      ['Organisatie', 'De Theekast'],
      ['Taal', 'Nederlands'],
      ['Valuta', 'EUR'],
      ['Vandaag', today],
    ]),
    tabWith(
      "KPI's",
      [
        ['KPI', 'Doelstelling', 'Soort', 'Startdatum', 'Einddatum', 'Streefwaarde'],
        ['Omzet', 'Meer omzet', 'optellen tot', date(0), date(89), 200_000],
      ],
      1,
    ),
    tabWith('Doelstellingen', [['Doelstelling'], ['Meer omzet']], 3),
    tabWith(
      'Mijlpalen',
      [
        ['Tussenstop', 'KPI', 'Datum', 'Waarde'],
        ['Januari', 'Omzet', date(30), 68_000],
      ],
      4,
    ),
    tabWith('Realisatie', [['Datum', 'Meetwaarde', 'Waarde'], ...days(45, 2_000)], 2),
  ];
  return ownWorkbook(tabs);
}

const ownWorkbook = (tabs: Tab[]): Workbook => ({
  ...workbookWith(tabs, { id: WORKBOOK_ID }),
  sharing: { owner: OWNER, editors: [], viewers: [] },
});

const hostOf = (readWorkbook: () => Workbook, today: string | null = null) => {
  const host = createAccountHost({
    version: '0.0.0',
    sheet: pushedProject('sheet'),
    connector: pushedProject('connector'),
    boardPage: builtBoard(),
    fileName: 'web-shop.xlsx',
    today,
    readWorkbook,
  });
  host.reload();
  return host;
};

const kpis = async (host: ReturnType<typeof hostOf>, dimensions: string[], metrics: string[]) => {
  const query = { dimensions, metrics };
  return (await host.studio.query({ language: 'en', answers: {}, table: 'kpis', query })).rows;
};

describe('a workbook on this machine', () => {
  const host = hostOf(smallWorkbook);

  test('is recalculated, and its tabs stand beside those of Koers', () => {
    const { problem, tabs } = host.state('en');
    expect(problem).toBeNull();
    const titles = tabs.map((tab) => tab.title);
    expect(titles).toEqual(expect.arrayContaining(['Instellingen', "KPI's", 'Koers data']));
    expect(tabs.find((tab) => tab.title === 'Koers data')?.isHidden).toBe(true);
    expect(host.tab('Nergens')).toBeNull();
  });

  test('answers Data Studio: 90,000 where the plan by way of January asked 99,322 is at risk', async () => {
    const rows = await kpis(host, ['kpi', 'status'], ['actual', 'plan', 'target', 'meter']);
    const plan = 68_000 + ((200_000 - 68_000) * 14) / 59;
    expect(rows).toEqual([
      [
        'Omzet',
        'at_risk',
        90_000,
        expect.closeTo(plan, 6),
        200_000,
        expect.closeTo(90_000 / plan, 6),
      ],
    ]);
  });

  test('has the menu in the language of the page', () => {
    const labels = (language: string) => host.state(language).menu.map((entry) => entry.label);
    expect(labels('nl')).toContain('Nu herberekenen');
    expect(labels('en')).not.toEqual(labels('nl'));
    expect(host.state('nl').menu[1]).toMatchObject({ functionName: 'recalculate', depth: 1 });
  });

  test('runs a menu item, and only what the menu offers', () => {
    const done = host.run({ kind: 'menu', id: 'recalculate', language: 'nl' });
    expect(done?.error).toBeNull();
    expect(done?.messages[0]).toMatchObject({ kind: 'alert', title: 'Koers' });
    expect(done?.messages[0]?.text).not.toBe('');
    const { revision } = host.state('nl');
    for (const id of ['getData', 'constructor', '']) {
      expect(host.run({ kind: 'menu', id, language: 'nl' })).toBeNull();
      expect(host.run({ kind: 'trigger', id, language: 'nl' })).toBeNull();
    }
    expect(host.state('nl').revision).toBe(revision);
  });

  test('switches the schedule on by the menu, runs it, and switches it off', () => {
    host.run({ kind: 'menu', id: 'scheduleHourly', language: 'en' });
    const [trigger] = host.state('en').triggers;
    expect(trigger).toMatchObject({ functionName: 'recalculateOnSchedule' });
    expect(trigger?.schedule).toContain('everyHours 1');
    expect(host.run({ kind: 'trigger', id: trigger?.id ?? '', language: 'en' })?.error).toBeNull();
    host.run({ kind: 'menu', id: 'scheduleOff', language: 'en' });
    expect(host.state('en').triggers).toEqual([]);
  });

  test('tells the page of every change until it stops listening', () => {
    let changes = 0;
    const stop = host.subscribe(() => {
      changes += 1;
    });
    const { revision } = host.state('en');
    host.reload();
    stop();
    host.reload();
    expect(changes).toBe(1);
    expect(host.state('en').revision).toBe(revision + 2);
  });
});

describe('a script that asks twice in the same words', () => {
  const code = `
    function onOpen() {
      SpreadsheetApp.getUi().createMenu('Koers').addItem('Ask', 'askTwice').addToUi();
    }
    function askTwice() {
      const ui = SpreadsheetApp.getUi();
      try {
        const first = ui.alert('First', 'Sure?', ui.ButtonSet.YES_NO);
        const second = ui.prompt('Second', 'Sure?', ui.ButtonSet.OK_CANCEL);
        const sure = first === ui.Button.YES ? 'yes' : 'no';
        ui.alert('Heard', sure + ' and ' + second.getResponseText(), ui.ButtonSet.OK);
      } catch (error) {
        console.error(error.message);
        ui.alert('Failed', error.message, ui.ButtonSet.OK);
      }
    }`;
  const host = createAccountHost({
    version: '0.0.0',
    sheet: { ...pushedProject('sheet'), code },
    connector: pushedProject('connector'),
    boardPage: builtBoard(),
    fileName: 'web-shop.xlsx',
    today: null,
    readWorkbook: smallWorkbook,
  });
  host.reload();
  const ask = (...answers: DialogAnswer[]) =>
    host.run({ kind: 'menu', id: 'askTwice', language: 'en', answers });
  const yes = { question: 'Sure?', button: 'YES', text: '' };

  test('gets the first question, then the second, then does what it does', () => {
    const buttons = ['YES', 'NO'];
    expect(ask()).toEqual({
      error: null,
      messages: [],
      question: { kind: 'alert', title: 'First', text: 'Sure?', buttons },
    });
    expect(ask(yes)?.question).toMatchObject({ kind: 'prompt', title: 'Second' });
    const done = ask(yes, { question: 'Sure?', button: 'OK', text: 'three' });
    expect(done?.question).toBeNull();
    expect(done?.messages).toEqual([{ kind: 'alert', title: 'Heard', text: 'yes and three' }]);
  });

  test('a question that waits leaves nothing in the log and redraws nothing', () => {
    const before = host.state('en');
    ask(yes);
    const after = host.state('en');
    expect(after.log).toEqual(before.log);
    expect(after.revision).toBe(before.revision);
  });
});

describe('the day', () => {
  test('asked for on the command line is that of the account, in the zone of the workbook', async () => {
    const host = hostOf(() => smallWorkbook({ today: null }), '2026-02-01');
    expect(await kpis(host, ['view_date'], ['actual'])).toEqual([['20260201', 62_000]]);
  });
});

describe('a file that breaks while the page is open', () => {
  test('is said in both languages, and forgotten once it is whole again', async () => {
    let isBroken = false;
    const host = hostOf(() => {
      if (isBroken) throw new UnreadableFile('damaged', 'web-shop.xlsx');
      return smallWorkbook();
    });
    isBroken = true;
    host.reload();
    expect(host.state('en').problem).toContain('is damaged and cannot be read');
    expect(host.state('nl').problem).toContain('is beschadigd en niet te lezen');
    expect(host.state('nl').tabs).toEqual([]);
    isBroken = false;
    host.reload();
    expect(host.state('nl').problem).toBeNull();
    expect(await kpis(host, ['kpi'], [])).toEqual([['Omzet']]);
  });

  test("our own mistakes are not called the file's", () => {
    const mistaken = () => {
      throw new TypeError('oops');
    };
    expect(() => hostOf(mistaken)).toThrow('oops');
  });
});

test('a workbook that is not for Koers says so in a sentence, or has no KPIs; never a stack', async () => {
  const host = hostOf(() => ownWorkbook([tabWith('Boodschappen', [['melk', 2]])]));
  for (const language of ['en', 'nl']) {
    expect(host.state(language).problem ?? '').not.toMatch(/TypeError|undefined|at .*:\d+/);
  }
  const { failure, rows } = await host.studio
    .query({
      language: 'en',
      answers: {},
      table: 'kpis',
      query: { dimensions: ['kpi'], metrics: [] },
    })
    .then(
      (reply) => ({ failure: '', rows: reply.rows.length }),
      (error: Error) => ({ failure: error.message, rows: 0 }),
    );
  expect(rows).toBe(0);
  expect(failure).not.toMatch(/TypeError|undefined|at .*:\d+/);
});

test('a copy has the tabs that people fill in as they are now, and none that Koers writes', () => {
  const host = hostOf(smallWorkbook);
  host.callScript({
    project: 'sheet',
    functionName: 'beginText',
    args: [{ step: 'figures', measure: 'Omzet', lines: '15-2-2026 0\n16-2-2026 -31,5' }],
  });
  const facts = { id: 'copy', owner: OWNER, locale: 'nl_NL', timeZone: 'Europe/Amsterdam' };
  const { tabs } = readXlsx(Buffer.from(host.copy() ?? []), 'copy.xlsx', facts);
  expect(tabs.map(({ title }) => title)).toEqual(expect.arrayContaining(["KPI's", 'Realisatie']));
  expect(tabs.filter(({ title }) => title.startsWith('Koers'))).toEqual([]);
  const rows = tabs.find(({ title }) => title === 'Realisatie')?.rows ?? [];
  const figures = rows.filter((row) => typeof row?.[0]?.value === 'number');
  const last = figures.slice(-2).map((row) => (row ?? []).slice(0, 3).map((cell) => cell?.value));
  expect(last).toEqual([
    [NEW_YEAR + 45, 'Omzet', 0],
    [NEW_YEAR + 46, 'Omzet', -31.5],
  ]);
});

describe('typing into a tab', () => {
  const host = hostOf(smallWorkbook);
  const kpisTab = () => host.tab("KPI's");
  const cellAt = (cell: string) => {
    const [, letters = '', row = ''] = /([A-Z]+)(\d+)/.exec(cell) ?? [];
    const view = kpisTab();
    return view?.rows[Number(row) - 1]?.cells[view.columns.indexOf(letters)];
  };
  const header = kpisTab()?.rows[0].cells.map(({ text }) => text) ?? [];
  const target = `${String.fromCharCode(65 + header.indexOf('Streefwaarde'))}2`;
  const type = (cell: string, texts: string[][], title = "KPI's") =>
    host.type({ language: 'nl', title, cell, texts });

  test('checks the row as an edit in Google does, recalculates, and stands in the copy', async () => {
    expect(type(target, [['veel']])).toBe(true);
    expect(cellAt(target)?.note).toContain('"veel" bij Streefwaarde is geen getal');
    expect(type(target, [['12.345,5']])).toBe(true);
    expect(cellAt(target)).toMatchObject({ kind: 'number', typed: '12345,5' });
    expect(cellAt(target)?.note).toBeUndefined();
    expect((await kpis(host, [], ['target'])).flat()).toContain(12_345.5);
    const facts = { id: 'copy', owner: OWNER, locale: 'nl_NL', timeZone: 'Europe/Amsterdam' };
    const { tabs } = readXlsx(Buffer.from(host.copy() ?? []), 'copy.xlsx', facts);
    const saved = tabs.find(({ title }) => title === "KPI's")?.rows[1]?.map((cell) => cell?.value);
    expect(saved).toContain(12_345.5);
  });

  test('takes rows that are pasted, as far down as they go, with dates, zeros and losses', () => {
    const before = host.tab('Realisatie')?.rows.filter(({ cells }) => cells[0].text !== '').length;
    expect(before).toBe(46);
    type(
      'A47',
      [['1-3-2026', 'Omzet', '0'], ['2-3-2026', 'Omzet', '-12,5'], ['3-3-2026']],
      'Realisatie',
    );
    const rows = host
      .tab('Realisatie')
      ?.rows.slice(46, 49)
      .map(({ cells }) => cells);
    expect(rows?.map((cells) => cells.slice(0, 3).map(({ text, kind }) => [text, kind]))).toEqual([
      [
        ['1-3-2026', 'number'],
        ['Omzet', 'text'],
        ['0', 'number'],
      ],
      [
        ['2-3-2026', 'number'],
        ['Omzet', 'text'],
        ['-12,5', 'number'],
      ],
      [
        ['3-3-2026', 'number'],
        ['', 'blank'],
        ['', 'blank'],
      ],
    ]);
  });

  test('is refused in a tab that Koers writes, and where there is none', () => {
    expect(host.tab('Koers status')?.canType).toBe(false);
    expect(type('A5', [['x']], 'Koers status')).toBe(false);
    expect(type('A1', [['x']], 'Elders')).toBe(false);
  });

  test('a problem is led to: what the script selects, the page is told', () => {
    type(target, [['veel']]);
    const reply = host.run({ kind: 'menu', id: 'goToNextProblem', language: 'nl' });
    expect(reply?.selected).toEqual({ tab: "KPI's", cell: target });
    expect(reply?.messages[0].text).toContain('geen getal');
    expect(host.run({ kind: 'menu', id: 'recalculate', language: 'nl' })?.selected).toBeUndefined();
  });
});
