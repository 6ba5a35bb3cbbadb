import type { TurnsText } from '../../../src/core/model/turns.ts';
import { turnsText } from '../../../src/core/model/turns.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import type { WorkbookChange } from '../../../src/workflows/workbook-change.ts';
import type { MemoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { type Dice, diceOf } from '../../reference/random-dice.ts';
import { memoryPorts } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';
import type { FromMain, FromRun, Job } from './messages.ts';
import { edit, type Typed, typedIn } from './people.ts';
import type { RunInThread } from './run-in-thread.ts';
import { FILE, sharedWorkbook } from './team-workbook.ts';

export const NOW = morningOf('2026-02-16');
const PEOPLE = ['ann@koers.example', 'bob@koers.example'];

const weekly: TurnsText = turnsText({ every: 'week', weekday: 1, hour: 6 });

/** Each as often as its share. */
const JOBS: readonly (readonly [share: number, workflow: string, wishes: readonly string[]])[] = [
  [8, 'recalculate', ['menu', 'menu', 'schedule', 'retry']],
  [5, 'startNextPeriod', ['']],
  [2, 'schedule', ['hour', weekly, 'off']],
  [1, 'takeOver', ['']],
  [1, 'setUp', ['']],
  [2, 'addTab', ['targets', 'events', 'actions']],
  [2, 'repair', ['']],
  [1, 'confirm', ['']],
  [3, 'getData', ['stored', 'live']],
  [3, 'checkIn', ['visits_q1', 'orders_q1']],
  [3, 'decide', ['visits_q1', 'orders_q1', 'orders_q1 5500']],
  [3, 'begin', ['goal', 'kpi', 'figures']],
];

const ALL_JOBS = JOBS.flatMap(([share, workflow, wishes]) =>
  Array.from({ length: share }, () => ({ workflow, wishes })),
);

function someJob(dice: Dice): Job {
  const { workflow, wishes } = dice.one(ALL_JOBS);
  return { workflow, wish: dice.one(wishes), by: dice.one(PEOPLE) };
}

interface Run {
  readonly name: string;
  readonly thread: RunInThread;
  jobs: Job[];
  job: Job | null;
  pending: Extract<FromRun, { kind: 'call' }> | null;
  /** Calls until Google ends the execution. */
  callsLeft: number;
}

/** What became of a job. */
interface Ended {
  readonly job: Job;
  readonly end: Exclude<FromRun, { kind: 'call' }>;
}

export interface Played {
  readonly book: MemoryWorkbook;
  readonly typed: Typed;
  readonly trace: readonly string[];
  readonly ended: readonly Ended[];
  /** When the last thing happened. */
  readonly now: number;
  /** What was wrong right after a write, or at the end of a run. */
  readonly problems: readonly string[];
}

/**
 * The Sheets API cannot write only where something still stands. What moves in the very moment of a
 * write is put right after it; what moves in the moment of that, or where Google ends the run before
 * it can look again, is not.
 */
function cannotBeWatched({ job, pending, callsLeft }: Run): boolean {
  if (pending?.name !== 'writer.apply') return false;
  // SAFETY: what the writer takes.
  const [, changes] = pending.args as [string, readonly WorkbookChange[]];
  const isAfterwards =
    changes.every(({ kind }) => kind === 'write_cells') ||
    changes.some(({ kind }) => kind === 'delete_rows');
  return isAfterwards || (ADDS_ROWS.has(job?.workflow ?? '') && callsLeft < CALLS_TO_LOOK_AGAIN);
}

/** Whose new rows nothing puts right later. */
const ADDS_ROWS: ReadonlySet<string> = new Set(['startNextPeriod', 'checkIn', 'decide', 'begin']);
/** The write, two looks and what they put right, for ids and for rows. */
const CALLS_TO_LOOK_AGAIN = 12;

const EDITS_BEFORE_A_CALL = 0.3;
const SHARE_OF_KILLED = 0.15;

let known: { book: MemoryWorkbook; restore: () => void } | null = null;

/** Recalculated on three days of two months; the same one again, as it was then. */
function knownWorkbook(): MemoryWorkbook {
  if (known === null) {
    const book = sharedWorkbook();
    for (const day of ['2026-01-30', '2026-02-02', '2026-02-15']) {
      recalculate(memoryPorts(book, morningOf(day)), FILE, 'menu');
    }
    known = { book, restore: book.keep() };
  }
  known.restore();
  return known.book;
}

/** Two runs and two people at once, in an order that the seed decides. */
export function play(
  seed: number,
  threads: readonly RunInThread[],
  look: (book: MemoryWorkbook) => string[],
): Played {
  const dice = diceOf(seed);
  const book = dice.chance(0.8) ? knownWorkbook() : sharedWorkbook();
  const typed = typedIn(book);
  const trace: string[] = [];
  const ended: Ended[] = [];
  const problems: string[] = [];
  const triggers = new Map<string, string>();
  let now = NOW;
  let holder: Run | null = null;
  const runs = threads.map((thread, at): Run => {
    const jobs = Array.from({ length: dice.whole(1, 2) }, () => someJob(dice));
    return { name: `run ${at + 1}`, thread, jobs, job: null, pending: null, callsLeft: Infinity };
  });
  const note = (who: string, what: string) => trace.push(`${who}: ${what}`);

  function tell(run: Run, message: FromMain): void {
    const said = run.thread.tell(message);
    if (said.kind === 'call') {
      run.pending = said;
      return;
    }
    const { job } = run;
    if (job === null) return;
    note(run.name, `${job.workflow} ${said.kind}: ${said.kind === 'failed' ? said.text : ''}`);
    ended.push({ job, end: said });
    const isKilled = said.kind === 'failed' && said.code === 'KILLED';
    if (holder === run && !isKilled) problems.push(`${job.workflow} does not let go of the lock`);
    if (holder === run) holder = null;
    Object.assign(run, { job: null, pending: null });
  }

  function begin(run: Run): void {
    const job = run.jobs.shift();
    if (job === undefined) return;
    run.job = job;
    run.callsLeft = dice.chance(SHARE_OF_KILLED) ? dice.whole(0, 25) : Infinity;
    note(run.name, `begins ${job.workflow} ${job.wish} as ${job.by}`);
    now += dice.whole(1, 500);
    tell(run, { kind: 'start', job, now });
  }

  function answerTo(run: Run, name: string, args: readonly unknown[]): unknown {
    const [port, method] = name.split('.');
    if (name === 'lock.acquire') {
      if (holder !== null && holder !== run) return false;
      holder = run;
      return true;
    }
    if (name === 'lock.release') {
      if (holder === run) holder = null;
      return undefined;
    }
    if (name === 'screen.ask') return dice.chance(0.8);
    if (name === 'screen.askText') return dice.one(['all', 'all', '1', '2', 'Churn', '', null]);
    const by = run.job?.by ?? '';
    if (name === 'schedule.set') {
      const [turns] = args as Parameters<ReturnType<typeof memoryPorts>['schedule']['set']>;
      if (turns === null) triggers.delete(by);
      else triggers.set(by, turnsText(turns));
      return undefined;
    }
    if (name === 'schedule.isSet') return triggers.has(by);
    if (port === 'schedule') return undefined;
    // SAFETY: reader and writer are those of the workbook.
    const own = book[port as 'reader'] as unknown as Record<
      string,
      (...args: unknown[]) => unknown
    >;
    const value = own[method](...args);
    if (name === 'writer.apply') problems.push(...look(book));
    return value;
  }

  function go(run: Run): void {
    const { pending } = run;
    if (pending === null) return;
    run.pending = null;
    run.callsLeft -= 1;
    now += dice.whole(1, 2_000);
    if (run.callsLeft < 0) {
      note(run.name, `is killed before ${pending.name}`);
      tell(run, { kind: 'kill' });
      return;
    }
    note(run.name, pending.name);
    let answer: FromMain;
    try {
      answer = { kind: 'answer', value: answerTo(run, pending.name, pending.args), now };
    } catch (error) {
      answer = { kind: 'refusal', text: String(error), now };
    }
    const isKilledAfter = run.callsLeft === 0;
    if (isKilledAfter) note(run.name, 'is killed after it');
    tell(run, isKilledAfter ? { kind: 'kill' } : answer);
  }

  /** Waits for whoever has the lock, for a while. */
  const waits = (run: Run) =>
    run.pending?.name === 'lock.acquire' && holder !== null && holder !== run && dice.chance(0.9);

  for (;;) {
    for (const run of runs) if (run.job === null) begin(run);
    const busy = runs.filter(({ pending }) => pending !== null);
    if (busy.length === 0 && runs.every(({ jobs }) => jobs.length === 0)) break;
    if (dice.chance(EDITS_BEFORE_A_CALL) && !runs.some(cannotBeWatched)) {
      const what = edit(book, typed, dice);
      if (what !== '') note(dice.one(['Ann', 'Bob']), what);
    }
    const ready = busy.filter((run) => !waits(run));
    if (ready.length > 0) go(dice.one(ready));
  }
  return { book, typed, trace, ended, now, problems };
}
