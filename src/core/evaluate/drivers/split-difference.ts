/** More factors than this have too many orders to average over. */
const MOST_FACTORS_FOR_SHAPLEY = 5;

/** L(a, b) = (a − b)/(ln a − ln b), the logarithmic mean; L(a, a) = a. */
function logarithmicMean(a: number, b: number): number {
  const difference = a - b;
  if (Math.abs(difference) <= 1e-9 * Math.max(a, b)) return (a + b) / 2;
  return difference / (Math.log(a) - Math.log(b));
}

const product = (values: readonly number[]): number => values.reduce((all, own) => all * own, 1);

/**
 * What each factor of a product added to its difference, by the logarithmic mean Divisia index: the
 * parts sum to the difference, with no rest (Ang 2004). For factors above 0.
 */
function splitByLogarithms(before: readonly number[], after: readonly number[]): number[] {
  const mean = logarithmicMean(product(after), product(before));
  return after.map((value, i) => mean * (Math.log(value) - Math.log(before[i])));
}

/** The mean, over every order in which the factors may change, of what each change adds. */
function splitByOrders(before: readonly number[], after: readonly number[]): number[] {
  const size = after.length;
  const parts = after.map(() => 0);
  const values = [...before];
  let orders = 0;
  const visit = (left: readonly number[]): void => {
    if (left.length === 0) orders++;
    for (const factor of left) {
      const was = product(values);
      values[factor] = after[factor];
      const gain = product(values) - was;
      const rest = left.filter((other) => other !== factor);
      parts[factor] += gain * factorial(rest.length);
      visit(rest);
      values[factor] = before[factor];
    }
  };
  visit(Array.from({ length: size }, (_, i) => i));
  return parts.map((part) => part / orders);
}

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));

/**
 * Splits the difference of a product over its factors (calculations.md §12): by LMDI when all are
 * above 0, else by the Shapley mean for up to five factors, else null. The parts sum to the
 * difference.
 *
 * | before | after | parts |
 * |---|---|---|
 * | 1000 · 2 · 50 | 1050 · 2 · 52 | 5100.16 + 0 + 4099.84 = 9200 |
 */
export function splitDifference(
  before: readonly number[],
  after: readonly number[],
): number[] | null {
  const arePositive = [...before, ...after, product(before), product(after)].every(
    (value) => value > 0 && Number.isFinite(value),
  );
  if (arePositive) return splitByLogarithms(before, after);
  return after.length <= MOST_FACTORS_FOR_SHAPLEY ? splitByOrders(before, after) : null;
}
