import { serialFromDay } from '../../../src/core/model/calendar-date.ts';
import { seenTables } from '../../../src/workflows/board/answer-board.ts';
import { BOARD_TABLES } from '../../../src/workflows/board/make-board.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { makeReview } from '../../../src/workflows/review/make-review.ts';
import { readDecisions } from '../../../src/workflows/review/sent-decisions.ts';
import { answerDecisions } from '../../../src/workflows/review/write-decisions.ts';
import { day } from '../../core/intake/sheet-of-rows.ts';
import { executed, memoryPorts, smallMemoryWorkbook } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

const FILE = 'small-workbook-0123456789';

/** What a meeting looks at on a day, from the results of that morning. */
function reviewOn(book: ReturnType<typeof smallMemoryWorkbook>, iso: string) {
  const ports = memoryPorts(book, morningOf(iso));
  recalculate(ports, FILE, 'menu');
  const { tables, language } = executed(ports, () =>
    seenTables(ports, FILE, BOARD_TABLES, { language: null, whatIf: '' }),
  );
  return makeReview(tables, language);
}

test('a second review begins with what the first decided, and says what it did', () => {
  const book = smallMemoryWorkbook();
  const first = reviewOn(book, '2026-02-16');
  expect(first.periods[0].id).toBe('month');
  expect(first.pages.map(({ actions }) => actions)).toEqual([[]]);

  const ports = memoryPorts(book, morningOf('2026-02-16'));
  const common = { kpiId: 'bezoekers_q1', owner: 'Noor' };
  const { decisions } = readDecisions({
    decisions: [
      { ...common, text: 'Naar de beurs', due: '2026-02-20', effect: '200', target: '120.000' },
      { ...common, text: 'De folder blijft', decision: 'keep' },
      { ...common, text: 'Nieuwe site', due: '2026-03-10' },
    ],
  });
  const shown = answerDecisions(ports, FILE, { decisions, seen: null }, 'nl');
  const seen = 'seen' in shown ? shown.seen : '';
  answerDecisions(ports, FILE, { decisions, seen }, 'nl');
  // Until the day of the fair 1,044 visitors a day came, and from then on 1,300.
  book.editRows('Realisatie', (rows) => [
    ...rows,
    ...Array.from({ length: 28 }, (_, at) => [
      serialFromDay(day('2026-02-15') + at),
      'Bezoekers',
      at < 5 ? 1_044 : 1_300,
    ]),
  ]);

  const second = reviewOn(book, '2026-03-15');
  expect(second.periods[0]).toEqual({ id: 'last', from: day('2026-02-16') });
  const [{ actions, changes }] = second.pages;
  expect(
    actions.map(({ name, decision, text, isToDo, isOverdue }) => ({
      said: `${name} · ${decision} · ${text}`,
      isToDo,
      isOverdue,
    })),
  ).toEqual([
    {
      said: 'Nieuwe site · aanpassen · Noor, 16 feb, gemeten geen verandering',
      isToDo: true,
      isOverdue: true,
    },
    {
      said: 'Naar de beurs · aanpassen · Noor, 16 feb, verwacht 200 erbij, gemeten 256 erbij (meer dan gebruikelijk)',
      isToDo: true,
      isOverdue: true,
    },
    {
      said: 'De folder blijft · doorgaan · Noor, 16 feb',
      isToDo: false,
      isOverdue: false,
    },
  ]);
  expect(changes.map(({ text }) => text)).toContainEqual(
    expect.stringMatching(/120\.000.*Naar de beurs/),
  );
  expect(second.pages[0].kpis[0].target).toBe('120.000');
});
