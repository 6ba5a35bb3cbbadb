import { closedRectangle, parseRectangle } from '../../workbook/a1-notation.ts';
import { changeCells } from '../../workbook/cells.ts';
import type { DimensionGroup, Tab, ValidationRule } from '../../workbook/workbook.ts';
import { attribute, plainText } from './xml-tags.ts';

interface Columns {
  readonly first: number;
  readonly last: number;
  readonly pixelSize?: number;
  readonly hidden: boolean;
  readonly level: number;
}

interface Dropdown {
  readonly places: string;
  readonly rule: ValidationRule;
}

/** [documented] A width is in digits of the standard font; [assumed] which is 7 pixels wide. */
const DIGIT_PIXELS = 7;

const isOn = (text: string | undefined) => text === '1' || text === 'true';

function columnsOf(attributes: string): Columns {
  const width = Number(attribute(attributes, 'width') ?? Number.NaN);
  return {
    first: Number(attribute(attributes, 'min') ?? 1) - 1,
    last: Number(attribute(attributes, 'max') ?? 0),
    ...(width >= 0 && { pixelSize: Math.round(width * DIGIT_PIXELS) }),
    hidden: isOn(attribute(attributes, 'hidden')),
    level: Number(attribute(attributes, 'outlineLevel') ?? 0),
  };
}

/** Stretches of columns at one outline level or deeper are one group of that depth. */
function outlineGroups(tab: Tab, levels: readonly number[]): DimensionGroup[] {
  const groups: DimensionGroup[] = [];
  for (let depth = 1; depth <= Math.max(0, ...levels); depth += 1) {
    let start = -1;
    for (let index = 0; index <= levels.length; index += 1) {
      const isInside = (levels[index] ?? 0) >= depth;
      if (isInside && start < 0) start = index;
      if (isInside || start < 0) continue;
      const columns = tab.columnProperties.slice(start, index);
      const collapsed = columns.every((column) => column?.hidden === true);
      groups.push({ start, end: index, depth, collapsed });
      start = -1;
    }
  }
  return groups;
}

function addColumns(tab: Tab, stretches: readonly Columns[]): void {
  const levels: number[] = [];
  for (const { first, last, pixelSize, hidden, level } of stretches) {
    // A stretch to the end of the grid says how columns look that nobody filled.
    for (let at = first; at < Math.min(last, tab.columnCount); at += 1) {
      tab.columnProperties[at] = {
        ...(pixelSize !== undefined && { pixelSize }),
        ...(hidden && { hidden }),
      };
      levels[at] = level;
    }
  }
  tab.columnGroups = outlineGroups(
    tab,
    Array.from(levels, (level) => level ?? 0),
  );
}

function listRule(attributes: string, formula: string): ValidationRule | null {
  if (attribute(attributes, 'type') !== 'list' || formula === '') return null;
  const list = plainText(formula);
  const quoted = /^"([\s\S]*)"$/.exec(list)?.[1];
  const values =
    quoted === undefined
      ? [{ userEnteredValue: `=${list}` }]
      : quoted.split(',').map((word) => ({ userEnteredValue: word.trim() }));
  const type = quoted === undefined ? 'ONE_OF_RANGE' : 'ONE_OF_LIST';
  const strict = isOn(attribute(attributes, 'showErrorMessage'));
  return { condition: { type, values }, strict, showCustomUi: true };
}

function addDropdowns(tab: Tab, dropdowns: readonly Dropdown[]): void {
  for (const { places, rule } of dropdowns) {
    for (const place of places.split(/\s+/)) {
      const rectangle = parseRectangle(place);
      if (rectangle === null) continue;
      changeCells(tab, closedRectangle(rectangle, tab), (cell) => ({ ...cell, validation: rule }));
    }
  }
}

/**
 * Widths, hidden columns, groups, frozen rows and dropdowns: what a person sees of a tab. They are
 * added when the grid has its size; other kinds of validation are left behind.
 */
export function looksReader() {
  const stretches: Columns[] = [];
  const dropdowns: Dropdown[] = [];
  let pane = '';
  let validation = '';
  return {
    see(name: string, isEnd: boolean, attributes: string, text: string): void {
      if (isEnd) return;
      if (name === 'col') stretches.push(columnsOf(attributes));
      else if (name === 'pane') pane = attributes;
      else if (name === 'dataValidation') validation = attributes;
      else if (name === 'formula1') {
        const rule = listRule(validation, text);
        const places = attribute(validation, 'sqref');
        if (rule !== null && places !== undefined) dropdowns.push({ places, rule });
      }
    },
    addTo(tab: Tab): void {
      addColumns(tab, stretches);
      addDropdowns(tab, dropdowns);
      if (attribute(pane, 'state') !== 'frozen') return;
      const frozen = (name: string) => Number(attribute(pane, name) ?? 0);
      tab.frozenRows = Math.min(frozen('ySplit'), tab.rowCount - 1);
      tab.frozenColumns = Math.min(frozen('xSplit'), tab.columnCount - 1);
    },
  };
}
