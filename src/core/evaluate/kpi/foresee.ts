import type { Day } from '../../model/calendar-date.ts';
import type { KpiEvaluation, Timeline } from '../../model/evaluation.ts';
import { known, unknown } from '../../model/quantity.ts';
import { once } from '../../model/when-asked.ts';
import type { WorkspaceEvent } from '../../model/workspace.ts';
import { channelsOfKpi, withOpportunities } from '../channels/kpi-channels.ts';
import { bendByEvents } from '../forecast/bend-forecast.ts';
import { eventsOf } from '../forecast/events.ts';
import { type ForecastPath, noPath } from '../forecast/forecast-path.ts';
import {
  forecastObstacle,
  forecastOf,
  forecastPoints,
  publishForecast,
} from '../forecast/kpi-forecast.ts';
import { stretchOf } from '../forecast/kpi-stretch.ts';
import { fuelOfKpi } from '../fuel/kpi-fuel.ts';
import { type Arrival, arrivalOf, noArrival } from '../judgement/arrival.ts';
import { movedBy } from '../judgement/outlook.ts';
import { recentWindow } from '../judgement/speed.ts';
import { latestSignal } from '../signal/chart.ts';
import { bestEverOf, type History, historyOf } from '../signal/history.ts';
import { chartOfKpi } from '../signal/kpi-chart.ts';
import { ambitionOf } from '../smart/ambition.ts';
import { milestoneStatuses, reachedDayOf } from '../stops/milestone-status.ts';
import { isWay, targetOf } from '../target/aim.ts';
import type { EvaluationContext, KpiCase } from '../target/kpi-case.ts';
import { happeningsOf } from '../timeline/happenings.ts';
import { isRestated, timelineOf } from '../timeline/timeline.ts';
import { gapToClose } from '../ways-out/opportunities.ts';
import { foreseenFor, suppose } from '../what-if/suppose.ts';
import { supposedOf } from '../what-if/supposed-of-kpi.ts';
import type { Judgement } from './judge.ts';

/**
 * Where a KPI is heading, and what it passes on its way; where the forecast leaves little doubt, it
 * moves what was judged.
 */
export type Foresight = Pick<
  KpiEvaluation,
  | 'etaDay'
  | 'etaReason'
  | 'daysLate'
  | 'forecast'
  | 'milestones'
  | 'isRestated'
  | 'channels'
  | 'fuel'
  | 'signal'
  | 'bestEver'
  | 'ambition'
> & {
  /** Few tables read it, and it takes long: worked out when it is first asked for. */
  readonly timeline: () => Timeline;
} & Partial<Pick<KpiEvaluation, 'status' | 'reason' | 'course'>>;

function forecastPath(
  kpiCase: KpiCase,
  { actual, recentSpeed }: Judgement,
  history: History,
  events: readonly WorkspaceEvent[],
): ForecastPath {
  const obstacle = forecastObstacle(kpiCase);
  const { judgedDay } = kpiCase.judged;
  if (obstacle !== null) return noPath(obstacle);
  if (actual.value === null || judgedDay === null) return noPath('NO_DATA');
  const { points, stepsLeft } = forecastPoints(kpiCase);
  const recentFromDay = recentWindow(kpiCase)?.day ?? -1;
  const recent = points.start.filter((start) => start > recentFromDay).length;
  const path = forecastOf({
    heading: kpiCase,
    judgedDay,
    actual: actual.value,
    recentSpeed: recentSpeed.value,
    points,
    stepsLeft,
    stretch: stretchOf(kpiCase, history, stepsLeft, recent),
  });
  return bendByEvents(path, kpiCase, events);
}

/** The day the target was reached and, under hold, still is; else the day it will be (§6, §9). */
function arrivalAtTarget(
  kpiCase: KpiCase,
  { actual, reachedDay }: Judgement,
  arrive: (value: number) => Arrival,
): Arrival {
  const target = targetOf(kpiCase.aim);
  if (target === null) return { day: null, reason: 'NOT_APPLICABLE', expectedDay: null };
  const day: Day | null = isWay(kpiCase.aim)
    ? reachedDayOf(kpiCase, target, actual.value)
    : reachedDay;
  return day === null ? arrive(target) : { day, reason: null, expectedDay: day };
}

function etaOf(
  kpiCase: KpiCase,
  judgement: Judgement,
  arrive: (value: number) => Arrival,
): Pick<Foresight, 'etaDay' | 'etaReason' | 'daysLate'> {
  const { day, reason } = arrivalAtTarget(kpiCase, judgement, arrive);
  return day === null
    ? { etaDay: null, etaReason: reason, daysLate: unknown(reason) }
    : { etaDay: day, etaReason: null, daysLate: known(day - kpiCase.period.end) };
}

export const NOTHING_STORED: ReadonlyMap<Day, number> = new Map();

/** The rest of the way of a KPI that was judged. */
export function foresee(
  kpiCase: KpiCase,
  judgement: Judgement,
  context: EvaluationContext,
): Foresight {
  const { kpi, aim, definition, judged } = kpiCase;
  const { actual, progress, reachedDay } = judgement;
  const events = eventsOf(kpiCase, context);
  const history = historyOf(kpiCase);
  const foreseen = forecastPath(kpiCase, judgement, history, events);
  const supposed = supposedOf(kpiCase, context);
  const path = suppose(foreseen, kpiCase, supposed);
  const arriveAt = arrivalOf(kpiCase, actual.value, forecastObstacle(kpiCase) === null);
  const plainFor = foreseenFor(foreseen, kpiCase, supposed, actual.value);
  const arrive = (value: number): Arrival => {
    const plain = plainFor(value);
    return plain === null ? noArrival('NO_ETA') : arriveAt(plain);
  };
  const milestones = milestoneStatuses(kpiCase, actual.value, arrive);
  const chart = chartOfKpi(kpiCase, history);
  const stored = context.storedIntervalsOf.get(kpi.id) ?? NOTHING_STORED;
  const timeline = once(() => {
    const happenings = happeningsOf(kpiCase, events, context);
    return timelineOf(kpiCase, { path, actual: actual.value, chart, happenings, stored });
  });
  const forecast = publishForecast(path, aim);
  const gap = gapToClose({
    isClosed: judged.isClosed,
    reachedDay,
    direction: aim.direction,
    target: targetOf(aim),
    forecast: forecast.value.value,
  });
  const channels = channelsOfKpi(kpiCase, timeline, context);
  const resources = context.resourcesOf.get(kpi.id) ?? [];
  return {
    ...etaOf(kpiCase, judgement, arrive),
    forecast,
    milestones,
    timeline,
    isRestated: isRestated(kpiCase, stored),
    channels: withOpportunities(channels, definition.family, actual.value, gap),
    fuel: fuelOfKpi(kpiCase, resources, actual.value, progress.value, milestones),
    signal: latestSignal(chart, definition.direction),
    bestEver: bestEverOf(kpiCase, history),
    ambition: ambitionOf(kpiCase, actual.value, history),
    ...(path.isChosen ? movedBy(judgement.status, forecast.probability.value) : null),
  };
}
