import { atMost, type Figure, trend } from './figure.ts';
import { type ForecastMeasure, measureSeries, OWN_METHOD } from './forecast/measure-series.ts';
import { printForecasts } from './forecast/print-forecasts.ts';
import { readSeries } from './forecast/read-series.ts';

const LEAST_COVERAGE = 75;
const MOST_COVERAGE = 85;

const twoDigits = (value: number): string => value.toFixed(2);
const threeDigits = (value: number): string => value.toFixed(3);

/** Koers beside plain Theta and Naive2 on a file of series: errors no larger than Theta's. */
export function measureAccuracy(path: string): Figure[] {
  const rows = measureSeries(readSeries(path));
  console.log(`\nForecasts on ${path}`);
  printForecasts(rows);
  return rows
    .filter(({ method }) => method === OWN_METHOD)
    .flatMap((own) => {
      const theta = rows.find(({ period, method }) => period === own.period && method === 'Theta');
      return theta === undefined ? [] : figuresOf(own, theta);
    });
}

function figuresOf(own: ForecastMeasure, theta: ForecastMeasure): Figure[] {
  const { period, coverage } = own;
  return [
    atMost(`${period}: sMAPE, against Theta's`, own.sMAPE, theta.sMAPE, twoDigits),
    ...(own.MASE === null || theta.MASE === null
      ? []
      : [atMost(`${period}: MASE, against Theta's`, own.MASE, theta.MASE, threeDigits)]),
    ...(coverage === null ? [] : [coverageFigure(period, coverage)]),
  ];
}

const coverageFigure = (period: string, coverage: number): Figure => ({
  ...trend(`${period}: what came true inside the 80 % band`, `${coverage.toFixed(1)} %`),
  bound: `${LEAST_COVERAGE} – ${MOST_COVERAGE} %`,
  isMet: coverage >= LEAST_COVERAGE && coverage <= MOST_COVERAGE,
});
