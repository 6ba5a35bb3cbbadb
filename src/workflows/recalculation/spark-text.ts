import { columnOf, type Table } from '../../core/tables/table.ts';

const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const MIDDLE = BLOCKS[3];
/** An interval without a value. */
const GAP = '·';
/** As many intervals as a cell shows at a glance. */
const MOST_INTERVALS = 16;

const isNumber = (value: number | null): value is number => value !== null;

/**
 * The last intervals of a series as blocks between its lowest and its highest value; '' for fewer
 * than two values. Text and not SPARKLINE: a formula has other marks in every locale, and nothing
 * shows it outside Google.
 *
 * | values | gives |
 * |---|---|
 * | -4, 0, 4 | ▁▅█ |
 * | 5, 5 | ▄▄ |
 * | 1, null, 8, null | ▁·█ |
 */
export function sparkText(values: readonly (number | null)[]): string {
  const first = values.findIndex(isNumber);
  const last = values.reduce<number>((found, value, at) => (value === null ? found : at), -1);
  const shown = values.slice(Math.max(first, last + 1 - MOST_INTERVALS), last + 1);
  const known = shown.filter(isNumber);
  if (known.length < 2) return '';
  const [least, greatest] = [Math.min(...known), Math.max(...known)];
  const blockOf = (value: number): string =>
    greatest === least
      ? MIDDLE
      : BLOCKS[Math.round(((value - least) / (greatest - least)) * (BLOCKS.length - 1))];
  return shown.map((value) => (value === null ? GAP : blockOf(value))).join('');
}

/** The course of every KPI by its id: what each interval of the timeline came to. */
export function sparksOf(timeline: Table): Map<string, string> {
  const [ids, actuals] = ['kpi_id', 'actual'].map((id) => columnOf(timeline, id));
  const series = new Map<string, (number | null)[]>();
  for (const [row, id] of ids.entries()) {
    const value = actuals[row];
    const known = series.get(String(id)) ?? [];
    known.push(typeof value === 'number' ? value : null);
    series.set(String(id), known);
  }
  return new Map([...series].map(([id, values]) => [id, sparkText(values)]));
}
