import { newIssue } from '../../model/issue.ts';
import { lastYearShare } from '../forecast/forecast-methods.ts';
import { missingIntervals } from '../judgement/actual.ts';
import { kindOf } from '../judgement/kinds/kinds.ts';
import type { KpiCase } from '../target/kpi-case.ts';
import type { Judgement } from './judge.ts';

/** Last year's share may depart so much from the elapsed share before a shape is advised. */
const SEASON_DEPARTURE = 0.05;

function addSeason({ kpi, definition, issues }: KpiCase, share: number | null, elapsed: number) {
  if (share === null || definition.type !== 'reach' || kpi.dayWeights.kind === 'last_year') return;
  if (Math.abs(share - elapsed) <= SEASON_DEPARTURE) return;
  const details = { kpi: kpi.name, lastYearShare: { share }, share: { share: elapsed } };
  issues.push(newIssue('W_SEASON', kpi.place, details, { kpiId: kpi.id }));
}

/** A value that lies in a calendar interval of the period, but before its start or after its end. */
function addCutInterval({ kpi, judged, reader, measure, issues }: KpiCase): void {
  const { intervals } = judged;
  if (measure.cadence === 'day' || measure.cadence === 'irregular' || intervals.length === 0)
    return;
  const first = intervals[0];
  const last = intervals[intervals.length - 1];
  const [outside] = [
    ...reader.days({ start: first.whole.start, end: first.start - 1 }),
    ...reader.days({ start: last.end + 1, end: last.whole.end }),
  ];
  if (outside === undefined) return;
  const details = { kpi: kpi.name, date: { day: outside } };
  issues.push(newIssue('W_CUT_INTERVAL', kpi.place, details, { kpiId: kpi.id }));
}

/** Channels of a level that have no value in the judged interval and keep an older one. */
function addOldChannels({ kpi, definition, judged, measure, context, issues }: KpiCase): void {
  const interval = judged.intervals[judged.judgedIndex];
  if (definition.family !== 'level' || kpi.channel !== null || interval === undefined) return;
  const { values } = context;
  const own = values.leaf(measure, '');
  const hasTotal = own.days.some((day) => day >= interval.whole.start && day <= interval.whole.end);
  if (hasTotal) return;
  for (const channel of values.channelsOf(measure)) {
    const newest = values.reader(measure, channel).newest(interval.whole.end);
    if (newest === null || newest.day >= interval.whole.start) continue;
    const details = { kpi: kpi.name, channel, date: { day: newest.day } };
    issues.push(newIssue('W_CHANNEL_OLD', kpi.place, details, { kpiId: kpi.id }));
  }
}

function addMissing(kpiCase: KpiCase): void {
  const { kpi, judged, issues } = kpiCase;
  const missing = missingIntervals(kpiCase).length;
  if (missing === 0) return;
  const details = { kpi: kpi.name, missing, intervals: judged.judgedIndex + 1 };
  issues.push(newIssue('INCOMPLETE', kpi.place, details, { kpiId: kpi.id }));
}

/** Values of an interval that is still running; a row of today is nothing to tell. */
function addNewerValues({ kpi, judged, reader, measure, context, issues }: KpiCase): void {
  const { judgedDay, isClosed } = judged;
  if (judgedDay === null || isClosed || measure.cadence === 'day') return;
  const newest = reader.newestDay(Math.min(context.today, kpi.due));
  const last = judged.intervals[judged.judgedIndex].whole.end;
  if (newest === null || newest <= last) return;
  const details = {
    kpi: kpi.name,
    judgedDate: { day: judgedDay },
    date: { day: newest },
  };
  issues.push(newIssue('I_AFTER_JUDGED_DAY', kpi.place, details, { kpiId: kpi.id }));
}

/** Warnings that need the numbers. */
export function addWarnings(kpiCase: KpiCase, judgement: Judgement): void {
  const { kpi, measure, issues, aim } = kpiCase;
  const { flags, elapsed } = judgement;
  const subject = { kpiId: kpi.id };
  if (elapsed.value !== null) addSeason(kpiCase, lastYearShare(kpiCase), elapsed.value);
  addCutInterval(kpiCase);
  addOldChannels(kpiCase);
  addMissing(kpiCase);
  addNewerValues(kpiCase);
  if (flags.includes('GOALPOST')) {
    issues.push(newIssue('GOALPOST', kpi.place, { kpi: kpi.name }, subject));
  }
  const actual = judgement.actual.value;
  if (aim.judgedAs === 'ceiling' && actual !== null && !kindOf(aim).meets(aim, actual)) {
    const details = { kpi: kpi.name, target: { amount: aim.target, unit: measure.unit } };
    issues.push(newIssue('CEILING_PASSED', kpi.place, details, subject));
  }
}
