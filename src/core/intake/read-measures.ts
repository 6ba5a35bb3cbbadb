import type { FormulaNode } from '../model/formula.ts';
import type { Unit } from '../model/measure.ts';
import { CHOICE_LISTS } from './layout/choice-lists.ts';
import type { MeasureDraft, MeasureSource } from './measure-draft.ts';
import { parseFormula } from './parse-formula.ts';
import type { ReadContext } from './read-context.ts';
import type { NamedRow } from './read-identities.ts';
import { reportBounds, type TabRow } from './tab-row.ts';

const MOST_DECIMALS = 10;
const MOST_DAYS = 3660;

/** The Measures tab, as typed. */
export function readMeasures(rows: readonly NamedRow[], context: ReadContext): MeasureDraft[] {
  return rows.map(({ row, name, id }) => {
    const unit = row.unit('unit') ?? { kind: 'number' };
    return {
      id,
      name,
      unit,
      aggregation: row.choice('adds_up', CHOICE_LISTS.aggregation),
      formula: readFormula(row, unit, context),
      cadence: row.choice('cadence', CHOICE_LISTS.cadence),
      betterWhen: row.choice('better_when', CHOICE_LISTS.better_when),
      decimals: wholeNumber(row, 'decimals', MOST_DECIMALS),
      missing: row.choice('missing', CHOICE_LISTS.missing),
      dataLagDays: wholeNumber(row, 'data_lag', MOST_DAYS),
      graceDays: wholeNumber(row, 'grace', MOST_DAYS),
      addsUpOverChannels: row.yesNo('adds_up_over_channels'),
      source: readSource(row),
      note: row.text('note'),
      place: row.place('name'),
      errors: row.errors,
      row,
      isPresumed: false,
    };
  });
}

/** A whole number of 0 or more; anything else is an issue. */
export function wholeNumber(row: TabRow, column: string, high: number): number | null {
  const value = row.number(column);
  if (value === null || (Number.isInteger(value) && value >= 0 && value <= high)) return value;
  reportBounds(row, column, value, 0, high);
  return null;
}

function readFormula(row: TabRow, unit: Unit, context: ReadContext): FormulaNode | null {
  const text = row.text('formula');
  if (text === '') return null;
  const parsed = parseFormula(text, context.locale.decimal);
  if (!parsed.isOk) {
    row.reportProblem(parsed.problem, 'formula');
    return null;
  }
  if (parsed.multipliesBy100 && unit.kind === 'percent') {
    context.issues.add('W_FORMULA_HUNDRED', row.place('formula'), {});
  }
  return parsed.formula;
}

const SPREADSHEET_URL = /\/spreadsheets\/d\/([A-Za-z0-9_-]+)/;

function readSource(row: TabRow): MeasureSource | null {
  const spreadsheet = row.text('source_spreadsheet');
  const tab = row.text('source_tab');
  if (spreadsheet === '' && tab === '') return null;
  if (tab === '') row.report('E_BLANK', {}, 'source_tab');
  return {
    spreadsheet:
      spreadsheet === '' ? null : (SPREADSHEET_URL.exec(spreadsheet)?.[1] ?? spreadsheet),
    tab,
    dateColumn: row.text('date_column'),
    valueColumn: row.text('value_column'),
    channelColumn: row.text('channel_column'),
    filter: row.text('filter'),
  };
}
