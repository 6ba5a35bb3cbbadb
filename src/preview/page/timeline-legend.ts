import type { ChartSeries } from './timeline-series.ts';

const LEGEND_ICONS = {
  solid: 'path://M0 0h26v3h-26z',
  dashed: 'path://M0 0h7v2h-7z M9.5 0h7v2h-7z M19 0h7v2h-7z',
  dotted: 'path://M0 0h3v3h-3z M8 0h3v3h-3z M16 0h3v3h-3z M24 0h3v3h-3z',
  band: 'roundRect',
  dot: 'circle',
  diamond: 'diamond',
} as const;

function legendIcon(series: ChartSeries): string {
  if (series.type === 'scatter') {
    return series.symbol === 'diamond' ? LEGEND_ICONS.diamond : LEGEND_ICONS.dot;
  }
  if (series.type === 'bar' || 'areaStyle' in series) return LEGEND_ICONS.band;
  const style = 'lineStyle' in series ? series.lineStyle?.type : undefined;
  if (Array.isArray(style)) return (style[0] ?? 0) < 5 ? LEGEND_ICONS.dotted : LEGEND_ICONS.dashed;
  return style === 'dashed' ? LEGEND_ICONS.dashed : LEGEND_ICONS.solid;
}

/** The invisible floors of the bands have names that end in a space, and stay out of the legend. */
export function legendEntries(series: readonly ChartSeries[]): { name: string; icon: string }[] {
  return series.flatMap((one) => {
    const name = String(one.name ?? '');
    if (name === '' || name.endsWith(' ')) return [];
    return [{ name, icon: legendIcon(one) }];
  });
}
