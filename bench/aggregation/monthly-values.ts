/** What every contender must find: one value per measure and month, measure after measure. */
export type MonthlyValues = readonly (number | null)[];

export const FIRST_YEAR = 2023;
export const MONTH_COUNT = 36;

/** Sums of decimals differ in their last digits with the order of adding. */
const TOLERANCE = 1e-9;

export function isSameAnswer(found: MonthlyValues, expected: MonthlyValues): boolean {
  return (
    found.length === expected.length &&
    found.every((value, i) => {
      const wanted = expected[i];
      if (value === null || wanted === null) return value === wanted;
      return Math.abs(value - wanted) <= TOLERANCE * Math.max(1, Math.abs(wanted));
    })
  );
}

/** Where a measure's month stands in MonthlyValues. */
export const positionOf = (measure: number, year: number, monthIndex: number): number =>
  measure * MONTH_COUNT + (year - FIRST_YEAR) * 12 + monthIndex;
