import { atMost, type Figure, trend } from './figure.ts';
import { measureForecasts } from './forecast/measure-m1.ts';

const LEAST_COVERAGE = 75;
const MOST_COVERAGE = 85;

const twoDigits = (value: number): string => value.toFixed(2);
const threeDigits = (value: number): string => value.toFixed(3);

/** Koers beside plain Theta and Naive2 on the M1 competition: errors no larger than Theta's. */
export function measureAccuracy(pathToM1: string): Figure[] {
  const rows = measureForecasts(pathToM1);
  return rows
    .filter(({ method }) => method === 'Koers')
    .flatMap(({ period, sMAPE, MASE, coverage }) => {
      const theta = rows.find((row) => row.period === period && row.method === 'Theta');
      if (theta === undefined) return [];
      return [
        atMost(`${period}: sMAPE, against Theta's`, sMAPE, theta.sMAPE, twoDigits),
        atMost(`${period}: MASE, against Theta's`, MASE, theta.MASE, threeDigits),
        ...(coverage === null ? [] : [coverageFigure(period, coverage)]),
      ];
    });
}

const coverageFigure = (period: string, coverage: number): Figure => ({
  ...trend(`${period}: what came true inside the 80 % band`, `${coverage} %`),
  bound: `${LEAST_COVERAGE} – ${MOST_COVERAGE} %`,
  isMet: coverage >= LEAST_COVERAGE && coverage <= MOST_COVERAGE,
});
