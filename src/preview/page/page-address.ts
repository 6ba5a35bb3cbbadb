// The part of the address after #: which part of the page, and for the workbook which tab and cell.

export interface PageAddress {
  readonly view: string;
  readonly tab: string | null;
  /** In A1 notation. */
  readonly cell: string | null;
}

const decoded = (part: string | undefined): string | null => {
  if (part === undefined || part === '') return null;
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
};

export function readAddress(hash: string): PageAddress {
  const [view = '', tab, cell] = hash.replace(/^#\/?/, '').split('/');
  return { view, tab: decoded(tab), cell: decoded(cell) };
}

export const cellLink = (tab: string, cell: string): string =>
  `#/workbook/${encodeURIComponent(tab)}/${encodeURIComponent(cell)}`;
