import fc from 'fast-check';
import { decodeTable, encodeTable } from '../../../src/workflows/packed-tables/encoded-table.ts';
import {
  type PlainCell,
  type PlainTable,
  plainTable,
} from '../../../src/workflows/packed-tables/plain-table.ts';
import { SHORT_PRECISION } from '../../../src/workflows/packed-tables/precision.ts';

const table = (columns: Record<string, PlainCell[]>): PlainTable =>
  plainTable(Object.values(columns)[0]?.length ?? 0, new Map(Object.entries(columns)));

function roundTrip(columns: Record<string, PlainCell[]>): Record<string, readonly PlainCell[]> {
  const decoded = decodeTable(encodeTable(table(columns)));
  if (decoded === null) throw new Error('not decoded');
  return Object.fromEntries(decoded.fields.map((field) => [field, decoded.column(field) ?? []]));
}

const cell: fc.Arbitrary<PlainCell> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.string({ maxLength: 4 }),
  fc.integer({ min: -3, max: 3 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

describe('a table kept as text', () => {
  it('comes back as it was: zero, blank, false, null and negative stay five things', () => {
    const columns = {
      kpi_key: ['a', 'a', 'b', 'b', 'b'],
      actual: [0, null, -7.25, 3, 0.1],
      kpi: ['Omzet €', 'Omzet €', '', '', ''],
      is_next: [false, true, false, null, true],
      note: ['', null, '0', 'nee', '=1+1'],
    };
    expect(roundTrip(columns)).toEqual(columns);
  });

  it('comes back whatever is in it', () => {
    const columns = fc.integer({ min: 0, max: 40 }).chain((length) =>
      fc.record({
        kpi_key: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: length, maxLength: length }),
        actual: fc.array(cell, { minLength: length, maxLength: length }),
        actual_to_date: fc.array(cell, { minLength: length, maxLength: length }),
        kpi: fc.array(cell, { minLength: length, maxLength: length }),
      }),
    );
    fc.assert(
      fc.property(columns, (given) => {
        expect(roundTrip(given)).toEqual(
          Object.fromEntries(
            Object.entries(given).map(([field, cells]) => [
              field,
              cells.map((value) => (value === 0 ? 0 : value)),
            ]),
          ),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('leaves out a running total that follows from its parts, per key', () => {
    const columns = {
      kpi_key: ['a', 'a', 'a', 'b', 'b'],
      actual: [5, 7, null, 11, 13],
      actual_to_date: [5, 12, null, 11, 24],
    };
    expect(encodeTable(table(columns))).toContain('running_total');
    expect(roundTrip(columns)).toEqual(columns);
  });

  it('keeps a running total that does not follow: a restated figure is not recomputed away', () => {
    const columns = {
      kpi_key: ['a', 'a', 'a'],
      actual: [5, 7, 9],
      actual_to_date: [5, 12.5, 21],
    };
    expect(encodeTable(table(columns))).toContain('12.5');
    expect(roundTrip(columns)).toEqual(columns);
  });

  it('keeps a twin in money only where it is one', () => {
    const columns = {
      kpi_key: ['a', 'a', 'b', 'b'],
      actual: [10, 20, 30, 40],
      actual_money: [10, 20, null, null],
    };
    expect(encodeTable(table(columns))).toContain('"same"');
    expect(roundTrip(columns)).toEqual(columns);
  });

  it('is not read in another version', () => {
    const text = encodeTable(table({ kpi_key: ['a'] }));
    expect(decodeTable(text.replace('"version":1', '"version":2'))).toBeNull();
  });

  it('keeps every bit of a number, or twelve digits of it when it must be short', () => {
    const given = table({ actual: [1 / 3, 2] });
    expect(decodeTable(encodeTable(given))?.column('actual')).toEqual([1 / 3, 2]);
    const short = decodeTable(encodeTable(given, SHORT_PRECISION));
    expect(short?.column('actual')).toEqual([0.333333333333, 2]);
  });

  it('chooses a rule for each KPI: a total runs, a level is what it is, a mean is neither', () => {
    const columns = {
      kpi_key: ['total', 'total', 'total', 'level', 'level', 'level', 'mean', 'mean', 'mean'],
      actual: [3, 4, -5, 30, 20, 10, 0.5, 0.7, 0.9],
      actual_to_date: [3, 7, 2, 30, 20, 10, 0.5, 0.61, 0.68],
    };
    const text = encodeTable(table(columns));
    expect(text).toContain('running_total');
    expect(text).toContain('"same"');
    expect(text.split('0.61')).toHaveLength(2);
    expect(roundTrip(columns)).toEqual(columns);
  });

  it('says dates once, however many KPIs have them', () => {
    const months = Array.from(
      { length: 12 },
      (_, at) => `2026${String(at + 1).padStart(2, '0')}01`,
    );
    const columns = {
      kpi_key: ['a', 'b', 'c'].flatMap((kpi) => months.map(() => kpi)),
      interval_start: [...months, ...months, ...months],
    };
    expect(encodeTable(table(columns)).split('20260301')).toHaveLength(2);
    expect(roundTrip(columns)).toEqual(columns);
  });

  it('says a label once for each status', () => {
    const columns = {
      kpi_key: ['a', 'a', 'b', 'b', 'b', 'b'],
      interval_status: ['off_course', 'on_course', 'on_course', null, 'off_course', 'on_course'],
      interval_status_label: ['Van koers', 'Op koers', 'Op koers', null, 'Van koers', 'Op koers'],
    };
    expect(encodeTable(table(columns)).split('Van koers')).toHaveLength(2);
    expect(roundTrip(columns)).toEqual(columns);
  });

  it('keeps last year where the year before is not in the table, and pairs leap days', () => {
    const columns = {
      kpi_key: ['a', 'a', 'a', 'b', 'b', 'b'],
      interval_start: ['20230228', '20240227', '20240229', '20240228', '20240229', '20250228'],
      actual: [7, 11, 13, 17, 18, 19],
      last_year: [5, 3, 7, null, null, 18],
    };
    const [, , , , kept] = encodeTable(table(columns)).split('\n');
    expect(JSON.parse(kept)).toMatchObject({ o: expect.arrayContaining([['raw']]), v: [5, 3] });
    expect(roundTrip(columns)).toEqual(columns);
  });

  it('reads a field without the others', () => {
    const lines = encodeTable(
      table({ kpi_key: ['a', 'b'], kpi: ['Omzet', 'Leden'], note: ['x', 'y'] }),
    ).split('\n');
    const damaged = [...lines.slice(0, -1), 'not a column'].join('\n');
    expect(decodeTable(damaged)?.column('kpi')).toEqual(['Omzet', 'Leden']);
  });

  it('has no column for a field that it never had', () => {
    expect(decodeTable(encodeTable(table({ kpi_key: ['a'] })))?.column('constructor')).toBe(
      undefined,
    );
  });
});

/** Of any sign and every digit, but not so small that what is divided by it is infinite. */
const figure = fc
  .double({ min: -1e6, max: 1e6, noNaN: true })
  .map((value) => (Math.abs(value) < 1e-6 ? 0 : value));

/** A KPI's rows as Koers makes them, except where somebody restated a figure. */
const blockOfRows = fc
  .record({
    kpi: fc.constantFrom('a', 'b', 'c', 'd'),
    share: fc.constantFrom(1, 100),
    actuals: fc.array(fc.option(figure, { freq: 5 }), {
      minLength: 1,
      maxLength: 30,
    }),
    rate: figure,
    isTotal: fc.boolean(),
    restated: fc.array(fc.nat({ max: 29 }), { maxLength: 2 }),
  })
  .map(({ kpi, share, actuals, rate, isTotal, restated }) => {
    let sum = 0;
    return actuals.map((actual, month): Record<string, PlainCell> => {
      sum += actual ?? 0;
      const start = `${2023 + Math.floor(month / 12)}${String((month % 12) + 1).padStart(2, '0')}01`;
      const toDate = isTotal ? sum : actual;
      const before = month === 0 ? null : (actuals[month - 1] ?? null);
      return {
        kpi_key: kpi,
        unit: share === 1 ? 'number' : 'percent',
        interval_start: start,
        interval_end: `${start.slice(0, 6)}28`,
        is_complete: actual !== null,
        is_partial: false,
        actual,
        actual_percent: share === 1 || actual === null ? null : actual / share,
        actual_to_date: restated.includes(month) || actual === null ? 4.25 : toDate,
        plan: rate * 28,
        plan_to_date: rate * 28 * (month + 1),
        previous: before,
        change_vs_previous:
          before === null || actual === null || before === 0
            ? null
            : (actual - before) / Math.abs(before),
        last_year: month < 12 ? null : (actuals[month - 12] ?? null),
      };
    });
  });

const kpiRows = fc.array(blockOfRows, { maxLength: 8 }).map((blocks) => blocks.flat());

const columnsOf = (rows: ReadonlyArray<Record<string, PlainCell>>): Record<string, PlainCell[]> =>
  Object.fromEntries(
    Object.keys(rows[0] ?? {}).map((field) => [
      field,
      // Text knows no negative zero.
      rows.map((row) => (row[field] === 0 ? 0 : row[field])),
    ]),
  );

describe('rows of KPIs kept as text', () => {
  it('come back to the last bit', () => {
    fc.assert(
      fc.property(kpiRows, (rows) => {
        const columns = columnsOf(rows);
        expect(roundTrip(columns)).toEqual(columns);
      }),
      { numRuns: 150 },
    );
  });

  it('come back within the equality tolerance when they must be short', () => {
    fc.assert(
      fc.property(kpiRows, (rows) => {
        const columns = columnsOf(rows);
        const decoded = decodeTable(encodeTable(table(columns), SHORT_PRECISION));
        for (const [field, cells] of Object.entries(columns)) {
          cells.forEach((cell, row) => {
            const other = decoded?.column(field)?.[row];
            if (typeof cell !== 'number') expect(other).toBe(cell);
            else {
              const error = Math.abs(cell - Number(other ?? Number.NaN));
              expect(error).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(cell)));
            }
          });
        }
      }),
      { numRuns: 150 },
    );
  });
});
