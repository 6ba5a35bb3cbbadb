import type { ForecastMeasure } from './measure-series.ts';

const LEGEND = [
  'Each series is foreseen from its train values alone and judged on its test values.',
  'Koers: trend and season, the method of the product. Theta: Assimakopoulos and Nikolopoulos 2000.',
  'Naive2: the last value. Both with the season taken out by classical decomposition where the 90 %',
  'autocorrelation test finds one, as in the M competitions.',
  'sMAPE: mean of 200·|F − A| ÷ (|A| + |F|) per series, then over the series, in percent.',
  'MASE: mean |F − A| ÷ the mean change over a season (or one step) inside train, then over the series.',
];

const HEADS = ['period', 'series', 'method', 'sMAPE', 'MASE'];

export function printForecasts(rows: readonly ForecastMeasure[]): void {
  for (const line of LEGEND) console.log(`  ${line}`);
  console.log();
  const cells = rows.map((row) => [
    row.period,
    String(row.series),
    row.method,
    row.sMAPE.toFixed(2),
    row.MASE?.toFixed(3) ?? '–',
  ]);
  const widths = HEADS.map((head, i) =>
    Math.max(head.length, ...cells.map((line) => line[i].length)),
  );
  for (const line of [HEADS, ...cells]) {
    const padded = line.map((text, i) =>
      i === 0 || i === 2 ? text.padEnd(widths[i]) : text.padStart(widths[i]),
    );
    console.log(`  ${padded.join('   ').trimEnd()}`);
  }
  for (const remark of remarks(rows)) console.log(`  ${remark}`);
}

/** What the figures leave out, once a period. */
function remarks(rows: readonly ForecastMeasure[]): string[] {
  const oncePerPeriod = rows.filter(
    ({ period }, i) => rows.findIndex((row) => row.period === period) === i,
  );
  return oncePerPeriod.flatMap(({ period, series, leftOut, scaledSeries }) => [
    ...(leftOut > 0
      ? [`${period}: ${leftOut} more with fewer than 3 values or no test values are left out.`]
      : []),
    ...(scaledSeries < series
      ? [`${period}: MASE over ${scaledSeries}; the past of the others never changes.`]
      : []),
  ]);
}
