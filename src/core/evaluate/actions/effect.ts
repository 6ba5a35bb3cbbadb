import type { Day } from '../../model/calendar-date.ts';
import type { ActionEffect } from '../../model/evaluation.ts';
import { known, unknown } from '../../model/quantity.ts';
import { chartOf } from '../signal/chart.ts';
import { changesOf, isMoving } from '../signal/kpi-chart.ts';
import type { KpiCase } from '../target/kpi-case.ts';
import type { Values } from '../values/value-reader.ts';

/** As many as a run of §14: what stays so long is no accident. */
const MOST_INTERVALS = 8;
/** Means of fewer say what one odd month says. */
const LEAST_INTERVALS = 3;

const NOT_YET: ActionEffect = { measured: unknown('TOO_EARLY'), signal: null };

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const knownIn = (values: ReadonlyArray<number | null>): number[] =>
  values.flatMap((value) => value ?? []);

/**
 * What an action did: the mean of the intervals that begin on its effect date or later, at most
 * eight, minus that of as many before it; with the signal of the last of them that broke a rule of
 * §14 (calculations.md §21). Null with fewer than three values on either side, and without a rhythm.
 *
 * @param channel null: the KPI as it stands
 */
export function effectOf(
  kpiCase: KpiCase,
  effectDay: Day,
  channel: string | null,
  values: Values,
): ActionEffect {
  const { measure, asker, reader, calendar, definition } = kpiCase;
  const { cadence } = measure;
  if (cadence === 'irregular') return { measured: unknown('NOT_APPLICABLE'), signal: null };
  const own = channel === null ? reader : values.reader(measure, { ...asker, channel });
  if (own.firstDay === null) return { measured: unknown('NO_DATA'), signal: null };
  const lastDay = calendar.today - 1 - measure.dataLagDays;
  if (lastDay < own.firstDay) return NOT_YET;
  const { start, end } = calendar.over(cadence, { start: own.firstDay, end: lastDay });
  const closed = start.flatMap((day, i) => (end[i] <= lastDay ? [{ day, end: end[i] }] : []));
  const firstAfter = closed.findIndex(({ day }) => day >= effectDay);
  if (firstAfter === -1) return NOT_YET;
  const after = closed.slice(firstAfter, firstAfter + MOST_INTERVALS);
  const before = closed.filter(({ end: last }) => last < effectDay).slice(-after.length);
  const read = (span: { day: Day; end: Day }) =>
    own.hasValueIn(span.day, span.end) ? own.over(span.day, span.end) : null;
  const [was, is] = [knownIn(before.map(read)), knownIn(after.map(read))];
  if (was.length < LEAST_INTERVALS || is.length < LEAST_INTERVALS) return NOT_YET;
  const upTo = closed.slice(0, firstAfter + after.length);
  const history = { start: upTo.map(({ day }) => day), value: upTo.map(read) };
  const chart = chartOf(isMoving(kpiCase) ? changesOf(history).value : history.value);
  return {
    measured: known(meanOf(is) - meanOf(was)),
    signal: signalSince(chart, firstAfter, definition.direction),
  };
}

/** The newest point since then that broke a rule; a rule of none where there are limits. */
function signalSince(
  { value, limits, rule }: ReturnType<typeof chartOf>,
  first: number,
  direction: KpiCase['definition']['direction'],
): ActionEffect['signal'] {
  for (let at = value.length - 1; at >= first; at--) {
    const [own, range, broken] = [value[at], limits[at], rule[at]];
    if (own === null || range === null || broken === null) continue;
    const side = Math.sign(own - range.centre);
    return { rule: broken, isFavourable: direction === null ? null : side === direction };
  }
  return limits.slice(first).some((range) => range !== null)
    ? { rule: null, isFavourable: null }
    : null;
}
