import type { Day } from '../../../src/core/model/calendar-date.ts';
import type { FormulaNode } from '../../../src/core/model/formula.ts';
import type { Aggregation, Measure } from '../../../src/core/model/measure.ts';
import { CADENCES, type Cadence } from '../../../src/core/model/period.ts';
import type { Workspace } from '../../../src/core/model/workspace.ts';

export interface RawRow {
  measureId: string;
  /** '' is the blank one. */
  channel: string;
  day: Day;
  value: number;
  recordedAt: number;
  /** The length of the period that it names; null for a date. */
  names: Cadence | null;
}

/** A cell that could not be read; null where its channel could not be read either. */
interface UnreadableCell {
  channel: string | null;
  day: Day;
}

/** The workbook on a day: rows dated later do not exist yet. */
export interface Book {
  workspace: Workspace;
  today: Day;
  rowsOf: (measureId: string) => readonly RawRow[];
  /** In the order of the days; those of a day in the order of the sheet. */
  rowsDated: (measureId: string, from: Day, to: Day) => readonly RawRow[];
  unreadableOf: (measureId: string) => readonly UnreadableCell[];
  /** What was worked out already, by name. */
  memo: Map<string, unknown>;
}

function readRows({ measurements }: Workspace, today: Day): RawRow[] {
  const { rowCount, measureIds, channels, measure, channel, day, value, recordedAt, periodLength } =
    measurements;
  const rows: RawRow[] = [];
  for (let i = 0; i < rowCount; i++) {
    if (day[i] > today) continue;
    const length = periodLength?.[i] ?? 0;
    rows.push({
      measureId: measureIds[measure[i]],
      channel: channels[channel[i]],
      day: day[i],
      value: value[i],
      recordedAt: recordedAt[i],
      names: length === 0 ? null : CADENCES[length],
    });
  }
  return rows;
}

function readUnreadable({ measurements }: Workspace, today: Day, measureId: string) {
  const { measureIds, channels, unreadable } = measurements;
  const { count, measure, channel, day } = unreadable;
  return Array.from({ length: count }, (_, i) => i)
    .filter((i) => measureIds[measure[i]] === measureId && day[i] <= today)
    .map((i) => ({ channel: channel[i] < 0 ? null : channels[channel[i]], day: day[i] }));
}

export function openBook(workspace: Workspace, today: Day): Book {
  const rows = readRows(workspace, today);
  const known = new Map(
    workspace.measures.map(({ id }) => {
      const own = rows.filter((row) => row.measureId === id);
      const byDay = new Map<Day, RawRow[]>();
      for (const row of own) byDay.set(row.day, [...(byDay.get(row.day) ?? []), row]);
      return [id, { own, byDay, unreadable: readUnreadable(workspace, today, id) }];
    }),
  );
  const dated = (measureId: string, from: Day, to: Day): RawRow[] => {
    const byDay = known.get(measureId)?.byDay;
    const found: RawRow[] = [];
    for (let day = from; day <= to; day++) found.push(...(byDay?.get(day) ?? []));
    return found;
  };
  return {
    workspace,
    today,
    rowsOf: (measureId) => known.get(measureId)?.own ?? [],
    rowsDated: dated,
    unreadableOf: (measureId) => known.get(measureId)?.unreadable ?? [],
    memo: new Map(),
  };
}

/** Worked out once a book. */
export function once<Value>(book: Book, name: string, work: () => Value): Value {
  if (!book.memo.has(name)) book.memo.set(name, work());
  // SAFETY: only the same work is kept under one name.
  return book.memo.get(name) as Value;
}

export function measureOf(book: Book, measureId: string): Measure {
  const found = book.workspace.measures.find(({ id }) => id === measureId);
  if (found === undefined) throw new Error(`no measure ${measureId}`);
  return found;
}

/** The measures with rows of their own that a measure rests on. */
export function operandsOf(book: Book, measureId: string): Measure[] {
  const measure = measureOf(book, measureId);
  if (measure.formula === null) return [measure];
  const found: Measure[] = [];
  const visit = (node: FormulaNode): void => {
    if (node.kind === 'measure') found.push(...operandsOf(book, node.measureId));
    if (node.kind === 'negate') visit(node.operand);
    if (node.kind === 'call') node.operands.forEach(visit);
    if (node.kind === 'binary') [node.left, node.right].forEach(visit);
  };
  visit(measure.formula);
  return found;
}

/** §1: totals start at 0 and add up. */
export const isTotal = (aggregation: Aggregation | null): boolean =>
  aggregation === 'sum' || aggregation === 'count' || aggregation === 'count_distinct';

/** The days of the first and the last row of a measure. */
export const firstDayOf = (book: Book, measureId: string): Day =>
  once(book, `first ${measureId}`, () => Math.min(...book.rowsOf(measureId).map(({ day }) => day)));

export const newestDayOf = (book: Book, measureId: string): Day =>
  once(book, `newest ${measureId}`, () =>
    Math.max(...book.rowsOf(measureId).map(({ day }) => day)),
  );

/** §2, the class of a distance between two dates. */
function cadenceOfDistance(days: number): Cadence {
  if (days <= 3.5) return 'day';
  if (days >= 5 && days <= 9) return 'week';
  if (days >= 26 && days <= 35) return 'month';
  if (days >= 80 && days <= 100) return 'quarter';
  return days >= 350 && days <= 380 ? 'year' : 'irregular';
}

/** §2: of labels their length, else the class of the median distance; null for a single date. */
export function cadenceOfRows(book: Book, measureId: string): Cadence | null {
  return once(book, `rows of ${measureId}`, () => {
    const rows = book.rowsOf(measureId);
    const named = rows.flatMap(({ names }) => (names === null ? [] : [names]));
    if (named.length > 0) {
      const countOf = (cadence: Cadence) => named.filter((name) => name === cadence).length;
      return named.reduce((best, name) => (countOf(name) > countOf(best) ? name : best));
    }
    const days = [...new Set(rows.map(({ day }) => day))].sort((a, b) => a - b);
    const distances = days.slice(1).map((day, i) => day - days[i]);
    distances.sort((a, b) => a - b);
    if (distances.length === 0) return null;
    // Of two in the middle the shorter: the other one may have a gap in it.
    return cadenceOfDistance(distances[Math.floor((distances.length - 1) / 2)]);
  });
}
