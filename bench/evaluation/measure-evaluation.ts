import { evaluateWorkspace } from '../../src/core/evaluate/evaluate-workspace.ts';
import type { Evaluation } from '../../src/core/model/evaluation.ts';
import { clock, quickest, runCold } from '../cold-process.ts';
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
  readonly rounds: number;
  /** Microseconds a KPI may take. */
  readonly most: number;
}

const CASES: readonly EvaluationCase[] = [
  {
    what: '2,000 KPIs over a year, monthly, 3 years of figures',
    size: { kpiCount: 2000, cadence: 'month', period: LAST_YEAR },
    rounds: 3,
    most: 1000,
  },
  {
    what: '200 KPIs over 3 years, daily',
    size: { kpiCount: 200, cadence: 'day', period: THREE_YEARS },
    rounds: 3,
    most: 5000,
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
      timeline.length > 0,
  );

export function measureEvaluation(): Figure[] {
  return CASES.flatMap(({ what, size, rounds, most }, position) => {
    const runs = Array.from({ length: rounds }, () =>
      runCold<EvaluationRun>('evaluation', String(position)),
    );
    const taken = quickest(runs.map(({ milliseconds }) => milliseconds));
    const perKpi = (1000 * taken) / size.kpiCount;
    return [
      atMost(`${what}: time per KPI`, perKpi, most, microseconds),
      ...(runs.every((run) => run.isComplete) ? [] : [wrongAnswer(what)]),
    ];
  });
}
