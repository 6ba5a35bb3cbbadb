import type { Row } from './api-client.ts';
import { textOf } from './api-client.ts';
import type { ChartOption } from './charts.ts';
import { chartBox, FONT, HAIRLINE, INK, SOFT_INK } from './charts.ts';
import { formatCompact, formatInUnit } from './format.ts';
import { TONE_COLOURS } from './status.ts';
import type { Language, Say } from './texts.ts';
import { type Step, waterfallSteps } from './waterfall-steps.ts';

/** In pixels: below this, names side by side would lie on top of each other. */
const ROOMY = 480;

/** Room for the bar below its name. */
const ABOVE = [0, 0, 14, 0];

type Write = (value: number) => string;

function axes(steps: readonly Step[], width: number, write: Write) {
  const isWide = width >= ROOMY;
  const label = { color: INK, fontSize: 13, lineHeight: 17, interval: 0 } as const;
  const besideEachOther = {
    ...label,
    width: (width * 0.86) / steps.length,
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

/** A level as it is, a change with its sign: the colour repeats what the sign says. */
const labelOf = ({ kind, from, to }: Step, write: Write): string => {
  if (kind === 'level') return write(to);
  return `${to < from ? '−' : '+'}${write(Math.abs(to - from))}`;
};

function colourOf({ kind, from, to }: Step, isLowerBetter: boolean): string {
  if (kind === 'level') return INK;
  if (kind === 'rest') return TONE_COLOURS.quiet;
  return TONE_COLOURS[to < from === isLowerBetter ? 'good' : 'bad'];
}

function bars(steps: readonly Step[], width: number, write: Write, isLowerBetter: boolean) {
  const isWide = width >= ROOMY;
  const stacked = { type: 'bar', stack: 'steps', stackStrategy: 'all' } as const;
  return [
    {
      ...stacked,
      silent: true,
      itemStyle: { color: 'transparent' },
      data: steps.map(({ from, to }) => Math.min(from, to)),
    },
    {
      ...stacked,
      barMaxWidth: isWide ? 64 : 18,
      label: {
        show: true,
        position: isWide ? 'top' : 'right',
        color: INK,
        fontWeight: 600,
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const step = steps[dataIndex];
          return step === undefined ? '' : labelOf(step, write);
        },
      },
      data: steps.map((step) => ({
        value: Math.abs(step.to - step.from),
        itemStyle: { color: colourOf(step, isLowerBetter), borderRadius: 3 },
      })),
    },
  ] satisfies ChartOption['series'];
}

/**
 * From the plan, or last year, in steps to where the goal's outcome stands; downwards on a phone.
 *
 * @param outcome the KPI that decides over the goal
 */
export function driverWaterfall(
  drivers: readonly Row[],
  outcome: Row | undefined,
  say: Say,
  language: Language,
): HTMLElement {
  const steps = waterfallSteps(drivers, outcome, say);
  const [unit, label] = [textOf(outcome, 'unit'), textOf(outcome, 'unit_label')];
  const isLowerBetter = textOf(outcome, 'better_when') === 'lower';
  const onAxis: Write = (value) => formatCompact(value, unit, language);
  // On a bar, the cents say nothing.
  const onBar: Write = (value) =>
    formatInUnit(Math.abs(value) >= 100 ? Math.round(value) : value, unit, label, language);
  const draw = (width: number): ChartOption => ({
    textStyle: { fontFamily: FONT, color: INK },
    grid: { left: 8, right: width >= ROOMY ? 16 : 82, top: 24, bottom: 8, containLabel: true },
    ...axes(steps, width, onAxis),
    series: bars(steps, width, onBar, isLowerBetter),
  });
  const goal = textOf(drivers[0], 'goal');
  return chartBox('chart-drivers', say('driversText', { goal }), draw);
}
