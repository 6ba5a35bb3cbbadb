import { adviseKpi } from '../../language/advise-kpi.ts';
import { explainKpi } from '../../language/explain-kpi.ts';
import { explainMilestone, stopName } from '../../language/explain-milestone.ts';
import {
  actualText,
  forecastText,
  gapText,
  signalText,
  speedText,
  targetText,
  valueText,
} from '../../language/kpi-texts.ts';
import { sentencesIn } from '../../language/languages.ts';
import type { FuelEvaluation, MilestoneEvaluation } from '../../model/evaluation.ts';
import { statusOrder, statusScore } from '../../model/status.ts';
import { type Cells, columnsFrom, dateCell, emptyCells, figuresOf, numberOf } from '../cells.ts';
import { figureCells, inDisplayUnit } from '../display-unit.ts';
import type { KpiResult, Results } from '../results.ts';
import { kpiCells } from './kpi-cells.ts';
import { comparisonCells } from './kpi-comparison.ts';
import { PORTFOLIO_CELLS, statusCountCells } from './kpi-counts.ts';

const HOURS_A_DAY = 24;

const perInterval = ({ evaluation, measure }: KpiResult, perDay: number | null): number | null =>
  inDisplayUnit(perDay === null ? null : perDay * evaluation.daysPerSpeedUnit, measure);

const evaluationOf = ({ evaluation }: KpiResult) => evaluation;
const forecastOf = ({ evaluation }: KpiResult) => evaluation.forecast;
const versionOneOf = ({ evaluation }: KpiResult) => evaluation.versionOne;

const FIGURES = figureCells<KpiResult>((result) => result, {
  ...figuresOf(evaluationOf, {
    actual: 'actual',
    target: 'target',
    plan: 'plan',
    gap: 'gap',
    baseline: 'baseline',
    reference: 'reference',
    latest_value: 'latestValue',
  }),
  ...figuresOf(forecastOf, { forecast: 'value', forecast_low: 'low', forecast_high: 'high' }),
  ...figuresOf(versionOneOf, { target_v1: 'target' }),
});

const NUMBERS: Cells<KpiResult> = {
  ...figuresOf(evaluationOf, {
    speed_factor: 'speedFactor',
    days_behind: 'daysBehind',
    days_late: 'daysLate',
    days_left: 'daysLeft',
    meter: 'meter',
    pace_index: 'paceIndex',
    progress: 'progress',
    attainment: 'attainment',
    elapsed: 'elapsed',
    coverage: 'coverage',
    growth_vs_reference: 'growthVsReference',
  }),
  ...figuresOf(forecastOf, { probability: 'probability' }),
  ...figuresOf(versionOneOf, { progress_v1: 'progress' }),
  speed: (result) => perInterval(result, numberOf(result.evaluation.speed)),
  required_speed: (result) => perInterval(result, numberOf(result.evaluation.requiredSpeed)),
  weight: ({ evaluation }) => evaluation.weight,
  status_score: ({ evaluation }) => statusScore(evaluation.status),
  status_order: ({ evaluation }) => statusOrder(evaluation.status),
  ...emptyCells('smart_score'),
};

/** The resource that runs out first. */
function tightestFuel({ evaluation }: KpiResult): FuelEvaluation | null {
  const known = evaluation.fuel.filter(({ index }) => index.value !== null);
  const [first, ...others] = known.length > 0 ? known : evaluation.fuel;
  if (first === undefined) return null;
  const indexOf = (fuel: FuelEvaluation) => fuel.index.value ?? Number.POSITIVE_INFINITY;
  return others.reduce((least, fuel) => (indexOf(fuel) < indexOf(least) ? fuel : least), first);
}

const FUEL: Cells<KpiResult> = figuresOf(tightestFuel, {
  fuel_index: 'index',
  fuel_days_left: 'daysLeft',
  next_milestone_fuel_index: 'nextStopIndex',
});

const TEXTS: Cells<KpiResult> = {
  explanation: ({ view }) => explainKpi(view),
  advice: ({ view }) => adviseKpi(view),
  actual_text: ({ view }) => actualText(view),
  target_text: ({ view }) => targetText(view),
  plan_text: ({ view, evaluation }) => valueText(view, numberOf(evaluation.plan)),
  gap_text: ({ view }) => gapText(view),
  forecast_text: ({ view }) => forecastText(view),
  speed_text: ({ view }) => speedText(view),
  forecast_method_label: ({ view, evaluation: { forecast } }) =>
    forecast.method === null ? null : sentencesIn(view.language).methods[forecast.method],
  signal: ({ evaluation }) => evaluation.signal?.rule ?? null,
  signal_label: ({ view }) => signalText(view),
  reason: ({ evaluation: { reason, flags } }) =>
    [...new Set([...(reason === null ? [] : [reason]), ...flags])].join(', '),
};

const FACTS: Cells<KpiResult> = {
  start_date: ({ evaluation }) => dateCell(evaluation.start),
  due_date: ({ evaluation }) => dateCell(evaluation.due),
  as_of_date: ({ evaluation }) => dateCell(evaluation.judgedDay),
  data_through: ({ evaluation }) => dateCell(evaluation.dataThroughDay),
  latest_date: ({ evaluation }) => dateCell(evaluation.dataThroughDay),
  eta_date: ({ evaluation }) => dateCell(evaluation.etaDay),
  override_status_label: ({ view, evaluation: { override } }) =>
    override === null ? null : sentencesIn(view.language).statuses[override.status],
  override_reason: ({ evaluation: { override } }) =>
    override === null ? null : [override.author, override.reason].filter(Boolean).join(': '),
  override_until: ({ evaluation }) => dateCell(evaluation.override?.until ?? null),
  follows_kpi_id: ({ kpi }) => kpi.followsKpiId,
  reference_period: ({ evaluation }) => evaluation.referencePeriod,
  cadence: ({ evaluation }) => evaluation.cadence,
};

const nextOf = ({ evaluation }: KpiResult): MilestoneEvaluation | null =>
  evaluation.milestones.find(({ isNext }) => isNext) ?? null;

function nextStopoverCells(): Cells<KpiResult> {
  const ifNext =
    <Value>(read: (next: MilestoneEvaluation, result: KpiResult) => Value) =>
    (result: KpiResult): Value | null => {
      const next = nextOf(result);
      return next === null ? null : read(next, result);
    };
  return {
    next_milestone: ifNext((next, { view }) =>
      stopName(next, { book: sentencesIn(view.language) }),
    ),
    next_milestone_date: ifNext((next) => dateCell(next.day)),
    next_milestone_eta_date: ifNext((next) => dateCell(next.etaDay)),
    next_milestone_status_label: ifNext(
      (next, { view }) => sentencesIn(view.language).milestoneStatuses[next.status],
    ),
    next_milestone_text: ifNext((next, { view }) => explainMilestone(next, view)),
    next_milestone_days_late: ifNext((next) => numberOf(next.daysLate)),
  };
}

/** Hours from the end of the newest day with a value to the run, or to the day looked from. */
function dataAgeCells({ input }: Results): Cells<KpiResult> {
  const { recalculation, viewDay } = input;
  const hours =
    recalculation === null
      ? viewDay * HOURS_A_DAY
      : recalculation.day * HOURS_A_DAY + recalculation.secondsOfDay / 3600;
  return {
    data_age_hours: ({ evaluation: { dataThroughDay } }) =>
      dataThroughDay === null ? null : Math.max(0, hours - (dataThroughDay + 1) * HOURS_A_DAY),
  };
}

/** One row per KPI. */
export const kpisColumns = columnsFrom(
  ({ kpis }) => kpis,
  (results): Cells<KpiResult> => ({
    ...kpiCells(results, (result) => result),
    ...FIGURES,
    ...NUMBERS,
    ...FUEL,
    ...TEXTS,
    ...FACTS,
    ...nextStopoverCells(),
    ...comparisonCells(results),
    ...dataAgeCells(results),
    ...statusCountCells((result) => result.evaluation.status),
    ...PORTFOLIO_CELLS,
  }),
);
