import type { KpiEvaluation } from '../../model/evaluation.ts';
import { aboutKpi } from '../../model/issue.ts';
import type { EveryPeriod, Kpi } from '../../model/kpi.ts';
import { atLeast } from '../../model/quantity.ts';
import type { StatusCode } from '../../model/status.ts';
import { channelsOfKpi } from '../channels/kpi-channels.ts';
import { eventsOf } from '../forecast/events.ts';
import { noPath } from '../forecast/forecast-path.ts';
import { type KpiStatus, kpiStatus } from '../judgement/kpi-status.ts';
import { bestEverOf, historyOf } from '../signal/history.ts';
import { chartOfKpi } from '../signal/kpi-chart.ts';
import type { Aim } from '../target/aim.ts';
import type { EvaluationContext, KpiCase } from '../target/kpi-case.ts';
import { happeningsOf } from '../timeline/happenings.ts';
import { joinChannels, joinTimelines } from '../timeline/join-timelines.ts';
import { isRestated, timelineOf } from '../timeline/timeline.ts';
import { type Foresight, foresee, NOTHING_STORED } from './foresee.ts';
import { judge } from './judge.ts';
import { warningsOf } from './kpi-warnings.ts';
import { preparePeriods, type WholeKpi, wholeKpiOf } from './periods-of-kpi.ts';
import { invalidKpi, type KpiResult, publishKpi } from './publish-kpi.ts';

const MEASURED: Aim = { judgedAs: 'track', type: 'track', direction: null };

const IDLE: readonly StatusCode[] = ['cancelled', 'paused', 'not_started'];

/** Missed if one is missed, else no_data if one could not be judged; or by the share that was met. */
function closedStatus({ closedRule }: Kpi, statuses: readonly StatusCode[]): StatusCode {
  const wanted = closedRule.kind === 'share' ? closedRule.share : 1;
  const shareOf = (status: StatusCode) =>
    statuses.filter((own) => own === status).length / statuses.length;
  if (atLeast(shareOf('achieved'), wanted)) return 'achieved';
  return atLeast(1 - shareOf('missed'), wanted) ? 'no_data' : 'missed';
}

const statusOf = (kpiCase: KpiCase): StatusCode => {
  const { aim, judged, actuals, kpi } = kpiCase;
  const actual = judged.judgedIndex === -1 ? null : actuals.toDate[judged.judgedIndex];
  // What is paused now has its record all the same.
  return kpiStatus({ ...kpiCase, kpi: { ...kpi, state: 'active' } }, aim, actual).status;
};

/** What is said of the whole, where that of its present period is known. */
function statusOfWhole(
  kpi: Kpi,
  { judged }: WholeKpi,
  present: KpiCase,
  over: readonly StatusCode[],
): (own: KpiStatus) => Pick<KpiStatus, 'status' | 'reason'> {
  return (own) => {
    // A KPI may have started before the first of its periods in which a day counts.
    const hasStarted = own.status === 'not_started' && present.calendar.today > kpi.start;
    if (IDLE.includes(own.status) && !hasStarted) return own;
    if (judged.judgedDay === null || judged.isStale) {
      return kpiStatus({ ...present, kpi, judged }, MEASURED, 0);
    }
    return judged.isClosed ? { status: closedStatus(kpi, over), reason: null } : own;
  };
}

/** The periods before and after the present one, as they went or are planned. */
function withOtherPeriods(
  cases: readonly KpiCase[],
  at: number,
  { timeline, channels }: Foresight,
  context: EvaluationContext,
): Pick<KpiEvaluation, 'timeline' | 'channels' | 'isRestated'> {
  const present = cases[at];
  const surroundings = {
    path: noPath('NOT_APPLICABLE'),
    actual: null,
    chart: chartOfKpi(present, historyOf(present)),
    happenings: happeningsOf(present, eventsOf(present, context), context),
    stored: context.storedIntervalsOf.get(present.kpi.id) ?? NOTHING_STORED,
  };
  const timelines = cases.map((kpiCase, i) =>
    i === at ? timeline() : timelineOf(kpiCase, surroundings),
  );
  const before = cases.slice(0, at).map((kpiCase, i) => ({
    channels: channelsOfKpi(kpiCase, () => timelines[i], context),
    count: timelines[i].start.length,
  }));
  return {
    timeline: joinTimelines(timelines),
    isRestated: cases.some((kpiCase) => isRestated(kpiCase, surroundings.stored)),
    channels: joinChannels(before, channels),
  };
}

/**
 * A KPI that starts anew each period: judged on the one that holds A, the earlier ones its record
 * (calculations.md §1).
 */
export function evaluateEvery(kpi: Kpi, every: EveryPeriod, context: EvaluationContext): KpiResult {
  const measure = context.measureById.get(kpi.measureId);
  if (kpi.errors.length > 0 || measure === undefined) return invalidKpi(kpi, [], context);
  const whole = wholeKpiOf(kpi, every, measure, context);
  const { judged, parts } = whole;
  if (parts.length === 0) {
    return invalidKpi(kpi, [aboutKpi(kpi, 'E_CAL', { kpi: kpi.name })], context);
  }
  const day = judged.judgedDay ?? kpi.start - 1;
  const prepared = preparePeriods(kpi, whole, measure, context, day);
  const cases = prepared.flatMap(({ kpiCase }) => kpiCase ?? []);
  const failed = prepared.find(({ kpiCase }) => kpiCase === null);
  if (failed !== undefined) return invalidKpi(kpi, failed.issues, context);

  const at = Math.max(0, parts.filter(({ start }) => start <= day).length - 1);
  const present = cases[at];
  const over = cases.filter((own) => own.judged.isClosed).map(statusOf);
  const judgement = judge(present, statusOfWhole(kpi, whole, present, over));
  const foresight = foresee(present, judgement, context);
  const met = over.filter((status) => status === 'achieved').length;
  const missed = over.filter((status) => status === 'missed').length;
  const figures = publishKpi(present, judgement, foresight, context);
  return {
    figures: {
      ...figures,
      ...withOtherPeriods(cases, at, foresight, context),
      start: kpi.start,
      due: kpi.due,
      isClosed: judged.isClosed,
      periodsMet: met,
      periodsJudged: met + missed,
      bestEver: bestEverOf({ aim: present.aim, judged }, historyOf(present)),
    },
    issues: [...prepared[at].issues, ...warningsOf(present, judgement, context.values)],
    kpiCase: present,
  };
}
