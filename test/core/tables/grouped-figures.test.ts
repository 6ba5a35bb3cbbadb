import { EMPTY_RECORD, type HistoryRow } from '../../../src/core/model/record.ts';
import { isJudged, STATUS_CODES, type StatusCode } from '../../../src/core/model/status.ts';
import { type FieldDefinition, fieldsOf } from '../../../src/core/tables/fields-of.ts';
import type { Cell } from '../../../src/core/tables/part.ts';
import { TABLE_IDS, type TableId, tableSpec } from '../../../src/core/tables/result-tables.ts';
import { evaluateFormula } from '../../../src/preview/data-studio/formula-evaluate.ts';
import { aggregateFunctions } from '../../../src/preview/data-studio/formula-functions.ts';
import { parseFormula } from '../../../src/preview/data-studio/formula-syntax.ts';
import { judgedExample } from '../../support/judged-example.ts';
import { sampleHistoryRow } from '../../support/sample-evaluation.ts';
import { type ServedTable, servedTable } from '../../support/served-table.ts';

// Every metric by every dimension, and in total, grouped as Data Studio groups.

const kept: HistoryRow[] = [];
const judged = judgedExample('web-shop.xlsx', 'nl_NL', ({ kpis }, today) => {
  const statuses: StatusCode[] = ['on_course', 'off_course', 'achieved', 'no_data'];
  for (const [at, { id }] of kpis.entries()) {
    for (const days of [7, 1]) {
      const status = statuses[(at + days) % statuses.length];
      kept.push(sampleHistoryRow({ kpiId: id, day: today - days, status, progress: at / 8 }));
    }
  }
  return { ...EMPTY_RECORD, history: kept };
});
const { today } = judged.evaluation;
const input = {
  ...judged,
  language: 'nl',
  recalculation: { day: today, secondsOfDay: 21_780, by: 'anna@example.com', version: '1.2' },
  history: kept,
  viewDay: today,
} as const;

/** Enough for several KPIs of every family in the long tables. */
const MOST_ROWS_A_KPI = 12;

/** Rows of each KPI around today, where a table has many. */
function rowsOf({ columns, rowCount, id }: ServedTable): number[] {
  const all = Array.from({ length: rowCount }, (_, row) => row);
  if (tableSpec(id).isLong !== true) return all;
  const past = all.filter((row) => (columns.actual ?? columns.snapshot_actual)[row] !== null);
  const taken = new Map<Cell, number>();
  return past.reverse().filter((row) => {
    const count = (taken.get(columns.kpi_key[row]) ?? 0) + 1;
    taken.set(columns.kpi_key[row], count);
    return count <= MOST_ROWS_A_KPI;
  });
}

function groupsBy(rows: readonly number[], cells: readonly Cell[]): number[][] {
  const groups = new Map<Cell, number[]>();
  for (const row of rows) groups.set(cells[row], [...(groups.get(cells[row]) ?? []), row]);
  return [...groups.values()];
}

/** What Data Studio shows of a metric for some rows. */
function shown(table: ServedTable, fields: ReadonlyMap<string, FieldDefinition>) {
  const read = (row: number) => (id: string) =>
    table.columns[fields.get(id)?.column ?? ''][row] ?? null;
  return ({ id, formula, aggregation }: FieldDefinition, rows: readonly number[]): Cell => {
    const each = rows.map(read);
    const value =
      formula === null
        ? aggregateFunctions[aggregation ?? ''].aggregate(each.map((own) => own(id)))
        : evaluateFormula(parseFormula(formula), () => null, each);
    return typeof value === 'object' ? null : value;
  };
}

const isClose = (one: Cell, other: Cell): boolean =>
  typeof one === 'number' && typeof other === 'number'
    ? Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one))
    : one === other;

const numbersOf = (cells: readonly Cell[]): number[] =>
  cells.filter((cell): cell is number => typeof cell === 'number');
const sumOf = (cells: readonly Cell[]): number | null => {
  const numbers = numbersOf(cells);
  return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0);
};

const familyOf = new Map(judged.evaluation.kpis.map(({ kpiId, family }) => [kpiId, family]));

/** Σ over the rows in which both are known, of one ÷ the other. */
function ratio(tops: readonly Cell[], wholes: readonly Cell[]): number | null {
  const both = tops.flatMap((top, at) => (top === null || wholes[at] === null ? [] : [at]));
  const whole = sumOf(both.map((at) => wholes[at]));
  const top = sumOf(both.map((at) => tops[at]));
  return whole === null || top === null || whole === 0 ? null : top / whole;
}

/** What the engine says of rows of one KPI, goal or resource together. */
function ownFigures(table: ServedTable, id: string, rows: readonly number[]): Cell[] {
  const cells = (column: string) => rows.map((row) => table.columns[column]?.[row] ?? null);
  const own = cells(id);
  if (rows.length === 1) return own;
  const kpiIds = new Set(cells('kpi_id'));
  const families = [...kpiIds].map((kpi) => familyOf.get(String(kpi)));
  // What stands at a moment and what is the same of all.
  const isAsked = ['target', 'range_low', 'range_high'].includes(id);
  const figures: Cell[] = isAsked && new Set(own).size === 1 ? [own[0]] : [];
  if (tableSpec(table.id).hasGrain !== true || families.every((family) => family === 'total')) {
    figures.push(sumOf(own));
  }
  if (id.startsWith('actual')) figures.push(partsOf(table, id, rows));
  if (id === 'change_vs_last_year') {
    const [actual, last] = [cells('actual'), cells('last_year')];
    const change = actual.map((value, at) =>
      typeof value === 'number' && typeof last[at] === 'number' ? value - last[at] : null,
    );
    figures.push(
      ratio(
        change,
        last.map((value) => (value === null ? null : Math.abs(Number(value)))),
      ),
    );
  }
  if (id === 'cost_per_unit') figures.push(ratio(cells('cost'), cells('actual')));
  if (id === 'fuel_index') figures.push(ratio(cells('left'), cells('need')));
  // Channels that are parts of one interval.
  if (new Set(cells('interval_start')).size === 1) figures.push(sumOf(own));
  return figures;
}

/** Σ numerators ÷ Σ denominators of the intervals of one KPI, of which each row is one. */
function partsOf({ columns }: ServedTable, id: string, rows: readonly number[]): number | null {
  const kpiId = columns.kpi_id[rows[0]];
  const kpi = judged.evaluation.kpis.find((own) => own.kpiId === kpiId);
  const parts = kpi?.timeline.parts;
  if (!parts || columns.interval_label === undefined) return null;
  const at = rows.map((row) => kpi.timeline.label.indexOf(String(columns.interval_label[row])));
  const scale = columns.unit[rows[0]] === 'percent' && id === 'actual' ? 100 : 1;
  const share = ratio(
    at.map((own) => parts.numerator[own]),
    at.map((own) => parts.denominator[own]),
  );
  return share === null ? null : share * scale;
}

const statusColumn: Partial<Record<TableId, string>> = {
  timeline: 'interval_status',
  history: 'snapshot_status',
};

/** Portfolio figures, from the statuses of the rows alone. */
function portfolio(table: ServedTable, id: string, rows: readonly number[]): Cell | undefined {
  const codes = rows.map((row) => table.columns[statusColumn[table.id] ?? 'status']?.[row] ?? null);
  const known = codes.filter((code): code is StatusCode =>
    STATUS_CODES.some((own) => own === code),
  );
  const count = (codesOf: readonly string[]) =>
    known.filter((code) => codesOf.includes(code)).length;
  const base = id.replace(/^snapshot_/, '');
  if (base === 'on_course_share' || base === 'net_course') {
    const whole = known.filter(isJudged).length;
    const bad = base === 'net_course' ? count(['off_course', 'missed']) : 0;
    return whole === 0 ? null : (count(['on_course', 'achieved']) - bad) / whole;
  }
  if (base === 'kpi_count') return new Set(rows.map((row) => table.columns.kpi_key[row])).size;
  const single = /^(on_course|at_risk|off_course|achieved|missed)_count$/.exec(base)?.[1];
  if (single === undefined || table.id === 'goals') return undefined;
  return known.length === 0 ? null : count([single]);
}

const isGuarded = ({ formula }: FieldDefinition): boolean => / = 1/.test(formula ?? '');

test.each(TABLE_IDS)(
  'of %s every number by every dimension is the engine’s own, or empty',
  (id) => {
    const table = servedTable(id, input);
    const definitions = fieldsOf(id, {
      language: 'en',
      guard: 'case',
      currency: 'EUR',
      offered: 'all',
    });
    const fields = new Map(definitions.map((field) => [field.id, field]));
    const show = shown(table, fields);
    const metrics = definitions.filter((own) => own.concept === 'METRIC' && !own.isHidden);
    const dimensions = definitions.filter(
      (own) => own.concept === 'DIMENSION' && own.column !== null,
    );
    const rows = rowsOf(table);
    // Many dimensions make the same groups.
    const groups = new Map(
      [rows, ...dimensions.flatMap((own) => groupsBy(rows, table.columns[own.id]))]
        .filter((own) => own.length > 0)
        .map((own) => [own.join(), own]),
    );
    const wrong: unknown[] = [];
    let filled = 0;
    let together = 0;
    for (const group of groups.values()) {
      for (const metric of metrics) {
        const value = show(metric, group);
        const expected = portfolio(table, metric.id, group);
        const own = expected === undefined ? ownFigures(table, metric.id, group) : [expected];
        if (value !== null) filled += 1;
        if (value !== null && group.length > 1) together += 1;
        const isTrue =
          expected === undefined && !isGuarded(metric) && group.length > 1
            ? true
            : (value === null && isGuarded(metric) && group.length > 1) ||
              own.some((figure) => isClose(value, figure));
        if (!isTrue) wrong.push([metric.id, group.length, value, own]);
      }
    }
    expect(wrong).toEqual([]);
    // The example has something to compare in every table, and something over several rows.
    expect(filled).toBeGreaterThan(5);
    expect(together).toBeGreaterThan(0);
  },
);

describe('with several KPIs in it', () => {
  test.each(TABLE_IDS)('the first chart of %s draws something', (id) => {
    const table = servedTable(id, input);
    const fields = new Map(
      fieldsOf(id, { language: 'en', guard: 'case', currency: 'EUR', offered: 'essential' }).map(
        (field) => [field.id, field],
      ),
    );
    const [dimension, metric] = tableSpec(id).defaults.map((own) => fields.get(own));
    if (dimension === undefined || metric === undefined) throw new Error('no default pair');
    const rows = rowsOf(table);
    const show = shown(table, fields);
    const drawn = groupsBy(rows, table.columns[dimension.id]).map((group) => show(metric, group));
    const filled = drawn.filter((value) => value !== null);
    expect(filled.length).toBeGreaterThan(0);
    expect(filled.length).toBeGreaterThanOrEqual(drawn.length / 4);
  });

  test.each([
    ...TABLE_IDS.map((id) => [id, tableSpec(id).defaults[1]] as const),
    ['kpis', 'on_course_share'],
    ['kpis', 'weighted_progress'],
    ['timeline', 'kpi_count'],
  ] as const)('a scorecard of %s with %s says something', (id, metric) => {
    const table = servedTable(id, input);
    const fields = new Map(
      fieldsOf(id, { language: 'en', guard: 'case', currency: 'EUR' }).map((own) => [own.id, own]),
    );
    const field = fields.get(metric);
    if (field === undefined) throw new Error('no such field');
    expect(shown(table, fields)(field, rowsOf(table))).toBeGreaterThan(0);
  });
});
