// The yardsticks of the M competitions, for comparison only: nothing of this ships.

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Naive2 of the M competitions: the last seasonally adjusted value, with the season put back. */
export function naive2(values: readonly number[], seasonLength: number, horizon: number): number[] {
  const { adjusted, factors } = classicalSeason(values, seasonLength);
  const last = adjusted[adjusted.length - 1];
  return withSeason(new Array<number>(horizon).fill(last), factors, values.length);
}

/** Standard Theta (Assimakopoulos and Nikolopoulos 2000): the mean of lines θ = 0 and θ = 2. */
export function plainTheta(
  values: readonly number[],
  seasonLength: number,
  horizon: number,
): number[] {
  const { adjusted, factors } = classicalSeason(values, seasonLength);
  const n = adjusted.length;
  const middle = (n - 1) / 2;
  const byTime = adjusted.reduce((sum, value, i) => sum + (i - middle) * value, 0);
  const slope = n < 2 ? 0 : (12 * byTime) / (n * (n * n - 1));
  const start = mean(adjusted) - slope * middle;
  const curved = adjusted.map((value, i) => 2 * value - (start + slope * i));
  const level = smoothedLevel(curved);
  const path = Array.from({ length: horizon }, (_, k) => (start + slope * (n + k) + level) / 2);
  return withSeason(path, factors, n);
}

/** Multiplicative classical decomposition where the 90 % autocorrelation test finds a season. */
function classicalSeason(values: readonly number[], seasonLength: number) {
  if (!isSeasonal(values, seasonLength)) return { adjusted: [...values], factors: [1] };
  const trend = yearAround(values, seasonLength);
  const ratios: number[][] = Array.from({ length: seasonLength }, () => []);
  values.forEach((value, i) => {
    const level = trend[i];
    if (level !== null) ratios[i % seasonLength].push(value / level);
  });
  const raw = ratios.map(mean);
  const centre = mean(raw);
  const factors = raw.map((factor) => factor / centre);
  return { adjusted: values.map((value, i) => value / factors[i % seasonLength]), factors };
}

/** Mean over one full season around each value; null in the half season at either end. */
function yearAround(values: readonly number[], seasonLength: number): (number | null)[] {
  const half = seasonLength >> 1;
  const edge = seasonLength % 2 === 0 ? 0.5 : 1;
  return values.map((_, i) => {
    if (i < half || i + half >= values.length) return null;
    let sum = edge * (values[i - half] + values[i + half]);
    for (let k = i - half + 1; k < i + half; k++) sum += values[k];
    return sum / seasonLength;
  });
}

function withSeason(path: readonly number[], factors: readonly number[], length: number): number[] {
  return path.map((value, k) => value * factors[(length + k) % factors.length]);
}

function isSeasonal(values: readonly number[], seasonLength: number): boolean {
  const n = values.length;
  if (seasonLength < 2 || n < 2 * seasonLength || values.some((value) => value <= 0)) return false;
  const centre = mean(values);
  const power = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  if (power === 0) return false;
  let earlier = 0;
  for (let lag = 1; lag <= seasonLength; lag++) {
    let product = 0;
    for (let i = lag; i < n; i++) product += (values[i] - centre) * (values[i - lag] - centre);
    const correlation = product / power;
    if (lag === seasonLength) {
      return Math.abs(correlation) > 1.645 * Math.sqrt((1 + 2 * earlier) / n);
    }
    earlier += correlation * correlation;
  }
  return false;
}

/** Simple exponential smoothing with the smoothing and the first level of least squares. */
function smoothedLevel(values: readonly number[]): number {
  let best = { squares: Number.POSITIVE_INFINITY, level: values[values.length - 1] };
  for (let percent = 1; percent <= 99; percent++) {
    const smoothing = percent / 100;
    let level = 0;
    let influence = 1;
    let squares = 0;
    let cross = 0;
    let weight = 0;
    for (const value of values) {
      const error = value - level;
      squares += error * error;
      cross += error * influence;
      weight += influence * influence;
      level += smoothing * error;
      influence *= 1 - smoothing;
    }
    const first = cross / weight;
    const left = squares - first * cross;
    if (left < best.squares) best = { squares: left, level: level + first * influence };
  }
  return best.level;
}
