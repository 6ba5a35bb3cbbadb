import type { LineSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import type { Row } from './api-client.ts';
import { numberOf, textOf } from './api-client.ts';
import type { ChartOption } from './charts.ts';
import { chartBox, FONT, HAIRLINE, INK, ROUTE_BLUE, SOFT_INK } from './charts.ts';
import { dayToDate, formatCompact, formatDay, formatInUnit, formatTick } from './format.ts';
import { symbolOf, TONE_COLOURS, toneOf } from './status.ts';
import type { Language, Say } from './texts.ts';

export interface TimelineData {
  /** The KPI's row of the kpis table. */
  readonly kpi: Row;
  /** Its rows of the timeline table, in order. */
  readonly intervals: readonly Row[];
  /** Its rows of the milestones table. */
  readonly stops: readonly Row[];
}

const STOP_SIZE = 15;

type Point = [number, number | null];

const timeOf = (row: Row, name: string): number => dayToDate(row[name])?.getTime() ?? 0;

const points = (rows: readonly Row[], name: string): Point[] =>
  rows.map((row) => [timeOf(row, 'interval_end'), numberOf(row, name)]);

const hasValues = (rows: readonly Row[], name: string): boolean =>
  rows.some((row) => numberOf(row, name) !== null);

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

interface Words {
  readonly say: Say;
  readonly language: Language;
}

const noSymbol = { showSymbol: false, symbol: 'none' } as const;

/** Two series on top of each other: an invisible floor and the band between low and high. */
function band(
  rows: readonly Row[],
  name: string,
  [low, high]: readonly [string, string],
  colour: string,
): LineSeriesOption[] {
  if (!hasValues(rows, low) || !hasValues(rows, high)) return [];
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
    { ...common, name: `${name} `, data: points(rows, low), tooltip: { show: false } },
    {
      ...common,
      name,
      data: rows.map((row): Point => [timeOf(row, 'interval_end'), width(row)]),
      areaStyle: { color: colour, opacity: 1 },
      itemStyle: { color: colour },
    },
  ];
}

function marks(data: TimelineData, { say, language }: Words): LineSeriesOption['markLine'] {
  const { kpi } = data;
  const target = numberOf(kpi, 'target');
  const today = dayToDate(kpi.view_date);
  const label = { color: SOFT_INK, fontFamily: FONT, fontSize: 12 };
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: SOFT_INK, type: 'dotted', width: 1 },
    data: [
      ...(target === null
        ? []
        : [
            {
              yAxis: target,
              lineStyle: { color: INK, type: 'solid', width: 1 } as const,
              label: {
                ...label,
                color: INK,
                position: 'insideStartTop',
                formatter: `${say('target')} ${textOf(kpi, 'target_text')}`,
              } as const,
            },
          ]),
      ...(today === null
        ? []
        : [
            {
              xAxis: today.getTime(),
              label: { ...label, position: 'end', formatter: say('today') } as const,
            },
          ]),
    ],
    label: { formatter: (params) => formatDay(String(params.value), language) },
  };
}

/** Intervals in a row with the same event are one stretch of road. */
function eventAreas({ intervals }: TimelineData): LineSeriesOption['markArea'] {
  const stretches: { name: string; from: number; to: number }[] = [];
  let open: (typeof stretches)[number] | undefined;
  for (const row of intervals) {
    const name = textOf(row, 'event_label');
    const [from, to] = [timeOf(row, 'interval_start'), timeOf(row, 'interval_end')];
    if (name === '') open = undefined;
    else if (open?.name === name) open.to = to;
    else {
      open = { name, from, to };
      stretches.push(open);
    }
  }
  return {
    silent: true,
    itemStyle: { color: '#f6ead0' },
    label: { color: INK, fontFamily: FONT, fontSize: 12, position: 'insideTop', overflow: 'break' },
    data: stretches.map(({ name, from, to }) => [{ name, xAxis: from }, { xAxis: to }]),
  };
}

const stopLabel = (row: Row | undefined): string => {
  const symbol = symbolOf(textOf(row, 'milestone_status'), textOf(row, 'milestone_status_symbol'));
  return `${symbol} ${textOf(row, 'stop') || textOf(row, 'milestone')}`;
};

function stopoverSeries(data: TimelineData, { say }: Words): ScatterSeriesOption[] {
  const stops = data.stops.flatMap((row) => {
    const date = dayToDate(row.milestone_date);
    const value = numberOf(row, 'milestone_value');
    return date === null || value === null ? [] : [{ row, at: date.getTime(), value }];
  });
  if (stops.length === 0) return [];
  const times = [
    ...data.intervals.map((row) => timeOf(row, 'interval_end')),
    ...stops.map(({ at }) => at),
  ];
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const sideOf = (at: number): ScatterSeriesOption['label'] => {
    const share = last === first ? 0.5 : (at - first) / (last - first);
    if (share > 0.85) return { position: [STOP_SIZE, -20], align: 'right' };
    return { position: share < 0.1 ? 'right' : 'top' };
  };
  return [
    {
      type: 'scatter',
      name: say('stopover'),
      symbol: 'circle',
      symbolSize: STOP_SIZE,
      z: 6,
      itemStyle: { color: '#fff', borderColor: ROUTE_BLUE, borderWidth: 3 },
      label: {
        show: true,
        position: 'top',
        distance: 8,
        color: INK,
        fontFamily: FONT,
        fontSize: 12,
        fontWeight: 600,
        backgroundColor: '#ffffffcc',
        padding: [1, 4],
        width: 130,
        overflow: 'truncate',
        formatter: (params) => stopLabel(stops[params.dataIndex]?.row),
      },
      labelLayout: { hideOverlap: true },
      data: stops.map(({ row, at, value }) => ({
        value: [at, value],
        label: sideOf(at),
        itemStyle: { borderColor: TONE_COLOURS[toneOf(textOf(row, 'milestone_status'))] },
      })),
    },
  ];
}

function toDateSeries(data: TimelineData, words: Words): ChartOption['series'] {
  const { kpi, intervals } = data;
  const { say } = words;
  const start = startPoint(kpi, intervals[0]);
  const line = (
    name: string,
    field: string,
    style: LineSeriesOption['lineStyle'],
    from: Point[] = [],
  ): LineSeriesOption[] =>
    hasValues(intervals, field)
      ? [
          {
            type: 'line',
            name,
            data: [...from, ...points(intervals, field)],
            lineStyle: style,
            itemStyle: { color: String(style?.color ?? INK) },
            ...noSymbol,
          },
        ]
      : [];
  const plan: LineSeriesOption[] = line(
    say('plan').replace(/ .*/, ''),
    'plan_to_date',
    { color: SOFT_INK, width: 2, type: [7, 5] },
    start,
  );
  return [
    ...band(intervals, say('range'), ['range_low', 'range_high'], '#e8efe9'),
    ...band(intervals, say('band'), ['forecast_low', 'forecast_high'], '#dbe6f1'),
    ...line(say('lastYear'), 'last_year_to_date', { color: '#b5b0a3', width: 1.5 }),
    ...plan,
    ...line(say('forecast'), 'forecast_to_date', { color: ROUTE_BLUE, width: 2, type: [2, 4] }),
    {
      type: 'line',
      name: say('actual'),
      data: [...start, ...points(intervals, 'actual_to_date')],
      lineStyle: { color: ROUTE_BLUE, width: 3.5, cap: 'round' },
      itemStyle: { color: ROUTE_BLUE },
      z: 5,
      markLine: marks(data, words),
      markArea: eventAreas(data),
      ...noSymbol,
    },
    ...stopoverSeries(data, words),
  ];
}

function intervalSeries(data: TimelineData, words: Words): ChartOption['series'] {
  const { intervals } = data;
  const { say } = words;
  const line = (name: string, field: string, colour: string, type: 'solid' | 'dashed') =>
    hasValues(intervals, field)
      ? [
          {
            type: 'line' as const,
            name,
            data: points(intervals, field),
            lineStyle: { color: colour, width: 1.5, type },
            itemStyle: { color: colour },
            ...noSymbol,
          },
        ]
      : [];
  const signals = points(intervals, 'signal_value').filter(([, value]) => value !== null);
  return [
    {
      type: 'bar',
      name: say('actual'),
      data: intervals.map((row) => ({
        value: [timeOf(row, 'interval_end'), numberOf(row, 'actual')],
        itemStyle: {
          color: row.is_partial === true ? '#9db8d2' : ROUTE_BLUE,
          borderRadius: [3, 3, 0, 0],
        },
      })),
      itemStyle: { color: ROUTE_BLUE },
      barMaxWidth: 34,
    },
    ...line(say('plan').replace(/ .*/, ''), 'plan', SOFT_INK, 'dashed'),
    ...line(say('lastYear'), 'last_year', '#b5b0a3', 'solid'),
    ...line(say('centre'), 'centre_line', '#7a5c99', 'solid'),
    ...line(say('limits'), 'lower_limit', '#b9a8cc', 'dashed'),
    ...line(`${say('limits')} `, 'upper_limit', '#b9a8cc', 'dashed'),
    ...(signals.length === 0
      ? []
      : [
          {
            type: 'scatter' as const,
            name: say('signal'),
            symbol: 'triangle',
            symbolSize: 15,
            itemStyle: { color: '#7a5c99' },
            data: signals,
          },
        ]),
  ];
}

function spanInDays({ kpi }: TimelineData): number {
  const [start, due] = [dayToDate(kpi.start_date), dayToDate(kpi.due_date)];
  return start === null || due === null ? 0 : (due.getTime() - start.getTime()) / 86_400_000;
}

export type TimelineMode = 'toDate' | 'perInterval';

/** Actual against plan over time, the stopovers on the line, the forecast as a cone. */
export function timelineChart(
  data: TimelineData,
  mode: TimelineMode,
  say: Say,
  language: Language,
): HTMLElement {
  const { kpi } = data;
  const unit = textOf(kpi, 'unit');
  const words = { say, language };
  const draw = (width: number): ChartOption => ({
    textStyle: { fontFamily: FONT, color: INK },
    grid: { left: 8, right: width < 500 ? 16 : 28, top: 34, bottom: 64, containLabel: true },
    legend: {
      bottom: 0,
      left: 'center',
      itemWidth: 26,
      itemHeight: 10,
      itemGap: 18,
      textStyle: { color: INK, fontSize: 13 },
      data: legendEntries(
        mode === 'toDate' ? toDateSeries(data, words) : intervalSeries(data, words),
      ),
      selectedMode: false,
    },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      backgroundColor: '#fff',
      borderColor: HAIRLINE,
      textStyle: { color: INK, fontFamily: FONT, fontSize: 13 },
      axisPointer: { lineStyle: { color: HAIRLINE } },
      valueFormatter: (value) =>
        typeof value === 'number'
          ? formatInUnit(value, unit, textOf(kpi, 'unit_label'), language)
          : '–',
    },
    xAxis: {
      type: 'time',
      splitNumber: width < 500 ? 3 : 6,
      axisLine: { lineStyle: { color: HAIRLINE } },
      axisTick: { show: false },
      axisLabel: {
        color: SOFT_INK,
        fontSize: 13,
        hideOverlap: true,
        formatter: (value: number) => formatTick(value, spanInDays(data), language),
      },
    },
    yAxis: {
      type: 'value',
      scale: mode === 'toDate',
      splitLine: { lineStyle: { color: '#ece9e1' } },
      axisLabel: {
        color: SOFT_INK,
        fontSize: 13,
        formatter: (value: number) => formatCompact(value, unit, language),
      },
    },
    series: mode === 'toDate' ? toDateSeries(data, words) : intervalSeries(data, words),
  });
  return chartBox('chart-timeline', say('chartText', { kpi: textOf(kpi, 'kpi') }), draw);
}

const LEGEND_ICONS = {
  solid: 'path://M0 0h26v3h-26z',
  dashed: 'path://M0 0h7v2h-7z M9.5 0h7v2h-7z M19 0h7v2h-7z',
  dotted: 'path://M0 0h3v3h-3z M8 0h3v3h-3z M16 0h3v3h-3z M24 0h3v3h-3z',
  band: 'roundRect',
  dot: 'circle',
} as const;

function legendIcon(series: LineSeriesOption | { type?: string }): string {
  if (series.type === 'scatter') return LEGEND_ICONS.dot;
  if (series.type === 'bar' || 'areaStyle' in series) return LEGEND_ICONS.band;
  const style = 'lineStyle' in series ? series.lineStyle?.type : undefined;
  if (Array.isArray(style)) return (style[0] ?? 0) < 5 ? LEGEND_ICONS.dotted : LEGEND_ICONS.dashed;
  return style === 'dashed' ? LEGEND_ICONS.dashed : LEGEND_ICONS.solid;
}

/** The invisible floors of the bands have names that end in a space, and stay out of the legend. */
function legendEntries(series: ChartOption['series']): { name: string; icon: string }[] {
  const list = Array.isArray(series) ? series : [];
  return list.flatMap((one) => {
    const name = String(one?.name ?? '');
    if (one === undefined || name === '' || name.endsWith(' ')) return [];
    return [{ name, icon: legendIcon(one) }];
  });
}
