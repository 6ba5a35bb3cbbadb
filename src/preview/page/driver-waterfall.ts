import type { Row } from './api-client.ts';
import { numberOf, textOf } from './api-client.ts';
import type { ChartOption } from './charts.ts';
import { chartBox, FONT, HAIRLINE, INK, SOFT_INK } from './charts.ts';
import { formatCompact } from './format.ts';
import { TONE_COLOURS } from './status.ts';
import type { Language, Say } from './texts.ts';

/** On a bar, the units below a hundred say nothing. */
const rounded = (value: number): number => (Math.abs(value) >= 100 ? Math.round(value) : value);

/** Each driver's part of the goal's gap as steps that end in the whole. */
export function driverWaterfall(
  drivers: readonly Row[],
  unit: string,
  say: Say,
  language: Language,
): HTMLElement {
  let level = 0;
  const steps = drivers.map((row) => {
    const change = numberOf(row, 'contribution') ?? 0;
    const from = level;
    level += change;
    return { name: textOf(row, 'driver_kpi'), low: Math.min(from, level), change };
  });
  const total = { name: say('total'), low: Math.min(0, level), change: level };
  const all = [...steps, total];
  const draw = (width: number): ChartOption => ({
    textStyle: { fontFamily: FONT, color: INK },
    grid: { left: 8, right: 16, top: 24, bottom: 8, containLabel: true },
    xAxis: {
      type: 'category',
      data: all.map((step) => step.name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: HAIRLINE } },
      axisLabel: {
        color: INK,
        fontSize: 13,
        lineHeight: 17,
        interval: 0,
        width: width / (all.length + 1),
        overflow: 'break',
      },
    },
    yAxis: {
      type: 'value',
      splitLine: { lineStyle: { color: '#ece9e1' } },
      axisLabel: {
        color: SOFT_INK,
        formatter: (value: number) => formatCompact(value, unit, language),
      },
    },
    series: [
      {
        type: 'bar',
        stack: 'steps',
        stackStrategy: 'all',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: all.map((step) => step.low),
      },
      {
        type: 'bar',
        stack: 'steps',
        stackStrategy: 'all',
        barMaxWidth: 64,
        label: {
          show: true,
          position: 'top',
          color: INK,
          fontWeight: 600,
          formatter: (params) => {
            const change = all[params.dataIndex]?.change ?? 0;
            return `${change > 0 ? '+' : ''}${formatCompact(rounded(change), unit, language)}`;
          },
        },
        data: all.map((step, at) => ({
          value: Math.abs(step.change),
          itemStyle: {
            color: at === steps.length ? INK : TONE_COLOURS[step.change < 0 ? 'bad' : 'good'],
            borderRadius: 3,
          },
        })),
      },
    ],
  });
  const goal = textOf(drivers[0], 'goal');
  return chartBox('chart-drivers', say('driversText', { goal }), draw);
}
