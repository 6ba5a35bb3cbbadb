import type { Row } from './api-client.ts';
import { numberOf, textOf } from './api-client.ts';
import type { ChartOption } from './charts.ts';
import { chartBox, FONT, HAIRLINE, INK, SOFT_INK } from './charts.ts';
import { formatCompact } from './format.ts';
import { TONE_COLOURS } from './status.ts';
import type { Language, Say } from './texts.ts';

/** On a bar, the units below a hundred say nothing. */
const rounded = (value: number): number => (Math.abs(value) >= 100 ? Math.round(value) : value);

/** In pixels: below this, names side by side would lie on top of each other. */
const ROOMY = 480;

/** Room for the bar below its name. */
const ABOVE = [0, 0, 14, 0];

interface Step {
  readonly name: string;
  readonly low: number;
  readonly change: number;
}

function stepsOf(drivers: readonly Row[], say: Say): Step[] {
  let level = 0;
  const steps = drivers.map((row): Step => {
    const change = numberOf(row, 'contribution') ?? 0;
    const from = level;
    level += change;
    return { name: textOf(row, 'driver_kpi'), low: Math.min(from, level), change };
  });
  return [...steps, { name: say('total'), low: Math.min(0, level), change: level }];
}

function axes(steps: readonly Step[], width: number, write: (value: number) => string) {
  const isWide = width >= ROOMY;
  const label = { color: INK, fontSize: 13, lineHeight: 17, interval: 0 } as const;
  const besideEachOther = {
    ...label,
    width: width / (steps.length + 1),
    overflow: 'break',
  } as const;
  const aboveTheBars = {
    ...label,
    inside: true,
    margin: 0,
    verticalAlign: 'bottom',
    padding: ABOVE,
  } as const;
  const names = {
    type: 'category',
    inverse: !isWide,
    data: steps.map((step) => step.name),
    axisTick: { show: false },
    axisLine: { show: isWide, lineStyle: { color: HAIRLINE } },
    axisLabel: isWide ? besideEachOther : aboveTheBars,
    z: 3,
  } as const;
  const values = {
    type: 'value',
    splitNumber: isWide ? 5 : 2,
    splitLine: { lineStyle: { color: '#ece9e1' } },
    axisLabel: { color: SOFT_INK, hideOverlap: true, formatter: write },
  } as const;
  return isWide ? { xAxis: names, yAxis: values } : { xAxis: values, yAxis: names };
}

function bars(steps: readonly Step[], width: number, write: (value: number) => string) {
  const isWide = width >= ROOMY;
  const signed = (change: number) => `${change > 0 ? '+' : ''}${write(rounded(change))}`;
  const stacked = { type: 'bar', stack: 'steps', stackStrategy: 'all' } as const;
  return [
    {
      ...stacked,
      silent: true,
      itemStyle: { color: 'transparent' },
      data: steps.map((step) => step.low),
    },
    {
      ...stacked,
      barMaxWidth: isWide ? 64 : 18,
      label: {
        show: true,
        position: isWide ? 'top' : 'right',
        color: INK,
        fontWeight: 600,
        formatter: ({ dataIndex }: { dataIndex: number }) => signed(steps[dataIndex]?.change ?? 0),
      },
      data: steps.map((step, at) => ({
        value: Math.abs(step.change),
        itemStyle: {
          color: at === steps.length - 1 ? INK : TONE_COLOURS[step.change < 0 ? 'bad' : 'good'],
          borderRadius: 3,
        },
      })),
    },
  ] satisfies ChartOption['series'];
}

/** Each driver's part of the goal's gap as steps that end in the whole; downwards on a phone. */
export function driverWaterfall(
  drivers: readonly Row[],
  unit: string,
  say: Say,
  language: Language,
): HTMLElement {
  const steps = stepsOf(drivers, say);
  const write = (value: number): string => formatCompact(value, unit, language);
  const draw = (width: number): ChartOption => ({
    textStyle: { fontFamily: FONT, color: INK },
    grid: { left: 8, right: width >= ROOMY ? 16 : 66, top: 24, bottom: 8, containLabel: true },
    ...axes(steps, width, write),
    series: bars(steps, width, write),
  });
  const goal = textOf(drivers[0], 'goal');
  return chartBox('chart-drivers', say('driversText', { goal }), draw);
}
