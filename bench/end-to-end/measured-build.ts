import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCold } from '../cold-process.ts';
import type { Book } from './books.ts';
import { mapOf } from './build-folder.ts';
import type { CallId, StateName } from './calls.ts';
import { type Answers, answersOf, type Execution, type Subject } from './executions.ts';
import { PHASES, type PhaseTimes } from './phases.ts';

/** One build on one workbook, ready to be measured as often as one likes. */
export interface MeasuredBuild {
  readonly execute: (call: CallId) => Execution;
  readonly answers: () => Answers;
  /** False where no function of the build has a known source: then it is measured as a whole. */
  readonly knowsSteps: boolean;
  /** Milliseconds of parsing the input and zipping the output. */
  readonly floor: () => number;
}

/** Where the functions of a build come from, as files for other processes; '' where not known. */
export interface BuildMaps {
  readonly sheet: string;
  readonly connector: string;
}

/** A folder for what other processes leave and find, gone when the work is done. */
export async function withFolder<Result>(
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'koers-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function mapsOf(build: string, folder: string): Promise<BuildMaps> {
  const written = async (project: 'sheet' | 'connector'): Promise<string> => {
    const map = await mapOf(build, project);
    if (map === null) return '';
    const path = join(folder, `${project}.map`);
    writeFileSync(path, map);
    return path;
  };
  mkdirSync(folder, { recursive: true });
  return { sheet: await written('sheet'), connector: await written('connector') };
}

interface Place {
  readonly build: string;
  readonly bookFolder: string;
  readonly folder: string;
  readonly maps: BuildMaps;
}

/** Recalculates the workbook by the build and keeps what is there then. */
export function prepare(
  book: Book,
  { build, bookFolder, folder, maps }: Place,
  upTo: StateName = 'cached',
): MeasuredBuild {
  mkdirSync(folder, { recursive: true });
  const subject: Subject = { build, book, bookFolder, states: folder };
  const text = JSON.stringify(subject);
  runCold('preparation', text, upTo);
  return {
    execute: (call) =>
      runCold<Execution>(
        'execution',
        text,
        call,
        call === 'recalculation' ? maps.sheet : maps.connector,
      ),
    answers: () => answersOf(subject),
    knowsSteps: maps.sheet !== '' && maps.connector !== '',
    floor: () => runCold<number>('floor', text),
  };
}

/** What Koers itself takes: everything but the platform. */
export const ownTime = (times: PhaseTimes): number =>
  PHASES.filter((phase) => phase !== 'platform').reduce((sum, phase) => sum + times[phase], 0);
