import type { RegisteredRun, RunRegister } from './stored-data.ts';

const MOST_RUNS = 20;

/** The register with one more run, newest first. */
export const withRun = (register: RunRegister, run: RegisteredRun): RunRegister => ({
  ...register,
  runs: [run, ...register.runs].slice(0, MOST_RUNS),
});
