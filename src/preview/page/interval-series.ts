import type { LineSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import type { Row } from './api-client.ts';
import { numberOf } from './api-client.ts';
import { INK, ROUTE_BLUE, SOFT_INK } from './charts.ts';
import type { TimelineData, Words } from './timeline-data.ts';
import { hasLine, valuesOf } from './timeline-data.ts';
import type { ChartSeries } from './timeline-series.ts';

const VIOLET = '#6d4f90';
const DASHED = [7, 5];

function lineOf(
  rows: readonly Row[],
  name: string,
  field: string,
  style: LineSeriesOption['lineStyle'],
): LineSeriesOption[] {
  if (!hasLine(rows, field)) return [];
  return [
    {
      type: 'line',
      name,
      data: valuesOf(rows, field),
      lineStyle: { width: 1.5, ...style },
      itemStyle: { color: String(style?.color ?? INK) },
      showSymbol: false,
      symbol: 'none',
    },
  ];
}

/** Each period by itself beside its plan and last year; a period that still runs is paler. */
export function intervalSeries({ intervals: rows }: TimelineData, { say }: Words): ChartSeries[] {
  return [
    {
      type: 'bar',
      name: say('actual'),
      data: rows.map((row) => ({
        value: numberOf(row, 'actual') ?? '-',
        itemStyle: {
          color: row.is_partial === true ? '#9db8d2' : ROUTE_BLUE,
          borderRadius: [3, 3, 0, 0],
        },
      })),
      itemStyle: { color: ROUTE_BLUE },
      barMaxWidth: 44,
    },
    ...lineOf(rows, say('planLine'), 'plan', { color: SOFT_INK, type: DASHED }),
    ...lineOf(rows, say('lastYear'), 'last_year', { color: '#b5b0a3' }),
  ];
}

/** Limits reach as far as the values do. */
export const withSignal = (rows: readonly Row[]): Row[] =>
  rows.filter((row) => numberOf(row, 'signal_value') !== null);

export const hasSignals = (rows: readonly Row[]): boolean =>
  hasLine(rows, 'signal_value') && hasLine(rows, 'upper_limit');

function isOutside(row: Row): boolean {
  const [value, low, high] = [
    numberOf(row, 'signal_value'),
    numberOf(row, 'lower_limit'),
    numberOf(row, 'upper_limit'),
  ];
  return value !== null && ((high !== null && value > high) || (low !== null && value < low));
}

/** Change or noise: the values between their usual limits, with what falls outside marked. */
export function signalSeries({ intervals: rows }: TimelineData, { say }: Words): ChartSeries[] {
  return [
    ...lineOf(rows, say('centre'), 'centre_line', { color: VIOLET }),
    ...lineOf(rows, say('limits'), 'lower_limit', { color: VIOLET, type: DASHED, opacity: 0.6 }),
    ...lineOf(rows, `${say('limits')} `, 'upper_limit', {
      color: VIOLET,
      type: DASHED,
      opacity: 0.6,
    }),
    {
      type: 'line',
      name: say('signalValue'),
      lineStyle: { color: ROUTE_BLUE, width: 2 },
      itemStyle: { color: ROUTE_BLUE },
      symbol: 'circle',
      symbolSize: 6,
      data: valuesOf(rows, 'signal_value'),
    },
    ...outside(rows, say('outside')),
  ];
}

/** What noise does not explain, by shape and not by colour alone. */
function outside(rows: readonly Row[], name: string): ScatterSeriesOption[] {
  if (!rows.some(isOutside)) return [];
  return [
    {
      type: 'scatter',
      name,
      symbol: 'diamond',
      symbolSize: 18,
      z: 6,
      itemStyle: { color: VIOLET, borderColor: '#fff', borderWidth: 1.5 },
      data: rows.map((row) => (isOutside(row) ? (numberOf(row, 'signal_value') ?? '-') : '-')),
    },
  ];
}
