import type { Day } from '../../core/model/calendar-date.ts';
import type { Language } from '../../core/model/workspace.ts';
import { axisTexts } from '../../drawing/figures.ts';
import { dayTicks, figureTicks, scaleOf } from '../../drawing/scales.ts';
import { tickText } from '../../drawing/time-axis.ts';
import type { Tick, Trend } from './board.ts';

/** The course of a KPI, interval by interval. */
export interface Course {
  /** The first day of the first interval. */
  readonly start: Day;
  /** The last day of each interval. */
  readonly ends: readonly Day[];
  readonly plan: readonly (number | null)[];
  readonly actual: readonly (number | null)[];
  readonly forecast: readonly (number | null)[];
  /** %, € or the word that is counted, as the figures are shown; '' for none. */
  readonly unitLabel: string;
}

/** More than a picture of a thumb's width can show. */
const MOST_POINTS = 28;
const WHOLE = 1000;
const VALUES = 4;
const MOST_DAYS = 5;

const isNumber = (value: number | null): value is number => value !== null;

/** One interval in so many, always with the first, the last, and the last that has an actual. */
function chosen({ ends, actual }: Course): number[] {
  const lastActual = actual.reduce<number>((last, value, at) => (value === null ? last : at), -1);
  const step = Math.max(1, Math.ceil(ends.length / MOST_POINTS));
  return ends
    .map((_, at) => at)
    .filter((at) => at % step === 0 || at === ends.length - 1 || at === lastActual);
}

/** In thousandths of the way from one to the other. */
function placeBetween(from: number, to: number): (value: number) => number {
  const place = scaleOf([from, to], [0, WHOLE]);
  return (value) => Math.round(place(value));
}

/** Round days from one to another, the first with its year. */
export function daysBetween(first: Day, last: Day, language: Language): Tick[] {
  const { days, grain } = dayTicks(first, last, MOST_DAYS);
  const place = placeBetween(first, last);
  return days.map((day, at) => ({
    at: place(day),
    text: tickText(day, grain, at === 0, language),
  }));
}

/** Null where fewer than two intervals have anything to draw. */
export function trendOf(course: Course, today: Day, language: Language): Trend | null {
  const at = chosen(course);
  const pick = (values: readonly (number | null)[]) => at.map((index) => values[index] ?? null);
  const [plan, actual, forecast] = [course.plan, course.actual, course.forecast].map(pick);
  const values = [...plan, ...actual, ...forecast].filter(isNumber);
  const drawn = at.filter((_, spot) =>
    [plan, actual, forecast].some((line) => line[spot] !== null),
  );
  if (drawn.length < 2) return null;
  const last = course.ends[at[at.length - 1]];
  const ticks = figureTicks(values, VALUES);
  const texts = axisTexts(ticks, { kind: 'plain', label: course.unitLabel }, language);
  const across = placeBetween(course.start, last);
  const up = placeBetween(ticks[0], ticks[ticks.length - 1]);
  const placed = (line: readonly (number | null)[]) =>
    line.map((value) => (value === null ? null : up(value)));
  return {
    x: at.map((index) => across(course.ends[index])),
    plan: placed(plan),
    actual: placed(actual),
    forecast: placed(forecast),
    today: across(today),
    values: ticks.map((value, tick) => ({ at: up(value), text: texts[tick] })),
    days: daysBetween(course.start, last, language),
  };
}
