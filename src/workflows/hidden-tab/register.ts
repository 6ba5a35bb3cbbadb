import { readTurns } from '../../core/model/turns.ts';
import type { WorkbookFacts } from '../ports.ts';
import type { KnownSchedule } from '../workbook/schedule-text.ts';
import type { RegisteredRun, RunRegister, StoredSchedule } from './stored-data.ts';

const MOST_RUNS = 20;

/** The register with one more run, newest first. */
export const withRun = (register: RunRegister, run: RegisteredRun): RunRegister => ({
  ...register,
  runs: [run, ...register.runs].slice(0, MOST_RUNS),
});

const MOST_RETRIES = 3;

/** Whether the run that failed last is tried again: not a person's, nor one retry too many. */
export function comesBack({ runs }: RunRegister): boolean {
  const firstOther = runs.findIndex(({ trigger }) => trigger !== 'retry');
  const retries = firstOther === -1 ? runs.length : firstOther;
  return runs[0]?.trigger !== 'menu' && retries < MOST_RETRIES;
}

export const knownSchedule = (
  { schedule }: RunRegister,
  { timeZone }: WorkbookFacts,
): KnownSchedule => ({ turns: readTurns(schedule.choice), by: schedule.by, timeZone });

/**
 * True when somebody else runs the schedule now, or has switched it off. A person whose address
 * Google does not tell is taken for the one: a trigger too many is better than none.
 */
export const isOthers = ({ by }: StoredSchedule, person: string): boolean =>
  by !== '' && person !== '' && by !== person;
