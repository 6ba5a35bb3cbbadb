import { existsSync } from 'node:fs';
import { measureAggregation, runContender } from './aggregation/measure-aggregation.ts';
import { measureCache, runCache } from './cached-rows.ts';
import { measureEvaluation, runEvaluation } from './evaluation/measure-evaluation.ts';
import type { Figure } from './figure.ts';
import { measureAccuracy } from './forecast-accuracy.ts';
import { printSection, printVerdict } from './print-report.ts';
import { measureBundle, startBundle } from './shipped-bundle.ts';
import { measureIntake, runIntake } from './workbook-intake.ts';

/** What can be run in a process of its own. */
const COLD_TASKS: Readonly<Record<string, (...details: string[]) => Promise<unknown>>> = {
  bundle: startBundle,
  contender: runContender,
  intake: runIntake,
  evaluation: runEvaluation,
  cache: runCache,
};

interface Measurement {
  readonly title: string;
  readonly note: string;
  readonly measure: () => readonly Figure[];
}

const MEASUREMENTS: readonly Measurement[] = [
  {
    title: 'The bundle that ships',
    note: 'Why it is larger than its bound: docs/decisions/0012-bundle-size.md.',
    measure: measureBundle,
  },
  {
    title: 'Aggregation, 200 measures × 36 months, cold, decoding included',
    note: 'From the cells of one answer of the Sheets API to a value for each measure and month.',
    measure: measureAggregation,
  },
  {
    title: 'A whole workbook',
    note: 'From cells to a workspace: every tab, every check.',
    measure: measureIntake,
  },
  {
    title: 'Evaluation',
    note: 'Every KPI with milestones, forecast with its backtest, signals and timeline.',
    measure: measureEvaluation,
  },
  {
    title: 'Cached results',
    note: 'A result table into the text of a cache, and out of it.',
    measure: measureCache,
  },
];

/** Series are not part of the project; with a path to a file of them the forecasts are measured. */
const accuracyOf = (path: string): Measurement => ({
  title: `Forecasts on ${path}`,
  note: 'Koers beside plain Theta and Naive2, on the series of the file.',
  measure: () => measureAccuracy(path),
});

function runAll(pathToSeries: string | undefined): number {
  if (pathToSeries !== undefined && !existsSync(pathToSeries)) {
    console.error(`There is no file ${pathToSeries}. Give the path of a file of series, or none.`);
    return 1;
  }
  console.log(
    `Every time is the quickest of several runs, each cold: in a process of its own. Rounds go on until
they bring nothing quicker, so that other work on the machine does not decide. A bound that is not
met is named; only a wrong answer makes this command fail.`,
  );
  // The forecasts first: they are what was asked for, and take seconds.
  const asked = pathToSeries === undefined ? [] : [accuracyOf(pathToSeries)];
  const sections = [...asked, ...MEASUREMENTS].map(({ title, note, measure }) => {
    const section = { title, note, figures: measure() };
    printSection(section);
    return section;
  });
  return printVerdict(sections);
}

const [first, ...others] = process.argv.slice(2);
if (first === '--cold') {
  console.log(JSON.stringify(await COLD_TASKS[others[0]](...others.slice(1))));
} else process.exitCode = runAll(first);
