import type { Measure } from '../../model/measure.ts';
import type { Measurements } from '../../model/measurements.ts';
import type { CalendarFacts } from '../period/calendar-facts.ts';
import type { ValueReader } from './value-reader.ts';

/** The lowest and the highest value there ever was; Infinity and −Infinity without any. */
export interface Extremes {
  readonly lowest: number;
  readonly highest: number;
}

const NONE: Extremes = {
  lowest: Number.POSITIVE_INFINITY,
  highest: Number.NEGATIVE_INFINITY,
};

export const withValue = ({ lowest, highest }: Extremes, value: number | null): Extremes =>
  value === null
    ? { lowest, highest }
    : { lowest: Math.min(lowest, value), highest: Math.max(highest, value) };

/** Of the rows of each measure up to today, whatever became of them; read when first asked for. */
export function rowExtremes(
  { measureIds, measure, day, value, rowCount }: Measurements,
  { today }: CalendarFacts,
): (measureId: string) => Extremes {
  const read = (): Map<string, Extremes> => {
    const lowest = new Float64Array(measureIds.length).fill(NONE.lowest);
    const highest = new Float64Array(measureIds.length).fill(NONE.highest);
    for (let row = 0; row < rowCount; row++) {
      if (day[row] > today) continue;
      const own = measure[row];
      if (value[row] < lowest[own]) lowest[own] = value[row];
      if (value[row] > highest[own]) highest[own] = value[row];
    }
    return new Map(measureIds.map((id, i) => [id, { lowest: lowest[i], highest: highest[i] }]));
  };
  let known: Map<string, Extremes> | null = null;
  return (measureId) => {
    known ??= read();
    return known.get(measureId) ?? NONE;
  };
}

/** Of what has no rows of its own: a formula, or the windows over a measure. */
export function readExtremes(
  { firstDay, hasValueIn, over }: ValueReader,
  { cadence }: Measure,
  calendar: CalendarFacts,
): Extremes {
  if (firstDay === null || firstDay > calendar.today) return NONE;
  const rhythm = cadence === 'irregular' ? 'day' : cadence;
  const { start, end } = calendar.over(rhythm, { start: firstDay, end: calendar.today });
  return start.reduce<Extremes>(
    (found, day, i) => (hasValueIn(day, end[i]) ? withValue(found, over(day, end[i])) : found),
    NONE,
  );
}
