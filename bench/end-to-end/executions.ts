import { readFileSync, writeFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { gzipSync } from 'node:zlib';
import { createAccount, type EmulatedAccount } from '../../src/preview/emulation/host/account.ts';
import { fixedClock } from '../../src/preview/emulation/host/clock.ts';
import { type RunResult, runFunction } from '../../src/preview/emulation/host/execution.ts';
import type { Tab } from '../../src/preview/emulation/workbook/workbook.ts';
import { cpuMilliseconds } from '../cpu-clock.ts';
import { BOOK_ID, type Book, OWNER, openBook } from './books.ts';
import { codeOf, manifestOf, sourceFinder } from './build-folder.ts';
import { CALLS, type CallId, type MeasuredCall, RECALCULATION, type StateName } from './calls.ts';
import { type PhaseTimes, timesByPhase } from './phases.ts';

const HOUR = 3_600_000;
const SAMPLE_MICROSECONDS = 250;
/** One emulation for every build, so that only the builds differ. */
const EMULATOR = 'dist/preview/emulator.js';

/** What is measured: a build in a folder, and a workbook, whose states are kept in another. */
export interface Subject {
  readonly build: string;
  readonly book: Book;
  /** Where the workbook's file is, when it is one. */
  readonly bookFolder: string;
  readonly states: string;
}

export interface Execution {
  readonly times: PhaseTimes;
  readonly serviceCalls: number;
}

/** Rows of a table by its name, or those of a followed range. */
export type Answers = Readonly<Record<string, TableAnswer>>;

export interface TableAnswer {
  readonly fields: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

const pathOf = ({ states }: Subject, name: string): string => join(states, name);
const subjectIn = (text: string): Subject => JSON.parse(text);

/** Everything that outlives an execution. */
type State = Pick<EmulatedAccount, 'workbooks' | 'projects'>;

const morningOf = ({ today }: Book): number => Date.parse(`${today}T07:30:00Z`);

function accountAt(subject: Subject, state: StateName, hours: number): EmulatedAccount {
  const kept: State = deserialize(readFileSync(pathOf(subject, state)));
  const account = createAccount({
    owner: OWNER,
    clock: fixedClock(morningOf(subject.book) + hours * HOUR),
  });
  return Object.assign(account, kept);
}

function keep({ workbooks, projects }: EmulatedAccount, subject: Subject, name: StateName): void {
  writeFileSync(pathOf(subject, name), serialize({ workbooks, projects }));
}

interface FunctionOfBuild extends Pick<MeasuredCall, 'project' | 'functionName'> {
  readonly args: readonly unknown[];
}

function run(account: EmulatedAccount, { build }: Subject, call: FunctionOfBuild): RunResult {
  const { project, functionName, args } = call;
  const result = runFunction(account, {
    emulator: readFileSync(EMULATOR, 'utf8'),
    code: codeOf(build, project),
    manifest: manifestOf(build, project),
    project,
    functionName,
    args,
    trigger: project === 'connector' ? 'datastudio' : 'menu',
  });
  const { error } = result;
  const logged = account.log.find(({ severity }) => severity === 'ERROR');
  if (error === undefined && logged === undefined) return result;
  throw new Error(`${functionName} of ${build} failed: ${JSON.stringify(error ?? logged)}`);
}

const request = (table: string) => [
  { configParams: { workbook: BOOK_ID, table }, scriptParams: { lastRefresh: '1' } },
];

function answerOf({ result }: RunResult): TableAnswer {
  // SAFETY: the answer of getData as Data Studio reads it.
  const { schema, rows } = result as {
    schema: { name: string }[];
    rows: { values: unknown[] }[];
  };
  return { fields: schema.map(({ name }) => name), rows: rows.map(({ values }) => values) };
}

/** The tables that the form of the data source offers. */
function offeredTables({ result }: RunResult): string[] {
  const { configParams } = result as {
    configParams: { name: string; options?: { value: string }[] }[];
  };
  const question = configParams.find(({ name }) => name === 'table');
  return (question?.options ?? []).map(({ value }) => value);
}

/**
 * In a process of its own: recalculates the workbook and, unless it is to go no further, asks a table
 * of it; keeps what is there after each. Then keeps every table's answer.
 */
export async function runPreparation(text: string, upTo: StateName): Promise<null> {
  const subject = subjectIn(text);
  const { book, bookFolder } = subject;
  const account = createAccount({
    owner: OWNER,
    workbooks: [openBook(book, bookFolder)],
    clock: fixedClock(morningOf(book)),
  });
  const connector = (functionName: string, args: readonly unknown[]) =>
    run(account, subject, { project: 'connector', functionName, args });
  run(account, subject, { ...RECALCULATION, args: [] });
  keep(account, subject, 'recalculated');
  if (upTo === 'recalculated') return null;
  account.clock.advance(HOUR / 2);
  connector('getData', CALLS.fromCache.args());
  keep(account, subject, 'cached');
  const answers: Record<string, TableAnswer> = {};
  for (const table of offeredTables(connector('getConfig', [{ languageCode: 'en' }]))) {
    answers[table] = answerOf(connector('getData', request(table)));
  }
  const followed = answerOf(connector('getData', CALLS.followed.args(book)));
  const all: Answers = { ...answers, 'kpis of a past date range': followed };
  writeFileSync(pathOf(subject, 'answers.json'), JSON.stringify(all));
  return null;
}

export const answersOf = (subject: Subject): Answers =>
  JSON.parse(readFileSync(pathOf(subject, 'answers.json'), 'utf8'));

/** In a process of its own: one call, with nothing compiled before it. */
export async function runExecution(
  text: string,
  callId: CallId,
  mapPath: string,
): Promise<Execution> {
  const subject = subjectIn(text);
  const call: MeasuredCall = CALLS[callId];
  const account = accountAt(subject, call.state, call.hoursLater);
  const { profile, milliseconds, value } = profiled(() =>
    run(account, subject, { ...call, args: call.args(subject.book) }),
  );
  const map = mapPath === '' ? null : readFileSync(mapPath, 'utf8');
  return {
    times: timesByPhase(profile, milliseconds, sourceFinder(map)),
    serviceCalls: remoteCalls(value.calls),
  };
}

/** Services that are asked over the network; handing out a cache, a lock or a store asks nothing. */
const REMOTE = /^(Sheets|SpreadsheetApp|CacheService|PropertiesService|LockService)\b/;
const HANDS_OUT = /Service\.get(User|Script|Document)(Cache|Properties|Lock)$/;

const remoteCalls = (calls: Readonly<Record<string, number>>): number =>
  Object.entries(calls)
    .filter(([method]) => REMOTE.test(method) && !HANDS_OUT.test(method))
    .reduce((sum, [, count]) => sum + count, 0);

function profiled<Value>(work: () => Value) {
  const session = new Session();
  session.connect();
  globalThis.gc?.();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS });
  session.post('Profiler.start');
  const start = cpuMilliseconds();
  const value = work();
  const milliseconds = cpuMilliseconds() - start;
  let profile: Profiler.Profile | null = null;
  // Answered before `post` returns: the session is that of this very thread.
  session.post('Profiler.stop', (_, answer) => {
    profile = answer.profile;
  });
  session.disconnect();
  if (profile === null) throw new Error('The profiler gave no answer');
  return { profile: profile as Profiler.Profile, milliseconds, value };
}

/**
 * In a process of its own: the least that any program has to do with this workbook, reading the text
 * of its cells and zipping what is answered of it. Milliseconds.
 */
export async function runFloor(text: string): Promise<number> {
  const subject = subjectIn(text);
  const { workbooks } = accountAt(subject, 'recalculated', 0);
  const cells = [...workbooks.values()].flatMap(({ tabs }) =>
    tabs.filter(({ title }) => !title.startsWith('Koers')).map(({ rows }) => columnsOf(rows)),
  );
  const input = JSON.stringify(cells);
  const output = readFileSync(pathOf(subject, 'answers.json'));
  const start = cpuMilliseconds();
  JSON.parse(input);
  gzipSync(output);
  return cpuMilliseconds() - start;
}

function columnsOf(rows: Tab['rows']): unknown[][] {
  const width = Math.max(0, ...rows.map((row) => row?.length ?? 0));
  return Array.from({ length: width }, (_, column) =>
    rows.map((row) => row?.[column]?.value ?? ''),
  );
}
