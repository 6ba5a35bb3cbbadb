import type { Calibration, Tally } from './calibrate.ts';

const share = ({ count, true: hits }: Tally): string =>
  count === 0 ? '–' : `${((100 * hits) / count).toFixed(1)} %`;

const LEGEND = [
  'Each series is stopped a quarter, half and three quarters into a period and asked for its total.',
  'Targets are 0.8 to 1.2 times what came the time before; plans are straight. Naive: run rate, and',
  'last year’s share, with a normal distribution from moving ranges of intervals taken as independent.',
];

export function printCalibration({ bands, deciles, colours }: Calibration): void {
  for (const line of LEGEND) console.log(`  ${line}`);
  console.log('\n  Inside the 80 % band');
  for (const [group, tally] of [...bands].sort(([a], [b]) => a.localeCompare(b))) {
    console.log(`    ${group.padEnd(28)} ${share(tally).padStart(7)} of ${tally.count}`);
  }
  console.log('\n  Said, on average, and came true');
  for (const tally of deciles.filter(({ count }) => count > 0)) {
    const said = `${((100 * tally.said) / tally.count).toFixed(1)} %`;
    console.log(`    ${said.padStart(7)} ${share(tally).padStart(9)} of ${tally.count}`);
  }
  console.log('\n  Achieved, by colour at half-time');
  for (const [colour, tally] of colours) {
    console.log(`    ${colour.padEnd(12)} ${share(tally).padStart(7)} of ${tally.count}`);
  }
  console.log();
}
