import type { Row } from './api-client.ts';
import { numberOf, textOf } from './api-client.ts';
import type { ChartOption } from './charts.ts';
import { chartBox, FONT, HAIRLINE, INK, SOFT_INK } from './charts.ts';
import { dayToDate, formatCompact, formatDay, formatInUnit, formatTick } from './format.ts';
import { intervalSeries, signalSeries, withSignal } from './interval-series.ts';
import type { TextKey } from './texts-en.ts';
import { timeTicks } from './time-ticks.ts';
import type { TimelineData, Words } from './timeline-data.ts';
import { timeOf } from './timeline-data.ts';
import { legendEntries } from './timeline-legend.ts';
import { type ChartSeries, toDateSeries } from './timeline-series.ts';

export type TimelineMode = 'toDate' | 'perInterval' | 'signals';

/** In pixels: below this, words inside the picture would lie on top of each other. */
const ROOMY = 500;
const AXIS_LABEL = { color: SOFT_INK, fontSize: 13 };

/** The columns that a reader of one moment wants to know, by mode. */
export const TIMELINE_FIGURES: Readonly<
  Record<TimelineMode, readonly (readonly [TextKey, string])[]>
> = {
  toDate: [
    ['actual', 'actual_to_date'],
    ['planLine', 'plan_to_date'],
    ['forecast', 'forecast_to_date'],
    ['lastYear', 'last_year_to_date'],
  ],
  perInterval: [
    ['actual', 'actual'],
    ['planLine', 'plan'],
    ['lastYear', 'last_year'],
  ],
  signals: [
    ['signalValue', 'signal_value'],
    ['centre', 'centre_line'],
    ['lowerLimit', 'lower_limit'],
    ['upperLimit', 'upper_limit'],
  ],
};

function spanInDays({ kpi }: TimelineData): number {
  const [start, due] = [dayToDate(kpi.start_date), dayToDate(kpi.due_date)];
  return start === null || due === null ? 0 : (due.getTime() - start.getTime()) / 86_400_000;
}

const inUnitOf =
  (kpi: Row, { language }: Words) =>
  (value: number): string =>
    formatInUnit(value, textOf(kpi, 'unit'), textOf(kpi, 'unit_label'), language);

/** What is known of one interval, in words. */
function describeInterval(data: TimelineData, mode: TimelineMode, words: Words, row: Row): string {
  const shown = inUnitOf(data.kpi, words);
  const lines = TIMELINE_FIGURES[mode].flatMap(([key, field]) => {
    const value = numberOf(row, field);
    return value === null ? [] : [`${words.say(key)}: ${shown(value)}`];
  });
  const [low, high] = [numberOf(row, 'forecast_low'), numberOf(row, 'forecast_high')];
  if (mode === 'toDate' && low !== null && high !== null && low !== high) {
    lines.push(`${words.say('band')}: ${shown(low)} – ${shown(high)}`);
  }
  return [intervalName(row, words), ...lines].join('\n');
}

const intervalName = (row: Row, { language }: Words): string =>
  textOf(row, 'interval_label') || formatDay(row.interval_end, language);

/** A day without its year, anything else by its own name. */
const shortName = (row: Row, words: Words): string =>
  textOf(row, 'interval_start') === textOf(row, 'interval_end')
    ? formatDay(row.interval_end, words.language, 'short')
    : intervalName(row, words);

/** The interval under the pointer: by its place, or the one that ends nearest to the moment. */
function pointedAt(params: unknown, rows: readonly Row[], mode: TimelineMode): Row | undefined {
  const [first] = Array.isArray(params) ? params : [params];
  if (typeof first !== 'object' || first === null) return undefined;
  if (mode !== 'toDate') return rows[Number(Reflect.get(first, 'dataIndex'))];
  const at = Number(Reflect.get(first, 'axisValue'));
  const distance = (row: Row) => Math.abs(timeOf(row, 'interval_end') - at);
  return [...rows].sort((one, other) => distance(one) - distance(other))[0];
}

function tooltip(data: TimelineData, mode: TimelineMode, words: Words): ChartOption['tooltip'] {
  return {
    trigger: 'axis',
    renderMode: 'richText',
    confine: true,
    backgroundColor: '#fff',
    borderColor: HAIRLINE,
    textStyle: { color: INK, fontFamily: FONT, fontSize: 13, lineHeight: 20 },
    axisPointer: { lineStyle: { color: SOFT_INK } },
    formatter: (params: unknown) => {
      const row = pointedAt(params, data.intervals, mode);
      return row === undefined ? '' : describeInterval(data, mode, words, row);
    },
  };
}

/** Moments for what runs on; places for what stands by itself. */
function horizontalAxis(
  data: TimelineData,
  mode: TimelineMode,
  words: Words,
  isWide: boolean,
): ChartOption['xAxis'] {
  const look = {
    axisLine: { lineStyle: { color: HAIRLINE } },
    axisTick: { show: false },
  };
  if (mode !== 'toDate') {
    const names = data.intervals.map((row) => shortName(row, words));
    return {
      ...look,
      type: 'category',
      data: names,
      axisLabel: { ...AXIS_LABEL, hideOverlap: true },
    };
  }
  const moments = data.intervals.map((row) => timeOf(row, 'interval_end'));
  const from = dayToDate(data.kpi.start_date)?.getTime() ?? Math.min(...moments);
  return {
    ...look,
    type: 'time',
    axisLabel: {
      ...AXIS_LABEL,
      hideOverlap: true,
      customValues: timeTicks(from, Math.max(...moments), isWide ? 14 : 4),
      formatter: (value: number) => formatTick(value, spanInDays(data), words.language),
    },
  };
}

function seriesOf(data: TimelineData, mode: TimelineMode, words: Words, width: number) {
  if (mode === 'toDate') return toDateSeries(data, words, width);
  return mode === 'signals' ? signalSeries(data, words) : intervalSeries(data, words);
}

function chartOption(
  data: TimelineData,
  mode: TimelineMode,
  words: Words,
  series: ChartSeries[],
  isWide: boolean,
): ChartOption {
  const { language } = words;
  const unit = textOf(data.kpi, 'unit');
  return {
    textStyle: { fontFamily: FONT, color: INK },
    grid: { left: 8, right: isWide ? 28 : 16, top: 34, bottom: 64, containLabel: true },
    legend: {
      bottom: 0,
      left: 'center',
      itemWidth: 26,
      itemHeight: 10,
      itemGap: 18,
      textStyle: { color: INK, fontSize: 13 },
      data: legendEntries(series),
      selectedMode: false,
    },
    tooltip: tooltip(data, mode, words),
    xAxis: horizontalAxis(data, mode, words, isWide),
    yAxis: {
      type: 'value',
      scale: mode !== 'perInterval',
      splitLine: { lineStyle: { color: '#ece9e1' } },
      axisLabel: {
        ...AXIS_LABEL,
        formatter: (value: number) => formatCompact(value, unit, language),
      },
    },
    series,
  };
}

/** Actual against plan over time, the stopovers on the line, the forecast as a cone. */
export function timelineChart(data: TimelineData, mode: TimelineMode, words: Words): HTMLElement {
  const { kpi } = data;
  const { say } = words;
  const shown = mode === 'signals' ? { ...data, intervals: withSignal(data.intervals) } : data;
  const draw = (width: number): ChartOption =>
    chartOption(shown, mode, words, seriesOf(shown, mode, words, width), width >= ROOMY);
  return chartBox('chart-timeline', say('chartText', { kpi: textOf(kpi, 'kpi') }), draw);
}
