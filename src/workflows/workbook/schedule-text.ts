import { SCHEDULE_WORDS } from '../../core/language/connector-languages.ts';
import { fullDate } from '../../core/language/format-date.ts';
import { missedTurns, nextTurn, type Turns } from '../../core/model/turns.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { Clock } from '../ports.ts';
import { momentText } from './moment-text.ts';

/** The schedule as it is written down, and the place that says what its clock shows. */
export interface KnownSchedule {
  readonly turns: Turns | null;
  /** On whose authorisation; '' for nobody's. */
  readonly by: string;
  readonly timeZone: string;
}

/** "Next: 16 Feb 2026 between 06:00 and 07:00, on the authorisation of …"; '' without a schedule. */
export function nextRunText(
  clock: Clock,
  { turns, by, timeZone }: KnownSchedule,
  language: Language,
): string {
  if (turns === null) return '';
  const words = SCHEDULE_WORDS[language];
  // Google counts an hour from whenever the last run was.
  if (turns.every === 'hour') return words.nextWithinTheHour(by);
  const { day, hour } = nextTurn(turns, clock.civilTime(clock.now(), timeZone));
  return words.next(fullDate(day, language), hour, by);
}

/** "every day between 06:00 and 07:00" */
export function turnsInWords(turns: Turns, language: Language): string {
  const { every } = SCHEDULE_WORDS[language];
  if (turns.every === 'hour') return every.hour(turns);
  return turns.every === 'day' ? every.day(turns) : every.week(turns);
}

/** A run may fail once, and be late, without anybody being told. */
const MOST_MISSED_TURNS = 1;

/** What to know about results that should have been newer; '' when they are as they should be. */
export function overdueText(
  clock: Clock,
  { turns, timeZone }: KnownSchedule,
  recalculatedAt: number,
  language: Language,
): string {
  if (turns === null) return '';
  // Hours pass one by one, also in the night in which the clocks of the workbook change.
  const clockZone = turns.every === 'hour' ? 'Etc/UTC' : timeZone;
  const [last, now] = [recalculatedAt, clock.now()].map((at) => clock.civilTime(at, clockZone));
  if (missedTurns(turns, last, now) <= MOST_MISSED_TURNS) return '';
  return SCHEDULE_WORDS[language].overdue(momentText(clock, recalculatedAt, timeZone, language));
}
