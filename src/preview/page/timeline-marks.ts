import type { LineSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import type { Row } from './api-client.ts';
import { numberOf, proseOf, textOf } from './api-client.ts';
import { FONT, INK, ROUTE_BLUE, SOFT_INK } from './charts.ts';
import { dayToDate } from './format.ts';
import { symbolOf, TONE_COLOURS, toneOf } from './status.ts';
import type { TimelineData, Words } from './timeline-data.ts';
import { timeOf } from './timeline-data.ts';

const STOP_SIZE = 15;
/** In characters. */
const LONGEST_NAME = 20;
/** In pixels: names of narrower stretches would lie on top of each other. */
const NAMED_FROM = 60;

/** Early in the period the word "today" stands where the target's words would. */
function isEarly({ kpi }: TimelineData, today: Date | null): boolean {
  const [start, due] = [dayToDate(kpi.start_date), dayToDate(kpi.due_date)];
  if (today === null || start === null || due === null) return false;
  return (today.getTime() - start.getTime()) / (due.getTime() - start.getTime()) < 1 / 3;
}

/** The target as a level and today as a moment. */
export function targetAndToday(data: TimelineData, { say }: Words): LineSeriesOption['markLine'] {
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
                position: isEarly(data, today) ? 'insideMiddleTop' : 'insideStartTop',
                formatter: `${say('target')} ${proseOf(kpi, 'target_text')}`,
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
  };
}

/** In milliseconds since 1970 UTC, both ends at midnight. */
export interface EventStretch {
  readonly name: string;
  readonly from: number;
  to: number;
}

/** Intervals in a row with the same event are one stretch of road. */
export function eventStretches(intervals: readonly Row[]): EventStretch[] {
  const stretches: EventStretch[] = [];
  let open: EventStretch | undefined;
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
  return stretches;
}

/** Marked on the road; named there too where there is room. */
export function eventAreas(
  { intervals }: TimelineData,
  width: number,
): LineSeriesOption['markArea'] {
  const ends = intervals.map((row) => timeOf(row, 'interval_end'));
  const pixelsPerMillisecond = width / Math.max(1, Math.max(...ends) - Math.min(...ends));
  return {
    silent: true,
    itemStyle: { color: '#f6ead0' },
    label: {
      color: INK,
      fontFamily: FONT,
      fontSize: 12,
      position: 'insideTop',
      overflow: 'break',
    },
    data: eventStretches(intervals).map(({ name, from, to }) => [
      {
        name,
        xAxis: from,
        label: { show: (to - from) * pixelsPerMillisecond >= NAMED_FROM },
      },
      { xAxis: to },
    ]),
  };
}

const stopLabel = (row: Row | undefined): string => {
  const symbol = symbolOf(textOf(row, 'milestone_status'), textOf(row, 'milestone_status_symbol'));
  const name = textOf(row, 'stop') || textOf(row, 'milestone');
  return `${symbol} ${name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name}`;
};

/** The stopovers at the day and the value that were planned. */
export function stopoverSeries(data: TimelineData, { say }: Words): ScatterSeriesOption[] {
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
