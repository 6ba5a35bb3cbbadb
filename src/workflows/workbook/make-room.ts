import type { WorkbookChange } from '../workbook-change.ts';

interface Grid {
  readonly sheetId: number;
  readonly gridRows: number;
  readonly gridColumns: number;
}

/** Room before something that may have been typed there meanwhile: it moves on, and is not lost. */
export function makeRoom(
  { sheetId, gridRows, gridColumns }: Grid,
  what: 'rows' | 'columns',
  at: number,
  count: number,
): WorkbookChange[] {
  const isAtTheEnd = at >= (what === 'rows' ? gridRows : gridColumns);
  return [
    ...(count > 0 && isAtTheEnd ? [{ kind: 'lengthen' as const, sheetId, what, count: 1 }] : []),
    ...(count > 0 ? [{ kind: 'insert' as const, sheetId, what, at, count }] : []),
  ];
}
