import type { SentCheckIn } from '../../../src/workflows/check-in/sent-check-in.ts';
import { writeCheckIn } from '../../../src/workflows/check-in/write-check-in.ts';
import { answerRequest, answerSchema } from '../../../src/workflows/connector/answer-request.ts';
import { configForm } from '../../../src/workflows/connector/config-form.ts';
import { PersonFailure } from '../../../src/workflows/failures.ts';
import { checkEdit } from '../../../src/workflows/guidance/check-edit.ts';
import { repairData } from '../../../src/workflows/menu/repair-data.ts';
import { scheduleRuns, takeOverSchedule } from '../../../src/workflows/menu/schedule-runs.ts';
import { startNextPeriod } from '../../../src/workflows/next-period/start-next-period.ts';
import type { EditedWorkbook, Screen } from '../../../src/workflows/ports.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { readDecisions } from '../../../src/workflows/review/sent-decisions.ts';
import { answerDecisions } from '../../../src/workflows/review/write-decisions.ts';
import { addTab, setUpWorkbook } from '../../../src/workflows/set-up/set-up-workbook.ts';
import { memoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { editedIn } from '../edited-workbook.ts';
import { memoryPorts } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';
import { figures, type Scenario, tryFaults } from './fault-matrix.ts';
import { canMeet, FAULT_KINDS, faultyPorts } from './faulty-ports.ts';
import {
  exampleOf,
  isService,
  type Ports,
  SMALL,
  someFaults,
  withHistory,
} from './tried-workbooks.ts';

type AllPorts = Ports & { readonly screen: Screen; readonly edited: EditedWorkbook };
type Prepared = Omit<Scenario<Ports>, 'run' | 'tries'>;

const screen: Screen = {
  tell: () => undefined,
  ask: () => true,
  askText: () => 'alle',
  showLinks: () => undefined,
};

const OTHER = { email: () => 'other@koers.example', locale: () => 'nl' };

/** Doing it again where it was done already is refused, and that is right. */
function unlessDone(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    const code = error instanceof PersonFailure ? error.code : '';
    if (code !== 'TAB_EXISTS') throw error;
  }
}

function scheduled(): Prepared {
  const prepared = withHistory();
  scheduleRuns(prepared.ports(), SMALL, { every: 'hour' });
  return prepared;
}

function empty(): Prepared {
  const book = memoryWorkbook({ fileId: SMALL });
  return { book, fileId: SMALL, ports: () => memoryPorts(book, morningOf('2026-02-16')) };
}

/** One block of what Koers keeps is edited by hand. */
function damaged(): Prepared {
  const prepared = withHistory();
  recalculate(prepared.ports(), SMALL, 'menu');
  prepared.book.editRows('Koers data', (rows) =>
    rows.map((row) => (row[0] === 'snapshots' ? [row[0], row[1], '[1]', ...row.slice(3)] : row)),
  );
  return prepared;
}

const CHECK_IN: SentCheckIn = {
  kpiId: 'bezoekers_q1',
  note: '=1+1',
  cause: '',
  confidence: 0.4,
  decision: null,
  who: 'Noor',
};

/** The tab is there, with a row that somebody typed. */
function checkedIn(): Prepared {
  const prepared = withHistory();
  prepared.book.addTab('Acties', [
    ['Actie', 'KPI', 'Toelichting'],
    ['Beurs', 'Bezoekers Q1', 'Druk'],
  ]);
  return prepared;
}

const { decisions } = readDecisions({
  decisions: [
    { kpiId: 'bezoekers_q1', text: '=1+1', due: '2026-03-01', effect: '0', target: '120.000' },
    { kpiId: 'bezoekers_q1', text: 'Zo doorgaan', decision: 'keep' },
  ],
});

/** Shown, and written with an OK to that. */
function decide(ports: Ports): void {
  const shown = answerDecisions(ports, SMALL, { decisions, seen: null }, 'nl');
  answerDecisions(ports, SMALL, { decisions, seen: 'seen' in shown ? shown.seen : '' }, 'nl');
}

/** Somebody typed words for a target, and the note of the cell is not there yet. */
function mistyped(): Prepared {
  const prepared = withHistory();
  prepared.book.editRows("KPI's", (rows) =>
    rows.map((row, at) => (at === 1 ? [...row.slice(0, 6), 'honderd', ...row.slice(7)] : row)),
  );
  return prepared;
}

const TYPED = { tab: "KPI's", sheetId: 3, firstRow: 1, endRow: 2, firstColumn: 6, endColumn: 7 };

type Case = readonly [string, () => Prepared, (ports: AllPorts) => unknown];

const CASES: readonly Case[] = [
  ['start next period', withHistory, (ports) => startNextPeriod(ports, SMALL, 'nl')],
  ...(['web-shop', 'superstore'] as const).map(
    (name): Case => [
      `start next period, ${name}`,
      () => exampleOf(name),
      (ports) => startNextPeriod(ports, `${name}-0123456789`, 'nl'),
    ],
  ),
  ['check in', withHistory, (ports) => writeCheckIn(ports, SMALL, CHECK_IN, 'nl')],
  ['check in where others did', checkedIn, (ports) => writeCheckIn(ports, SMALL, CHECK_IN, 'nl')],
  ['decide', withHistory, decide],
  ['decide where others did', checkedIn, decide],
  ['set up', empty, (ports) => setUpWorkbook(ports, SMALL, 'en')],
  ['set up what is missing', withHistory, (ports) => setUpWorkbook(ports, SMALL, 'en')],
  ['add a tab', withHistory, (ports) => unlessDone(() => addTab(ports, SMALL, 'targets'))],
  ['guidance while typing', mistyped, ({ edited }) => checkEdit(edited, TYPED)],
  ['repair', damaged, (ports) => repairData(ports, SMALL, 'nl')],
  ['schedule on', withHistory, (ports) => scheduleRuns(ports, SMALL, { every: 'day', hour: 6 })],
  ['schedule off', scheduled, (ports) => scheduleRuns(ports, SMALL, null)],
  ['take over', scheduled, (ports) => takeOverSchedule({ ...ports, person: OTHER }, SMALL)],
];

/** A recalculation follows, where there is anything to recalculate. */
const isEmptyBook = ({ book, fileId }: Prepared): boolean =>
  !book.reader.facts(fileId).tabs.some(({ title }) => title === 'Koers data');

test.each(CASES)('%s: nothing is lost whatever fails at any call', (name, prepare, run) => {
  const prepared = prepare();
  const { book, fileId } = prepared;
  const edited = editedIn(book, fileId);
  const ports = (): AllPorts => ({ ...prepared.ports(), screen, edited });
  const next = (own: Ports) =>
    isEmptyBook(prepared) ? undefined : recalculate(own, prepared.fileId, 'menu');
  const tries = prepared.fileId === SMALL ? isService : someFaults();
  const result = tryFaults({ ...prepared, ports, run, next, tries });
  console.info(figures(name, result));
  expect(result.broken).toEqual([]);
});

const asked = (fileId: string, table: string, freshness: string) => ({
  configParams: { workbook: fileId, table, freshness },
  scriptParams: { lastRefresh: '1' },
});

const ANSWERS: readonly (readonly [string, (ports: Ports, fileId: string) => unknown])[] = [
  ['getConfig', () => configForm({ configParams: {} }, '1.2.3')],
  ['getSchema', (ports, id) => answerSchema(asked(id, 'kpis', 'stored'), ports)],
  ['getData stored', (ports, id) => answerRequest(asked(id, 'kpis', 'stored'), ports)],
  ['getData live', (ports, id) => answerRequest(asked(id, 'kpis', 'live'), ports)],
  ['getData history', (ports, id) => answerRequest(asked(id, 'history', 'stored'), ports)],
];

test.each(ANSWERS)('%s: the right answer or none, whatever fails at any call', (name, answer) => {
  const { ports, fileId } = withHistory();
  const undisturbed = faultyPorts(ports(), null);
  const right = JSON.stringify(answer(undisturbed.ports, fileId));
  const wrong: string[] = [];
  let tried = 0;
  undisturbed.calls.forEach((call, at) => {
    for (const kind of FAULT_KINDS.filter((own) => canMeet(call, own))) {
      tried += 1;
      try {
        const given = JSON.stringify(answer(faultyPorts(ports(), { kind, at }).ports, fileId));
        if (given !== right) wrong.push(`${kind} at ${call} (call ${at})`);
      } catch {
        // Refused: the viewer reads a sentence.
      }
    }
  });
  console.info(`${name}: ${tried} tried, ${tried - wrong.length} held`);
  expect(wrong).toEqual([]);
});
