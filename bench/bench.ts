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

/** The M1 competition is not part of the project; with a path to it the forecasts are measured. */
const accuracyOf = (path: string): Measurement => ({
  title: 'Forecasts on the M1 competition',
  measure: () => measureAccuracy(path),
});

function runAll(pathToM1: string | undefined): number {
  if (pathToM1 !== undefined && !existsSync(pathToM1)) {
    console.error(`There is no file ${pathToM1}. Give the path of m1.json, or none.`);
    return 1;
  }
  console.log('Times are the quickest of several runs, each in a process of its own.');
  const wanted = pathToM1 === undefined ? MEASUREMENTS : [...MEASUREMENTS, accuracyOf(pathToM1)];
  const sections = wanted.map(({ title, measure }) => {
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
