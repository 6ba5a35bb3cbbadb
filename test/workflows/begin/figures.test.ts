import { Refusal } from '../../../src/workflows/begin/asked-step.ts';
import type { AskedKpi } from '../../../src/workflows/begin/begin.ts';
import { lookBegin } from '../../../src/workflows/begin/look-begin.ts';
import { lookFigures } from '../../../src/workflows/begin/look-figures.ts';
import { saveBegin } from '../../../src/workflows/begin/save-begin.ts';
import { saveSource } from '../../../src/workflows/begin/save-source.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import type { WorkbookChange, WrittenCell } from '../../../src/workflows/workbook-change.ts';
import { memoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { executed, memoryPorts } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

const FILE = 'memory-1';
const KPI: AskedKpi = {
  step: 'kpi',
  id: 'revenue',
  goal: '',
  start: '2026-01-01',
  due: '2026-12-31',
  lastTime: '',
  target: '150.000',
  low: '',
  high: '',
  perPeriod: '',
};
const TILL: readonly (readonly WrittenCell[])[] = [
  ['Onze kassa'],
  ['Datum', 'Omzet', 'Gasten'],
  [46_026, 1200, 8],
  [46_027, 0, 0],
  [46_028, -15.5, 1],
];

/** A workbook with figures in a tab, and a KPI on revenue. */
function started(till: readonly (readonly WrittenCell[])[] = TILL) {
  const book = memoryWorkbook({ fileId: FILE, locale: 'nl_NL' });
  book.addTab('Kassa', till);
  const ports = memoryPorts(book, morningOf('2026-03-10'));
  saveBegin(ports, FILE, 'nl', KPI);
  const asked = { measure: 'Omzet', tab: 'Kassa', dateColumn: '', valueColumn: '' };
  const measures = () => {
    const [columns] = book.reader.columns(FILE, ["'Meetwaarden'"]);
    return Object.fromEntries(columns.map(([header, cell = '']) => [String(header), cell]));
  };
  return {
    book,
    ports,
    measures,
    look: (more = {}) => lookFigures(ports, FILE, 'nl', { ...asked, ...more }),
    save: (more = {}) =>
      executed(ports, () => saveSource(ports, FILE, 'nl', { ...asked, ...more })),
    state: () => lookBegin(ports, FILE, 'nl'),
  };
}

describe('where are the figures', () => {
  it('shows the first values of a tab with their dates, and writes nothing', () => {
    const { book, look, state } = started();
    book.calls.length = 0;
    expect(look()).toEqual({
      measure: 'Omzet',
      tab: 'Kassa',
      dateColumn: '',
      valueColumn: '',
      dateColumns: ['Datum', 'Omzet', 'Gasten'],
      valueColumns: ['Datum', 'Omzet', 'Gasten'],
      summary:
        'Koers leest hier 3 cijfers, 4 jan 2026 – 6 jan 2026, als cijfers per dag. Er is nog niets geschreven. De eerste:',
      lines: [
        { when: '4 jan 2026', value: '€ 1.200' },
        { when: '5 jan 2026', value: '€ 0' },
        { when: '6 jan 2026', value: '-€ 15,50' },
      ],
      problems: [],
    });
    expect(state()).toMatchObject({
      tabs: ['Kassa'],
      measures: [{ name: 'Omzet', count: 0, said: '' }],
    });
    expect(book.calls).not.toContain('apply');
  });

  it('writes the tab into the row of the measure, so that the KPI counts from it', () => {
    const { save, measures, state, ports } = started();
    expect(save()).toBe('"Omzet" telt vanaf nu vanuit het tabblad "Kassa".');
    expect(measures()).toMatchObject({ Brontabblad: 'Kassa', Datumkolom: '', Waardekolom: '' });
    expect(state().measures).toEqual([
      { name: 'Omzet', count: 3, said: 'Omzet: 3 cijfers, het laatste van 6 jan 2026' },
    ]);
    expect(executed(ports, () => recalculate(ports, FILE, 'menu')).errorCount).toBe(0);
  });

  it('writes the columns too where Koers tells them by what stands in them', () => {
    const { save, look, measures, state } = started([
      ['Genoteerd op', 'Binnen', 'Wie'],
      ['2026-01', 900, 'Ann'],
      ['2026-02', -3, 'Bo'],
    ]);
    expect(look()).toMatchObject({ dateColumn: 'Genoteerd op', valueColumn: 'Binnen' });
    expect(look().lines[1]).toEqual({ when: 'feb 2026', value: '-€ 3' });
    save({ dateColumn: 'Genoteerd op', valueColumn: 'Binnen' });
    expect(measures()).toMatchObject({ Datumkolom: 'Genoteerd op', Waardekolom: 'Binnen' });
    expect(state().measures[0].count).toBe(2);
  });

  it('knows at a second press what it wrote', () => {
    const { save, book } = started();
    save();
    book.calls.length = 0;
    expect(save()).toBe('"Omzet" telt al vanuit het tabblad "Kassa".');
    expect(book.calls).not.toContain('apply');
  });

  it('puts right what landed beside another row, as rows moved in the moment of the write', () => {
    const { book, ports } = started([
      ['Genoteerd op', 'Binnen', 'Wie'],
      ['2026-01', 900, 'Ann'],
      ['2026-02', 0, 'Bo'],
    ]);
    let isMoved = false;
    const writer = {
      apply: (fileId: string, changes: readonly WorkbookChange[]) => {
        const isOurs = changes.some(
          (own) => own.kind === 'write_cells' && own.rows[0][0] === 'Kassa',
        );
        if (isOurs && !isMoved) {
          isMoved = true;
          book.editRows('Meetwaarden', ([header, ...rows]) => [header, ['Nieuw'], ...rows]);
        }
        book.writer.apply(fileId, changes);
      },
    };
    const asked = {
      ...{ measure: 'Omzet', tab: 'Kassa' },
      ...{ dateColumn: 'Genoteerd op', valueColumn: 'Binnen' },
    };
    executed(ports, () => saveSource({ ...ports, writer }, FILE, 'nl', asked));
    const [columns] = book.reader.columns(FILE, ["'Meetwaarden'"]);
    const cellsOf = (header: string) => columns.find(([own]) => own === header)?.slice(1, 3);
    expect(isMoved).toBe(true);
    expect(cellsOf('Meetwaarde')).toEqual(['Nieuw', 'Omzet']);
    expect(['Brontabblad', 'Datumkolom', 'Waardekolom'].map(cellsOf)).toEqual([
      ['', 'Kassa'],
      ['', 'Genoteerd op'],
      ['', 'Binnen'],
    ]);
  });

  it('tells of figures that were typed and would count beside these', () => {
    const { ports, look } = started();
    saveBegin(ports, FILE, 'nl', { step: 'figures', measure: 'Omzet', lines: '2026-01-04 7' });
    expect(look().problems).toEqual([
      'De cijfers in Realisatie tellen hiernaast mee (Omzet: 1 cijfer, het laatste van 4 jan 2026). Haal weg wat in beide staat.',
    ]);
  });
});

describe('a tab that gives nothing', () => {
  it.each([
    [
      'no header at all',
      [[46_025, 12]],
      'Koers leest geen cijfer in "Kassa". Typ Datum boven de datums en Omzet boven de cijfers, in de rij van A1, en kijk opnieuw.',
    ],
    [
      'a header and no row',
      [['Datum', 'Omzet']],
      'Koers leest geen cijfer in "Kassa". Typ Datum boven de datums en Omzet boven de cijfers, in de rij van A1, en kijk opnieuw.',
    ],
    [
      'words for figures',
      [
        ['Datum', 'Omzet'],
        [46_025, 'veel'],
      ],
      'Kassa!B2: "veel" bij Omzet is geen getal. Typ een getal zonder woorden, zoals 1250.',
    ],
  ])('%s: one sentence with the cell, and nothing is written', (_what, till, sentence) => {
    const { look, save, book } = started(till);
    book.calls.length = 0;
    expect(look()).toMatchObject({ summary: '', lines: [], problems: [sentence] });
    expect(() => save()).toThrow(new Refusal(sentence));
    expect(book.calls).not.toContain('apply');
  });

  it('a measure that has another source is left alone', () => {
    const { save, book, measures } = started();
    book.addTab('Bank', TILL);
    save();
    expect(() => save({ tab: 'Bank' })).toThrow('"Omzet" heeft een andere bron, in Meetwaarden!');
    expect(measures()).toMatchObject({ Brontabblad: 'Kassa' });
  });

  it('a tab or a measure that is gone', () => {
    const { look } = started();
    expect(() => look({ tab: 'Weg' })).toThrow('Het tabblad "Weg" is er niet meer');
    expect(() => look({ measure: 'Winst' })).toThrow('De meetwaarde "Winst" staat niet meer');
  });
});
