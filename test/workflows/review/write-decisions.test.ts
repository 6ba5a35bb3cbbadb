import { tabRange } from '../../../src/core/model/a1-notation.ts';
import { serialFromDay } from '../../../src/core/model/calendar-date.ts';
import type { WorkbookReader } from '../../../src/workflows/ports.ts';
import {
  type DecisionsAnswer,
  readDecisions,
  type SentDecision,
} from '../../../src/workflows/review/sent-decisions.ts';
import { answerDecisions } from '../../../src/workflows/review/write-decisions.ts';
import type { WrittenCell } from '../../../src/workflows/workbook-change.ts';
import type { MemoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { day } from '../../core/intake/sheet-of-rows.ts';
import { memoryPorts, smallMemoryWorkbook } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

const FILE = 'small-workbook-0123456789';
const SENT: SentDecision = {
  kpiId: 'bezoekers_q1',
  text: '=IMPORTXML("http://x") <b>beurs</b>',
  decision: 'adjust',
  owner: 'Noor',
  due: '2026-03-01',
  effect: '-1.500,5',
  target: '',
  from: '',
};

type Rows = readonly (readonly WrittenCell[])[];

function started(tabs: Readonly<Record<string, Rows>> = {}, today: string | null = null) {
  const book = smallMemoryWorkbook(today);
  for (const [title, rows] of Object.entries(tabs)) book.addTab(title, rows);
  const ports = memoryPorts(book, morningOf('2026-02-16'));
  const send = (sent: readonly Partial<SentDecision>[], seen: string | null, own = ports) =>
    answerDecisions(
      own,
      FILE,
      { decisions: sent.map((each) => ({ ...SENT, ...each })), seen },
      'nl',
    );
  /** Shown, then written with an OK to that. */
  const decide = (...sent: readonly Partial<SentDecision>[]) =>
    send(sent, seenIn(send(sent, null)));
  return { book, ports, send, decide };
}

function shown(answer: DecisionsAnswer) {
  if ('failure' in answer) throw new Error(answer.failure);
  return answer;
}

const seenIn = (answer: DecisionsAnswer): string => shown(answer).seen;

/** Rows by header, without what is blank. */
function rowsOf({ reader }: MemoryWorkbook, title: string): Record<string, unknown>[] {
  const [columns] = reader.columns(FILE, [tabRange(title)]);
  const height = Math.max(0, ...columns.map(({ length }) => length));
  return Array.from({ length: height - 1 }, (_, at) =>
    Object.fromEntries(
      columns.flatMap(([header, ...cells]) =>
        (cells[at] ?? '') === '' ? [] : [[String(header), cells[at]]],
      ),
    ),
  );
}

const serial = (iso: string): number => serialFromDay(day(iso));
const ACTIONS: Rows = [['Besluit', 'Actie', 'KPI', 'Datum', 'Actie-ID']];

describe('what a review decides', () => {
  it('is first shown, each row with its place and in the words of its tab; nothing is written', () => {
    const { book, send } = started({ Acties: ACTIONS });
    const before = JSON.stringify(book.reader.facts(FILE));
    const answer = shown(send([{ target: '120.000', from: '2026-03-01' }], null));
    expect(answer).toMatchObject({ isWritten: false, said: '' });
    expect(
      answer.rows.map(({ tab, row, url, cells }) => [
        tab,
        row,
        url,
        cells.map(({ name, text }) => `${name}: ${text}`),
      ]),
    ).toEqual([
      [
        'Acties',
        2,
        '',
        [
          `Actie: ${SENT.text}`,
          'KPI: Bezoekers Q1',
          'Fase: bijstellen',
          'Datum: 16 feb 2026',
          'Eigenaar: Noor',
          'Verwacht effect: 1.501 eraf',
          'Effectdatum: 1 mrt 2026',
          'Besluit: aanpassen',
          'Status: open',
          'Tot: 1 mrt 2026',
        ],
      ],
      [
        'Gewijzigde streefwaarden',
        2,
        '',
        [
          'KPI: Bezoekers Q1',
          'Geldig vanaf: 1 mrt 2026',
          'Streefwaarde: 120.000',
          'Auteur: owner@koers.example',
          `Reden: ${SENT.text}`,
        ],
      ],
    ]);
    expect(rowsOf(book, 'Acties')).toEqual([]);
    expect(JSON.stringify(book.reader.facts(FILE))).toBe(before);
  });

  it('is written with an OK, tabs that are missing with it; text stays text, a number a number', () => {
    const { book, decide } = started();
    const answer = shown(
      decide({ target: '0' }, { text: 'Zo doorgaan', decision: 'keep', due: '', effect: '' }),
    );
    expect(answer.isWritten).toBe(true);
    expect(
      answer.rows.map(({ tab, row, url }) => [tab, row, /range=A(\d+)$/.exec(url)?.[1]]),
    ).toEqual([
      ['Acties', 2, '2'],
      ['Acties', 3, '3'],
      ['Gewijzigde streefwaarden', 2, '2'],
    ]);
    const common = { KPI: 'Bezoekers Q1', Fase: 'bijstellen', Datum: serial('2026-02-16') };
    const id = expect.stringMatching(/^decision_[a-z0-9]+$/);
    expect(rowsOf(book, 'Acties')).toEqual([
      {
        ...common,
        Actie: SENT.text,
        Eigenaar: 'Noor',
        'Verwacht effect': -1_500.5,
        Effectdatum: serial('2026-03-01'),
        Besluit: 'aanpassen',
        Status: 'open',
        Tot: serial('2026-03-01'),
        'Actie-ID': id,
      },
      { ...common, Actie: 'Zo doorgaan', Eigenaar: 'Noor', Besluit: 'doorgaan', 'Actie-ID': id },
    ]);
    expect(rowsOf(book, 'Gewijzigde streefwaarden')).toEqual([
      {
        KPI: 'Bezoekers Q1',
        'Geldig vanaf': serial('2026-02-16'),
        Streefwaarde: 0,
        Auteur: 'owner@koers.example',
        Reden: SENT.text,
      },
    ]);
  });

  it('comes below what others typed since it was shown, in the columns as they stand by then', () => {
    const { book, send } = started({ Acties: ACTIONS });
    const seen = seenIn(send([{}], null));
    book.editRows('Acties', ([header]) => [
      ['', ...header],
      ['', '', 'Beurs', 'Bezoekers Q1'],
    ]);
    const answer = shown(send([{}], seen));
    expect(answer.rows[0].row).toBe(3);
    const [theirs, ours] = rowsOf(book, 'Acties');
    expect(theirs).toEqual({ Actie: 'Beurs', KPI: 'Bezoekers Q1' });
    expect(ours).toMatchObject({ Besluit: 'aanpassen', Actie: SENT.text, Status: 'open' });
  });

  it('is not written twice when the answer got lost, nor when the same is decided twice', () => {
    const { book, send, decide } = started();
    const seen = seenIn(send([{}, {}], null));
    send([{}, {}], seen);
    const again = shown(send([{}], seen));
    expect(again).toMatchObject({ isWritten: true, said: '1 ervan stond er al.' });
    expect(again.rows.map(({ tab, row }) => [tab, row])).toEqual([['Acties', 2]]);
    decide({}, { text: 'Iets anders' });
    expect(rowsOf(book, 'Acties').map((row) => row.Actie)).toEqual([SENT.text, 'Iets anders']);
  });

  it('is written by who People says it is, on the day that the board is looked at from', () => {
    const people: Rows = [
      ['Naam', 'E-mail'],
      ['Saar', 'OWNER@koers.example'],
    ];
    const { book, decide } = started({ Mensen: people }, '2026-02-10');
    decide({ target: '90.000' });
    expect(rowsOf(book, 'Acties')).toMatchObject([{ Datum: serial('2026-02-10') }]);
    expect(rowsOf(book, 'Gewijzigde streefwaarden')).toMatchObject([{ Auteur: 'Saar' }]);
  });
});

describe('nothing is written, and a sentence says why', () => {
  const refusal = (sent: Partial<SentDecision>): string => {
    const { book, send } = started();
    const before = JSON.stringify(book.reader.facts(FILE));
    let said = '';
    try {
      send([sent], 'x');
    } catch (error) {
      said = String(Object(error).message);
    }
    expect(JSON.stringify(book.reader.facts(FILE))).toBe(before);
    return said;
  };

  it.each<[string, Partial<SentDecision>]>([
    ['staat niet meer in de werkmap', { kpiId: 'omzet' }],
    ['vul in wat er besloten is', { text: '' }],
    ['"veel" is geen getal', { effect: 'veel' }],
    ['"1 maart" is geen dag', { due: '1 maart' }],
    ['loopt van 1 jan 2026 tot en met 31 mrt 2026', { target: '0', from: '2026-04-01' }],
    ['veranderd sinds dit getoond werd', {}],
  ])('%s', (why, sent) => {
    expect(refusal(sent)).toContain(why);
  });

  it('where there is nothing to decide', () => {
    expect(() => started().send([], null)).toThrow('Er is nog niets besloten');
  });

  it('where a tab has no columns that it knows, in either tab', () => {
    const { book, send } = started({ 'Gewijzigde streefwaarden': [['Iets'], ['anders']] });
    expect(() => send([{ target: '5' }], 'x')).toThrow('"Gewijzigde streefwaarden" niet');
    expect(book.reader.facts(FILE).tabs.some(({ title }) => title === 'Acties')).toBe(false);
  });

  it('where somebody moves its columns in the midst of it', () => {
    const { book, ports, send } = started({ Acties: ACTIONS });
    const seen = seenIn(send([{}], null));
    let reads = 0;
    const columns: WorkbookReader['columns'] = (fileId, ranges) => {
      reads += 1;
      book.editRows('Acties', ([header]) => [['', ...header]]);
      return ports.reader.columns(fileId, ranges);
    };
    const restless = { ...ports, reader: { ...ports.reader, columns } };
    expect(() => send([{}], seen, restless)).toThrow('so it wrote nothing');
    expect(reads).toBeGreaterThan(2);
    expect(rowsOf(book, 'Acties')).toEqual([]);
  });
});

describe('what a page sends', () => {
  it('is kept within bounds: one line, no endless text, no unknown decision, no endless list', () => {
    const { decisions, seen } = readDecisions({
      decisions: Array.from({ length: 300 }, () => ({
        kpiId: ' omzet ',
        text: `twee\nregels ${'a'.repeat(9_000)}`,
        decision: 'drop',
        owner: 12,
      })),
      seen: 5,
    });
    expect([decisions.length, seen]).toEqual([200, null]);
    expect(decisions[0]).toEqual({
      kpiId: 'omzet',
      text: expect.stringMatching(/^twee regels a+$/),
      decision: 'adjust',
      owner: '',
      due: '',
      effect: '',
      target: '',
      from: '',
    });
    expect(decisions[0].text.length).toBe(2_000);
  });

  it.each([null, 'text', {}, { decisions: 'all' }])('may be nothing: %j', (sent) => {
    expect(readDecisions(sent)).toEqual({ decisions: [], seen: null });
  });
});
