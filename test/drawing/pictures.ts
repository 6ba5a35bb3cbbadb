import { dayFromIsoDate } from '../../src/core/model/calendar-date.ts';
import { LIGHT_PAPER, paletteOn } from '../../src/drawing/colours.ts';
import type { Look } from '../../src/drawing/look.ts';
import type { Course, Lane, Stop } from '../../src/drawing/route.ts';
import type { Shape } from '../../src/drawing/shape.ts';
import { kpiStatusOf, stopStatusOf } from '../../src/drawing/statuses.ts';

export const day = (iso: string): number => {
  const found = dayFromIsoDate(iso);
  if (found === null) throw new Error(`${iso} is no day`);
  return found;
};

export const look = (other: Partial<Look> = {}): Look => ({
  width: 900,
  height: 460,
  language: 'en',
  palette: paletteOn(LIGHT_PAPER),
  font: 'Roboto',
  ...other,
});

export const stop = (name: string, due: string, other: Partial<Stop> = {}): Stop => ({
  name,
  due: day(due),
  expected: null,
  status: stopStatusOf('expected_on_time', 'en'),
  value: null,
  ...other,
});

export const lane = (name: string, other: Partial<Lane> = {}): Lane => ({
  name,
  status: kpiStatusOf('on_course', 'en'),
  start: day('2026-01-01'),
  due: day('2026-12-31'),
  arrival: null,
  progress: null,
  daysBehind: null,
  stops: [],
  ...other,
});

export const course = (other: Partial<Course> = {}): Course => ({
  name: 'Sales',
  status: kpiStatusOf('at_risk', 'en'),
  unit: { kind: 'plain', label: '€' },
  isLowerBetter: false,
  today: day('2026-02-15'),
  start: day('2026-01-01'),
  points: [
    { day: day('2026-01-31'), plan: 60, actual: 40, forecast: null, low: null, high: null },
    { day: day('2026-02-28'), plan: 120, actual: null, forecast: 90, low: 70, high: 115 },
    { day: day('2026-03-31'), plan: 180, actual: null, forecast: 140, low: 95, high: 190 },
  ],
  stops: [],
  events: [],
  kpiCount: 1,
  ...other,
});

/** Every shape of a picture, itself first. */
export const shapesIn = (shape: Shape): Shape[] => [
  shape,
  ...shape.children.flatMap((child) => (typeof child === 'string' ? [] : shapesIn(child))),
];

/** What stands written in it, in order. */
export const textsIn = (picture: Shape): string[] =>
  shapesIn(picture)
    .filter(({ tag }) => tag === 'text')
    .map(({ children }) => children.join(''));

/** What it says of its lanes, milestones and events. */
export const spotsIn = (picture: Shape, kind: string): string[] =>
  shapesIn(picture)
    .filter(({ attributes }) => attributes['data-spot'] === kind)
    .map(({ attributes }) => String(attributes['aria-label']));
