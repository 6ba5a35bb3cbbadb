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
  readonly measure: () => readonly Figure[];
}

const MEASUREMENTS: readonly Measurement[] = [
  { title: 'The bundle that ships', measure: measureBundle },
  {
    title: 'Aggregation, 200 measures × 36 months, cold, decoding included',
    measure: measureAggregation,
  },
  { title: 'A whole workbook', measure: measureIntake },
  { title: 'Evaluation with stopovers, forecast and signals', measure: measureEvaluation },
  { title: 'Cached results', measure: measureCache },
];

/** Series are not part of the project; with a path to a file of them the forecasts are measured. */
const accuracyOf = (path: string): Measurement => ({
  title: `Forecasts on ${path}, against the bounds`,
  measure: () => measureAccuracy(path),
});

function runAll(pathToSeries: string | undefined): number {
  if (pathToSeries !== undefined && !existsSync(pathToSeries)) {
    console.error(`There is no file ${pathToSeries}. Give the path of a file of series, or none.`);
    return 1;
  }
  // The forecasts first: they are what was asked for, and take seconds.
  const asked = pathToSeries === undefined ? [] : [accuracyOf(pathToSeries)];
  console.log('Times are the quickest of several runs, each in a process of its own.');
  const sections = [...asked, ...MEASUREMENTS].map(({ title, measure }) => {
    const section = { title, figures: measure() };
    printSection(section);
    return section;
  });
  return printVerdict(sections);
}

const [first, ...others] = process.argv.slice(2);
if (first === '--cold') {
  console.log(JSON.stringify(await COLD_TASKS[others[0]](...others.slice(1))));
} else process.exitCode = runAll(first);
