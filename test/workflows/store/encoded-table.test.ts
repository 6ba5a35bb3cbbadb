import fc from 'fast-check';
import { decodeTable, encodeTable } from '../../../src/workflows/store/encoded-table.ts';
import {
  type PlainCell,
  type PlainTable,
  plainTable,
} from '../../../src/workflows/store/plain-table.ts';
import { SHORT_PRECISION } from '../../../src/workflows/store/precision.ts';

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
});
