import fc from 'fast-check';
import { isoDate } from '../../../src/core/model/calendar-date.ts';
import { TABLE_IDS, type TableId, tableSpec } from '../../../src/core/tables/result-tables.ts';
import type { Cell, Filters } from '../../../src/preview/data-studio/contract.ts';
import { compileFilters } from '../../../src/preview/data-studio/filter.ts';
import { openWorkbook } from '../../../src/preview/open-workbook.ts';
import type { DataAnswer } from '../../../src/workflows/connector/answer-data.ts';
import { answerRequest, answerSchema } from '../../../src/workflows/connector/answer-request.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { memoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { otherReading } from '../../support/other-reading.ts';
import { executed, memoryPorts } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

// Requests made at random, of every table of the example. Rows with filters applied are the rows that
// Data Studio would keep of the unfiltered answer, by either reading of what its page leaves open.

/** How many are made, and from which seed. */
const COUNT = Number(process.env.KOERS_REQUESTS ?? 600);
const SEED = Number(process.env.KOERS_SEED ?? 1);

const FILE = 'example-workbook-0123456789';

/** The example, recalculated on two days, so that every table has rows. */
function examplePorts() {
  const book = memoryWorkbook({ fileId: FILE });
  const { tabs } = openWorkbook('examples/web-shop.xlsx', {
    id: FILE,
    owner: 'anna@example.com',
    today: '2026-02-15',
  });
  for (const { title, rows } of tabs) {
    book.addTab(
      title,
      rows.map((row) =>
        Array.from(row, (cell) => (typeof cell?.value === 'object' ? null : (cell?.value ?? null))),
      ),
    );
  }
  const ports = memoryPorts(book, morningOf('2026-02-14'));
  recalculate(ports, FILE, 'menu');
  ports.clock.advance(86_400_000);
  recalculate(ports, FILE, 'menu');
  return ports;
}

const ports = examplePorts();

interface Asked {
  readonly table: TableId;
  readonly options: Readonly<Record<string, string>>;
  readonly fields: readonly { name: string; forFilterOnly?: true }[];
  readonly filters: Filters;
  readonly dateRange?: { startDate: string; endDate: string };
}

const ask = ({ table, options, fields, filters, dateRange }: Asked): DataAnswer =>
  executed(ports, () =>
    answerRequest(
      {
        configParams: { workbook: FILE, table, ...options },
        scriptParams: { lastRefresh: '1' },
        fields,
        ...(dateRange === undefined ? {} : { dateRange }),
        ...(filters.length === 0 ? {} : { dimensionsFilters: filters }),
      },
      ports,
    ),
  );

/** A table as it is without filters, once for each way to ask for it. */
const wholes = new Map<string, { readonly ids: string[]; readonly rows: readonly Cell[][] }>();
const plainIds = (table: TableId) =>
  answerSchema({ configParams: { workbook: FILE, table } }, ports).filter(
    ({ formula }) => formula === null,
  );
const fieldsOf = new Map(TABLE_IDS.map((table) => [table, plainIds(table)] as const));
const idsOf = (table: TableId) => fieldsOf.get(table)!.map(({ id }) => id);

function wholeOf(table: TableId, options: Asked['options'], dateRange?: Asked['dateRange']) {
  const key = JSON.stringify([table, options, dateRange]);
  const ids = idsOf(table);
  const known = wholes.get(key) ?? {
    ids,
    rows: ask({ table, options, dateRange, filters: [], fields: ids.map((name) => ({ name })) })
      .rows,
  };
  wholes.set(key, known);
  return known;
}

const OPERATORS = [
  ...['EQUALS', 'EQUALS', 'CONTAINS', 'REGEXP_PARTIAL_MATCH', 'REGEXP_EXACT_MATCH', 'IN_LIST'],
  ...['IS_NULL', 'BETWEEN', 'NUMERIC_GREATER_THAN', 'NUMERIC_GREATER_THAN_OR_EQUAL'],
  ...['NUMERIC_LESS_THAN', 'NUMERIC_LESS_THAN_OR_EQUAL'],
] as Filters[number][number]['operator'][];

const escaped = (cell: string): string => cell.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Values of the column, whole, in part, nearby or as a pattern, and others. */
function valuesFor(cells: readonly string[]) {
  const cell = fc.constantFrom(...cells);
  return fc.oneof(
    { weight: 6, arbitrary: cell },
    { weight: 1, arbitrary: cell.map((own) => own.slice(1, 5)) },
    { weight: 1, arbitrary: cell.map((own) => own.slice(0, 8)) },
    { weight: 1, arbitrary: cell.map((own) => own.toUpperCase()) },
    { weight: 1, arbitrary: cell.map((own) => String(Number(own) + 1)) },
    { weight: 1, arbitrary: cell.map((own) => `^${escaped(own.slice(0, 3))}.*`) },
    { weight: 1, arbitrary: cell.map((own) => `(?i)${escaped(own.slice(0, 2))}`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        ...['', '0', '-1', '1.0', '1e3', '20260201', '20260201120000', '2026-02-01', '202602'],
        ...['true', 'FALSE', 'null', '[a-z]+\\d', 'x|o', '(', '.*', '\\bop', '%', "'; --", '😀'],
      ),
    },
  );
}

/** Intervals are asked for at a length that leaves few of them: the filters are what is tried. */
const optionsFor = (table: TableId) =>
  fc.record({
    language: fc.constantFrom('workbook', 'nl', 'en'),
    ...(tableSpec(table).hasGrain === true ? { grain: fc.constantFrom('month', 'quarter') } : {}),
    ...(tableSpec(table).days === undefined
      ? {}
      : { date_mode: fc.constantFrom('whole', 'follow') }),
  });

const RANGES = [
  { startDate: isoDate(20_454), endDate: isoDate(20_490) },
  { startDate: '2026-02-01', endDate: '2026-02-14' },
];

const requests = fc
  .constantFrom(...TABLE_IDS)
  .chain((table) =>
    fc.tuple(fc.constant(table), optionsFor(table), fc.constantFrom(undefined, ...RANGES)),
  )
  .chain(([table, options, range]) => {
    const dateRange = Object(options).date_mode === 'follow' ? range : undefined;
    const { ids, rows } = wholeOf(table, options, dateRange);
    const dimensions = fieldsOf.get(table)!.filter(({ concept }) => concept === 'DIMENSION');
    // Columns in which something is to be told apart come more often than those that are all alike.
    const varied = dimensions.filter(
      ({ id }) => new Set(rows.map((row) => row[ids.indexOf(id)])).size > 1,
    );
    const clause = fc
      .oneof(
        { weight: 4, arbitrary: fc.constantFrom(...(varied.length > 0 ? varied : dimensions)) },
        { weight: 1, arbitrary: fc.constantFrom(...dimensions) },
      )
      .chain(({ id }) => {
        const cells = [...new Set(rows.map((row) => String(row[ids.indexOf(id)] ?? '')))];
        return fc.record({
          fieldName: fc.constant(id),
          operator: fc.constantFrom(...OPERATORS),
          values: fc.array(valuesFor(cells.length === 0 ? [''] : cells), {
            minLength: 1,
            maxLength: 3,
          }),
          type: fc.constantFrom('INCLUDE' as const, 'EXCLUDE' as const),
        });
      });
    return fc.record({
      table: fc.constant(table),
      options: fc.constant(options as Asked['options']),
      dateRange: fc.constant(dateRange),
      shown: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 45 }),
      filters: fc.array(fc.array(clause, { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 3,
      }),
      /** Of the fields of the filters some are shown as well. */
      isShownToo: fc.boolean(),
    });
  });

const applied = new Map<string, number>();
const told = new Map<string, number>();
const count = (counts: Map<string, number>, key: string) =>
  counts.set(key, (counts.get(key) ?? 0) + 1);
const TYPES: Readonly<Record<string, string>> = { YEAR_MONTH_DAY_SECOND: 'MOMENT', URL: 'TEXT' };

test('filters keep what Data Studio would keep, whatever is asked for and however it is cut', () => {
  fc.assert(
    fc.property(requests, ({ table, options, dateRange, shown, filters, isShownToo }) => {
      const { ids, rows } = wholeOf(table, options, dateRange);
      const only = [...new Set(filters.flat().map(({ fieldName }) => fieldName))].filter(
        (id) => !shown.includes(id),
      );
      const filterOnly = isShownToo ? only.slice(1) : only;
      const asked = isShownToo ? [...shown, ...only.slice(0, 1)] : shown;
      const more = filterOnly.map((name) => ({ name, forFilterOnly: true as const }));
      const answerFor = (own: readonly string[]) =>
        ask({
          table,
          options,
          dateRange,
          filters,
          fields: [...own.map((name) => ({ name })), ...more],
        });
      const cellsOf = (own: readonly string[], kept: readonly (readonly Cell[])[]) =>
        kept.map((row) => own.map((id) => row[ids.indexOf(id)]));
      const answer = answerFor(asked);
      if (answer.areFiltersApplied !== true) {
        const all = [...asked, ...filterOnly];
        expect(answer.fields.map(({ id }) => id)).toEqual(all);
        expect(answer.rows).toEqual(cellsOf(all, rows));
        return;
      }
      const keptBy = (keeps: (read: (id: string) => Cell) => boolean) =>
        rows.filter((row) => keeps((id) => row[ids.indexOf(id)] ?? null));
      const kept = keptBy(compileFilters(filters));
      expect(answer.fields.map(({ id }) => id)).toEqual(asked);
      expect(answer.rows).toEqual(cellsOf(asked, kept));
      expect(keptBy(otherReading(filters))).toEqual(kept);
      // In reverse, repeated, and twenty at a time.
      const batches = [0, 20, 40].map((from) => asked.slice(from, from + 20));
      for (const own of [[...asked].reverse(), ...batches.filter(({ length }) => length > 0)]) {
        expect(answerFor([...own, ...own]).rows).toEqual(cellsOf(own, kept));
      }
      const isSelective = kept.length > 0 && kept.length < rows.length;
      for (const { operator, type, fieldName } of filters.flat()) {
        const field = fieldsOf.get(table)!.find(({ id }) => id === fieldName);
        const kind = TYPES[field?.type ?? ''] ?? field?.type;
        count(applied, `${operator} ${type} ${kind}`);
        if (isSelective && filters.flat().length === 1) count(told, `${operator} ${type}`);
      }
      if (filters.length > 1 && filters.some(({ length }) => length > 1)) {
        count(applied, 'AND of ORs');
        if (isSelective) count(told, 'AND of ORs');
      }
    }),
    { numRuns: COUNT, seed: SEED },
  );
  if (process.env.KOERS_REQUESTS !== undefined) console.info(applied, told);
  // Each operator was applied, and the tables of every kind were told apart.
  for (const operator of new Set(OPERATORS)) {
    expect([operator, [...applied.keys()].some((key) => key.startsWith(operator))]).toEqual([
      operator,
      true,
    ]);
  }
  expect(told.get('AND of ORs')).toBeGreaterThan(5);
});
