import type { CellPlace } from '../../model/a1-notation.ts';
import type { ResultInput } from '../results.ts';

/** Opens the cell in the workbook; the workbook itself where the tab's id is not known. */
export function cellUrl(place: CellPlace, { workspace, sheetIds = {} }: ResultInput): string {
  const { url } = workspace.workbook;
  const sheetId = Object.keys(sheetIds).includes(place.tab) ? sheetIds[place.tab] : null;
  if (url === '' || sheetId === null) return url;
  return `${url}#gid=${sheetId}${place.cell === null ? '' : `&range=${place.cell}`}`;
}
