import type { FieldDefinition } from '../../core/tables/fields-of.ts';
import { ADDS, guardFormula, onlyOne, sumPer } from '../../core/tables/guards.ts';
import { type DataAnswer, requestedFields } from './answer-data.ts';

/**
 * A table of three made-up rows with a field for each question that only a live report can answer:
 * what does Data Studio make of it? The help of a field says what should be seen. It reads nothing.
 */
export const PROBE_TABLE = 'probe';

type Cell = string | number | boolean | null;

/** Id, label, type, its three values, and what should be seen: row by row, then over all. */
type Held = readonly [string, string, string, readonly [Cell, Cell, Cell], string];
/** The same with a formula in place of values. */
type Calculated = readonly [string, string, string, string, string];

const BASE = [7, 5, 11] as const;
const same = (cell: string) => [cell, cell, cell] as const;

const DIMENSIONS: readonly (Held | Calculated)[] = [
  ['probe_row', 'Row', 'TEXT', ['a', 'b', 'c'], 'a · b · c'],
  ['probe_key', 'Key', 'TEXT', same('k'), 'k · k · k'],
  ['null_text', 'Null text', 'TEXT', [null, '', 'x'], 'empty · empty · x'],
  [
    'day',
    'Day',
    'YEAR_MONTH_DAY',
    ['20260131', '20240229', '20261231'],
    '31 Jan 2026 · 29 Feb 2024 · 31 Dec 2026',
  ],
  [
    'moment',
    'Moment',
    'YEAR_MONTH_DAY_SECOND',
    ['20260131093005', '20240229000000', '20261231235959'],
    'the same days with 9:30:05, 0:00:00 and 23:59:59',
  ],
  ['boolean', 'Boolean', 'BOOLEAN', [true, false, true], 'true · false · true'],
  [
    'address',
    'Address',
    'URL',
    same('https://datastudio.google.com/'),
    'an address that can be clicked',
  ],
  ['link', 'Link', 'HYPERLINK', 'HYPERLINK($address, $probe_row)', 'a · b · c, each a link'],
  [
    'picture_address',
    'Picture address',
    'URL',
    same('https://www.google.com/favicon.ico'),
    'an address',
  ],
  [
    'picture',
    'Picture',
    'IMAGE',
    'IMAGE($picture_address, $probe_row)',
    'a small picture in each row',
  ],
];

const SUMS: readonly Held[] = [
  ['plain_sum', 'Plain sum', 'NUMBER', BASE, '7 · 5 · 11; together 23'],
  ['null_sum', 'Null, added up', 'NUMBER', [null, 0, 3], 'empty · 0 · 3; together 3'],
  [
    'currency',
    'Currency',
    'CURRENCY_EUR',
    [1234.5, -2, 0],
    '€ 1,234.50 · –€ 2 · € 0; together € 1,232.50',
  ],
];

const MEANS: readonly Held[] = [
  ['null_mean', 'Null, mean', 'NUMBER', [null, 0, 3], 'empty · 0 · 3; together 1.5'],
  ['percent', 'Percent', 'PERCENT', [0.25, 1.5, 0], '25% · 150% · 0%'],
];

/** The guards of the result tables, over the rows of the probe. */
const ALONE = onlyOne('probe_row');
const SHARED = sumPer('probe_key');
const PER_ROW = '7 · 5 · 11; together empty';
const PER_KEY = '7 · 5 · 11; together 23';
const OR = `CASE WHEN (MIN($${ADDS}) = 1 OR COUNT($probe_row) = 1) THEN SUM($alone_raw) END`;

const FORMULAS: readonly Calculated[] = [
  ['hidden_base', 'Hidden base', 'NUMBER', 'SUM($alone_raw)', PER_KEY],
  ['case_one_row', 'CASE, one row', 'NUMBER', guardFormula('alone', ALONE, 'case') ?? '', PER_ROW],
  [
    'case_one_key',
    'CASE, one key',
    'NUMBER',
    guardFormula('shared', SHARED, 'case') ?? '',
    PER_KEY,
  ],
  ['case_or', 'CASE with OR', 'NUMBER', OR, PER_ROW],
  [
    'nary_min_one_row',
    'NARY_MIN, one row',
    'NUMBER',
    guardFormula('alone', ALONE, 'arithmetic') ?? '',
    PER_ROW,
  ],
  [
    'nary_min_one_key',
    'NARY_MIN, one key',
    'NUMBER',
    guardFormula('shared', SHARED, 'arithmetic') ?? '',
    PER_KEY,
  ],
  [
    'division_by_zero',
    'Division by zero',
    'NUMBER',
    'SUM($alone_raw) / (SUM($alone_raw) - SUM($alone_raw))',
    'empty · empty · empty; together empty',
  ],
  [
    'typed_percent',
    'Typed percent',
    'PERCENT',
    'SUM($alone_raw) / SUM($shared_raw)',
    '100% · 100% · 100%; together 100%',
  ],
  [
    'typed_currency',
    'Typed currency',
    'CURRENCY_EUR',
    'SUM($alone_raw)',
    '€ 7 · € 5 · € 11; together € 23',
  ],
  ['counted', 'Counted', 'NUMBER', 'COUNT_DISTINCT($probe_row)', '1 · 1 · 1; together 3'],
];

/** Columns that only formulas see. */
const HIDDEN: Readonly<Record<string, readonly Cell[]>> = {
  alone_raw: BASE,
  shared_raw: BASE,
  [ADDS]: [0, 0, 0],
};

const DEFAULTS = ['probe_row', 'plain_sum'];

function shown(
  [id, label, type, holds, see]: Held | Calculated,
  aggregation: FieldDefinition['aggregation'],
): FieldDefinition {
  const formula = typeof holds === 'string' ? holds : null;
  return {
    id,
    label,
    help: see === '' ? '' : `Should show: ${see}.`,
    group: 'Probe',
    type,
    concept: aggregation === null ? 'DIMENSION' : 'METRIC',
    aggregation,
    formula,
    isHidden: false,
    isDefault: DEFAULTS.includes(id),
    column: formula === null ? id : null,
  };
}

export const probeFields = (): FieldDefinition[] => [
  ...DIMENSIONS.map((field) => shown(field, null)),
  ...SUMS.map((field) => shown(field, 'SUM')),
  ...MEANS.map((field) => shown(field, 'AVG')),
  ...FORMULAS.map((field) => shown(field, 'AUTO')),
  ...Object.entries(HIDDEN).map(([id]) => ({
    ...shown([id, id, 'NUMBER', BASE, ''], 'SUM'),
    isHidden: true,
  })),
];

/** Whether a request is about the probe, whatever else it says. */
export const asksForProbe = (request: unknown): boolean =>
  Object(Object(request).configParams).table === PROBE_TABLE;

/** The rows, with the fields that are asked for in the order asked. */
export function probeAnswer(request: unknown): DataAnswer {
  const asked: unknown = Object(request).fields;
  const ids = Array.isArray(asked)
    ? asked.map((field: unknown) => String(Object(field).name))
    : null;
  const fields = requestedFields(probeFields(), ids);
  const cells = new Map<string, readonly Cell[] | string>(Object.entries(HIDDEN));
  for (const [id, , , holds] of [...DIMENSIONS, ...SUMS, ...MEANS]) cells.set(id, holds);
  const cellOf = (id: string, row: number): Cell => {
    const held = cells.get(id);
    return held === undefined || typeof held === 'string' ? null : (held[row] ?? null);
  };
  return { fields, rows: BASE.map((_, row) => fields.map(({ id }) => cellOf(id, row))) };
}
