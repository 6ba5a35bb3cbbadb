import type { Workbook } from './emulation/workbook/workbook.ts';

const MOST_PLACES = 3;

/** One sentence about formulas that a program wrote but never calculated; null when there are none. */
export function uncalculatedNotice(
  workbook: Pick<Workbook, 'uncalculated'> | undefined,
  language: string,
): string | null {
  const places = workbook?.uncalculated ?? [];
  if (places.length === 0) return null;
  const named = places.slice(0, MOST_PLACES).join(', ');
  const more = language === 'nl' ? ' en meer' : ' and more';
  const shown = places.length > MOST_PLACES ? named + more : named;
  return language === 'nl'
    ? `Van deze formules bevat het bestand geen waarde: ${shown}. Open de werkmap in een spreadsheetprogramma en sla haar daar eerst op; tot dan tonen ze #N/A.`
    : `The file holds no value for these formulas: ${shown}. Open the workbook in a spreadsheet program and save it there first; until then they show #N/A.`;
}
