const product = (values: readonly number[]): number =>
  values.reduce((all, value) => all * value, 1);

/** L(a, b): the logarithmic mean. */
const logarithmicMean = (a: number, b: number): number =>
  a === b ? a : (a - b) / (Math.log(a) - Math.log(b));

function orders(size: number): number[][] {
  if (size === 0) return [[]];
  return orders(size - 1).flatMap((order) =>
    Array.from({ length: size }, (_, at) => [...order.slice(0, at), size - 1, ...order.slice(at)]),
  );
}

/** The mean, over all orders in which the factors could have changed, of what each change added. */
function shapley(before: readonly number[], after: readonly number[]): number[] | null {
  if (before.length > 5) return null;
  const all = orders(before.length);
  const parts = before.map(() => 0);
  for (const order of all) {
    const now = [...before];
    for (const factor of order) {
      const was = product(now);
      now[factor] = after[factor];
      parts[factor] += (product(now) - was) / all.length;
    }
  }
  return parts;
}

/** §12: what each factor of a product added to the difference. */
export function splitOverFactors(
  before: readonly number[],
  after: readonly number[],
): number[] | null {
  if ([...before, ...after].some((value) => value <= 0)) return shapley(before, after);
  const mean = logarithmicMean(product(after), product(before));
  return after.map((value, i) => mean * Math.log(value / before[i]));
}
