import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const MOST_OUTPUT_BYTES = 64 * 1024 * 1024;
const EXAMPLE = 'examples/web-shop.xlsx';

/** Makes a program count in processor time, whichever clock it was written to read. */
const CPU_PRELOAD = `data:text/javascript,
import { readFileSync } from 'node:fs';
const path = '/proc/self/task/' + process.pid + '/schedstat';
const ofThread = () => Number(readFileSync(path, 'utf8').split(' ')[0]) / 1e6;
performance.now = () => {
  const { user, system } = process.cpuUsage();
  try { return ofThread(); } catch { return (user + system) / 1000; }
};`;

/** Tells what the whole process took when it ends. */
const TOTAL_PRELOAD = `data:text/javascript,
import { writeSync } from 'node:fs';
process.on('exit', () => writeSync(3, JSON.stringify(process.cpuUsage())));`;

function runNode(folder: string, args: readonly string[], extra: 'ignore' | 'pipe'): string[] {
  const { output, status } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT_BYTES,
    stdio: ['ignore', 'pipe', 'inherit', extra],
  });
  if (status !== 0) throw new Error(`node ${args.at(-1)} failed in ${folder}`);
  return output.map(String);
}

/** A task of a build's own bench, in a process of its own, its times in processor time. */
export function runColdTask<Result>(build: string, task: string, ...details: string[]): Result {
  const bench = join(build, 'dist/bench/bench.js');
  const args = ['--expose-gc', '--import', CPU_PRELOAD, bench, '--cold', task, ...details];
  const [, printed] = runNode(build, args, 'ignore');
  return JSON.parse(printed.trimEnd().split('\n').at(-1) ?? '');
}

/** Milliseconds of processor that `npm run table` takes, the emulation and its file included. */
export function tableCommand(build: string, bookFolder: string): number {
  const command = join(build, 'dist/preview/print-table.js');
  const args = ['--import', TOTAL_PRELOAD, command, 'kpis', join(bookFolder, EXAMPLE)];
  const { user, system } = JSON.parse(runNode(build, args, 'pipe')[3]);
  return (user + system) / 1000;
}
