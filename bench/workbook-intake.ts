import { type ReadWorkbook, readWorkspace } from '../src/core/intake/read-workspace.ts';
import type { SheetInput } from '../src/core/intake/sheet/sheet-input.ts';
import { dayFromCivil, serialFromDay } from '../src/core/model/calendar-date.ts';
import { touchEveryColumn } from './aggregation/contenders/touch-every-cell.ts';
import {
  isAveraged,
  MEASURE_NAMES,
  makeFigures,
  readFigures,
} from './aggregation/figures-sheet.ts';
import { clock, leastOfRounds, runCold } from './cold-process.ts';
import { type Figure, milliseconds, times, trend, wrongAnswer } from './figure.ts';

const ROW_COUNT = 1_000_000;
const TODAY = dayFromCivil(2026, 1, 15);

interface IntakeRun {
  readonly touchMilliseconds: number;
  readonly readMilliseconds: number;
  readonly isComplete: boolean;
}

/** In a fresh process: a whole workbook with a million figures, its checks included. */
export async function runIntake(): Promise<IntakeRun> {
  const figures = readFigures(makeFigures(ROW_COUNT).columnsText);
  const sheets: SheetInput[] = [measuresTab(), kpisTab(), figures];
  const workbook = {
    fileId: 'file',
    workbookId: 'workbook',
    name: 'Company',
    url: 'https://docs.google.com/spreadsheets/d/file',
    locale: 'en_GB',
    timeZone: 'Europe/Amsterdam',
  };
  const read = await clock(() => readWorkspace({ workbook, sheets }, TODAY));
  const touch = await clock(() => touchEveryColumn(figures));
  return {
    touchMilliseconds: touch.milliseconds,
    readMilliseconds: read.milliseconds,
    isComplete: isComplete(read.value),
  };
}

/** Every measure and KPI, and every figure but the blanks: two in a hundred. */
function isComplete({ workspace, issues }: ReadWorkbook): boolean {
  const { measures, kpis, measurements } = workspace;
  return (
    measures.length === MEASURE_NAMES.length &&
    kpis.length === MEASURE_NAMES.length &&
    measurements.rowCount > 0.97 * ROW_COUNT &&
    measurements.rowCount < ROW_COUNT &&
    issues.every(({ severity }) => severity !== 'error')
  );
}

const tab = (name: string, rows: readonly (readonly (string | number)[])[]): SheetInput => ({
  name,
  columns: rows[0].map((_, column) => rows.map((row) => row[column])),
});

const measuresTab = (): SheetInput =>
  tab('Measures', [
    ['Measure', 'Adds up', 'Cadence'],
    ...MEASURE_NAMES.map((name, i) => [name, isAveraged(i) ? 'mean' : 'sum', 'month']),
  ]);

const kpisTab = (): SheetInput =>
  tab('KPIs', [
    ['KPI', 'Kind', 'Measure', 'Start', 'Due', 'Target'],
    ...MEASURE_NAMES.map((name, i) => [
      `Goal for ${name}`,
      isAveraged(i) ? 'keep at least' : 'add up to',
      name,
      serialFromDay(dayFromCivil(2025, 1, 1)),
      serialFromDay(dayFromCivil(2025, 12, 31)),
      1000 * (i + 1),
    ]),
  ]);

export function measureIntake(): Figure[] {
  let isEveryRunComplete = true;
  const [read, touch] = leastOfRounds(() => {
    const run = runCold<IntakeRun>('intake');
    isEveryRunComplete &&= run.isComplete;
    return [run.readMilliseconds, run.touchMilliseconds];
  });
  const what = `workbook of ${ROW_COUNT.toLocaleString('en')} figures, 200 KPIs`;
  return [
    trend(`${what}: read, checks included`, milliseconds(read)),
    trend(`${what}: reading ÷ touching every row once, column by column`, times(read / touch)),
    ...(isEveryRunComplete ? [] : [wrongAnswer(what)]),
  ];
}
