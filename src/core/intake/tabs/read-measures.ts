import { choiceSpellings } from '../../language/tab-words.ts';
import type { FormulaNode } from '../../model/formula.ts';
import type { Unit } from '../../model/measure.ts';
import { choiceCode } from '../cell/read-choice.ts';
import { parseFormula } from '../formula/parse-formula.ts';
import { type NearestName, nearestName } from '../rows/nearest-name.ts';
import { percentNumber, wholeNumber } from '../rows/number-cells.ts';
import type { ReadContext } from '../rows/read-context.ts';
import type { NamedRow } from '../rows/read-identities.ts';
import type { RowOf } from '../rows/tab-row.ts';
import type { MeasureDraft, MeasureSource } from './measure-draft.ts';

type MeasureRow = RowOf<'measures'>;

const PERCENT = choiceSpellings('unit', 'percent');

const MOST_DECIMALS = 10;
const MOST_DAYS = 3660;

/** The Measures tab, as typed. */
export function readMeasures(
  rows: readonly NamedRow<'measures'>[],
  context: ReadContext,
): MeasureDraft[] {
  const percentNamed = nearestName([...PERCENT.names, ...PERCENT.synonyms]);
  return rows.map(({ row, name, id }) => {
    const unit = readUnitOf(row, percentNamed);
    return {
      id,
      name,
      unit,
      isUnitTyped: row.has('unit'),
      aggregation: row.read('adds_up'),
      formula: readFormula(row, unit, context),
      cadence: row.read('cadence'),
      betterWhen: row.read('better_when'),
      decimals: wholeNumber(row, 'decimals', MOST_DECIMALS),
      missing: row.read('missing'),
      window: row.read('window'),
      ...readBounds(row, unit),
      dataLagDays: wholeNumber(row, 'data_lag', MOST_DAYS),
      graceDays: wholeNumber(row, 'grace', MOST_DAYS),
      addsUpOverChannels: row.read('adds_up_over_channels'),
      numberStyle: row.read('number_style'),
      source: readSource(row),
      note: row.read('note'),
      how: row.read('how'),
      place: row.place('name'),
      errors: row.errors,
      row,
      isPresumed: false,
    };
  });
}

/** A word behind the number, or perhaps a percentage with a slip of the finger in it. */
function readUnitOf(row: MeasureRow, percentNamed: NearestName): Unit {
  const unit = row.read('unit') ?? { kind: 'number' };
  const text = row.text('unit');
  if (unit.kind !== 'number' || text === '') return unit;
  const nearest = percentNamed(text);
  const isSlip = nearest !== null && nearest.charAt(0) === text.charAt(0).toLowerCase();
  const isPlain = unit.word === undefined && choiceCode(text, 'unit') === null;
  if (isSlip || isPlain) {
    const suggestion = { nearest: isSlip ? nearest : null };
    row.note('W_UNIT', { received: text, suggestion }, 'unit');
  }
  return unit;
}

/** What no single value can pass; bounds that leave no room are none. */
function readBounds(row: MeasureRow, unit: Unit) {
  const lowest = percentNumber(row, 'lowest', unit);
  const highest = percentNumber(row, 'highest', unit);
  if (lowest === null || highest === null || lowest < highest) return { lowest, highest };
  row.note('E_BOUNDS_ORDER', { low: { typed: lowest }, high: { typed: highest } }, 'highest');
  return { lowest: null, highest: null };
}

function readFormula(row: MeasureRow, unit: Unit, context: ReadContext): FormulaNode | null {
  const text = row.read('formula');
  if (text === '') return null;
  const parsed = row.take(parseFormula(text, context.locale.decimal), 'formula');
  if (parsed?.multipliesBy100 && unit.kind === 'percent')
    row.note('W_FORMULA_HUNDRED', {}, 'formula');
  return parsed?.formula ?? null;
}

const SPREADSHEET_URL = /\/spreadsheets\/d\/([A-Za-z0-9_-]+)/;

/** Where its figures stand, if not in a tab of the workbook; null without a word of it. */
export function readSource(row: MeasureRow): MeasureSource | null {
  const spreadsheet = row.read('source_spreadsheet');
  const tab = row.read('source_tab');
  if (spreadsheet === '' && tab === '') return null;
  if (tab === '') row.report('E_BLANK', {}, 'source_tab');
  return {
    spreadsheet:
      spreadsheet === '' ? null : (SPREADSHEET_URL.exec(spreadsheet)?.[1] ?? spreadsheet),
    tab,
    dateColumn: row.read('date_column'),
    valueColumn: row.read('value_column'),
    channelColumn: row.read('channel_column'),
    filter: row.read('filter'),
  };
}
