import { DATE_WORDS, fullDate } from '../core/language/format-date.ts';
import { civilFromDay, type Day } from '../core/model/calendar-date.ts';
import type { Language } from '../core/model/workspace.ts';
import type { Look } from './look.ts';
import { MARGIN, SAID, SCALE, widthOf, words, wordsOf } from './look.ts';
import { dayTicks, type Grain, type Scale, scaleOf } from './scales.ts';
import { group, type Shape, shape } from './shape.ts';

/** Days along a picture, from left to right. */
export interface TimeAxis {
  readonly first: Day;
  readonly last: Day;
  readonly left: number;
  readonly right: number;
  readonly x: Scale;
}

export const timeAxis = (first: Day, last: Day, left: number, right: number): TimeAxis => ({
  first,
  last,
  left,
  right,
  x: scaleOf([first, last], [left, right]),
});

/** 14 Feb, Feb or 2026; with its year where a new one begins. */
export function tickText(day: Day, grain: Grain, isFirst: boolean, language: Language): string {
  const { year, month, dayOfMonth } = civilFromDay(day);
  if (grain === 'year') return String(year);
  const name = DATE_WORDS[language].months[month - 1];
  const withYear = isFirst || (month === 1 && (grain === 'month' || dayOfMonth <= 7));
  const own = grain === 'month' ? name : `${dayOfMonth} ${name}`;
  return withYear ? `${own} ${year}` : own;
}

interface DaysPlace {
  readonly axis: TimeAxis;
  readonly top: number;
  readonly bottom: number;
  readonly today: Day | null;
}

/** Lines and names of round days; a name on the one before or on the line of today is left out. */
export function drawDays({ axis, top, bottom, today }: DaysPlace, look: Look): Shape {
  const { palette, language } = look;
  const most = Math.max(2, Math.floor((axis.right - axis.left) / 62));
  const { days, grain } = dayTicks(axis.first, axis.last, most);
  let taken = -Infinity;
  const named = days.map((day, at) => {
    const text = tickText(day, grain, at === 0, language);
    const half = widthOf(text, { size: SCALE }) / 2;
    const x = Math.min(Math.max(axis.x(day), axis.left + half), axis.right - half);
    const isOnToday = today !== null && Math.abs(axis.x(today) - x) < half + 3;
    if (x - half < taken + 8 || isOnToday) return null;
    taken = x + half;
    return words(text, x, top - 6, { size: SCALE, fill: palette.softInk, anchor: 'middle' });
  });
  const lines = days.map((day) =>
    shape('line', {
      x1: axis.x(day),
      x2: axis.x(day),
      y1: top,
      y2: bottom,
      stroke: palette.hairline,
    }),
  );
  return group({ 'aria-hidden': 'true' }, [...lines, ...named]);
}

/** The line of today with its date, on a row of its own above the names of days. */
export function drawToday(
  today: Day | null,
  axis: TimeAxis,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  look: Look,
): Shape | null {
  if (today === null || today < axis.first || today > axis.last) return null;
  const { palette, language } = look;
  const date = fullDate(today, language);
  const half = (text: string): number => widthOf(text, { size: SAID, weight: 'bold' }) / 2;
  const room = look.width - 2 * MARGIN;
  const text = [wordsOf(look).today(date), date].find((each) => half(each) * 2 <= room) ?? '';
  const x = axis.x(today);
  const [first, last] = [MARGIN + half(text), look.width - MARGIN - half(text)];
  const middle = Math.min(Math.max(x, first), last);
  return group({ 'aria-hidden': 'true' }, [
    shape('line', {
      x1: x,
      x2: x,
      y1: top + 4,
      y2: bottom,
      stroke: palette.ink,
      'stroke-width': 1.5,
      'stroke-dasharray': '2 3',
    }),
    words(text, middle, top, { size: SAID, weight: 'bold', fill: palette.ink, anchor: 'middle' }),
  ]);
}
