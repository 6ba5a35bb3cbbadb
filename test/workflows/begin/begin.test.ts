import { Refusal, readAsked } from '../../../src/workflows/begin/asked-step.ts';
import type { AskedKpi } from '../../../src/workflows/begin/begin.ts';
import { lookBegin } from '../../../src/workflows/begin/look-begin.ts';
import { saveBegin } from '../../../src/workflows/begin/save-begin.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { setUpWorkbook } from '../../../src/workflows/set-up/set-up-workbook.ts';
import type { WrittenCell } from '../../../src/workflows/workbook-change.ts';
import { type MemoryWorkbook, memoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { executed, memoryPorts } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

const FILE = 'memory-1';

function started(tabs: Readonly<Record<string, readonly (readonly WrittenCell[])[]>> = {}) {
  const book = memoryWorkbook({ fileId: FILE, locale: 'nl_NL' });
  book.addTab('Blad1', []);
  for (const [title, rows] of Object.entries(tabs)) book.addTab(title, rows);
  const ports = memoryPorts(book, morningOf('2026-03-10'));
  const save = (asked: Parameters<typeof saveBegin>[3]) =>
    executed(ports, () => saveBegin(ports, FILE, 'nl', asked));
  return { book, ports, save, look: () => lookBegin(ports, FILE, 'nl') };
}

/** The rows of a tab below its header, as far as they are filled. */
function rowsOf(book: MemoryWorkbook, title: string): Record<string, unknown>[] {
  const [columns] = book.reader.columns(FILE, [`'${title.replace(/'/g, "''")}'`]);
  const height = Math.max(0, ...columns.map(({ length }) => length));
  return Array.from({ length: height - 1 }, (_, at) =>
    Object.fromEntries(
      columns.flatMap(([header, ...cells]) =>
        (cells[at] ?? '') === '' ? [] : [[String(header), cells[at]]],
      ),
    ),
  );
}

const COURSE = {
  step: 'course',
  mission: 'Thee voor iedereen',
  vision: '',
  strategy: '=1+1',
} as const;
const GOAL = {
  step: 'goal',
  name: 'Gezond groeien',
  successWhen: 'we 150.000 omzet halen',
  start: '2026-01-01',
  due: '2026-12-31',
  owner: '',
} as const;
const revenue = (more: Partial<AskedKpi> = {}): AskedKpi => ({
  step: 'kpi',
  id: 'revenue',
  goal: 'Gezond groeien',
  start: '2026-01-01',
  due: '2026-12-31',
  lastTime: '110.000',
  target: '150.000',
  low: '',
  high: '',
  perPeriod: '',
  ...more,
});

describe('the first steps in an empty workbook', () => {
  it('put course, goal, KPI, targets and figures there, and no example beside them', () => {
    const { book, save } = started();
    expect(save(COURSE)).toBe('Je koers staat in de werkmap.');
    expect(save(GOAL)).toContain('"Gezond groeien"');
    expect(save(revenue({ perPeriod: '2026-01 9.000\n2026-02 -10,5' }))).toBe(
      'De KPI "Omzet" staat in de werkmap, met 1 meetwaarde en 2 streefwaarden per periode.',
    );
    expect(save({ step: 'figures', measure: 'Omzet', lines: '2026-01\t9400\n14-2-2026 0' })).toBe(
      '2 cijfers van "Omzet" erbij gezet.',
    );
    expect(rowsOf(book, 'Strategie')).toEqual([
      { Soort: 'missie', Tekst: 'Thee voor iedereen' },
      { Soort: 'strategie', Tekst: '=1+1' },
    ]);
    expect(rowsOf(book, 'Doelstellingen')).toMatchObject([
      { Doelstelling: 'Gezond groeien', Startdatum: 46_023, Einddatum: 46_387 },
    ]);
    expect(rowsOf(book, "KPI's")).toMatchObject([
      { KPI: 'Omzet', Soort: 'optellen tot', 'Vorige keer': 110_000, Streefwaarde: 150_000 },
    ]);
    expect(rowsOf(book, 'Streefwaarden')).toEqual([
      { KPI: 'Omzet', Periode: '2026-01', Streefwaarde: 9_000 },
      { KPI: 'Omzet', Periode: '2026-02', Streefwaarde: -10.5 },
    ]);
    expect(rowsOf(book, 'Realisatie')).toEqual([
      { Datum: '2026-01', Meetwaarde: 'Omzet', Waarde: 9_400 },
      { Datum: 46_067, Meetwaarde: 'Omzet', Waarde: 0 },
    ]);
  });

  it('bring what a formula counts, once, and read 2,4 of a percentage as 2.4%', () => {
    const { book, save } = started();
    save(revenue({ id: 'conversion_rate', goal: '', lastTime: '', target: '2,4' }));
    save(revenue({ id: 'orders', goal: '', lastTime: '', target: '0' }));
    expect(rowsOf(book, 'Meetwaarden').map((row) => [row.Meetwaarde, row.Formule ?? ''])).toEqual([
      ['Bestellingen', ''],
      ['Bezoekers', ''],
      ['Conversie', '[Bestellingen] / [Bezoekers]'],
    ]);
    expect(rowsOf(book, "KPI's").map((row) => row.Streefwaarde)).toEqual([0.024, 0]);
  });

  it('end in a first result', () => {
    const { save, ports } = started();
    save(GOAL);
    save(revenue());
    save({ step: 'figures', measure: 'Omzet', lines: '2026-01 9400\n2026-02 10000' });
    const report = executed(ports, () => recalculate(ports, FILE, 'menu'));
    expect([report.kpiCount, report.errorCount]).toEqual([1, 0]);
  });
});

describe('whoever comes back', () => {
  it('sees what the workbook holds, and adds to it without changing a cell', () => {
    const { book, save, look } = started();
    save(COURSE);
    save(GOAL);
    const before = rowsOf(book, 'Strategie');
    expect(look()).toMatchObject({
      language: 'nl',
      strategy: { mission: 'Thee voor iedereen', vision: '', strategy: '=1+1' },
      goals: [{ name: 'Gezond groeien', successWhen: 'we 150.000 omzet halen' }],
      kpis: [],
      measures: [],
      tabs: [],
    });
    expect(save({ ...COURSE, mission: 'Iets anders', vision: 'Overal thee' })).not.toBe('');
    expect(rowsOf(book, 'Strategie')).toEqual([
      ...before,
      { Soort: 'visie', Tekst: 'Overal thee' },
    ]);
  });

  it('finds the example rows gone, and never told as his own', () => {
    const { ports, look, save, book } = started();
    executed(ports, () => setUpWorkbook(ports, FILE, 'nl'));
    expect([look().goals, look().kpis, look().measures]).toEqual([[], [], []]);
    save(GOAL);
    expect(rowsOf(book, 'Doelstellingen')).toHaveLength(1);
  });
});

describe('figures that stand there already', () => {
  const figures = (lines: string) => ({ step: 'figures', measure: 'Omzet', lines }) as const;

  it('come no second time, zero and negative ones among them', () => {
    const { book, save } = started();
    save(figures('2026-01 9400\n14-2-2026 0\n2026-03 -12,5'));
    expect(save(figures('2026-01 9400\n14-2-2026 0\n2026-03 -12,5'))).toBe(
      '3 cijfers stonden er al, met dezelfde datum en waarde, en komen er geen tweede keer bij.',
    );
    expect(save(figures('2026-03 -12,5\n2026-04 31'))).toBe(
      '1 cijfer van "Omzet" erbij gezet. 1 cijfer stond er al, met dezelfde datum en waarde, en komt er geen tweede keer bij.',
    );
    expect(rowsOf(book, 'Realisatie').map((row) => row.Waarde)).toEqual([9400, 0, -12.5, 31]);
  });

  it('are those of the same measure, day and value, and no channel', () => {
    const { book, save } = started();
    save(figures('2026-01 9400'));
    book.editRows('Realisatie', (rows) => [
      ...rows,
      rows[0].map(
        (header) =>
          ({ Datum: '2026-02', Meetwaarde: 'Omzet', Waarde: 7, Kanaal: 'E-mail' })[
            String(header)
          ] ?? null,
      ),
    ]);
    save({ ...figures('2026-01 9400'), measure: 'Bestellingen' });
    save(figures('2026-01 9401\n2026-02 7\n2026-02 7'));
    expect(rowsOf(book, 'Realisatie').map((row) => row.Waarde)).toEqual([
      9400, 7, 9400, 9401, 7, 7,
    ]);
  });
});

it('stands under its headings although somebody inserts a column in the moment of the write', () => {
  const { book, save } = started();
  save(revenue());
  const { apply } = book.writer;
  let writes = 0;
  book.writer.apply = (fileId, changes) => {
    writes += 1;
    if (changes.some(({ kind }) => kind === 'insert') && writes === 1)
      book.editRows('Doelstellingen', (rows) => rows.map((row) => ['', ...row]));
    apply(fileId, changes);
  };
  save(GOAL);
  expect(writes).toBe(2);
  const [goal, ...others] = rowsOf(book, 'Doelstellingen');
  expect(goal).toMatchObject({ Doelstelling: GOAL.name, 'Succesvol als': GOAL.successWhen });
  expect(others).toEqual([]);
});

describe('what cannot be used', () => {
  it.each([
    [
      'a target that is no number',
      revenue({ target: 'veel' }),
      'Streefwaarde: "veel" is geen getal',
    ],
    ['no target at all', revenue({ target: ' ' }), 'Streefwaarde: vul dit eerst in'],
    ['an end before the start', { ...GOAL, due: '2025-12-31' }, 'komt vóór de eerste'],
    ['no name', { ...GOAL, name: '' }, 'Doelstelling: vul dit eerst in'],
    [
      'a line without a period',
      { step: 'figures', measure: 'Omzet', lines: 'veel 3' } as const,
      'geen periode met een getal',
    ],
    ['a band without its lower end', revenue({ id: 'stock_value', target: '3' }), 'Ondergrens'],
  ])('%s: refused with a sentence, and no tab is made', (_what, asked, sentence) => {
    const { book, save } = started();
    expect(() => save(asked)).toThrow(sentence);
    expect(() => save(asked)).toThrow(Refusal);
    expect(book.calls).not.toContain('apply');
  });

  it('a KPI that is there already', () => {
    const { save } = started();
    save(revenue());
    expect(() => save(revenue())).toThrow('"Omzet" staat al in de werkmap');
  });

  it('a tab of another make', () => {
    const { save } = started({ Doelstellingen: [['Onze wandelingen', -3]] });
    expect(() => save(GOAL)).toThrow('Het tabblad "Doelstellingen" heeft geen kopregel');
  });

  it('a step that the page does not know, and fields that are no text', () => {
    expect(readAsked({ step: 'constructor' })).toBeNull();
    expect(readAsked(null)).toBeNull();
    expect(readAsked({ step: 'figures', measure: 7 })).toEqual({
      step: 'figures',
      measure: '7',
      lines: '',
    });
  });
});
