import { type Day, dayFromCivil } from '../../core/model/calendar-date.ts';
import { dayTicks, type Scale, scaleOf, valueTicks } from '../../drawing/scales.ts';
import { group, type Point, pathAlong, type Shape, shape } from '../../drawing/shape.ts';
import { textWidth } from '../../drawing/text-size.ts';
import { tickText } from '../../drawing/time-axis.ts';
import type { Value } from '../data-studio/contract.ts';
import type { Column, QueryResult } from '../data-studio/query-types.ts';
import { dayToDate, formatValue } from './format.ts';
import type { Language } from './texts.ts';

const WIDTH = 1000;
const HEIGHT = 340;
const TOP = 14;
const BOTTOM = HEIGHT - 30;
const LETTER = 15;
const MOST_DATES = 9;
const WANTED_VALUES = 5;

/** What a picture of lines is made of. */
export type Lines = Pick<QueryResult, 'columns' | 'rows'>;

interface Metric {
  readonly column: Column;
  readonly at: number;
}

/** The metrics of a chart, with where they stand in its rows. */
export const metricsOf = ({ columns }: Pick<QueryResult, 'columns'>): Metric[] =>
  columns.flatMap((column, at) => (column.concept === 'METRIC' ? [{ column, at }] : []));

function dayOf(value: Value | undefined): Day | null {
  const date = dayToDate(value);
  return date === null
    ? null
    : dayFromCivil(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** Rows with their place across: the day, else the number of the row. */
function placed({ rows }: Lines) {
  const days = rows.map((row) => dayOf(row[0]));
  const isByDay = days.length > 0 && days.every((day) => day !== null);
  const across = rows.map((row, at) => ({ row, x: isByDay ? Number(days[at]) : at }));
  return { isByDay, across: across.sort((one, other) => one.x - other.x) };
}

type Placed = ReturnType<typeof placed>['across'];

/** From the first row with a figure to the last. */
function between(across: Placed, metrics: readonly Metric[]): Placed {
  const hasFigure = ({ row }: Placed[number]) =>
    metrics.some(({ at }) => typeof row[at] === 'number');
  const after = [...across].reverse().findIndex(hasFigure);
  return across.slice(across.findIndex(hasFigure), across.length - after);
}

/** Points of a line, in pieces where a figure is missing. */
function piecesOf(across: Placed, at: number, x: Scale, y: Scale): Point[][] {
  const pieces: Point[][] = [];
  let open: Point[] | null = null;
  for (const { row, x: place } of across) {
    const value = row[at];
    if (typeof value !== 'number') {
      open = null;
      continue;
    }
    if (open === null) {
      open = [];
      pieces.push(open);
    }
    open.push({ x: x(place), y: y(value) });
  }
  return pieces;
}

/** forecast_low and forecast_high are the edges of one band. */
function bandOf(metrics: readonly Metric[]): { low: Metric; high: Metric } | null {
  const low = metrics.find(({ column }) => column.name.endsWith('_low'));
  const stem = low?.column.name.slice(0, -'_low'.length);
  const high = metrics.find(({ column }) => column.name === `${stem}_high`);
  return low === undefined || high === undefined ? null : { low, high };
}

const words = (text: string, x: number, y: number, anchor: 'start' | 'middle' | 'end'): Shape =>
  shape('text', { class: 'axis-label', x, y, 'text-anchor': anchor }, text);

/** Lines and values of the axis on the left. */
const valueAxis = (ticks: readonly number[], y: Scale, left: number, say: (v: number) => string) =>
  ticks.flatMap((tick) => [
    shape('line', { class: 'axis-line', x1: left, x2: WIDTH, y1: y(tick), y2: y(tick) }),
    words(say(tick), left - 8, y(tick) + 5, 'end'),
  ]);

/** Round dates, or the first and last name where rows are no days. */
function namesAcross(across: Placed, isByDay: boolean, x: Scale, language: Language): Shape[] {
  const [first, last] = [across[0], across[across.length - 1]];
  if (!isByDay) {
    const name = ({ row: [value] }: Placed[number]) =>
      typeof value === 'object' && value !== null ? value.text : String(value ?? '');
    return [
      words(name(first), x(first.x), HEIGHT - 8, 'start'),
      ...(last === first ? [] : [words(name(last), x(last.x), HEIGHT - 8, 'end')]),
    ];
  }
  const { days, grain } = dayTicks(first.x, last.x, MOST_DATES);
  return days.flatMap((day, at) => {
    const text = tickText(day, grain, at === 0, language);
    const half = textWidth(text, LETTER) / 2;
    const place = Math.min(Math.max(x(day), x(first.x) + half), WIDTH - half);
    return [
      shape('line', { class: 'axis-line', x1: x(day), x2: x(day), y1: BOTTOM, y2: BOTTOM + 6 }),
      words(text, place, HEIGHT - 8, 'middle'),
    ];
  });
}

/**
 * A line for each metric over the rows, by day where they have one, with what the axes stand for and
 * the band between a low and a high one. Null where there is no figure at all.
 */
export function seriesPicture(result: Lines, language: Language): Shape | null {
  const metrics = metricsOf(result);
  const { isByDay, across: all } = placed(result);
  const across = between(all, metrics);
  const numbers = across.flatMap(({ row }) =>
    metrics.flatMap(({ at }) => (typeof row[at] === 'number' ? [row[at]] : [])),
  );
  if (numbers.length === 0) return null;
  const ticks = valueTicks(Math.min(...numbers), Math.max(...numbers), WANTED_VALUES);
  const [{ column }] = metrics;
  const say = (value: number) => formatValue(value, column, language);
  const left = Math.max(...ticks.map((tick) => textWidth(say(tick), LETTER))) + 12;
  const y = scaleOf([ticks[0], ticks[ticks.length - 1]], [BOTTOM, TOP]);
  const x = scaleOf([across[0].x, across[across.length - 1].x], [left, WIDTH - 4]);
  const band = bandOf(metrics);
  const areas = band === null ? [] : bandPieces(across, band, x, y);
  const lines = metrics.flatMap(({ at }, line) =>
    piecesOf(across, at, x, y).map((points) =>
      points.length === 1
        ? shape('circle', { class: `line line-${line}`, cx: points[0].x, cy: points[0].y, r: 3 })
        : shape('path', { class: `line line-${line}`, d: pathAlong(points) }),
    ),
  );
  const dates = [across[0], across[across.length - 1]].map(({ row }) =>
    formatValue(row[0], result.columns[0], language),
  );
  const names = metrics.map((metric) => metric.column.label).join(', ');
  return shape(
    'svg',
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: 'img',
      'aria-label': `${names}: ${dates.join(' – ')}`,
    },
    group({ 'aria-hidden': 'true' }, [
      ...valueAxis(ticks, y, left, say),
      ...namesAcross(across, isByDay, x, language),
    ]),
    ...areas,
    ...lines,
  );
}

/** The areas between both edges, where there are both. */
function bandPieces(
  across: Placed,
  { low, high }: { low: Metric; high: Metric },
  x: Scale,
  y: Scale,
): Shape[] {
  const both = across.map(({ row, x: place }) => {
    const isWhole = typeof row[low.at] === 'number' && typeof row[high.at] === 'number';
    return { row: isWhole ? row : row.map(() => null), x: place };
  });
  const upper = piecesOf(both, high.at, x, y);
  return piecesOf(both, low.at, x, y).map((points, piece) =>
    shape('path', {
      class: 'band',
      d: `${pathAlong([...points, ...[...upper[piece]].reverse()])} Z`,
    }),
  );
}
