import type { Day } from '../../../src/core/model/calendar-date.ts';
import type { Kpi } from '../../../src/core/model/kpi.ts';
import type { Milestone } from '../../../src/core/model/milestone.ts';
import type { PeriodTarget, Workspace } from '../../../src/core/model/workspace.ts';
import { shareInside } from './measure-rows.ts';
import type { Family } from './measure-values.ts';
import { above, atLeast, meanOf, near, sumOf } from './numbers.ts';
import type { Weights } from './weights.ts';

/** A point of the plan after its start: what is to be reached by the end of a day. */
export interface Point {
  day: Day;
  value: number;
  /** A milestone with a value, or the end of a period with a target; not the end of a gap. */
  isLegEnd: boolean;
}

/** A stopover with what it asks, as it was typed or as the running sum of what was. */
export interface Stop {
  id: string | null;
  day: Day;
  value: number | null;
  doneOn: Day | null;
}

/** §4, what a KPI is asked to reach, when. */
export interface Asked {
  /** T; null where nothing says it. */
  target: number | null;
  /** In the order of their days; of one day the later one counts. */
  points: readonly Point[];
  stops: readonly Stop[];
  /** Of a threshold the target in force on a day; null where the typed one is. */
  targetOn: (day: Day) => number | null;
  /** Nobody can tell what the milestones say. */
  isInDoubt: boolean;
  /** Code of the error that leaves the KPI without a result. */
  error: string | null;
}

const NO_PERIODS = { points: [], targetOn: () => null, isInDoubt: false, error: null };

const stopOf = ({ id, day, value, doneOn }: Milestone): Stop => ({ id, day, value, doneOn });

const stopsOf = ({ milestones }: Workspace, kpi: Kpi): Stop[] =>
  milestones
    .filter(({ kpiId }) => kpiId === kpi.id)
    .sort((a, b) => a.day - b.day || a.order - b.order)
    .map(stopOf);

const hasAValue = (stop: Stop): stop is Stop & { value: number } => stop.value !== null;

/** §4: evenly spaced from the start on, as the ends of months, quarters or years are. */
function areEvenlySpaced(start: Day, days: readonly Day[]): boolean {
  const distances = days.map((day, i) => day - (i === 0 ? start - 1 : days[i - 1]));
  return Math.max(...distances) <= 1.15 * Math.min(...distances);
}

/** §4: do a total's milestones look as if they were typed per period? */
function looksPerPeriod({ start, due }: Kpi, stops: readonly Stop[], target: number): boolean {
  const side = Math.sign(target);
  const typed = stops.filter(hasAValue).map(({ day, value }) => ({ day, value: value * side }));
  if (side === 0 || typed.length === 0) return false;
  const values = typed.map(({ value }) => value);
  const isStandingStill = values.some((value, i) => i > 0 && !above(value, values[i - 1]));
  const size = Math.abs(target);
  const last = values[values.length - 1];
  const isAddingUp =
    values.length >= 3 &&
    atLeast(0.005 * size, Math.abs(sumOf(values) - size)) &&
    above(size / 2, last);
  const all = typed[typed.length - 1].day === due ? typed : [...typed, { day: due, value: size }];
  const steps = all.map(({ value }, i) => value - (i === 0 ? 0 : all[i - 1].value));
  const isFrontLoaded =
    all.length >= 3 &&
    areEvenlySpaced(
      start,
      all.map(({ day }) => day),
    ) &&
    above(steps[0], 1.5 * meanOf(steps.slice(1)));
  return isStandingStill || isAddingUp || isFrontLoaded;
}

/** §4: milestones that bring something each are targets per period. */
function perPeriod(kpi: Kpi, stops: readonly Stop[], target: number | null): Asked {
  const { due } = kpi;
  let sum = 0;
  const running = stops.map((stop) => {
    if (!hasAValue(stop)) return stop;
    sum += stop.value;
    return { ...stop, value: sum };
  });
  const typed = running.filter(hasAValue);
  const points = typed.map(({ day, value }) => ({ day, value, isLegEnd: true }));
  const lastOwn = stops.filter(hasAValue).at(-1);
  const base = { ...NO_PERIODS, points, stops: running };
  const error = errorOfStops(kpi, stops, null);
  if (lastOwn === undefined || lastOwn.day < due) {
    if (target === null) return { ...base, target: null, error: 'E_TARGET_GAP' };
    return { ...base, target: sum + target, error };
  }
  const isSame = target === null || near(target, sum) || near(target, lastOwn.value);
  return { ...base, target: sum, error: error ?? (isSame ? null : 'E_TARGET_SUM') };
}

/** §4: milestones on which one cannot build: outside S..E, two on a day, or another end. */
function errorOfStops({ start, due }: Kpi, stops: readonly Stop[], target: number | null) {
  const typed = stops.filter(hasAValue);
  if (stops.some(({ day }) => day < start || day > due)) return 'E_MILESTONE_DATE';
  if (new Set(typed.map(({ day }) => day)).size < typed.length) return 'E_MILESTONE_TWICE';
  const last = typed.at(-1);
  const hasOtherEnd =
    last !== undefined && last.day === due && target !== null && !near(last.value, target);
  return hasOtherEnd ? 'E_MILESTONE_END' : null;
}

function fromMilestones(kpi: Kpi, family: Family, stops: readonly Stop[]): Asked {
  const { target } = kpi;
  const isTotal = family === 'total';
  if (isTotal && kpi.stopsAre === 'per_period' && stops.some(hasAValue)) {
    return perPeriod(kpi, stops, target);
  }
  const isInDoubt =
    isTotal && kpi.stopsAre === null && target !== null && looksPerPeriod(kpi, stops, target);
  const error = errorOfStops(kpi, stops, target);
  const points = stops.filter(hasAValue).map(({ day, value }) => ({ day, value, isLegEnd: true }));
  const base = { ...NO_PERIODS, target, points, stops, isInDoubt };
  return { ...base, error: isInDoubt && error === 'E_MILESTONE_END' ? null : error };
}

/** A stretch of the KPI with what it is to bring, or with nothing said of it. */
interface Stretch {
  start: Day;
  end: Day;
  amount: number | null;
}

function stretchesOf(
  { start, due }: Kpi,
  periods: readonly PeriodTarget[],
  { rawOf }: Weights,
  isByDays: boolean,
): Stretch[] {
  const found: Stretch[] = [];
  let next = start;
  for (const { period, target } of periods) {
    const inside = { start: Math.max(start, period.start), end: Math.min(due, period.end) };
    if (inside.start > next) found.push({ start: next, end: inside.start - 1, amount: null });
    const share = shareInside(
      { weightOf: rawOf, isByDays },
      { ...inside, from: period.start, to: period.end },
    );
    found.push({ ...inside, amount: target * share });
    next = inside.end + 1;
  }
  if (next <= due) found.push({ start: next, end: due, amount: null });
  return found;
}

/** §4, targets per period of a total: its parts, P their running sum, T their sum. */
function partsOfTotal(kpi: Kpi, periods: readonly PeriodTarget[], weights: Weights): Asked {
  const { target } = kpi;
  const isByDays = kpi.dayWeights.kind === 'last_year';
  const stretches = stretchesOf(kpi, periods, weights, isByDays);
  const weightOf = ({ start, end }: Stretch) => weights.weightTo(end) - weights.weightTo(start - 1);
  const stated = sumOf(stretches.map(({ amount }) => amount ?? 0));
  const gap = sumOf(stretches.filter(({ amount }) => amount === null).map(weightOf));
  const hasGap = !near(gap, 0);
  let error: string | null = null;
  if (hasGap && target === null) error = 'E_TARGET_GAP';
  if (!hasGap && target !== null && !near(target, stated)) error = 'E_TARGET_SUM';
  const rest = hasGap ? (target ?? 0) - stated : 0;
  let sum = 0;
  const points = stretches.map((stretch): Point => {
    sum += stretch.amount ?? (hasGap ? (rest * weightOf(stretch)) / gap : 0);
    return { day: stretch.end, value: sum, isLegEnd: stretch.amount !== null };
  });
  return { ...NO_PERIODS, target: stated + rest, points, stops: [], error };
}

/** §4, of a level or a line: anchors at the ends of the periods, the last one T. */
function pointsOfLine(kpi: Kpi, periods: readonly PeriodTarget[]): Asked {
  const { due } = kpi;
  const points = periods.map(({ period, target }) => ({
    day: Math.min(period.end, due),
    value: target,
    isLegEnd: true,
  }));
  const last = points[points.length - 1];
  const isOther = last.day === due && kpi.target !== null && !near(last.value, kpi.target);
  const target = kpi.target ?? last.value;
  const error = isOther ? 'E_TARGET_SUM' : null;
  return { ...NO_PERIODS, target, points: points.filter(({ day }) => day < due), stops: [], error };
}

/** §4, of a threshold: the one in force on a day. */
function thresholdsOf(kpi: Kpi, periods: readonly PeriodTarget[], today: Day): Asked {
  const targetOn = (day: Day): number | null =>
    periods.find(({ period }) => period.start <= day && day <= period.end)?.target ?? null;
  let isGap = false;
  for (let day = kpi.start; day <= kpi.due; day++) isGap ||= targetOn(day) === null;
  const now = Math.min(Math.max(today, kpi.start), kpi.due);
  return {
    ...NO_PERIODS,
    target: targetOn(now) ?? kpi.target,
    stops: [],
    targetOn,
    error: isGap && kpi.target === null ? 'E_TARGET_GAP' : null,
  };
}

/** §4: T, the anchors of the plan and the stopovers, of a KPI with its target as typed or grown. */
export function askedOf(
  workspace: Workspace,
  kpi: Kpi,
  family: Family,
  weights: Weights,
  today: Day,
): Asked {
  const stops = stopsOf(workspace, kpi);
  const periods = workspace.periodTargets
    .filter(({ kpiId, period }) => kpiId === kpi.id && period.end >= kpi.start)
    .filter(({ period }) => period.start <= kpi.due)
    .sort((a, b) => a.period.start - b.period.start);
  const isAsked = !['range', 'track', 'done'].includes(kpi.type);
  if (!isAsked) return { ...NO_PERIODS, target: kpi.target, stops };
  if (periods.length === 0) return fromMilestones(kpi, family, stops);
  const overlaps = periods.some(
    ({ period }, i) => i > 0 && period.start <= periods[i - 1].period.end,
  );
  if (overlaps) return { ...NO_PERIODS, target: null, stops, error: 'E_MIXED_PERIODS' };
  if (family === 'total') return { ...partsOfTotal(kpi, periods, weights), stops };
  if (kpi.type === 'reach') return { ...pointsOfLine(kpi, periods), stops };
  return { ...thresholdsOf(kpi, periods, today), stops };
}
