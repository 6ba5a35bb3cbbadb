import { type ColInfo, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { cellAt, changeCells, EMPTY_CELL, putCell } from '../workbook/cells.ts';
import type { DimensionGroup, Tab, ValidationRule } from '../workbook/workbook.ts';

interface RawParts {
  readonly files?: Readonly<Record<string, { readonly content?: Uint8Array }>>;
}

const attribute = (xml: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(xml)?.[1];

function partText(book: WorkBook, path: string): string {
  // SAFETY: the parser adds `files` when asked for bookFiles, which its types do not say.
  const content = (book as RawParts).files?.[path]?.content;
  return content === undefined ? '' : Buffer.from(content).toString('utf8');
}

/** The XML of each tab, in the order of the tabs: what the parser leaves out is read from there. */
export function sheetParts(book: WorkBook): string[] {
  const targets = new Map<string, string>();
  for (const [relation] of partText(book, 'xl/_rels/workbook.xml.rels').matchAll(
    /<Relationship\s[^>]*>/g,
  )) {
    const [id, target] = [attribute(relation, 'Id'), attribute(relation, 'Target')];
    if (id !== undefined && target !== undefined) targets.set(id, target);
  }
  const tabs = [...partText(book, 'xl/workbook.xml').matchAll(/<sheet\s[^>]*>/g)];
  return tabs.map(([tab]) => {
    const target = targets.get(attribute(tab, 'r:id') ?? '') ?? '';
    return partText(book, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  });
}

function addColumns(tab: Tab, columns: readonly (ColInfo | undefined)[]): void {
  columns.forEach((column, index) => {
    if (column === undefined || index >= tab.columnCount) return;
    const { wpx: pixelSize, hidden } = column;
    tab.columnProperties[index] = {
      ...(pixelSize !== undefined && { pixelSize: Math.round(pixelSize) }),
      ...(hidden === true && { hidden }),
    };
  });
  tab.columnGroups = outlineGroups(columns.map((column) => column ?? {}));
}

/** Stretches of columns at one outline level or deeper are one group of that depth. */
function outlineGroups(columns: readonly ColInfo[]): DimensionGroup[] {
  const levels = columns.map(({ level = 0 }) => level);
  const groups: DimensionGroup[] = [];
  for (let depth = 1; depth <= Math.max(0, ...levels); depth += 1) {
    let start = -1;
    for (let index = 0; index <= levels.length; index += 1) {
      const isInside = (levels[index] ?? 0) >= depth;
      if (isInside && start < 0) start = index;
      if (isInside || start < 0) continue;
      const collapsed = columns.slice(start, index).every(({ hidden }) => hidden === true);
      groups.push({ start, end: index, depth, collapsed });
      start = -1;
    }
  }
  return groups;
}

function addFrozen(tab: Tab, xml: string): void {
  const pane = /<pane\s[^>]*>/.exec(xml)?.[0];
  if (pane === undefined || attribute(pane, 'state') !== 'frozen') return;
  tab.frozenRows = Math.min(Number(attribute(pane, 'ySplit') ?? 0), tab.rowCount - 1);
  tab.frozenColumns = Math.min(Number(attribute(pane, 'xSplit') ?? 0), tab.columnCount - 1);
}

const unescaped = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

function listRule(xml: string): ValidationRule | null {
  const formula = /<formula1>([\s\S]*?)<\/formula1>/.exec(xml)?.[1];
  if (attribute(xml, 'type') !== 'list' || formula === undefined) return null;
  const list = unescaped(formula);
  const strict = attribute(xml, 'showErrorMessage') === '1';
  const quoted = /^"([\s\S]*)"$/.exec(list)?.[1];
  const values =
    quoted === undefined
      ? [{ userEnteredValue: `=${list}` }]
      : quoted.split(',').map((word) => ({ userEnteredValue: word.trim() }));
  const type = quoted === undefined ? 'ONE_OF_RANGE' : 'ONE_OF_LIST';
  return { condition: { type, values }, strict, showCustomUi: true };
}

/** Dropdowns; other kinds of validation are left behind. */
function addDropdowns(tab: Tab, xml: string): void {
  for (const [element] of xml.matchAll(/<dataValidation\s[\s\S]*?<\/dataValidation>/g)) {
    const rule = listRule(element);
    if (rule === null) continue;
    for (const range of (attribute(element, 'sqref') ?? '').split(' ')) {
      const { s: first, e: last } = utils.decode_range(range);
      const rectangle = {
        startRow: first.r,
        endRow: last.r + 1,
        startColumn: first.c,
        endColumn: last.c + 1,
      };
      changeCells(tab, rectangle, (cell) => ({ ...cell, validation: rule }));
    }
  }
}

/** A fill is how a person tells a header from its rows. */
function addFills(tab: Tab, sheet: WorkSheet): void {
  for (const [address, cell] of Object.entries(sheet)) {
    const rgb: unknown = address.startsWith('!') ? undefined : cell.s?.fgColor?.rgb;
    if (typeof rgb !== 'string' || cell.s.patternType !== 'solid') continue;
    const { r: row, c: column } = utils.decode_cell(address);
    const [red = 0, green = 0, blue = 0] = (rgb.slice(-6).match(/../g) ?? []).map(
      (pair) => Number.parseInt(pair, 16) / 255,
    );
    const current = cellAt(tab, row, column) ?? EMPTY_CELL;
    putCell(tab, row, column, { ...current, style: { backgroundColor: { red, green, blue } } });
  }
}

/** Widths, hidden columns, groups, frozen rows, dropdowns and fills: what a person sees of a tab. */
export function addSheetLooks(tab: Tab, sheet: WorkSheet, xml: string): void {
  addColumns(tab, sheet['!cols'] ?? []);
  addFrozen(tab, xml);
  addDropdowns(tab, xml);
  addFills(tab, sheet);
}
