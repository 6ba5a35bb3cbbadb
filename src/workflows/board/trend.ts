import type { Day } from '../../core/model/calendar-date.ts';
import type { Trend } from './board.ts';

/** The course of a KPI, interval by interval. */
export interface Course {
  /** The last day of each interval. */
  readonly ends: readonly Day[];
  readonly plan: readonly (number | null)[];
  readonly actual: readonly (number | null)[];
  readonly forecast: readonly (number | null)[];
}

/** More than a picture of a thumb's width can show. */
const MOST_POINTS = 28;
const WHOLE = 1000;

const isNumber = (value: number | null): value is number => value !== null;

/** One interval in so many, always with the first, the last, and the last that has an actual. */
function chosen({ ends, actual }: Course): number[] {
  const lastActual = actual.reduce<number>((last, value, at) => (value === null ? last : at), -1);
  const step = Math.max(1, Math.ceil(ends.length / MOST_POINTS));
  return ends
    .map((_, at) => at)
    .filter((at) => at % step === 0 || at === ends.length - 1 || at === lastActual);
}

/** Null where fewer than two intervals have anything to draw. */
export function trendOf(course: Course, today: Day): Trend | null {
  const at = chosen(course);
  const pick = (values: readonly (number | null)[]) => at.map((index) => values[index] ?? null);
  const [plan, actual, forecast] = [course.plan, course.actual, course.forecast].map(pick);
  const values = [...plan, ...actual, ...forecast].filter(isNumber);
  const drawn = at.filter((_, spot) =>
    [plan, actual, forecast].some((line) => line[spot] !== null),
  );
  if (drawn.length < 2) return null;
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const [first, last] = [course.ends[at[0]], course.ends[at[at.length - 1]]];
  const share = (value: number, from: number, to: number) =>
    to === from ? WHOLE / 2 : Math.round(((value - from) / (to - from)) * WHOLE);
  const placed = (line: readonly (number | null)[]) =>
    line.map((value) => (value === null ? null : share(value, least, greatest)));
  return {
    x: at.map((index) => share(course.ends[index], first, last)),
    plan: placed(plan),
    actual: placed(actual),
    forecast: placed(forecast),
    today: share(today, first, last),
  };
}
