import { inputsHash } from '../../../src/workflows/results/inputs-hash.ts';

/** The hash of one tab: its columns, and the ids that the run fills in. */
const hashOf = (columns: readonly (readonly unknown[])[], ids: Record<string, string> = {}) =>
  inputsHash(
    [{ name: 'KPIs', columns }],
    Object.entries(ids).map(([cell, id]) => ({ tab: 'KPIs', cell, id })),
  );

const TYPED = [
  ['KPI', 'Omzet', 'Leden'],
  ['Id', 'k7', ''],
  ['Target', 0, -12],
];

describe('what people filled in, as one short text', () => {
  it('is the same with an id that this run fills in as with that id there', () => {
    const filled = [TYPED[0], ['Id', 'k7', 'k9'], TYPED[2]];
    expect(hashOf(TYPED, { B3: 'k9' })).toBe(hashOf(filled));
    expect(hashOf([TYPED[0], ['Id', 'k7'], TYPED[2]], { B3: 'k9' })).toBe(hashOf(filled));
    expect(hashOf(TYPED)).not.toBe(hashOf(filled));
  });

  it('is the same whatever is blank below and to the right', () => {
    expect(hashOf([...TYPED.map((column) => [...column, '', null, undefined]), ['', null]])).toBe(
      hashOf(TYPED),
    );
  });

  it('is another when a figure moves a row or a column, or zero becomes blank', () => {
    const others = [
      [TYPED[0], TYPED[1], ['Target', -12, 0]],
      [TYPED[0], TYPED[1], [], TYPED[2]],
      [TYPED[0], TYPED[1], ['Target', '', -12]],
    ];
    for (const other of others) expect(hashOf(other)).not.toBe(hashOf(TYPED));
  });
});
