/** Runs workflows in a thread of its own, which stands still at every call of a port. */
import { receiveMessageOnPort, workerData } from 'node:worker_threads';
import { serviceFailure } from '../../../src/apps-script/sheets-errors.ts';
import type { TabId } from '../../../src/core/layout/tab-layout.ts';
import { readTurns } from '../../../src/core/model/turns.ts';
import { saveBegin } from '../../../src/workflows/begin/save-begin.ts';
import { writeCheckIn } from '../../../src/workflows/check-in/write-check-in.ts';
import { answerRequest } from '../../../src/workflows/connector/answer-request.ts';
import { PersonFailure } from '../../../src/workflows/failures.ts';
import { registerFailure } from '../../../src/workflows/hidden-tab/change-stored-data.ts';
import { confirmWorkbook } from '../../../src/workflows/menu/confirm-workbook.ts';
import { repairData } from '../../../src/workflows/menu/repair-data.ts';
import { scheduleRuns, takeOverSchedule } from '../../../src/workflows/menu/schedule-runs.ts';
import { startNextPeriod } from '../../../src/workflows/next-period/start-next-period.ts';
import type { Screen } from '../../../src/workflows/ports.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { answerDecisions } from '../../../src/workflows/review/write-decisions.ts';
import { addTab, setUpWorkbook } from '../../../src/workflows/set-up/set-up-workbook.ts';
import { memoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { memoryPorts } from '../memory-ports.ts';
import { begunBy, decisionBy, noteBy } from './added-rows.ts';
import {
  type FromMain,
  type FromRun,
  type Job,
  type RunData,
  TO_MAIN,
  TO_RUN,
} from './messages.ts';

const { counts, port } = workerData as RunData;

function say(message: FromRun): void {
  port.postMessage(message);
  Atomics.add(counts, TO_MAIN, 1);
  Atomics.notify(counts, TO_MAIN);
}

function hear(): FromMain {
  for (;;) {
    const seen = Atomics.load(counts, TO_RUN);
    const received = receiveMessageOnPort(port);
    if (received !== undefined) return received.message;
    Atomics.wait(counts, TO_RUN, seen);
  }
}

class Killed extends Error {}

function portsOf(job: Job, start: number) {
  let now = start;
  let isKilled = false;
  const call = (name: string, args: readonly unknown[]): unknown => {
    if (isKilled) throw new Killed('stopped');
    say({ kind: 'call', name, args });
    const answer = hear();
    if (answer.kind === 'answer' || answer.kind === 'refusal') now = answer.now;
    if (answer.kind === 'answer') return answer.value;
    if (answer.kind === 'refusal') throw serviceFailure(new Error(answer.text));
    isKilled = true;
    throw new Killed('stopped');
  };
  // SAFETY: whoever answers gives what the port of that name gives.
  const asked = <Port extends object>(name: string): Port =>
    new Proxy({} as Port, {
      get:
        (_target, method) =>
        (...args: unknown[]) =>
          call(`${name}.${String(method)}`, args),
    });
  const own = memoryPorts(memoryWorkbook(), start);
  return {
    ...own,
    reader: asked<typeof own.reader>('reader'),
    writer: asked<typeof own.writer>('writer'),
    lock: asked<typeof own.lock>('lock'),
    schedule: asked<typeof own.schedule>('schedule'),
    screen: asked<Screen>('screen'),
    clock: { ...own.clock, now: () => now },
    person: { ...own.person, email: () => job.by },
    viewerLock: { acquire: () => true },
    /** Nothing of a run that Google ended counts, whatever caught its end. */
    isKilled: () => isKilled,
  };
}

type Ports = ReturnType<typeof portsOf>;

/** As the menu and the trigger do: a run that failed is registered. */
function recalculated(ports: Ports, fileId: string, { wish, by }: Job): unknown {
  // SAFETY: wishes of this workflow are triggers.
  const trigger = wish as 'menu' | 'schedule' | 'retry';
  try {
    recalculate(ports, fileId, trigger);
    return 'recalculated';
  } catch (error) {
    const { code, message } = error as PersonFailure;
    if (error instanceof Killed || code === 'ALREADY_RUNNING' || code === 'OTHERS_SCHEDULE')
      throw error;
    const at = ports.clock.now();
    registerFailure(ports, fileId, { at, by, trigger, version: '1.2.3' }, () => message);
    throw error;
  }
}

const FIELDS = ['kpi_id', 'target', 'recalculated_at', 'view_note'];

const answered = (ports: Ports, fileId: string, { wish }: Job): unknown =>
  answerRequest(
    {
      configParams: { workbook: fileId, table: 'kpis', freshness: wish },
      fields: FIELDS.map((name) => ({ name })),
      scriptParams: { lastRefresh: String(ports.clock.now()) },
    },
    { ...ports, lock: ports.viewerLock },
  ).rows;

const checkedIn = (ports: Ports, fileId: string, { wish, by }: Job): unknown => {
  const sent = { kpiId: wish, note: noteBy(by), cause: '', confidence: 0.4, who: '' };
  return writeCheckIn(ports, fileId, { ...sent, decision: null }, 'en');
};

/** What is shown first, and then an OK to just that. */
const decided = (ports: Ports, fileId: string, { wish, by }: Job): unknown => {
  const decisions = [decisionBy(by, wish)];
  const shown = answerDecisions(ports, fileId, { decisions, seen: null }, 'en');
  if ('failure' in shown) throw new Error(shown.failure);
  return answerDecisions(ports, fileId, { decisions, seen: shown.seen }, 'en');
};

const WORKFLOWS: Readonly<Record<string, (ports: Ports, fileId: string, job: Job) => unknown>> = {
  recalculate: recalculated,
  startNextPeriod: (ports, fileId) => startNextPeriod(ports, fileId, 'en'),
  schedule: (ports, fileId, { wish }) => scheduleRuns(ports, fileId, readTurns(wish)),
  takeOver: (ports, fileId) => takeOverSchedule(ports, fileId),
  setUp: (ports, fileId) => setUpWorkbook(ports, fileId, 'en'),
  // SAFETY: wishes of this workflow are ids of tabs.
  addTab: (ports, fileId, { wish }) => addTab(ports, fileId, wish as TabId),
  repair: (ports, fileId) => repairData(ports, fileId, 'en'),
  confirm: (ports, fileId) => confirmWorkbook(ports, fileId, () => true),
  getData: answered,
  checkIn: checkedIn,
  decide: decided,
  begin: (ports, fileId, { wish, by }) => saveBegin(ports, fileId, 'en', begunBy(by, wish)),
};

for (let heard = hear(); heard.kind !== 'stop'; heard = hear()) {
  if (heard.kind !== 'start') continue;
  const { job, now } = heard;
  try {
    const ports = portsOf(job, now);
    const value = WORKFLOWS[job.workflow](ports, 'shared-workbook-01234', job);
    if (ports.isKilled()) throw new Killed('stopped');
    say({ kind: 'done', value });
  } catch (error) {
    const code =
      error instanceof Killed ? 'KILLED' : error instanceof PersonFailure ? error.code : '';
    say({ kind: 'failed', code, text: String(error) });
  }
}
