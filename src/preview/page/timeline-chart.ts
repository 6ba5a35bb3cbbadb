import type { Row } from './api-client.ts';
import { numberOf, textOf } from './api-client.ts';
import type { ChartOption } from './charts.ts';
import { chartBox, FONT, HAIRLINE, INK, SOFT_INK } from './charts.ts';
import { dayToDate, formatCompact, formatDay, formatInUnit, formatTick } from './format.ts';
import type { TextKey } from './texts-en.ts';
import type { TimelineData, Words } from './timeline-data.ts';
import { timeOf } from './timeline-data.ts';
import { legendEntries } from './timeline-legend.ts';
import { intervalSeries, toDateSeries } from './timeline-series.ts';

export type TimelineMode = 'toDate' | 'perInterval';

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
};

function spanInDays({ kpi }: TimelineData): number {
  const [start, due] = [dayToDate(kpi.start_date), dayToDate(kpi.due_date)];
  return start === null || due === null ? 0 : (due.getTime() - start.getTime()) / 86_400_000;
}

const inUnitOf =
  (kpi: Row, { language }: Words) =>
  (value: number): string =>
    formatInUnit(value, textOf(kpi, 'unit'), textOf(kpi, 'unit_label'), language);

/** The interval that ends nearest to a moment, in words. */
function describeMoment(data: TimelineData, mode: TimelineMode, words: Words, at: number): string {
  const distance = (row: Row) => Math.abs(timeOf(row, 'interval_end') - at);
  const [first, ...rest] = data.intervals;
  if (first === undefined) return '';
  const nearest = rest.reduce((best, row) => (distance(row) < distance(best) ? row : best), first);
  const shown = inUnitOf(data.kpi, words);
  const lines = TIMELINE_FIGURES[mode].flatMap(([key, field]) => {
    const value = numberOf(nearest, field);
    return value === null ? [] : [`${words.say(key)}: ${shown(value)}`];
  });
  const [low, high] = [numberOf(nearest, 'forecast_low'), numberOf(nearest, 'forecast_high')];
  if (mode === 'toDate' && low !== null && high !== null && low !== high) {
    lines.push(`${words.say('band')}: ${shown(low)} – ${shown(high)}`);
  }
  const name = textOf(nearest, 'interval_label');
  return [name || formatDay(nearest.interval_end, words.language), ...lines].join('\n');
}

function momentOf(params: unknown): number {
  const [first] = Array.isArray(params) ? params : [params];
  const at = typeof first === 'object' && first !== null ? Reflect.get(first, 'axisValue') : null;
  return Number(at);
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
    formatter: (params: unknown) => describeMoment(data, mode, words, momentOf(params)),
  };
}

/** Actual against plan over time, the stopovers on the line, the forecast as a cone. */
export function timelineChart(data: TimelineData, mode: TimelineMode, words: Words): HTMLElement {
  const { kpi } = data;
  const { say, language } = words;
  const unit = textOf(kpi, 'unit');
  const series = mode === 'toDate' ? toDateSeries(data, words) : intervalSeries(data, words);
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
      data: legendEntries(series),
      selectedMode: false,
    },
    tooltip: tooltip(data, mode, words),
    xAxis: {
      type: 'time',
      splitNumber: width < 500 ? 3 : 6,
      axisLine: { lineStyle: { color: HAIRLINE } },
      axisTick: { show: false },
      axisLabel: {
        ...AXIS_LABEL,
        hideOverlap: true,
        formatter: (value: number) => formatTick(value, spanInDays(data), language),
      },
    },
    yAxis: {
      type: 'value',
      scale: mode === 'toDate',
      splitLine: { lineStyle: { color: '#ece9e1' } },
      axisLabel: {
        ...AXIS_LABEL,
        formatter: (value: number) => formatCompact(value, unit, language),
      },
    },
    series,
  });
  return chartBox('chart-timeline', say('chartText', { kpi: textOf(kpi, 'kpi') }), draw);
}
