import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { whyNotBuilt } from './end-to-end/build-folder.ts';

const BENCH_HELP = `npm run bench                              everything, against bounds
npm run bench -- --against <folder>        shares of what the build of another commit takes, in turn
npm run bench -- --only "200 KPIs"         only what has these words in its title or workbook
npm run bench -- --against … --rounds 5    more rounds, for a narrower spread (3)
npm run bench -- <file of series>          the forecasts on these series first
Another build: git worktree add <folder> <commit> && cd <folder> && npm ci && node build.mjs`;

export interface BenchOptions {
  /** Folder of another build; null without. */
  readonly against: string | null;
  readonly rounds: number;
  readonly isWanted: (what: string) => boolean;
  readonly pathToSeries: string | null;
}

/** What was asked, or the sentence that says why it cannot be done. */
export function readBenchOptions(args: readonly string[]): BenchOptions | string {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      against: { type: 'string' },
      only: { type: 'string', default: '' },
      rounds: { type: 'string', default: '3' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return BENCH_HELP;
  const [pathToSeries = null] = positionals;
  if (pathToSeries !== null && !existsSync(pathToSeries)) {
    return `There is no file ${pathToSeries}. Give the path of a file of series, or none.`;
  }
  const { only } = values;
  const against = values.against === undefined ? null : resolve(values.against);
  const refusal = against === null ? null : whyNotBuilt(against);
  if (refusal !== null) return refusal;
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) return '--rounds takes a whole number from 1 on.';
  const words = only.toLowerCase();
  return {
    against,
    rounds,
    isWanted: (what) => what.toLowerCase().includes(words),
    pathToSeries,
  };
}
