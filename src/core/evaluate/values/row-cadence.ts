import {
  CADENCES,
  intervalContaining,
  type RegularCadence,
  type YearCut,
} from '../../model/period.ts';

/**
 * The finest of day, week, month, quarter, year at which at least half of the intervals between
 * the first and the last value have one (workbook.md); `irregular` when there is none. A single
 * day says nothing and gives null.
 *
 * @param days ascending, each once
 */
export function rowCadence(
  days: ArrayLike<number>,
  cut: YearCut,
): RegularCadence | 'irregular' | null {
  if (days.length < 2) return null;
  for (const cadence of CADENCES) {
    if (filledShare(days, cadence, cut) >= 0.5) return cadence;
  }
  return 'irregular';
}

function filledShare(days: ArrayLike<number>, cadence: RegularCadence, cut: YearCut): number {
  let filled = 0;
  let position = 0;
  while (position < days.length) {
    const { end } = intervalContaining(cadence, days[position], cut);
    filled++;
    while (position < days.length && days[position] <= end) position++;
  }
  return filled / intervalCount(days[0], days[days.length - 1], cadence, cut);
}

function intervalCount(first: number, last: number, cadence: RegularCadence, cut: YearCut): number {
  if (cadence === 'day') return last - first + 1;
  let count = 0;
  for (let day = first; day <= last; count++) {
    day = intervalContaining(cadence, day, cut).end + 1;
  }
  return count;
}
