import type { ColumnFormat } from '../../../src/core/intake/sheet/sheet-input.ts';
import { inputsHash } from '../../../src/workflows/results/inputs-hash.ts';

const facts = { locale: 'nl_NL', timeZone: 'Europe/Amsterdam' };

/** The hash of one tab: its columns, and the ids that the run fills in. */
const hashOf = (columns: readonly (readonly unknown[])[], ids: Record<string, string> = {}) =>
  inputsHash(
    { facts, sheets: [{ name: 'KPIs', columns }] },
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

  it('is another when a cell looks like something else, and the same with looks that say nothing', () => {
    const dressed = (formats?: readonly (ColumnFormat | undefined)[]) =>
      inputsHash({ facts, sheets: [{ name: 'KPIs', columns: TYPED, formats }] }, []);
    const percent: ColumnFormat = { usual: 'general', except: { 2: 'percent' } };
    const looks = [
      undefined,
      [undefined, undefined, percent],
      [undefined, undefined, { usual: 'general', except: { 1: 'percent' } }],
      [undefined, undefined, { usual: 'currency', currency: '€' }],
      [undefined, undefined, { usual: 'currency', currency: '£' }],
    ] as const;
    expect(new Set(looks.map(dressed)).size).toBe(looks.length);
    expect(dressed([{ usual: 'general', except: {} }, undefined])).toBe(dressed());
  });

  it('is the same however blank cells and texts look, as a run makes blank cells itself', () => {
    const dressed = (formats: readonly (ColumnFormat | undefined)[]) =>
      inputsHash({ facts, sheets: [{ name: 'KPIs', columns: TYPED, formats }] }, []);
    const blank: ColumnFormat = { usual: 'text', except: { 2: 'percent', 9: 'date' } };
    const figures: ColumnFormat = { usual: 'text', except: { 2: 'general' } };
    expect(dressed([{ usual: 'text' }, blank, figures])).toBe(hashOf(TYPED));
    expect(dressed([undefined, undefined, blank])).not.toBe(hashOf(TYPED));
  });

  it('is another in a spreadsheet that reads decimals otherwise, or begins its days elsewhere', () => {
    const sheets = [{ name: 'KPIs', columns: TYPED }];
    const others = [facts, { ...facts, locale: 'en_US' }, { ...facts, timeZone: 'Asia/Tokyo' }];
    expect(new Set(others.map((own) => inputsHash({ facts: own, sheets }, []))).size).toBe(3);
  });
});
