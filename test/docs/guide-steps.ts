import { type Day, dayFromIsoDate, serialFromDay } from '../../src/core/model/calendar-date.ts';
import type { Language } from '../../src/core/model/workspace.ts';
import type { CellValue } from '../../src/preview/emulation/workbook/workbook.ts';

// A guide is written so that it can be followed: what is bold after "Koers ›" is chosen
// and answered with the `code` behind it, the rows of a
// table are typed into the tab that the line before it names in bold, what is quoted is to be read;
// in a window of Koers a table is what is typed there, and "press" is before the name of a button.

export type GuideStep =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'choose'; readonly path: readonly string[]; readonly answer: string }
  | { readonly kind: 'type'; readonly tab: string; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'press'; readonly button: string }
  | { readonly kind: 'read'; readonly text: string };

export interface GuideChapter {
  readonly title: string;
  readonly steps: readonly GuideStep[];
}

const CHOSEN = /\*\*Koers › ([^*]+)\*\*(?:[^*`.]*`([^`]+)`)?/g;
const PRESSED = /(?:Press|Druk op) \*([^*]+)\*/g;
const NAMED = /\*\*([^*›]+)\*\*[^*]*:$/;
const TODAY = /^\*[^*]*?(\d{1,2}) (\p{L}+) (\d{4})\.\*/u;

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

function dayOf(text: string, language: Language): Day | null {
  const found = TODAY.exec(text);
  if (found === null) return null;
  const [, date, month, year] = found;
  const months = Array.from({ length: 12 }, (_, at) =>
    new Date(Date.UTC(2000, at)).toLocaleDateString(language, { month: 'long', timeZone: 'UTC' }),
  );
  const number = String(months.indexOf(month) + 1).padStart(2, '0');
  return dayFromIsoDate(`${year}-${number}-${date.padStart(2, '0')}`);
}

function stepsOf(chapter: string, language: Language): GuideStep[] {
  const steps: GuideStep[] = [];
  let tab = '';
  for (const block of chapter.split(/\n{2,}/)) {
    if (block.startsWith('|')) {
      const [header, , ...rows] = block.trim().split('\n').map(cellsOf);
      if (tab !== '') steps.push({ kind: 'type', tab, rows: [header, ...rows] });
      tab = '';
    } else if (block.startsWith('> ')) {
      const texts = block
        .trim()
        .split('\n')
        .map((line) => line.slice(2));
      steps.push(...texts.map((text) => ({ kind: 'read', text }) as const));
    } else {
      const day = dayOf(block, language);
      if (day !== null) steps.push({ kind: 'day', day });
      for (const [, path, answer = ''] of block.matchAll(CHOSEN)) {
        steps.push({ kind: 'choose', path: path.split(' › '), answer });
      }
      for (const [, name] of block.matchAll(PRESSED)) steps.push({ kind: 'press', button: name });
      tab = NAMED.exec(block.trim())?.[1] ?? '';
    }
  }
  return steps;
}

/** What a reader of the guide does, and then reads, chapter by chapter. */
export const guideChapters = (page: string, language: Language): GuideChapter[] =>
  page
    .split(/^## /m)
    .slice(1)
    .map((text) => ({
      title: text.slice(0, text.indexOf('\n')),
      steps: stepsOf(text.slice(text.indexOf('\n')), language),
    }));

export interface TypedCell {
  readonly value: CellValue;
  readonly format?: string;
}

/** What a cell holds once this is typed into it, in a spreadsheet of the language's own country. */
export function typedCell(text: string, language: Language): TypedCell {
  if (text === '') return { value: null };
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? dayFromIsoDate(text) : null;
  if (day !== null) return { value: serialFromDay(day), format: 'yyyy-mm-dd' };
  const [mark, grouping] = language === 'nl' ? [',', '.'] : ['.', ','];
  const figure = text.replaceAll(grouping, '').replace(mark, '.');
  if (/^-?\d+(\.\d+)?%$/.test(figure)) {
    return { value: Number(figure.slice(0, -1)) / 100, format: '0.0%' };
  }
  return /^-?\d+(\.\d+)?$/.test(figure) ? { value: Number(figure) } : { value: text };
}
