import { fullDate, shortDate } from '../core/language/format-date.ts';
import { formatDigits, formatShare } from '../core/language/format-number.ts';
import { sentencesIn } from '../core/language/languages.ts';
import type { Day } from '../core/model/calendar-date.ts';
import { joined, type Look, wordsOf } from './look.ts';
import type { Lane, Stop } from './route.ts';

/** A tone that asks for attention. */
export const worries = (stop: Stop): boolean =>
  stop.status?.tone === 'bad' || stop.status?.tone === 'watch';

export const stopName = ({ name }: Stop, look: Look): string =>
  name === '' ? wordsOf(look).dueDate : name;

/** The days of a stop as its label has them: 31 Mar, or 31 Mar → 9 Apr. */
export function stopDays(stop: Stop, today: Day | null, { language }: Look): string {
  const { due, expected } = stop;
  const readOn = today ?? due;
  const planned = shortDate(due, readOn, language);
  if (expected === null || expected <= due) return planned;
  return `${planned} → ${shortDate(expected, readOn, language)}`;
}

/** A stop in one line, for those who point at it or hear it. */
export function describeStop(stop: Stop, look: Look, value: string | null = null): string {
  const { language } = look;
  const { planned, expected, reached } = wordsOf(look);
  const book = sentencesIn(language);
  const { due } = stop;
  const late = stop.expected === null ? 0 : stop.expected - due;
  const days = book.days(String(Math.abs(late)));
  return joined([
    stopName(stop, look),
    stop.status?.word ?? null,
    value,
    planned(fullDate(due, language)),
    stop.expected !== null &&
      (stop.status?.isReached ? reached : expected)(fullDate(stop.expected, language)),
    late !== 0 && (late > 0 ? book.late(days) : book.early(days)),
  ]);
}

/** How far behind or ahead of its plan something is; null where nobody knows. */
export function behindText(daysBehind: number | null, look: Look): string | null {
  if (daysBehind === null) return null;
  const { behindPlan, aheadOfPlan, onPlan } = wordsOf(look);
  const whole = Math.round(Math.abs(daysBehind));
  const days = sentencesIn(look.language).days(String(whole));
  return whole === 0 ? onPlan : daysBehind > 0 ? behindPlan(days) : aheadOfPlan(days);
}

export const progressText = (progress: number | null, look: Look): string | null =>
  progress === null ? null : wordsOf(look).ofTheWay(formatShare(progress, look.language));

const MOST_PACE = 9.99;

/** A pace beyond any dial is only said to be: below 0%, above 999%. */
export function paceText(pace: number, { language }: Look): string {
  if (pace < 0) return `< ${formatShare(0, language)}`;
  return pace > MOST_PACE ? `> ${formatShare(MOST_PACE, language)}` : formatShare(pace, language);
}

export const fuelTimes = (fuel: number, { language }: Look): string =>
  formatDigits(fuel, fuel < 10 ? 2 : 0, language);

/** What is left over what is needed: 0.55 × the need. */
export function fuelText(fuel: number, look: Look): string {
  const { fuel: word, timesTheNeed } = wordsOf(look);
  return `${word} ${timesTheNeed(fuelTimes(fuel, look))}`;
}

/** A lane in one line. */
export function describeLane(lane: Lane, look: Look): string {
  const { start, due, arrival } = lane;
  const date = (day: Day) => fullDate(day, look.language);
  const stretch = [start, due].map((day) => (day === null ? '' : date(day))).join(' – ');
  return joined([
    lane.name,
    lane.status?.word ?? null,
    stretch === ' – ' ? null : stretch,
    progressText(lane.progress, look),
    behindText(lane.daysBehind, look),
    arrival === null ? null : wordsOf(look).arrival(date(arrival)),
  ]);
}
