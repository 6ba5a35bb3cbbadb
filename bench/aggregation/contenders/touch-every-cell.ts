import type { SheetInput } from '../../../src/core/intake/sheet/sheet-input.ts';

/** Reads every cell of every column once and does nothing with it: the least that anything can do. */
export function touchEveryColumn({ columns }: SheetInput): number {
  let touched = 0;
  for (const cells of columns) {
    for (let row = 0; row < cells.length; row++) {
      const cell = cells[row];
      if (typeof cell === 'number') touched += cell;
      else if (typeof cell === 'string') touched += cell.length;
    }
  }
  return touched;
}
