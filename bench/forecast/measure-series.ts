import { forecastSeries } from '../../src/core/evaluate/forecast/series/forecast-series.ts';
import { scaledError, symmetricError } from './accuracy.ts';
import { naive2, plainTheta } from './benchmark-methods.ts';
import { type SeriesWithFuture, seasonLengthOf } from './read-series.ts';

/** What one method did on the series of one period. */
export interface ForecastMeasure {
  readonly period: string;
  readonly method: string;
  /** Series that every method could forecast, and the ones with too few values for that. */
  readonly series: number;
  readonly leftOut: number;
  readonly sMAPE: number;
  /** Null when the past of no series ever changed. */
  readonly MASE: number | null;
  /** Series with a MASE: where the past never changes there is nothing to scale by. */
  readonly scaledSeries: number;
}

type Method = (
  train: readonly number[],
  seasonLength: number,
  horizon: number,
) => readonly number[] | null;

export const OWN_METHOD = 'Koers';

const METHODS: Readonly<Record<string, Method>> = {
  [OWN_METHOD]: (train, seasonLength, horizon) => {
    const nonNegative = train.every((value) => value >= 0);
    return forecastSeries(train, { seasonLength, horizon, nonNegative })?.middle ?? null;
  },
  Theta: plainTheta,
  Naive2: naive2,
};

/** Ours against the yardsticks, each series foreseen from its train part and judged on its test part. */
export function measureSeries(all: readonly SeriesWithFuture[]): ForecastMeasure[] {
  const periods = [...new Set(all.map(({ period }) => period))];
  return periods.flatMap((period) => {
    const ofPeriod = all.filter((one) => one.period === period);
    const known = ofPeriod.filter(canBeForeseen);
    if (known.length === 0) return [];
    return Object.entries(METHODS).map(([name, method]) => ({
      ...measure(known, period, method),
      period,
      method: name,
      series: known.length,
      leftOut: ofPeriod.length - known.length,
    }));
  });
}

/** The yardsticks take any history; ours asks for three values. */
const canBeForeseen = ({ train, test, period }: SeriesWithFuture): boolean =>
  test.length > 0 && METHODS[OWN_METHOD](train, seasonLengthOf(period), test.length) !== null;

function measure(all: readonly SeriesWithFuture[], period: string, method: Method) {
  const seasonLength = seasonLengthOf(period);
  const percents: number[] = [];
  const scaled: number[] = [];
  for (const { train, test } of all) {
    const found = method(train, seasonLength, test.length);
    if (found === null) continue;
    percents.push(symmetricError(test, found) ?? 0);
    const error = scaledError(train, test, found, seasonLength);
    if (error !== null) scaled.push(error);
  }
  return {
    sMAPE: average(percents),
    MASE: scaled.length > 0 ? average(scaled) : null,
    scaledSeries: scaled.length,
  };
}

const average = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
