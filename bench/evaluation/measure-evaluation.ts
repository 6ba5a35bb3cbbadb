import { evaluateWorkspace } from '../../src/core/evaluate/evaluate-workspace.ts';
import type { Evaluation } from '../../src/core/model/evaluation.ts';
import { clock, leastOfRounds, runCold } from '../cold-process.ts';
import { atMost, type Figure, microseconds, wrongAnswer } from '../figure.ts';
import {
  type CompanySize,
  companyWorkspace,
  LAST_YEAR,
  THREE_YEARS,
  TODAY,
} from './company-workspace.ts';

interface EvaluationCase {
  readonly what: string;
  readonly size: CompanySize;
  /** Microseconds a KPI may take, on a machine where 0.1.0 takes 1,600 and 18,000. */
  readonly most: number;
}

const CASES: readonly EvaluationCase[] = [
  {
    what: '2,000 KPIs over a year, monthly, 3 years of figures',
    size: { kpiCount: 2000, cadence: 'month', period: LAST_YEAR },
    most: 1200,
  },
  {
    what: '200 KPIs over 3 years, daily',
    size: { kpiCount: 200, cadence: 'day', period: THREE_YEARS },
    most: 7000,
  },
];

interface EvaluationRun {
  readonly milliseconds: number;
  readonly isComplete: boolean;
}

/** In a fresh process: a whole workspace, forecast with its backtest, signals and stopovers. */
export async function runEvaluation(position: string): Promise<EvaluationRun> {
  const { size } = CASES[Number(position)];
  const workspace = companyWorkspace(size);
  const { milliseconds, value } = await clock(() => evaluateWorkspace(workspace, TODAY));
  return { milliseconds, isComplete: isComplete(value, size) };
}

/** Speed means nothing where a KPI was left out, or one of its parts. */
const isComplete = ({ kpis }: Evaluation, { kpiCount }: CompanySize): boolean =>
  kpis.length === kpiCount &&
  kpis.every(
    ({ actual, forecast, signal, milestones, timeline }) =>
      actual.value !== null &&
      forecast.value.value !== null &&
      signal !== null &&
      milestones.length === 4 &&
      timeline.start.length > 0,
  );

export function measureEvaluation(): Figure[] {
  return CASES.flatMap(({ what, size, most }, position) => {
    let isEveryRunComplete = true;
    const [taken] = leastOfRounds(() => {
      const run = runCold<EvaluationRun>('evaluation', String(position));
      isEveryRunComplete &&= run.isComplete;
      return [run.milliseconds];
    });
    const perKpi = (1000 * taken) / size.kpiCount;
    return [
      atMost(`${what}: time per KPI`, perKpi, most, microseconds),
      ...(isEveryRunComplete ? [] : [wrongAnswer(what)]),
    ];
  });
}
