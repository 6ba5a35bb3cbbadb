/** A year later counts this much more: patterns move slowly. */
const YEARLY_FADING = 0.85;
/** "No season at all" has a voice worth this many values, so that two years cannot prove one. */
const DOUBT = 2;

/**
 * The pattern that repeats in a series: what each position in the season adds, position 0 being that
 * of the first value; on average nothing. Of a logarithm the pattern is a factor. It is measured
 * against the mean of the year around each value (against a line before there are three years), the
 * newest years counting most, and believed only as far as it stands out from the noise (James and
 * Stein 1961; for seasons Miller and Williams 2003). Nothing but zeros without a season to be seen:
 * that takes two full ones.
 */
export function seasonOf(values: Float64Array, seasonLength: number): Float64Array {
  const pattern = new Float64Array(Math.max(1, seasonLength));
  const n = values.length;
  if (seasonLength < 2 || n < 2 * seasonLength) return pattern;
  const isShort = n < 3 * seasonLength;
  const trend = isShort ? yearOverYearLine(values, seasonLength) : yearAround(values, seasonLength);
  const weights = new Float64Array(seasonLength);
  const weightSquares = new Float64Array(seasonLength);
  let squares = 0;
  let weight = 1;
  for (let i = n - 1; i >= 0; i--) {
    const deviation = values[i] - trend[i];
    const position = i % seasonLength;
    if ((n - 1 - i) % seasonLength === seasonLength - 1) weight *= YEARLY_FADING;
    if (Number.isNaN(deviation)) continue;
    weights[position] += weight;
    weightSquares[position] += weight * weight;
    pattern[position] += weight * deviation;
    squares += weight * deviation * deviation;
  }
  return shrink(pattern, weights, weightSquares, squares, isShort);
}

/** Sums per position into means around 0, drawn towards 0 by how little they stand out. */
function shrink(
  pattern: Float64Array,
  weights: Float64Array,
  weightSquares: Float64Array,
  squares: number,
  isShort: boolean,
): Float64Array {
  const m = pattern.length;
  let all = 0;
  let freedom = isShort ? -1 : 0;
  let within = squares;
  let perValue = 0;
  let centre = 0;
  for (let p = 0; p < m; p++) {
    within -= (pattern[p] * pattern[p]) / weights[p];
    freedom += weights[p] - weightSquares[p] / weights[p];
    perValue += weightSquares[p] / (weights[p] * weights[p]) / m;
    all += weights[p];
    pattern[p] /= weights[p];
    centre += pattern[p] / m;
  }
  let strength = 0;
  for (let p = 0; p < m; p++) {
    pattern[p] -= centre;
    strength += (pattern[p] * pattern[p]) / (m - 1);
  }
  const doubt = isShort ? DOUBT : 0;
  const noise = (Math.max(0, within) + (doubt * squares) / all) / (freedom + doubt);
  const trust = strength > 0 ? Math.max(0, 1 - (noise * perValue) / strength) : 0;
  for (let p = 0; p < m; p++) pattern[p] *= trust;
  return pattern;
}

/** Mean of the season around each value; NaN in the half season at either end. */
function yearAround(values: Float64Array, seasonLength: number): Float64Array {
  const trend = new Float64Array(values.length).fill(Number.NaN);
  const half = seasonLength >> 1;
  const edge = seasonLength % 2 === 0 ? 0.5 : 1;
  let within = 0;
  for (let i = 0; i < 2 * half; i++) within += values[i];
  for (let i = half; i + half < values.length; i++) {
    // The sum runs from half a season before to half a season after, the last one left out.
    trend[i] = (within + edge * values[i + half] - (1 - edge) * values[i - half]) / seasonLength;
    within += values[i + half] - values[i - half];
  }
  return trend;
}

/** A line whose slope is free of the season: the mean change over exactly one year. */
function yearOverYearLine(values: Float64Array, seasonLength: number): Float64Array {
  const n = values.length;
  let change = 0;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += values[i];
    if (i >= seasonLength) change += values[i] - values[i - seasonLength];
  }
  const slope = change / (n - seasonLength) / seasonLength;
  const line = new Float64Array(n);
  for (let i = 0; i < n; i++) line[i] = sum / n + slope * (i - (n - 1) / 2);
  return line;
}
