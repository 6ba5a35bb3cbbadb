import { anyOf } from '../../language/cell-words.ts';
import type { Kpi } from '../../model/kpi.ts';
import { cellOfFact } from '../figures/fact-buffer.ts';
import { NO_FACT } from '../figures/survey-facts.ts';
import { LAST_HEADER_ROW } from '../rows/find-header.ts';
import { isBlankCell, type SheetInput } from '../sheet/sheet-input.ts';
import { ask, type CheckInput } from './check-input.ts';

const MONEY = '(?:[€$£]|eur|euro|usd|gbp)';
/** What a header, or a title above it, says of all figures below: "(x € 1.000)", "in mln". */
const SCALES = [
  {
    scale: 1_000_000,
    says: new RegExp(
      `(?:^|[^a-z])(?:x\\s*${MONEY}?\\s*1[., ]?000[., ]?000|${anyOf(({ millions }) => millions)}(?:en)?)(?![a-z\\d])`,
      'i',
    ),
  },
  {
    scale: 1000,
    says: new RegExp(
      `(?:^|[^a-z])(?:[x×]\\s*${MONEY}?\\s*1[., ]?000|${anyOf(({ thousands }) => thousands)}(?:s|en|tallen)?|${MONEY}\\s?k|k\\s?${MONEY}|[€$£']000s?)(?![a-z\\d])`,
      'i',
    ),
  },
];

/**
 * Figures in thousands or millions by their header, under a target that is not: € 390 of
 * € 369,863 planned. Where target and figures are alike there is nothing to tell.
 */
export function checkScales(input: CheckInput): void {
  const { facts, measures, kpis, survey, context } = input;
  const headersAbove = headersOnce();
  measures.forEach(({ id, name, unit, formula }, position) => {
    const fact = survey.newestFact[position];
    if (formula !== null || fact === NO_FACT) return;
    const { sheet, column, row } = cellOfFact(facts, fact);
    const found = scaleSaid([name, ...headersAbove(sheet, column, row)]);
    if (found === null) return;
    const { scale, received } = found;
    for (const kpi of kpis) {
      const { measureId, channel, target } = kpi;
      if (measureId !== id || channel !== null || target === null || target <= 0) continue;
      if (!isTooSmall(input, position, kpi, target / Math.sqrt(scale))) continue;
      const details = {
        measure: name,
        kpi: kpi.name,
        received,
        scale,
        target: { amount: target, unit },
        meant: { amount: target / scale, unit },
      };
      context.issues.add('E_SCALED', kpi.place, details, { kpiId: kpi.id });
      ask(input, kpi, 'E_SCALED');
    }
  });
}

type HeadersAbove = (sheet: SheetInput, column: number, row: number) => readonly string[];

/** Measures below one another in a column have the same headers, which are looked for once. */
function headersOnce(): HeadersAbove {
  const found = new Map<SheetInput, Map<string, readonly string[]>>();
  return (sheet, column, row) => {
    const least = Math.min(row, LAST_HEADER_ROW);
    const key = `${column}|${least}`;
    const ofSheet = found.get(sheet) ?? new Map<string, readonly string[]>();
    found.set(sheet, ofSheet);
    const headers = ofSheet.get(key) ?? headersIn(sheet.columns, column, least);
    ofSheet.set(key, headers);
    return headers;
  };
}

/** The header of a column, and titles that stand alone in a row above it. */
function headersIn(columns: SheetInput['columns'], column: number, rows: number): string[] {
  const headers: string[] = [];
  for (let above = 0; above < rows; above++) {
    const filled = columns.filter((cells) => !isBlankCell(cells[above]));
    const text = (filled.length === 1 ? filled[0] : columns[column])?.[above];
    if (typeof text === 'string') headers.push(text);
  }
  return headers;
}

function scaleSaid(texts: readonly string[]): { scale: number; received: string } | null {
  for (const { scale, says } of SCALES) {
    const received = texts.find((text) => says.test(text));
    if (received !== undefined) return { scale, received };
  }
  return null;
}

/** Whether the figures of a KPI by now are further below its target than any pace explains. */
function isTooSmall(
  { facts, measures, survey, today }: CheckInput,
  position: number,
  { start, due }: Kpi,
  least: number,
): boolean {
  if (measures[position].aggregation !== 'sum') {
    return Math.abs(facts.value[survey.newestFact[position]]) < least;
  }
  const until = Math.min(due, today - 1);
  let [sum, newest] = [0, start - 1];
  for (let fact = 0; fact < facts.length; fact++) {
    const day = facts.day[fact];
    if (facts.measure[fact] !== position || day < start || day > until) continue;
    sum += facts.value[fact];
    newest = Math.max(newest, day);
  }
  const share = (newest - start + 1) / (due - start + 1);
  return sum !== 0 && Math.abs(sum) < least * share;
}
