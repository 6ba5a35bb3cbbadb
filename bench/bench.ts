import { measureAggregation, runContender } from './aggregation/measure-aggregation.ts';
import { measureBoard } from './board-page.ts';
import { measureCache, runCache } from './cached-rows.ts';
import { measureDrawing, runDrawing } from './drawing.ts';
import { runExecution, runFloor, runPreparation } from './end-to-end/executions.ts';
import { contestMeasurements } from './end-to-end/measure-against.ts';
import { endToEndMeasurements } from './end-to-end/measure-end-to-end.ts';
import { growthMeasurements } from './end-to-end/measure-growth.ts';
import { tableCommand } from './end-to-end/other-process.ts';
import { measureEvaluation, runEvaluation } from './evaluation/measure-evaluation.ts';
import { type Measurement, milliseconds, trend } from './figure.ts';
import { measureAccuracy } from './forecast-accuracy.ts';
import { measureCalibration } from './forecast-calibration.ts';
import { type BenchOptions, readBenchOptions } from './options.ts';
import { printSection, printVerdict } from './print-report.ts';
import { measureBundle, startBundle } from './shipped-bundle.ts';
import { measureIntake, runIntake } from './workbook-intake.ts';

/** What can be run in a process of its own. */
const COLD_TASKS: Readonly<Record<string, (...details: never[]) => Promise<unknown>>> = {
  bundle: startBundle,
  contender: runContender,
  intake: runIntake,
  evaluation: runEvaluation,
  cache: runCache,
  drawing: runDrawing,
  preparation: runPreparation,
  execution: runExecution,
  floor: runFloor,
};

const MEASUREMENTS: readonly Measurement[] = [
  ...endToEndMeasurements(),
  ...growthMeasurements(),
  {
    title: 'npm run table on the web shop',
    note: 'The whole process, the emulation and reading the file included.',
    measure: () => [trend('kpis', milliseconds(tableCommand(process.cwd(), process.cwd())))],
  },
  {
    title: 'The bundle that ships',
    note: 'Watched, not bounded: docs/decisions/0012-bundle-size.md.',
    measure: measureBundle,
  },
  {
    title: 'Aggregation, 200 measures × 36 months',
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
  {
    title: 'Pictures',
    note: 'What a visualisation draws, without the page that shows it.',
    measure: measureDrawing,
  },
  {
    title: 'The board, 200 KPIs on 20 goals',
    note: 'The page that ships, in a browser: what its script takes, each time in a new page.',
    measure: measureBoard,
  },
];

/** Series are not part of the project; with a path to a file of them the forecasts are measured. */
const accuracyOf = (path: string): Measurement => ({
  title: `Forecasts on ${path}`,
  note: 'Koers beside plain Theta and Naive2, on the series of the file.',
  measure: () => measureAccuracy(path),
});

const calibrationOf = (path: string): Measurement => ({
  title: `Bands and chances on ${path}`,
  note: 'What was said of periods that have since ended, against what they came to.',
  measure: () => measureCalibration(path),
});

async function runAll({ against, rounds, isWanted, pathToSeries }: BenchOptions): Promise<number> {
  console.log(
    `Every time is processor time, the quickest of several runs, each cold: in a process of its own.
A bound that is not met is named; only a wrong answer makes this command fail.`,
  );
  // The forecasts first: they are what was asked for, and take seconds.
  const asked =
    pathToSeries === null ? [] : [accuracyOf(pathToSeries), calibrationOf(pathToSeries)];
  const all = against === null ? MEASUREMENTS : contestMeasurements({ other: against, rounds });
  const sections = [];
  for (const { title, note, measure } of [...asked, ...all.filter((one) => isWanted(one.title))]) {
    const section = { title, note, figures: await measure() };
    printSection(section);
    sections.push(section);
  }
  return printVerdict(sections);
}

function runAsked(args: readonly string[]): Promise<number> | number {
  const options = readBenchOptions(args);
  if (typeof options !== 'string') return runAll(options);
  console.error(options);
  return 1;
}

const [first, ...others] = process.argv.slice(2);
if (first === '--cold') {
  // SAFETY: each task is started by the code that reads its answer, with the details it takes.
  const task = COLD_TASKS[others[0]] as (...details: string[]) => Promise<unknown>;
  console.log(JSON.stringify(await task(...others.slice(1))));
} else process.exitCode = await runAsked(process.argv.slice(2));
