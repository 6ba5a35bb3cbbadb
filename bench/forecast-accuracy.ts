import { atMost, type Figure } from './figure.ts';
import { type ForecastMeasure, measureSeries, OWN_METHOD } from './forecast/measure-series.ts';
import { printForecasts } from './forecast/print-forecasts.ts';
import { readSeries } from './forecast/read-series.ts';

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
  const { period } = own;
  return [
    atMost(`${period}: sMAPE, against Theta's`, own.sMAPE, theta.sMAPE, twoDigits),
    ...(own.MASE === null || theta.MASE === null
      ? []
      : [atMost(`${period}: MASE, against Theta's`, own.MASE, theta.MASE, threeDigits)]),
  ];
}
