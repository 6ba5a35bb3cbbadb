import { atLeast, atMost, type Figure, trend } from './figure.ts';
import { type Calibration, calibrate, type Tally } from './forecast/calibrate.ts';
import { momentsOf } from './forecast/moments.ts';
import { printCalibration } from './forecast/print-calibration.ts';
import { readSeries } from './forecast/read-series.ts';

/** Fewer cases than this say nothing about a group. */
const LEAST_CASES = 100;
const COVERAGE = { least: 0.75, most: 0.85 };
const MOST_OFF = 0.07;

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
const fourDigits = (value: number): string => value.toFixed(4);
const shareOf = ({ count, true: hits }: Tally): number => hits / count;

/** Whether bands and chances hold on a file of series. */
export function measureCalibration(path: string): Figure[] {
  const found = calibrate(readSeries(path).flatMap(momentsOf));
  if (found.brier.own.count === 0) return [trend('Moments with a band', 'none')];
  printCalibration(found);
  return [...coverageFigures(found), ...chanceFigures(found), ...colourFigures(found)];
}

function coverageFigures({ bands }: Calibration): Figure[] {
  return [...bands]
    .filter(([, { count }]) => count >= LEAST_CASES)
    .map(([group, tally]) => ({
      what: `Inside the 80 % band: ${group}`,
      measured: `${percent(shareOf(tally))} of ${tally.count}`,
      bound: `${percent(COVERAGE.least)} – ${percent(COVERAGE.most)}`,
      isMet: shareOf(tally) >= COVERAGE.least && shareOf(tally) <= COVERAGE.most,
    }));
}

function chanceFigures({ deciles, lowest, highest, brier }: Calibration): Figure[] {
  const off = deciles
    .filter(({ count }) => count >= LEAST_CASES)
    .map((tally) => Math.abs(shareOf(tally) - tally.said / tally.count));
  const mean = ({ sum, count }: { sum: number; count: number }) => sum / count;
  return [
    ...(off.length > 0
      ? [atMost('Chances, furthest from what came true', Math.max(...off), MOST_OFF, percent)]
      : []),
    ...(lowest.count >= LEAST_CASES
      ? [atMost('Given 1 % or less, came true', shareOf(lowest), 0.02, percent)]
      : []),
    ...(highest.count >= LEAST_CASES
      ? [atLeast('Given 99 % or more, came true', shareOf(highest), 0.98, percent)]
      : []),
    atMost(
      'Brier score, against the run rate with independent intervals',
      mean(brier.own),
      mean(brier.runRate),
      fourDigits,
    ),
    atMost('Brier score, against the base rate', mean(brier.own), mean(brier.baseRate), fourDigits),
    ...(brier.lastYear.count > 0
      ? [
          atMost(
            'Brier score where last year is known, against its share',
            mean(brier.ownThere),
            mean(brier.lastYear),
            fourDigits,
          ),
        ]
      : []),
  ];
}

function colourFigures({ colours }: Calibration): Figure[] {
  const on = colours.get('on_course');
  const off = colours.get('off_course');
  return [
    ...(on && on.count >= LEAST_CASES
      ? [atLeast('On course at half-time, achieved', shareOf(on), 0.8, percent)]
      : []),
    ...(off && off.count >= LEAST_CASES
      ? [atMost('Off course at half-time, achieved', shareOf(off), 0.08, percent)]
      : []),
  ];
}
