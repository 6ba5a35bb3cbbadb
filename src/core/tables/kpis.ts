import { dayRangeText } from '../language/format-date.ts';
import type { FuelEvaluation, MilestoneEvaluation } from '../model/evaluation.ts';
import { isJudged, statusOrder, statusScore } from '../model/status.ts';
import { amongAll, type Columns, essential, fieldsIn } from './column.ts';
import { baseOf, denominatorOf, sumPer } from './guards.ts';
import { kpiBlock, kpiOnBoard, kpiPeriod } from './kpi-block.ts';
import type { Part } from './part.ts';
import type { ResultTable } from './result-table.ts';
import type { KpiResult } from './results.ts';
import { BAD, countIf, GOOD, isBad, isGood, shareOfJudged, statusCounts } from './status-counts.ts';

const who = fieldsIn('who');
const status = fieldsIn('status');
const figures = fieldsIn('figures');
const pace = fieldsIn('pace');
const forecast = fieldsIn('forecast');
const stopover = fieldsIn('stopover');
const fuel = fieldsIn('fuel');
const comparison = fieldsIn('comparison');
const quality = fieldsIn('quality');
const counts = fieldsIn('counts');
const texts = fieldsIn('texts');

const HOURS_A_DAY = 24;
const ONE = sumPer('kpi_key');

/** Of a speed per weighted day: per interval of the cadence. */
const perInterval = ({ evaluation }: KpiResult, perDay: number | null): Part =>
  perDay === null ? null : perDay * evaluation.daysPerSpeedUnit;

const nextOf = ({ evaluation }: KpiResult): MilestoneEvaluation | null =>
  evaluation.milestones.find(({ isNext }) => isNext) ?? null;

/** What the next stopover says; blank without one. */
const ofNext =
  (read: (next: MilestoneEvaluation, result: KpiResult) => Part) =>
  (result: KpiResult): Part => {
    const next = nextOf(result);
    return next === null ? null : read(next, result);
  };

/** The resource that runs out first. */
function tightestFuel({ evaluation }: KpiResult): FuelEvaluation | null {
  const { fuel: all } = evaluation;
  const isOut = ({ status: own }: FuelEvaluation) => own === 'out_of_fuel';
  const known = all.filter((own) => isOut(own) || own.index.value !== null);
  const [first, ...others] = known.length > 0 ? known : all;
  if (first === undefined) return null;
  const indexOf = (own: FuelEvaluation) => own.index.value ?? (isOut(own) ? 0 : Infinity);
  return others.reduce((least, own) => (indexOf(own) < indexOf(least) ? own : least), first);
}

/** Weight of a KPI that counts in the weighted progress; null of one that does not. */
const judgedWeight = ({ evaluation }: KpiResult): number | null =>
  isJudged(evaluation.status) && evaluation.score.value !== null ? evaluation.weight : null;

function weightedScore(result: KpiResult): number | null {
  const weight = judgedWeight(result);
  const { value: score } = result.evaluation.score;
  return weight === null || score === null ? null : weight * score;
}

const WEIGHTED = [baseOf('weighted_progress'), denominatorOf('weighted_progress')];
const SMART = [baseOf('smart_average'), denominatorOf('smart_average')];
const meanOver = ([part, whole]: readonly string[]) => `SUM($${part}) / SUM($${whole})`;

const BLOCK = kpiBlock((result: KpiResult) => result);

const columns = {
  ...BLOCK,
  // Texts have their unit with them.
  unit_label: amongAll(BLOCK.unit_label),
  ...kpiPeriod((result: KpiResult) => result),
  ...kpiOnBoard((result: KpiResult) => result),
  as_of_date: quality.date(({ evaluation }) => evaluation.judgedDay),
  data_through: quality.date(({ evaluation }) => evaluation.dataThroughDay),
  latest_date: quality.date(({ evaluation }) => evaluation.latestDay),
  eta_date: essential(pace.date(({ evaluation }) => evaluation.etaDay)),
  status_since: status.date(({ evaluation }) => evaluation.statusSince),
  previous_view_date: comparison.date(
    ({ evaluation }) => evaluation.comparison?.before.day ?? null,
  ),
  previous_status_label: status.text(({ evaluation: { comparison: past } }, { book }) =>
    past === null ? null : book.statuses[past.before.status],
  ),
  next_milestone: essential(stopover.text(ofNext((next, { texts: own }) => own.stop(next)))),
  next_milestone_date: essential(stopover.date(ofNext(({ day }) => day))),
  next_milestone_eta_date: essential(stopover.date(ofNext(({ etaDay }) => etaDay))),
  next_milestone_status_label: essential(
    stopover.text((result, { book }) => {
      const next = nextOf(result);
      return next === null ? null : book.milestoneStatuses[next.status];
    }),
  ),
  explanation: essential(texts.text(({ texts: own }) => own.explanation())),
  advice: essential(texts.text(({ texts: own }) => own.advice())),
  reason: status.text(({ evaluation: { reason, flags } }) =>
    [...new Set([...(reason === null ? [] : [reason]), ...flags])].join(', '),
  ),
  changed_text: texts.text(({ texts: own }) => own.changed()),
  actual_text: essential(texts.text(({ texts: own }) => own.actual())),
  target_text: essential(texts.text(({ texts: own }) => own.target())),
  plan_text: texts.text(({ texts: own, evaluation }) => own.value(evaluation.plan.value)),
  gap_text: texts.text(({ texts: own }) => own.gap()),
  forecast_text: texts.text(({ texts: own }) => own.forecast()),
  speed_text: texts.text(({ texts: own }) => own.speed()),
  next_milestone_text: texts.text(ofNext((next, { texts: own }) => own.milestone(next))),
  forecast_method_label: forecast.text(({ evaluation: { forecast: own } }, { book }) =>
    own.method === null ? null : book.methods[own.method],
  ),
  signal: comparison.text(({ evaluation }) => evaluation.signal?.rule ?? null),
  signal_label: comparison.text(({ texts: own }) => own.signal()),
  override_status_label: status.text(({ evaluation: { override } }, { book }) =>
    override === null ? null : book.statuses[override.status],
  ),
  override_reason: status.text(({ evaluation: { override } }) =>
    override === null ? null : [override.author, override.reason].filter(Boolean).join(': '),
  ),
  override_until: status.date(({ evaluation }) => evaluation.override?.until ?? null),
  follows_kpi_id: who.text(({ kpi }) => kpi.followsKpiId),
  reference_period: comparison.text(({ evaluation: { referencePeriod }, view }) =>
    referencePeriod === null ? null : dayRangeText(referencePeriod, view.language),
  ),
  cadence: who.text(({ evaluation }) => evaluation.cadence),
  cadence_label: who.text(({ evaluation: { cadence } }, { choice }) =>
    cadence === null ? null : choice('cadence', cadence),
  ),
  actual: essential(figures.figure(ONE, ({ evaluation }) => evaluation.actual.value)),
  target: essential(figures.figure(ONE, ({ evaluation }) => evaluation.target.value)),
  plan: figures.figure(ONE, ({ evaluation }) => evaluation.plan.value),
  gap: figures.figure(ONE, ({ evaluation }) => evaluation.gap.value),
  baseline: figures.figure(ONE, ({ evaluation }) => evaluation.baseline.value),
  reference: comparison.figure(ONE, ({ evaluation }) => evaluation.reference.value),
  latest_value: figures.figure(ONE, ({ evaluation }) => evaluation.latestValue.value),
  forecast: forecast.figure(ONE, ({ evaluation }) => evaluation.forecast.value.value),
  forecast_low: forecast.figure(ONE, ({ evaluation }) => evaluation.forecast.low.value),
  forecast_high: forecast.figure(ONE, ({ evaluation }) => evaluation.forecast.high.value),
  speed: pace.figure(ONE, (own) => perInterval(own, own.evaluation.speed.value)),
  required_speed: pace.figure(ONE, (own) => perInterval(own, own.evaluation.requiredSpeed.value)),
  speed_factor: pace.number(ONE, ({ evaluation }) => evaluation.speedFactor.value),
  days_behind: essential(pace.number(ONE, ({ evaluation }) => evaluation.daysBehind.value)),
  days_late: pace.number(ONE, ({ evaluation }) => evaluation.daysLate.value),
  days_left: pace.number(ONE, ({ evaluation }) => evaluation.daysLeft.value),
  meter: essential(status.number(ONE, ({ evaluation }) => evaluation.meter.value)),
  pace_index: essential(pace.number(ONE, ({ evaluation }) => evaluation.paceIndex.value)),
  fuel_index: essential(fuel.number(ONE, (own) => tightestFuel(own)?.index.value ?? null)),
  fuel_days_left: fuel.number(ONE, (own) => tightestFuel(own)?.daysLeft.value ?? null),
  next_milestone_days_late: stopover.number(
    ONE,
    ofNext(({ daysLate }) => daysLate.value),
  ),
  next_milestone_fuel_index: fuel.number(
    ONE,
    (own) => tightestFuel(own)?.nextStopIndex.value ?? null,
  ),
  weight: figures.number(ONE, ({ evaluation }) => evaluation.weight),
  target_v1: figures.figure(ONE, ({ evaluation }) => evaluation.versionOne.target.value),
  status_score: status.number(ONE, ({ evaluation }) => statusScore(evaluation.status)),
  status_change: comparison.number(
    ONE,
    ({ evaluation }) => evaluation.comparison?.statusChange ?? null,
  ),
  pace_change: comparison.number(
    ONE,
    ({ evaluation }) => evaluation.comparison?.paceChange ?? null,
  ),
  forecast_change: comparison.figure(
    ONE,
    ({ evaluation }) => evaluation.comparison?.forecastChange ?? null,
  ),
  data_age_hours: quality.number(ONE, ({ evaluation: { dataThroughDay } }, { hoursNow }) =>
    dataThroughDay === null ? null : Math.max(0, hoursNow - (dataThroughDay + 1) * HOURS_A_DAY),
  ),
  actual_money: figures.money(ONE, 'actual'),
  target_money: figures.money(ONE, 'target'),
  plan_money: figures.money(ONE, 'plan'),
  gap_money: figures.money(ONE, 'gap'),
  forecast_money: forecast.money(ONE, 'forecast'),
  progress: essential(figures.share(ONE, ({ evaluation }) => evaluation.progress.value)),
  attainment: figures.share(ONE, ({ evaluation }) => evaluation.attainment.value),
  elapsed: essential(pace.share(ONE, ({ evaluation }) => evaluation.elapsed.value)),
  coverage: quality.share(ONE, ({ evaluation }) => evaluation.coverage.value),
  probability: forecast.share(ONE, ({ evaluation }) => evaluation.forecast.probability.value),
  growth_vs_reference: comparison.share(
    ONE,
    ({ evaluation }) => evaluation.growthVsReference.value,
  ),
  progress_change: comparison.share(
    ONE,
    ({ evaluation }) => evaluation.comparison?.progressChange ?? null,
  ),
  progress_v1: figures.share(ONE, ({ evaluation }) => evaluation.versionOne.progress.value),
  smart_score: comparison.share(ONE, ({ evaluation }) => evaluation.smartScore.value),
  actual_percent: figures.percent(ONE, 'actual'),
  target_percent: figures.percent(ONE, 'target'),
  plan_percent: figures.percent(ONE, 'plan'),
  gap_percent: figures.percent(ONE, 'gap'),
  forecast_percent: forecast.percent(ONE, 'forecast'),
  status_order: essential(status.least(({ evaluation }) => statusOrder(evaluation.status))),
  ...statusCounts((result: KpiResult) => result.evaluation.status),
  kpi_count: essential(counts.formula('NUMBER', 'COUNT_DISTINCT($kpi_key)', [], () => 1)),
  on_course_share: essential(
    counts.formula('PERCENT', shareOfJudged(GOOD), [], ({ evaluation }) =>
      isJudged(evaluation.status) ? countIf(isGood(evaluation.status)) : null,
    ),
  ),
  net_course: counts.formula('PERCENT', shareOfJudged(GOOD, BAD), [], ({ evaluation }) =>
    isJudged(evaluation.status)
      ? countIf(isGood(evaluation.status)) - countIf(isBad(evaluation.status))
      : null,
  ),
  weighted_progress: counts.formula('PERCENT', meanOver(WEIGHTED), WEIGHTED, (result) => {
    const weight = judgedWeight(result);
    const score = weightedScore(result);
    return weight === null || weight === 0 || score === null ? null : score / weight;
  }),
  smart_average: counts.formula(
    'PERCENT',
    meanOver(SMART),
    SMART,
    ({ evaluation }) => evaluation.smartScore.value,
  ),
} satisfies Columns<KpiResult>;

/** One row per KPI. */
export const KPIS: ResultTable<KpiResult> = {
  columns,
  looksAhead: true,
  hidden: {
    kpi_note: { read: ({ kpi }) => kpi.note },
    measure_note: { read: ({ measure }) => measure?.note ?? '' },
    [baseOf('weighted_progress')]: { read: weightedScore },
    [denominatorOf('weighted_progress')]: { read: judgedWeight },
    [baseOf('smart_average')]: { read: ({ evaluation }) => evaluation.smartScore.value },
    [denominatorOf('smart_average')]: {
      read: ({ evaluation }) => (evaluation.smartScore.value === null ? null : 1),
    },
  },
  defaults: ['status_label', 'kpi_count'],
};
