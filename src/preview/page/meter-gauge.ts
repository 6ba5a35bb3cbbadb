import type { ChartOption } from './charts.ts';
import { chartBox, FONT, INK, SOFT_INK } from './charts.ts';
import { formatNumber } from './format.ts';
import type { Language, Say } from './texts.ts';

const AT_RISK_FROM = 0.8;
const ON_COURSE_FROM = 0.95;
const END = 1.5;

const BANDS: [number, string][] = [
  [AT_RISK_FROM / END, '#e9b7b1'],
  [ON_COURSE_FROM / END, '#f1d79b'],
  [1, '#a9d3c0'],
];

export interface MeterReading {
  readonly kpi: string;
  /** 0…1.5, one dial for all KPIs; null where there is nothing to judge. */
  readonly meter: number | null;
  readonly statusLabel: string;
}

function meterText(reading: MeterReading, say: Say, language: Language): string {
  const { kpi, meter, statusLabel: status } = reading;
  if (meter === null) return say('meterEmpty', { kpi, status });
  return say('meterOf', { kpi, value: formatNumber(meter, language), status });
}

/** The dial: bands at 0.80 and 0.95, the plan at 1. */
export function meterGauge(reading: MeterReading, say: Say, language: Language): HTMLElement {
  const draw = (width: number): ChartOption => {
    const thickness = Math.max(10, width * 0.075);
    return {
      series: [
        {
          type: 'gauge',
          min: 0,
          max: END,
          startAngle: 195,
          endAngle: -15,
          center: ['50%', '79%'],
          radius: width * 0.42,
          splitNumber: 3,
          axisLine: { lineStyle: { width: thickness, color: BANDS } },
          axisTick: { show: false },
          splitLine: { show: false, length: 0, distance: 0 },
          axisLabel: {
            distance: -22,
            color: SOFT_INK,
            fontFamily: FONT,
            fontSize: Math.max(11, width * 0.055),
            formatter: (value: number) => (Math.abs(value - 1) < 1e-9 ? say('planMark') : ''),
          },
          pointer: {
            show: reading.meter !== null,
            length: '72%',
            width: Math.max(4, width * 0.026),
            itemStyle: { color: INK },
          },
          anchor: {
            show: true,
            size: Math.max(12, width * 0.075),
            itemStyle: { color: reading.meter === null ? '#c9c6bd' : INK },
          },
          title: { show: false },
          detail: { show: false },
          data: [{ value: reading.meter ?? 0 }],
          silent: true,
        },
      ],
    };
  };
  return chartBox('chart-meter', meterText(reading, say, language), draw);
}
