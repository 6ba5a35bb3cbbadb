import { normaliseText } from '../normalise-text.ts';

const MONTH_WORDS: readonly string[] = [
  'january januari jan',
  'february februari feb febr',
  'march maart mar mrt',
  'april apr',
  'may mei',
  'june juni jun',
  'july juli jul',
  'august augustus aug',
  'september sep sept',
  'october oktober oct okt',
  'november nov',
  'december dec',
];

const WEEKDAY_WORDS: readonly string[] = [
  'monday maandag mon ma',
  'tuesday dinsdag tue di',
  'wednesday woensdag wed wo',
  'thursday donderdag thu do',
  'friday vrijdag fri vr',
  'saturday zaterdag sat za',
  'sunday zondag sun zo',
];

const positionOf = (lines: readonly string[], word: string): number | null => {
  const key = normaliseText(word).replace(/\.$/, '');
  const index = lines.findIndex((line) => line.split(' ').includes(key));
  return index === -1 ? null : index + 1;
};

/** 1–12 for a month in English or Dutch, short or long. */
export const monthNamed = (word: string): number | null => positionOf(MONTH_WORDS, word);

/** 1 Monday … 7 Sunday. */
export const weekdayNamed = (word: string): number | null => positionOf(WEEKDAY_WORDS, word);
