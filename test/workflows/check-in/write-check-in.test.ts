import { tabRange } from '../../../src/core/model/a1-notation.ts';
import { serialFromDay } from '../../../src/core/model/calendar-date.ts';
import type { Language } from '../../../src/core/model/workspace.ts';
import { readCheckIn, type SentCheckIn } from '../../../src/workflows/check-in/sent-check-in.ts';
import { writeCheckIn } from '../../../src/workflows/check-in/write-check-in.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import type { WrittenCell } from '../../../src/workflows/workbook-change.ts';
import type { MemoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { day } from '../../core/intake/sheet-of-rows.ts';
import { memoryPorts, smallMemoryWorkbook } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

const FILE = 'small-workbook-0123456789';
const SENT: SentCheckIn = {
  kpiId: 'bezoekers_q1',
  note: '=IMPORTXML("http://x")',
  cause: '+de beurs',
  confidence: 0,
  decision: 'adjust',
  who: '',
};
const HEADER = ['Besluit', 'Actie', 'Vertrouwen', 'KPI', 'Wie het zag', 'Toelichting', 'Datum'];

interface Started {
  readonly today?: string | null;
  readonly tabs?: Readonly<Record<string, readonly (readonly WrittenCell[])[]>>;
}

function started({ today = null, tabs = {} }: Started = {}) {
  const book = smallMemoryWorkbook(today);
  for (const [title, rows] of Object.entries(tabs)) book.addTab(title, rows);
  const ports = memoryPorts(book, morningOf('2026-02-16'));
  const send = (sent: Partial<SentCheckIn> = {}, language: Language = 'nl') =>
    writeCheckIn(ports, FILE, { ...SENT, ...sent }, language);
  return { book, ports, send };
}

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

describe('a check-in', () => {
  it('is a row of Actions, a tab that is put there without an example; text stays text', () => {
    const { book, send } = started();
    expect(send()).toEqual({
      said: 'Opgeschreven in Acties. Na de volgende herberekening staat het op het bord.',
      isWritten: true,
    });
    expect(rowsOf(book, 'Acties')).toEqual([
      {
        Actie: 'Check-in',
        KPI: 'Bezoekers Q1',
        Fase: 'controleren',
        Datum: serialFromDay(day('2026-02-16')),
        Eigenaar: 'owner@koers.example',
        Oorzaak: '+de beurs',
        Vertrouwen: 0,
        Besluit: 'aanpassen',
        Notitie: '=IMPORTXML("http://x")',
      },
    ]);
  });

  it('comes below what stands there, in the columns as they stand; a missing one comes after all', () => {
    const typed = ['', 'Beurs', '', 'Bezoekers Q1', 'Noor', 'Druk', 46_060];
    const { book, send } = started({ tabs: { Acties: [HEADER, typed] } });
    expect(send({ cause: '', decision: null, confidence: 0.7, who: 'Noor' }).isWritten).toBe(true);
    const [old, own] = rowsOf(book, 'Acties');
    expect(Object.values(old)).toEqual(typed.filter((cell) => cell !== ''));
    expect(own).toEqual({
      Actie: 'Check-in',
      Vertrouwen: 0.7,
      KPI: 'Bezoekers Q1',
      Toelichting: SENT.note,
      Datum: serialFromDay(day('2026-02-16')),
      Fase: 'controleren',
      Eigenaar: 'Noor',
    });
  });

  it('is said by who People says it is, on the day that the board is looked at from', () => {
    const people = [
      ['Naam', 'E-mail'],
      ['Saar', 'OWNER@koers.example'],
    ];
    const { book, send } = started({ today: '2026-02-10', tabs: { Mensen: people } });
    expect(send({}, 'en').said).toMatch(/^Written down in Acties\./);
    expect(rowsOf(book, 'Acties')).toMatchObject([
      { Eigenaar: 'Saar', Datum: serialFromDay(day('2026-02-10')) },
    ]);
  });

  it('is the last check-in of its KPI after a recalculation', () => {
    const { book, ports, send } = started();
    send({ note: 'Druk', cause: '' });
    recalculate(ports, FILE, 'menu');
    expect(rowsOf(book, 'Acties')).toMatchObject([{ 'Actie-ID': 'check_in', Notitie: 'Druk' }]);
  });

  it('of a KPI that is gone writes nothing, and makes no tab', () => {
    const { book, send } = started();
    const before = JSON.stringify(book.reader.facts(FILE));
    expect(send({ kpiId: 'omzet' })).toMatchObject({
      said: expect.stringContaining('staat niet meer in de werkmap'),
      isWritten: false,
    });
    expect(JSON.stringify(book.reader.facts(FILE))).toBe(before);
  });

  it('says so where the tab has no columns that it knows', () => {
    const { book, send } = started({ tabs: { Acties: [['Iets'], ['anders']] } });
    expect(send()).toMatchObject({
      said: expect.stringContaining('vindt de kolommen van het tabblad "Acties" niet'),
      isWritten: false,
    });
    expect(rowsOf(book, 'Acties')).toEqual([{ Iets: 'anders' }]);
  });

  it('lands below its headers when somebody moves the columns meanwhile', () => {
    const { book, ports } = started({ tabs: { Acties: [HEADER] } });
    let reads = 0;
    const reader = {
      ...ports.reader,
      columns: (fileId: string, ranges: readonly string[]) => {
        reads += 1;
        // Between one look and the next.
        if (reads === 2) book.editRows('Acties', ([header]) => [['', ...header]]);
        return ports.reader.columns(fileId, ranges);
      },
    };
    writeCheckIn({ ...ports, reader }, FILE, SENT, 'nl');
    const [row] = rowsOf(book, 'Acties');
    expect(row).toMatchObject({ Besluit: 'aanpassen', KPI: 'Bezoekers Q1', Vertrouwen: 0 });
  });
});

describe('a check-in whose answer got lost', () => {
  it.each([
    ['in a tab that came with it', {}],
    ['in a tab that was there', { Acties: [HEADER] }],
  ])('stands there once when it is sent once more: %s', (_what, tabs) => {
    const { book, send } = started({ tabs });
    send({ confidence: 0 });
    expect(send({ confidence: 0 })).toMatchObject({ isWritten: true });
    expect(rowsOf(book, 'Acties')).toHaveLength(1);
    send({ confidence: 0, note: 'Iets anders' });
    send({ confidence: 0.1 });
    expect(rowsOf(book, 'Acties')).toHaveLength(3);
  });
});

it('stands under its headings although somebody moves them in the moment of the write', () => {
  const { book, ports } = started({ tabs: { Acties: [HEADER] } });
  let isFirst = true;
  const apply: typeof ports.writer.apply = (fileId, changes) => {
    if (isFirst) book.editRows('Acties', ([header]) => [[...header].reverse()]);
    isFirst = false;
    ports.writer.apply(fileId, changes);
  };
  writeCheckIn({ ...ports, writer: { apply } }, FILE, SENT, 'nl');
  const [row, ...others] = rowsOf(book, 'Acties');
  expect(row).toMatchObject({ Besluit: 'aanpassen', KPI: 'Bezoekers Q1', Vertrouwen: 0 });
  expect(others).toEqual([]);
});

describe('what a page sends', () => {
  it('is kept within bounds: no share above 1, no unknown decision, no endless text', () => {
    const sent = readCheckIn({
      kpiId: ' omzet ',
      note: 'a'.repeat(9_000),
      cause: 12,
      confidence: 1.01,
      decision: 'drop',
    });
    expect(sent).toEqual({
      kpiId: 'omzet',
      note: 'a'.repeat(2_000),
      cause: '',
      confidence: null,
      decision: null,
      who: '',
    });
    expect(readCheckIn({ ...SENT, confidence: -0.1 })?.confidence).toBeNull();
    expect(readCheckIn(SENT)).toEqual(SENT);
  });

  it.each([null, 'text', {}, { kpiId: 'omzet', note: '  ' }, { note: 'Druk' }])(
    'is nothing to write down: %j',
    (sent) => {
      expect(readCheckIn(sent)).toBeNull();
    },
  );
});
