import { type Shape, shape } from '../../drawing/shape.ts';
import type { QueryResult } from '../data-studio/query-types.ts';
import { metricsOf } from './series-picture.ts';

/** Share of the half circle, by what Data Studio's gauge has as its axis. */
const GAUGE_END = 1.5;
const GAUGE_RANGES = [
  [0, 0.8, 'bad'],
  [0.8, 0.95, 'watch'],
  [0.95, GAUGE_END, 'good'],
] as const;

const onArc = (value: number, radius: number): string => {
  const angle = Math.PI * (1 - Math.min(Math.max(value / GAUGE_END, 0), 1));
  const round = (place: number) => Math.round(place * 100) / 100;
  return `${round(100 + radius * Math.cos(angle))} ${round(100 - radius * Math.sin(angle))}`;
};

/** A dial from 0 to 1.5 with the edges of every kind of KPI; `text` is what it says. */
export function gaugePicture(result: QueryResult, text: string): Shape {
  const [metric] = metricsOf(result);
  const value = metric === undefined ? null : result.totals[metric.at];
  const arcs = GAUGE_RANGES.map(([from, to, tone]) =>
    shape('path', {
      class: `arc arc-${tone}`,
      d: `M ${onArc(from, 80)} A 80 80 0 0 1 ${onArc(to, 80)}`,
    }),
  );
  const isKnown = typeof value === 'number';
  return shape(
    'svg',
    { viewBox: '0 0 200 108', role: 'img', 'aria-label': text },
    ...arcs,
    isKnown && shape('path', { class: 'needle', d: `M 100 100 L ${onArc(value, 72)}` }),
  );
}
