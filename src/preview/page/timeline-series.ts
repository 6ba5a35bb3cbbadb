import type { BarSeriesOption, LineSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import type { Row } from './api-client.ts';
import { numberOf, textOf } from './api-client.ts';
import { INK, ROUTE_BLUE, SOFT_INK } from './charts.ts';
import { dayToDate } from './format.ts';
import type { Point, TimelineData, Words } from './timeline-data.ts';
import { hasLine, points, timeOf } from './timeline-data.ts';
import { eventAreas, stopoverSeries, targetAndToday } from './timeline-marks.ts';

export type ChartSeries = BarSeriesOption | LineSeriesOption | ScatterSeriesOption;

const noSymbol = { showSymbol: false, symbol: 'none' } as const;

/** Where plan and actual begin, so that the line leaves from the start and not from the first result. */
function startPoint(kpi: Row, first: Row | undefined): Point[] {
  const start = dayToDate(kpi.start_date);
  const baseline = numberOf(kpi, 'baseline');
  const isRoute = ['reach', 'ceiling'].includes(textOf(kpi, 'kpi_type'));
  const isDaily =
    first !== undefined && textOf(first, 'interval_end') === textOf(kpi, 'start_date');
  if (start === null || baseline === null || !isRoute || isDaily) return [];
  return [[start.getTime(), baseline]];
}

/** Two series on top of each other: an invisible floor and the band between low and high. */
function band(
  rows: readonly Row[],
  name: string,
  [low, high]: readonly [string, string],
  colour: string,
): LineSeriesOption[] {
  if (!hasLine(rows, low) || !hasLine(rows, high)) return [];
  const width = (row: Row): number | null => {
    const [bottom, top] = [numberOf(row, low), numberOf(row, high)];
    return bottom === null || top === null ? null : top - bottom;
  };
  const common = {
    type: 'line',
    stack: name,
    stackStrategy: 'all',
    lineStyle: { opacity: 0 },
    silent: true,
    ...noSymbol,
  } as const;
  return [
    { ...common, name: `${name} `, data: points(rows, low) },
    {
      ...common,
      name,
      data: rows.map((row): Point => [timeOf(row, 'interval_end'), width(row)]),
      areaStyle: { color: colour, opacity: 1 },
      itemStyle: { color: colour },
    },
  ];
}

/** A line for a column that has values at all. */
function lineOf(
  rows: readonly Row[],
  name: string,
  field: string,
  style: LineSeriesOption['lineStyle'],
  from: readonly Point[] = [],
): LineSeriesOption[] {
  if (!hasLine(rows, field)) return [];
  return [
    {
      type: 'line',
      name,
      data: [...from, ...points(rows, field)],
      lineStyle: style,
      itemStyle: { color: String(style?.color ?? INK) },
      ...noSymbol,
    },
  ];
}

/** The sums or levels since the start, the forecast as a cone, the stopovers on the plan. */
export function toDateSeries(data: TimelineData, words: Words, width: number): ChartSeries[] {
  const { kpi, intervals: rows } = data;
  const { say } = words;
  const start = startPoint(kpi, rows[0]);
  return [
    ...band(rows, say('range'), ['range_low', 'range_high'], '#e8efe9'),
    ...band(rows, say('band'), ['forecast_low', 'forecast_high'], '#dbe6f1'),
    ...lineOf(rows, say('lastYear'), 'last_year_to_date', { color: '#b5b0a3', width: 1.5 }),
    ...lineOf(
      rows,
      say('planLine'),
      'plan_to_date',
      { color: SOFT_INK, width: 2, type: [7, 5] },
      start,
    ),
    ...lineOf(rows, say('forecast'), 'forecast_to_date', {
      color: ROUTE_BLUE,
      width: 2,
      type: [2, 4],
    }),
    {
      type: 'line',
      name: say('actual'),
      data: [...start, ...points(rows, 'actual_to_date')],
      lineStyle: { color: ROUTE_BLUE, width: 3.5, cap: 'round' },
      itemStyle: { color: ROUTE_BLUE },
      z: 5,
      markLine: targetAndToday(data, words),
      markArea: eventAreas(data, width),
      ...noSymbol,
    },
    ...stopoverSeries(data, words),
  ];
}
