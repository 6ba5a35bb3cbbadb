import { TABS } from '../core/intake/sheet-layout.ts';
import { blankToday } from './blank-today.ts';
import { readXlsxFile } from './emulation/host/read-xlsx.ts';
import type { Workbook } from './emulation/workbook/workbook.ts';

export interface OpenSettings {
  readonly id: string;
  readonly owner: string;
  /** YYYY-MM-DD: looked from instead of Today in Settings. */
  readonly today: string | null;
  readonly timeZone?: string;
}

/** A file does not say where it comes from; the names of its tabs do. */
function localeOf(workbook: Workbook): string {
  const titles = new Set(workbook.tabs.map(({ title }) => title.toLowerCase()));
  const isDutch = TABS.some(({ name }) => name.en !== name.nl && titles.has(name.nl.toLowerCase()));
  return isDutch ? 'nl_NL' : 'en_GB';
}

/** A copy in memory of the workbook on disk, which is never written. */
export function openWorkbook(file: string, settings: OpenSettings): Workbook {
  const { id, owner, today, timeZone } = settings;
  const workbook = readXlsxFile(file, { id, owner, ...(timeZone && { timeZone }) });
  workbook.locale = localeOf(workbook);
  if (today !== null) blankToday(workbook);
  return workbook;
}
