import { aboutKpi, type Issue } from '../../model/issue.ts';
import type { KpiType } from '../../model/kpi.ts';
import { lastYearShare } from '../forecast/forecast-methods.ts';
import { kindOf } from '../judgement/kinds/kinds.ts';
import { targetOf } from '../target/aim.ts';
import type { KpiCase } from '../target/kpi-case.ts';
import type { Values } from '../values/value-reader.ts';
import { doubtsOf } from './doubtful-input.ts';
import type { Judgement } from './judge.ts';

/** Last year's share may depart so much from the elapsed share before a shape is advised. */
const SEASON_DEPARTURE = 0.05;

/** What a total is planned as, through the year. */
const PLANNED: readonly KpiType[] = ['reach', 'ceiling', 'range'];

function season(kpiCase: KpiCase, { elapsed }: Judgement): Issue[] {
  const { kpi, definition } = kpiCase;
  if (elapsed.value === null || !PLANNED.includes(definition.type)) return [];
  if (kpi.dayWeights.kind === 'last_year') return [];
  const share = lastYearShare(kpiCase);
  if (share === null || Math.abs(share - elapsed.value) <= SEASON_DEPARTURE) return [];
  const details = { kpi: kpi.name, lastYearShare: { share }, share: { share: elapsed.value } };
  return [aboutKpi(kpi, 'W_SEASON', details)];
}

/** Rows that speak for a whole interval of which only a part lies in the period. */
function cutInterval({ kpi, judged, reader }: KpiCase): Issue[] {
  const { start, end, whole } = judged.intervals;
  const ends = start.length < 2 ? [0] : [0, start.length - 1];
  return ends.flatMap((i) => {
    if (start[i] === undefined) return [];
    const [row] = reader.cutRowsIn(start[i], end[i]);
    if (row === undefined) return [];
    const details = {
      kpi: kpi.name,
      date: { day: row.day },
      days: end[i] - start[i] + 1,
      of: whole.end[i] - whole.start[i] + 1,
      share: { share: row.share },
    };
    return [aboutKpi(kpi, 'W_CUT_INTERVAL', details)];
  });
}

/** Channels of a level that have no value in the judged interval and keep an older one. */
function oldChannels(
  { kpi, definition, judged, measure, asker }: KpiCase,
  values: Values,
): Issue[] {
  const { judgedIndex } = judged;
  if (definition.family !== 'level' || kpi.channel !== null || judgedIndex === -1) return [];
  const start = judged.intervals.whole.start[judgedIndex];
  const end = judged.intervals.whole.end[judgedIndex];
  if (values.hasTotalIn(measure, { start, end })) return [];
  return values.channelsOf(measure).flatMap((channel) => {
    const day = values.reader(measure, { ...asker, channel }).newestDay(end);
    if (day === null || day >= start) return [];
    return [aboutKpi(kpi, 'W_CHANNEL_OLD', { kpi: kpi.name, channel, date: { day } })];
  });
}

function missingValues({ kpi, judged }: KpiCase): Issue[] {
  const { missingCount, unreadableGapCount, unreadableCount, judgedIndex } = judged;
  const unreadable =
    unreadableCount === 0
      ? []
      : [aboutKpi(kpi, 'UNREADABLE', { kpi: kpi.name, count: unreadableCount })];
  const missing = missingCount - unreadableGapCount;
  if (missing === 0) return unreadable;
  const details = { kpi: kpi.name, missing, intervals: judgedIndex + 1 };
  return [...unreadable, aboutKpi(kpi, 'INCOMPLETE', details)];
}

/** Values of an interval that is still running; a row of today is nothing to tell. */
function newerValues({ kpi, judged, reader, measure, calendar }: KpiCase): Issue[] {
  const { judgedDay, judgedIndex, isClosed, intervals } = judged;
  if (judgedDay === null || isClosed || measure.cadence === 'day') return [];
  const day = reader.newestDay(Math.min(calendar.today, kpi.due));
  if (day === null || day <= intervals.whole.end[judgedIndex]) return [];
  const details = { kpi: kpi.name, judgedDate: { day: judgedDay }, date: { day } };
  return [aboutKpi(kpi, 'I_AFTER_JUDGED_DAY', details)];
}

function passedCeiling({ kpi, aim, measure }: KpiCase, { actual }: Judgement): Issue[] {
  const most = aim.judgedAs === 'corridor' ? aim.high : targetOf(aim);
  if (actual.value === null || most === null || !kindOf(aim).isPassed(aim, actual.value)) return [];
  const target = { amount: Math.abs(most), unit: measure.unit };
  return [aboutKpi(kpi, 'CEILING_PASSED', { kpi: kpi.name, target })];
}

/** A rule for the intervals of a KPI that nobody judges by them. */
function unusedRule({ kpi, aim }: KpiCase): Issue[] {
  const isUsed = kpi.closedRule.kind === 'whole_period' || kpi.every !== null;
  if (
    isUsed ||
    aim.judgedAs === 'undecided' ||
    aim.judgedAs === 'unstarted' ||
    kindOf(aim).isByInterval
  )
    return [];
  return [aboutKpi(kpi, 'W_CLOSED_RULE', { kpi: kpi.name })];
}

/** Warnings that need the numbers. */
export function warningsOf(kpiCase: KpiCase, judgement: Judgement, values: Values): Issue[] {
  const { kpi } = kpiCase;
  const isMoved = judgement.flags.includes('GOALPOST');
  return [
    ...unusedRule(kpiCase),
    ...season(kpiCase, judgement),
    ...cutInterval(kpiCase),
    ...oldChannels(kpiCase, values),
    ...missingValues(kpiCase),
    ...newerValues(kpiCase),
    ...(isMoved ? [aboutKpi(kpi, 'GOALPOST', { kpi: kpi.name })] : []),
    ...passedCeiling(kpiCase, judgement),
    ...doubtsOf(kpiCase, values),
  ];
}
