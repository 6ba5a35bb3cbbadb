import { BOARD_WORDS, type BoardWords } from '../core/language/board-words.ts';
import type { Day } from '../core/model/calendar-date.ts';
import type { Language } from '../core/model/workspace.ts';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', nl: 'nl-NL' };
const DAY_MILLISECONDS = 86_400_000;

/** Words, days and shares in the language of a board. */
export interface Say {
  readonly words: BoardWords;
  readonly language: Language;
  /**
   * What was written down from this page since the board was calculated, by key of the KPI; null
   * where no check-in can be.
   */
  readonly checkIns: Map<string, string> | null;
  /** 31 Mar; with its year where that is not the year of the board. */
  readonly day: (day: Day) => string;
  /** 0.31 as 31%. */
  readonly share: (share: number) => string;
  /** "4 days late"; '' for on the day and for what nobody knows. */
  readonly lateness: (daysLate: number | null) => string;
}

export function sayIn(
  language: Language,
  today: Day | null,
  checkIns: Map<string, string> | null,
): Say {
  const words = BOARD_WORDS[language];
  const yearOf = (day: Day) => new Date(day * DAY_MILLISECONDS).getUTCFullYear();
  const thisYear = today === null ? null : yearOf(today);
  const write = (year: 'numeric' | undefined) =>
    new Intl.DateTimeFormat(LOCALES[language], {
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
      year,
    });
  const [short, long] = [write(undefined), write('numeric')];
  const percent = new Intl.NumberFormat(LOCALES[language], { style: 'percent' });
  return {
    words,
    language,
    checkIns,
    // One month has four letters in British English; the sentences beside it give it three.
    day: (day) =>
      (yearOf(day) === thisYear ? short : long)
        .format(day * DAY_MILLISECONDS)
        .replace('Sept', 'Sep'),
    share: (share) => percent.format(share),
    lateness(daysLate) {
      if (daysLate === null || daysLate === 0) return '';
      const days = words.days(Math.abs(daysLate));
      return daysLate > 0 ? words.late(days) : words.early(days);
    },
  };
}
