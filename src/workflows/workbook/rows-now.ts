import type { Columns } from './columns-now.ts';

const heightOf = (columns: Columns): number =>
  columns.reduce((most, cells) => Math.max(most, cells.length), 0);

/** What a row holds elsewhere; with numbers it is exact, without it survives what recalculates. */
function contentOf(
  columns: Columns,
  row: number,
  aside: readonly number[],
  exact: boolean,
): string {
  const cells = columns.map((column, at) => {
    const cell = aside.includes(at) ? '' : (column[row] ?? '');
    return exact || typeof cell === 'string' ? cell : '';
  });
  while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop();
  return JSON.stringify(cells);
}

const BLANK = '[]';

/** Rows of each content, top to bottom. */
function byContent(columns: Columns, aside: readonly number[], exact: boolean) {
  const rows = new Map<string, number[]>();
  for (let row = 0; row < heightOf(columns); row += 1) {
    const content = contentOf(columns, row, aside, exact);
    const same = rows.get(content);
    if (same === undefined) rows.set(content, [row]);
    else same.push(row);
  }
  return rows;
}

/**
 * Where a row of an earlier reading stands now, told by what it holds and never by its number; null
 * when it is gone or became another. Of rows that hold the same the order tells. Columns that are put aside
 * are not looked at.
 */
export function rowsNow(
  before: Columns,
  now: Columns,
  aside: readonly number[] = [],
): (row: number) => number | null {
  const indexed = [true, false].map((exact) => ({
    exact,
    before: byContent(before, aside, exact),
    now: byContent(now, aside, exact),
  }));
  return (row) => {
    for (const { exact, before: old, now: present } of indexed) {
      const content = contentOf(before, row, aside, exact);
      if (content === BLANK) return contentOf(now, row, aside, exact) === BLANK ? row : null;
      const [was, is] = [old.get(content) ?? [], present.get(content) ?? []];
      if (is.length === was.length) return is[was.indexOf(row)];
    }
    return null;
  };
}
