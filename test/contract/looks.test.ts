import { createAccount } from '../../src/preview/emulation/host/account.ts';
import { OWNER, tabWith, workbookWith } from '../support/emulated-workbook.ts';
import { emulatedReader } from './emulated-adapters.ts';

describe('how cells look', () => {
  const tab = tabWith('Realisatie', [
    ['Datum', 'Waarde', 'Duur', 'Aandeel'],
    [{ value: 46_023, format: 'd-m-yyyy' }, 12, { value: 0.5, format: '[h]:mm:ss' }, 0.024],
    [
      { value: 46_024, format: 'd-m-yyyy' },
      { value: 46_054, format: 'd-mmm' },
      { value: 0.25, format: 'h:mm' },
      { value: 0.03, format: '0.0%' },
    ],
    [{ value: 46_025, format: 'd-m-yyyy' }, 14, { value: 1.5, format: '[h]:mm' }, 0.02],
  ]);
  const account = createAccount({ owner: OWNER, workbooks: [workbookWith([tab])] });
  const [look] = emulatedReader(account).factsAndLooks('workbook-1').looks;
  const classAt = (column: number, row: number) =>
    look.formats[column]?.except?.[row] ?? look.formats[column]?.usual;

  it('tells a date in a column of dates and one that slipped into a column of numbers', () => {
    expect(classAt(0, 1)).toBe('date');
    expect(classAt(1, 1)).toBe('general');
    expect(classAt(1, 2)).toBe('date');
  });

  it('tells a duration from a time of day', () => {
    expect([classAt(2, 1), classAt(2, 2), classAt(2, 3)]).toEqual(['duration', 'time', 'duration']);
  });

  it('tells a share from a number', () => {
    expect([classAt(3, 1), classAt(3, 2)]).toEqual(['general', 'percent']);
  });
});

describe('the looks of a workbook', () => {
  /** Facts come first, looks after them: `refused` is said of the calls for looks. */
  const readRefusing = (refused: Error | null) => {
    const tabs = [
      tabWith('Realisatie', [['Datum']], 1),
      tabWith('Koers status', [['Herberekend']], 781_100_001),
      tabWith('Kosten', [['Datum']], 2),
    ];
    const account = createAccount({ owner: OWNER, workbooks: [workbookWith(tabs)] });
    let calls = 0;
    account.beforeCall = ({ method }) => {
      if (method !== 'Sheets.Spreadsheets.get') return;
      calls += 1;
      if (refused !== null && calls > 1) throw refused;
    };
    const { facts, looks } = emulatedReader(account).factsAndLooks('workbook-1');
    return { tabCount: facts.tabs.length, looks, calls };
  };

  it('are those of the tabs that people fill in, and never of our own, as large again', () => {
    const { tabCount, looks } = readRefusing(null);
    expect([tabCount, looks.map(({ sheetId }) => sheetId)]).toEqual([3, [1, 2]]);
  });

  it.each([
    ['Response too large.', 2],
    ['The service is currently unavailable.', 4],
  ])('are none where Google says: %s', (text, asked) => {
    expect(readRefusing(new Error(text))).toEqual({ tabCount: 3, looks: [], calls: asked });
  });
});

describe('a workbook of somebody else', () => {
  it('gives its columns, and nothing where it or the tab cannot be read', () => {
    const foreign = workbookWith([tabWith('Kosten', [['Datum'], [46_023]])], { id: 'foreign-1' });
    const closed = workbookWith([tabWith('Kosten', [['Datum']])], { id: 'closed-1' });
    closed.sharing = { owner: 'other@koers.example', editors: [], viewers: [] };
    const office = { ...workbookWith([tabWith('Kosten', [['Datum']])], { id: 'office-1' }) };
    office.isOfficeFile = true;
    const account = createAccount({ owner: OWNER, workbooks: [foreign, closed, office] });
    const reader = emulatedReader(account);
    expect(reader.columnsIfThere('foreign-1', ["'Kosten'"])).toEqual([[['Datum', 46_023]]]);
    expect(reader.columnsIfThere('foreign-1', ["'Baten'"])).toBeNull();
    expect(reader.columnsIfThere('closed-1', ["'Kosten'"])).toBeNull();
    expect(reader.columnsIfThere('office-1', ["'Kosten'"])).toBeNull();
    expect(reader.columnsIfThere('gone-1', ["'Kosten'"])).toBeNull();
  });
});
