import type {
  BarSeriesOption,
  GaugeSeriesOption,
  LineSeriesOption,
  ScatterSeriesOption,
} from 'echarts/charts';
import { BarChart, GaugeChart, LineChart, ScatterChart } from 'echarts/charts';
import type {
  GridComponentOption,
  LegendComponentOption,
  TooltipComponentOption,
} from 'echarts/components';
import {
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import type { ComposeOption, ECharts } from 'echarts/core';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { h } from './dom.ts';

export type ChartOption = ComposeOption<
  | BarSeriesOption
  | GaugeSeriesOption
  | LineSeriesOption
  | ScatterSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | TooltipComponentOption
>;

export const INK = '#17233a';
export const SOFT_INK = '#5a6472';
export const HAIRLINE = '#dcd8ce';
export const ROUTE_BLUE = '#1f4e79';
export const FONT = "Inter, 'Segoe UI', 'Open Sans', Roboto, 'Helvetica Neue', Arial, sans-serif";

let isReady = false;

function prepare(): void {
  if (isReady) return;
  use([
    BarChart,
    GaugeChart,
    LineChart,
    ScatterChart,
    GridComponent,
    LegendComponent,
    MarkAreaComponent,
    MarkLineComponent,
    TooltipComponent,
    CanvasRenderer,
  ]);
  isReady = true;
}

const mounted = new Map<HTMLElement, { chart: ECharts; stop: () => void }>();

/** Frees the charts whose place on the page is gone. */
export function sweepCharts(): void {
  for (const [node, { chart, stop }] of mounted) {
    if (node.isConnected) continue;
    stop();
    chart.dispose();
    mounted.delete(node);
  }
}

/** A picture with a text for those who cannot see it; `draw` is asked again when the width changes. */
export function chartBox(
  className: string,
  label: string,
  draw: (width: number) => ChartOption,
): HTMLElement {
  prepare();
  const node = h('div', {
    class: `chart ${className}`,
    attributes: { role: 'img', 'aria-label': label },
  });
  const observer = new ResizeObserver(() => {
    const width = node.clientWidth;
    if (width === 0) return;
    const known = mounted.get(node)?.chart;
    const chart = known ?? init(node, null, { renderer: 'canvas' });
    if (known === undefined) mounted.set(node, { chart, stop: () => observer.disconnect() });
    else chart.resize();
    chart.setOption({ animation: false, ...draw(width) }, { notMerge: true });
  });
  observer.observe(node);
  return node;
}
