import fc from 'fast-check';
import { type Cell, cellsOfPart, type Part } from '../../../src/core/tables/part.ts';
import {
  type Blocks,
  decodeBlocks,
  encodeBlocks,
} from '../../../src/workflows/packed-tables/blocks-text.ts';
import type { Precision } from '../../../src/workflows/packed-tables/list-text.ts';

const blocksOf = (lengths: number[], columns: Record<string, Part[]>): Blocks => ({
  lengths,
  ids: Object.keys(columns),
  part: (id) => columns[id],
});

/** Every column row by row, after a way through text. */
function roundTrip(lengths: number[], columns: Record<string, Part[]>, precision?: Precision) {
  const decoded = decodeBlocks(encodeBlocks(blocksOf(lengths, columns), {}, precision));
  if (decoded === null) throw new Error('not decoded');
  expect(decoded.lengths).toEqual(lengths);
  const cells = (id: string): Cell[] =>
    (decoded.part(id) ?? []).flatMap((part, at) => cellsOfPart(part, lengths[at]));
  return Object.fromEntries(decoded.ids.map((id) => [id, cells(id)]));
}

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.string({ maxLength: 4 }),
  fc.integer({ min: -3, max: 3 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** Of any sign and every digit, but not so small that it has fewer of them. */
const ordinary = fc
  .double({ min: -1, max: 1, noNaN: true })
  .map((value) => (Math.abs(value) < 1e-100 ? 0 : value));

/** As measured: cents, shares, counts, means; some missing. */
const numbers = fc
  .record({
    size: fc.constantFrom(1e-4, 1, 100, 1e7),
    places: fc.constantFrom(0, 2, 4, 17),
    values: fc.array(fc.option(ordinary, { freq: 6 }), {
      minLength: 1,
      maxLength: 40,
    }),
  })
  .map(({ size, places, values }) =>
    values.map((value) => {
      if (value === null || places === 17) return value === null ? null : value * size;
      return Math.round(value * size * 10 ** places) / 10 ** places;
    }),
  );

const plain = (value: Cell): Cell => (value === 0 ? 0 : value);

describe('columns in blocks kept as text', () => {
  it('come back as they were: zero, blank, false, null and negative stay five things', () => {
    const columns = {
      actual: [
        [0, null],
        [-7.25, 3, 0.1],
      ],
      kpi: ['Omzet €', ''],
      is_next: [
        [false, true],
        [false, null, true],
      ],
      note: [
        ['', null],
        ['0', 'nee', '=1+1'],
      ],
      target: [null, 0],
    };
    expect(roundTrip([2, 3], columns)).toEqual({
      actual: [0, null, -7.25, 3, 0.1],
      kpi: ['Omzet €', 'Omzet €', '', '', ''],
      is_next: [false, true, false, null, true],
      note: ['', null, '0', 'nee', '=1+1'],
      target: [null, null, 0, 0, 0],
    });
  });

  it('come back whatever is in them', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 6 });
    const columns = lengths.chain((own) =>
      fc.record({
        lengths: fc.constant(own),
        parts: fc.tuple(
          ...own.map((length) =>
            fc.oneof(cell, fc.array(cell, { minLength: length, maxLength: length })),
          ),
        ),
      }),
    );
    fc.assert(
      fc.property(columns, ({ lengths: own, parts }) => {
        const { found } = roundTrip(own, { found: parts });
        const given = parts.flatMap((part, at) => cellsOfPart(part as Part, own[at]));
        expect(found).toEqual(given.map(plain));
      }),
      { numRuns: 300 },
    );
  });

  it('keep every bit of a number that is kept exactly', () => {
    fc.assert(
      fc.property(numbers, (list) => {
        expect(roundTrip([list.length], { list: [list] }).list).toEqual(list.map(plain));
      }),
      { numRuns: 300 },
    );
  });

  it('keep twelve digits of a number that must be short, however small beside the others', () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const kept = roundTrip([list.length], { list: [list] }, 'twelve_digits').list;
        list.forEach((value, at) => {
          if (value === null) expect(kept[at]).toBeNull();
          else
            expect(Math.abs(Number(kept[at]) - value)).toBeLessThanOrEqual(5e-12 * Math.abs(value));
        });
      }),
      { numRuns: 300 },
    );
  });

  it('say once what several blocks and columns say', () => {
    const months = ['2026-01', '2026-02', '2026-03'];
    const text = encodeBlocks(
      blocksOf([3, 3, 3], {
        label: [months, [...months], [...months]],
        actual: [
          [1.5, 2.25, 8],
          [4, 4, 9],
          [1.5, 2.25, 8],
        ],
        signal_value: [
          [1.5, 2.25, 8],
          [4, 4, 9],
          [7, 7.5, 6],
        ],
      }),
    );
    expect(text.split('2026-02')).toHaveLength(2);
    // A header, the months, and three different lists of figures.
    expect(text.split('\n')).toHaveLength(5);
  });

  it('write a running total as what is added, in whole cents', () => {
    const days = Array.from({ length: 12 }, (_, at) => 1000.25 + at * 10.5);
    const [, line] = encodeBlocks(blocksOf([12], { total: [days] })).split('\n');
    expect(line).toBe(JSON.stringify([2, 2, [], [100025, -98975, ...new Array(10).fill(0)]]));
  });

  it('read a column without the others', () => {
    const lines = encodeBlocks(
      blocksOf([2], { kpi: [['Omzet', 'Leden']], note: [['x', 'y']] }),
    ).split('\n');
    const damaged = [...lines.slice(0, -1), 'not a column'].join('\n');
    expect(decodeBlocks(damaged)?.part('kpi')).toEqual([['Omzet', 'Leden']]);
  });

  it('are not read in another version', () => {
    const text = encodeBlocks(blocksOf([1], { kpi: ['a'] }));
    expect(decodeBlocks(text.replace('"version":2', '"version":3'))).toBeNull();
    expect(decodeBlocks(text.replace('"version":2', '"version":1'))).toBeNull();
  });

  it('have no column that they never had', () => {
    expect(decodeBlocks(encodeBlocks(blocksOf([1], { kpi: ['a'] })))?.part('constructor')).toBe(
      undefined,
    );
  });
});
