import {
  createAccount,
  type EmulatedAccount,
} from '../../../src/preview/emulation/host/account.ts';
import { fixedClock } from '../../../src/preview/emulation/host/clock.ts';
import type { Cell, Tab, Workbook } from '../../../src/preview/emulation/workbook/workbook.ts';
import { setUpWorkbook } from '../../../src/workflows/set-up/set-up-workbook.ts';
import { runShipped } from '../../bundle/shipped-bundle.ts';
import { memoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { OWNER, type TestCell, tabWith, workbookWith } from '../../support/emulated-workbook.ts';
import { memoryPorts } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

const KPI_ROWS = [
  ['KPI', 'Soort', 'Startdatum', 'Einddatum', 'Streefwaarde', 'Mijn kolom'],
  ['Omzet', 'optellen tot', 46_023, 46_112, 1_200, 'van mij'],
  ['Klachten', 'hoogstens', 46_023, 46_112, 0, -3],
];
const ACTUAL_ROWS = [
  ['Datum', 'Meetwaarde', 'Waarde'],
  [46_053, 'Omzet', 310],
  [46_053, 'Klachten', 0],
];

interface Books {
  readonly [title: string]: readonly (readonly TestCell[])[];
}

function accountOf(tabs: Books): EmulatedAccount {
  const made = Object.entries(tabs).map(([title, rows], at) => tabWith(title, rows, at + 1));
  const account = createAccount({
    owner: OWNER,
    workbooks: [workbookWith(made)],
    clock: fixedClock(morningOf('2026-02-15')),
  });
  account.userLocale = 'nl';
  return account;
}

const workbookOf = (account: EmulatedAccount): Workbook => [...account.workbooks.values()][0];

function tabOf(account: EmulatedAccount, title: string): Tab {
  const found = workbookOf(account).tabs.find((tab) => tab.title === title);
  if (found === undefined) throw new Error(`no tab ${title}`);
  return found;
}

const cellOf = (account: EmulatedAccount, title: string, row: number, column: number) =>
  tabOf(account, title).rows[row]?.[column];

const valuesOf = (tab: Tab): unknown[][] =>
  tab.rows.map((row) => Array.from(row ?? [], (cell) => cell?.value ?? null));

function setUp(account: EmulatedAccount): string {
  expect(runShipped(account, 'sheet', 'setUpWorkbook').error).toBeUndefined();
  return String(account.screen.filter(({ kind }) => kind === 'alert').at(-1)?.content ?? '');
}

const placed = (
  account: EmulatedAccount,
  title: string,
  cell: Cell,
  row: number,
  column: number,
) => {
  const { rows } = tabOf(account, title);
  rows[row] ??= [];
  rows[row][column] = { ...rows[row][column], ...cell };
};

describe('a workbook that holds two tabs typed by hand', () => {
  const small = () => accountOf({ "KPI's": KPI_ROWS, Realisatie: ACTUAL_ROWS });

  it('gets the other tabs of day one, without examples among real rows', () => {
    const account = small();
    setUp(account);
    const titles = workbookOf(account).tabs.map(({ title }) => title);
    expect(titles.slice(2)).toEqual([
      'Instellingen',
      'Strategie',
      'Doelstellingen',
      'Meetwaarden',
      'Mijlpalen',
    ]);
    expect(valuesOf(tabOf(account, 'Doelstellingen')).slice(1).flat()).toEqual(
      expect.not.arrayContaining([expect.anything()]),
    );
  });

  it('gets its missing columns after everything that stands there, and every typed cell stays', () => {
    const account = small();
    setUp(account);
    const [header, ...rows] = valuesOf(tabOf(account, "KPI's"));
    expect(header.slice(0, 9)).toEqual([...KPI_ROWS[0], 'Doelstelling', 'Meetwaarde', 'Kanaal']);
    expect(header.at(-1)).toBe('KPI-ID');
    expect(rows.map((row) => row.slice(0, 6)).slice(0, 2)).toEqual(KPI_ROWS.slice(1));
    expect(rows.flatMap((row) => row.slice(6)).filter((cell) => cell !== null)).toEqual([]);
    expect(tabOf(account, "KPI's").columnProperties[header.length - 1]?.hidden).toBe(true);
  });

  it('gets notes, lists, looks below the rows, and a header that stays in sight', () => {
    const account = small();
    setUp(account);
    expect(cellOf(account, "KPI's", 0, 2)?.note).toContain('Bijvoorbeeld: 01-01-2026');
    expect(cellOf(account, "KPI's", 0, 5)?.note).toBeUndefined();
    expect(JSON.stringify(cellOf(account, "KPI's", 1, 1)?.validation)).toContain('hoogstens');
    expect(cellOf(account, "KPI's", 2, 2)?.format).toBeUndefined();
    expect(cellOf(account, "KPI's", 3, 2)?.format).toBe('d-m-yyyy');
    expect(cellOf(account, "KPI's", 0, 0)?.style?.textFormat?.bold).toBe(true);
    expect(tabOf(account, "KPI's").frozenRows).toBe(1);
    expect(JSON.stringify(cellOf(account, 'Mijlpalen', 1, 1)?.validation)).toContain(
      "'KPI''s'!A2:A",
    );
  });

  it('says in one sentence what it did, and the second time that nothing is missing', () => {
    const account = small();
    expect(setUp(account)).toMatch(
      /^Erbij gezet: de tabbladen Instellingen, .*; \d+ kolommen in KPI's; \d+ kolommen in Realisatie; .* gebleven\.$/,
    );
    const before = JSON.stringify(workbookOf(account).tabs);
    expect(setUp(account)).toBe('Er ontbreekt niets; er is niets veranderd.');
    expect(JSON.stringify(workbookOf(account).tabs)).toBe(before);
  });

  it('recalculates as it did before', () => {
    const account = small();
    setUp(account);
    runShipped(account, 'sheet', 'recalculate');
    expect(String(account.screen.at(-1)?.content)).toContain("2 KPI's herberekend. Geen fouten");
  });
});

describe('what somebody wrote or chose', () => {
  it('stays: a note, a tick box, a colour, frozen rows, a format', () => {
    const account = accountOf({ "KPI's": KPI_ROWS, Realisatie: ACTUAL_ROWS });
    const tickBox = { condition: { type: 'BOOLEAN' } };
    const red = { backgroundColor: { red: 1 } };
    placed(account, "KPI's", { value: 'Soort', note: 'vraag Noor' }, 0, 1);
    placed(account, "KPI's", { value: 'optellen tot', validation: tickBox }, 1, 1);
    placed(account, "KPI's", { value: 'KPI', style: red }, 0, 0);
    placed(account, "KPI's", { value: null, format: 'mmm yyyy' }, 3, 2);
    tabOf(account, "KPI's").frozenRows = 2;
    setUp(account);
    expect(cellOf(account, "KPI's", 0, 1)?.note).toBe('vraag Noor');
    expect(cellOf(account, "KPI's", 1, 1)?.validation).toEqual(tickBox);
    expect(cellOf(account, "KPI's", 2, 1)?.validation).toBeUndefined();
    expect(cellOf(account, "KPI's", 0, 0)?.style).toEqual(red);
    expect(cellOf(account, "KPI's", 3, 2)?.format).toBe('mmm yyyy');
    expect(cellOf(account, "KPI's", 4, 2)?.format).toBeUndefined();
    expect(tabOf(account, "KPI's").frozenRows).toBe(2);
  });

  it('stays where a tab of another make has a name of ours, and that is said', () => {
    const account = accountOf({
      Mijlpalen: [
        ['Onze wandeltochten', 0],
        ['Pieterpad', -1],
      ],
      "KPI's": KPI_ROWS,
      Realisatie: ACTUAL_ROWS,
    });
    const before = JSON.stringify(tabOf(account, 'Mijlpalen'));
    expect(setUp(account)).toContain('Het tabblad "Mijlpalen" heeft geen kopregel die Koers kent');
    expect(JSON.stringify(tabOf(account, 'Mijlpalen'))).toBe(before);
  });

  it.each([
    [
      'a column for each measure',
      [
        ['Datum', 'Omzet', 'Klachten'],
        [46_053, 310, 0],
      ],
    ],
    [
      'a column for each month',
      [
        ['Naam', 'jan 2026', 'feb 2026'],
        ['Omzet', 310, -5],
      ],
    ],
  ])('stays as it is in figures with %s, without a word', (_what, rows) => {
    const account = accountOf({ "KPI's": KPI_ROWS, Realisatie: rows });
    const before = JSON.stringify(tabOf(account, 'Realisatie'));
    expect(setUp(account)).not.toContain('Realisatie');
    expect(JSON.stringify(tabOf(account, 'Realisatie'))).toBe(before);
  });
});

it('a blank tab with a name of ours becomes that tab', () => {
  const account = accountOf({ "KPI's": KPI_ROWS, Realisatie: ACTUAL_ROWS, Acties: [] });
  expect(setUp(account)).toContain('Acties');
  expect(valuesOf(tabOf(account, 'Acties'))[0].slice(0, 3)).toEqual(['Actie', 'KPI', 'Fase']);
  expect(tabOf(account, 'Acties').frozenRows).toBe(1);
});

it('settings that have no row get one below the others, without a change of language', () => {
  const account = accountOf({
    Instellingen: [
      ['Instelling', 'Waarde'],
      ['Valuta', 'SEK'],
      ['Op koers vanaf', 0],
    ],
    "KPI's": KPI_ROWS,
    Realisatie: ACTUAL_ROWS,
  });
  expect(setUp(account)).toContain('13 instellingen');
  const rows = valuesOf(tabOf(account, 'Instellingen'));
  expect(rows.slice(0, 3)).toEqual([
    ['Instelling', 'Waarde'],
    ['Valuta', 'SEK'],
    ['Op koers vanaf', 0],
  ]);
  expect(rows.find(([name]) => name === 'Taal')?.[1] ?? null).toBeNull();
  expect(rows.find(([name]) => name === 'Bijsturen vanaf')?.[1]).toBe(0.8);
});

it('a header below lines of titles is found, and the lines above it stay', () => {
  const titles = [['Ons plan'], [], ...KPI_ROWS];
  const account = accountOf({ "KPI's": titles, Realisatie: ACTUAL_ROWS });
  setUp(account);
  const rows = valuesOf(tabOf(account, "KPI's"));
  expect(rows[0]).toEqual(['Ons plan']);
  expect(rows[2].slice(5, 7)).toEqual(['Mijn kolom', 'Doelstelling']);
  expect(tabOf(account, "KPI's").frozenRows).toBe(3);
});

it('a tab without room on the right or below gets columns, and formats nowhere', () => {
  const account = accountOf({ "KPI's": KPI_ROWS, Realisatie: ACTUAL_ROWS });
  Object.assign(tabOf(account, "KPI's"), { columnCount: 6, rowCount: 3 });
  setUp(account);
  const { columnCount, rowCount } = tabOf(account, "KPI's");
  expect([columnCount > 30, rowCount]).toEqual([true, 3]);
  expect(setUp(account)).toContain('ontbreekt niets');
});

describe('while somebody is at work in the workbook', () => {
  const book = () => {
    const made = memoryWorkbook({ fileId: 'memory-1' });
    made.addTab("KPI's", KPI_ROWS);
    made.addTab('Realisatie', ACTUAL_ROWS);
    return made;
  };
  const ports = (made: ReturnType<typeof book>) => memoryPorts(made, morningOf('2026-02-15'));

  it('it looks again before it writes: a row inserted above the header moves the new headers along', () => {
    const made = book();
    const own = ports(made);
    let reads = 0;
    const columns: typeof own.reader.columns = (...asked) => {
      reads += 1;
      if (reads === 2) made.editRows("KPI's", (rows) => [['Titel'], ...rows]);
      return own.reader.columns(...asked);
    };
    setUpWorkbook({ ...own, reader: { ...own.reader, columns } }, 'memory-1', 'nl');
    const [kpis] = made.reader.columns('memory-1', ["'KPI''s'"]);
    expect(kpis.map((cells) => cells[0] ?? '').filter((cell) => cell !== '')).toEqual(['Titel']);
    expect(kpis[6][1]).toBe('Doelstelling');
  });

  it('it writes nothing where the workbook never stands still, and says so', () => {
    const made = book();
    const own = ports(made);
    const columns: typeof own.reader.columns = (...asked) => {
      made.editRows("KPI's", (rows) => [['Titel'], ...rows]);
      return own.reader.columns(...asked);
    };
    const restless = { ...own, reader: { ...own.reader, columns } };
    expect(() => setUpWorkbook(restless, 'memory-1', 'nl')).toThrow('wrote nothing');
    expect(made.calls).not.toContain('apply');
  });
});
