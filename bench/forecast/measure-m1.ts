import { readFileSync } from 'node:fs';
import { scaledError, symmetricError } from '../../src/core/evaluate/forecast/accuracy.ts';
import { forecastSeries } from '../../src/core/evaluate/forecast/forecast-series.ts';
import { naive2, plainTheta } from './benchmark-methods.ts';

interface CompetitionSeries {
  readonly id: string;
  readonly period: string;
  readonly train: readonly number[];
  readonly test: readonly number[];
}

interface ForecastMeasure {
  period: string;
  method: string;
  series: number;
  sMAPE: number;
  MASE: number;
  /** Percent of the true values inside the 80 % band; null for methods without a band. */
  coverage: number | null;
  /** The same for the first, the middle and the last third of the horizon. */
  coverageByThird: string;
}

const SEASON_LENGTHS: Readonly<Record<string, number>> = { MONTHLY: 12, QUARTERLY: 4, YEARLY: 1 };

type Measured = { mean: readonly number[]; low?: readonly number[]; high?: readonly number[] };
type Method = (train: readonly number[], seasonLength: number, horizon: number) => Measured;

const METHODS: Readonly<Record<string, Method>> = {
  Koers: (train, seasonLength, horizon) => {
    const nonNegative = train.every((value) => value >= 0);
    const forecast = forecastSeries(train, { seasonLength, horizon, nonNegative });
    if (forecast === null) throw new Error('A series of the competition was refused.');
    return forecast;
  },
  Theta: (...series) => ({ mean: plainTheta(...series) }),
  Naive2: (...series) => ({ mean: naive2(...series) }),
};

/** Ours against the yardsticks on the M1 competition's 1,001 series, each judged on its own test part. */
export function measureForecasts(pathToM1: string): ForecastMeasure[] {
  const all: CompetitionSeries[] = JSON.parse(readFileSync(pathToM1, 'utf8'));
  const rows = measureSeries(all);
  console.table(rows);
  return rows;
}

export function measureSeries(all: readonly CompetitionSeries[]): ForecastMeasure[] {
  return Object.keys(SEASON_LENGTHS).flatMap((period) => {
    const some = all.filter((series) => series.period === period);
    if (some.length === 0) return [];
    return Object.entries(METHODS).map(([name, method]) => measure(some, period, name, method));
  });
}

function measure(
  all: readonly CompetitionSeries[],
  period: string,
  name: string,
  method: Method,
): ForecastMeasure {
  const seasonLength = SEASON_LENGTHS[period];
  const percents: number[] = [];
  const scaled: number[] = [];
  const inside: boolean[][] = [[], [], []];
  for (const { train, test } of all) {
    const { mean, low, high } = method(train, seasonLength, test.length);
    percents.push(symmetricError(test, mean) ?? 0);
    const error = scaledError(train, test, mean, seasonLength);
    if (error !== null) scaled.push(error);
    test.forEach((value, k) => {
      if (!low || !high) return;
      inside[Math.floor((3 * k) / test.length)].push(low[k] <= value && value <= high[k]);
    });
  }
  const covered = inside.map(percentTrue);
  return {
    period,
    method: name,
    series: all.length,
    sMAPE: round(average(percents), 2),
    MASE: round(average(scaled), 3),
    coverage: inside[0].length > 0 ? round(percentTrue(inside.flat()), 1) : null,
    coverageByThird: inside[0].length > 0 ? covered.map((one) => round(one, 0)).join(' / ') : '',
  };
}

const average = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const percentTrue = (flags: readonly boolean[]) =>
  (100 * flags.filter(Boolean).length) / flags.length;
const round = (value: number, digits: number) => Number(value.toFixed(digits));
