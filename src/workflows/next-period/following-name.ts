import { normaliseText } from '../../core/intake/sheet/normalise-text.ts';
import { isoDate } from '../../core/model/calendar-date.ts';
import {
  type DayRange,
  fiscalYearOf,
  intervalContaining,
  intervalLabel,
  type RegularCadence,
  type YearCut,
} from '../../core/model/period.ts';

const isWhole = (cadence: RegularCadence, range: DayRange, cut: YearCut): boolean => {
  const whole = intervalContaining(cadence, range.start, cut);
  return whole.start === range.start && whole.end === range.end;
};

/** 2026 Q2, 2027, 2026-05; the first day for what is none of these. */
function labelOf(range: DayRange, cut: YearCut): string {
  const cadence = (['month', 'quarter', 'year'] as const).find((own) => isWhole(own, range, cut));
  return cadence === undefined ? isoDate(range.start) : intervalLabel(cadence, range, cut);
}

const quarterOf = (range: DayRange, cut: YearCut): string =>
  intervalLabel('quarter', intervalContaining('quarter', range.start, cut), cut).slice(-1);

/** The same text with the quarter (Q1, K1) and the year that it names moved along. */
export function movedLabels(text: string, from: DayRange, to: DayRange, cut: YearCut): string {
  const year = String(fiscalYearOf(from.end, cut));
  const nextYear = String(fiscalYearOf(to.end, cut));
  const quarter = quarterOf(from, cut);
  const moved = isWhole('quarter', from, cut)
    ? text.replace(new RegExp(`\\b([QK])${quarter}\\b`, 'gi'), `$1${quarterOf(to, cut)}`)
    : text;
  return moved.replace(new RegExp(`\\b${year}\\b`, 'g'), nextYear);
}

/** A name of its own: Revenue Q1 becomes Revenue Q2, Revenue becomes Revenue 2026 Q2. */
export function followingName(
  name: string,
  { from, to, cut }: { from: DayRange; to: DayRange; cut: YearCut },
  taken: ReadonlySet<string>,
): string {
  const isFree = (text: string) => !taken.has(normaliseText(text));
  const moved = movedLabels(name, from, to, cut);
  if (isFree(moved)) return moved;
  const labelled = `${moved} ${labelOf(to, cut)}`;
  let free = labelled;
  for (let number = 2; !isFree(free); number += 1) free = `${labelled} (${number})`;
  return free;
}
