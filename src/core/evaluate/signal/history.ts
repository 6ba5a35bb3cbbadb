import type { Day } from '../../model/calendar-date.ts';
import type { KpiEvaluation, Numbers } from '../../model/evaluation.ts';
import { nearlyEqual } from '../../model/quantity.ts';
import { kindOf } from '../judgement/kinds/kinds.ts';
import { hasWeight } from '../period/day-weights.ts';
import { type Spans, spanHolding } from '../period/intervals.ts';
import type { KpiPart } from '../target/kpi-case.ts';

/** The values of a measure up to a day, an interval each; null where it has none. */
export interface History {
  /** First day of the whole interval; of an irregular measure the day of the value. */
  readonly start: readonly Day[];
  readonly value: Numbers;
}

const NO_HISTORY: History = { start: [], value: [] };

type Measured = KpiPart<
  'kpi' | 'measure' | 'reader' | 'asker' | 'judged' | 'actuals' | 'period' | 'calendar'
>;

/** The measure's whole history, in whole intervals that count, up to the judged one. */
export function historyOf(kpi: Measured): History {
  const { measure, reader, asker, judged, calendar } = kpi;
  const { rhythm } = judged;
  if (reader.firstDay === null || judged.judgedIndex === -1) return NO_HISTORY;
  // From the start on it may be known that nothing happened, before there is any row.
  const firstDay = Math.min(reader.firstDay, asker.since);
  const { whole } = judged.intervals;
  const end = whole.end[judged.judgedIndex];
  // One that the due date cuts is a point when the whole of it is over.
  const isOver = end <= calendar.today - 1 - measure.dataLagDays;
  const last = isOver ? end : whole.start[judged.judgedIndex] - 1;
  if (last < firstDay) return NO_HISTORY;
  if (rhythm === 'irregular') {
    const start = reader.days(firstDay, last);
    return { start, value: start.map((day) => reader.over(day, day)) };
  }
  const spans = calendar.over(rhythm, { start: firstDay, end: last });
  const value = valuesOf(kpi, spans);
  if (kpi.kpi.dayWeights.kind === 'every_day') return { start: spans.start, value };
  const counts = spans.start.map((day, i) =>
    hasWeight({ start: day, end: spans.end[i] }, kpi.period.weightOf),
  );
  return {
    start: spans.start.filter((_, i) => counts[i]),
    value: value.filter((_, i) => counts[i]),
  };
}

/** The values of whole intervals; those that are the KPI's own are known. */
function valuesOf({ reader, judged, actuals }: Measured, spans: Spans): Numbers {
  const { intervals, hasValue } = judged;
  const { whole } = intervals;
  // The history begins before the period or, where nobody counted yet, within it.
  const first = spanHolding(whole, spans.start[0]) - spanHolding(spans, whole.start[0]);
  return spans.start.map((start, i) => {
    const end = spans.end[i];
    const own = first + i;
    if (intervals.start[own] === start && intervals.end[own] === end) {
      return hasValue[own] ? actuals.own[own] : null;
    }
    return reader.hasValueIn(start, end) ? reader.over(start, end) : null;
  });
}

/** With fewer others a record says nothing; the limits of §14 ask for as many. */
const LEAST_OTHERS = 6;

/**
 * The interval of this KPI that is better than every other of the measure's whole
 * history (calculations.md §14); null when the best one lies elsewhere, when two are as good, or
 * when there are fewer than six others.
 */
export function bestEverOf(
  { aim, judged }: KpiPart<'aim' | 'judged'>,
  { start, value }: History,
): KpiEvaluation['bestEver'] {
  const { direction } = aim;
  if (!kindOf(aim).hasRecords || direction === null) return null;
  let others = -1;
  let best = Number.NEGATIVE_INFINITY;
  let second = best;
  let found: { start: Day; value: number } | null = null;
  value.forEach((own, i) => {
    if (own === null) return;
    others++;
    const worth = direction * own;
    if (worth > best) {
      second = best;
      best = worth;
      found = { start: start[i], value: own };
    } else if (worth > second) second = worth;
  });
  if (found === null || others < LEAST_OTHERS || nearlyEqual(best, second)) return null;
  const { start: first, value: own } = found;
  const { intervals } = judged;
  const at = intervals.start.indexOf(first);
  if (at === -1 || intervals.whole.start[at] !== first) return null;
  return { start: first, end: intervals.end[at], label: intervals.label[at], value: own };
}
