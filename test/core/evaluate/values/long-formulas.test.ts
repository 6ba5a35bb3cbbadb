import { evaluateWorkspace } from '../../../../src/core/evaluate/evaluate-workspace.ts';
import { EMPTY_RECORD } from '../../../../src/core/model/record.ts';
import { day, readSheets, sheetOf } from '../../intake/sheet-of-rows.ts';

const LEVELS = 5_000;
const TODAY = '2026-02-15';

const ACTUALS = sheetOf('Actuals', [
  ['Date', 'Measure', 'Value'],
  ...['Visits', 'Orders', 'Stock'].flatMap((name, at) => [
    ['2026-01-10', name, 300 + 7 * at],
    ['2026-01-20', name, -20 - at],
    ['2026-02-10', name, 40 + at],
  ]),
]);

interface Chain {
  /** What the first level is. */
  readonly first?: string;
  readonly kind?: string;
  readonly target?: number;
  readonly levels?: number;
  /** Of the measure of every level. */
  readonly window?: string;
  readonly others?: readonly ReturnType<typeof sheetOf>[];
}

/** A KPI on the last of many measures, each of which names the one before by this formula. */
function chained(formula: (before: string) => string, chain: Chain = {}) {
  const { first = '[Visits]', kind = 'add up to', target = 900, levels = LEVELS } = chain;
  const read = readSheets(
    [
      ACTUALS,
      sheetOf('Measures', [
        ['Measure', 'Adds up', 'Cadence', 'Window', 'Formula'],
        ['Visits', 'sum', 'month', '', ''],
        ['Orders', 'sum', 'month', '', ''],
        ['Stock', 'last', 'month', '', ''],
        ['m0', '', 'month', '', first],
        ...Array.from({ length: levels }, (_, at) => [
          ...[`m${at + 1}`, '', 'month', chain.window ?? '', formula(`[m${at}]`)],
        ]),
      ]),
      sheetOf('KPIs', [
        ['KPI', 'Kind', 'Start', 'Due', 'Last time', 'Target', 'Measure'],
        ['Last', kind, '2026-01-01', '2026-03-31', 1, target, `m${levels}`],
      ]),
      ...(chain.others ?? []),
    ],
    { today: TODAY },
  );
  const evaluation = evaluateWorkspace(read.workspace, day(TODAY), EMPTY_RECORD);
  const [{ status, actual }] = evaluation.kpis;
  const codes = [...read.issues, ...evaluation.issues]
    .filter(({ severity }) => severity === 'error')
    .map(({ code, place }) => `${code} ${place.tab}!${place.cell}`);
  return { status, actual: actual.value, codes };
}

const half = (before: string) => `${before} / 2 + ${before} / 2`;

describe('hundreds and thousands of formulas, each of which names the one before twice', () => {
  it.each<[string, (before: string) => string, Chain, number]>([
    ['of a total', half, {}, 280],
    ['of nothing at all', (before) => `${before} - ${before}`, {}, 0],
    ['of a negative total', half, { first: '0 - [Visits]', target: -900 }, -280],
    [
      'of a level',
      half,
      { first: '[Stock]', kind: 'keep at least', target: 200, levels: 500 },
      -22,
    ],
    ['of a ratio', half, { first: '[Visits] / [Orders]', kind: 'grow to', levels: 500 }, 280 / 286],
    [
      'of functions of a ratio',
      (before) => `min(${before}; abs(${before}))`,
      { first: '[Visits] / [Orders]', kind: 'bring down to', target: 0.5, levels: 500 },
      280 / 286,
    ],
  ])('%s, are worked out', (_, formula, chain, expected) => {
    const { actual, codes } = chained(formula, chain);
    expect(codes).toEqual([]);
    expect(actual).toBeCloseTo(expected, 9);
  });

  it('with an event on what the first of them names, are foreseen', () => {
    const events = sheetOf('Events', [
      ['Date', 'Event', 'Measure', 'Until', 'Effect'],
      ['2026-03-01', 'Fair', 'Visits', '2026-03-10', 0.2],
    ]);
    const chain = { others: [events], levels: 500 };
    expect(chained(half, chain)).toMatchObject({ actual: 280, codes: [] });
  });

  it('over a first one that is broken, say so at its cell alone', () => {
    const { status, codes } = chained(half, { first: '[Nothing of that name]', levels: 500 });
    expect({ status, codes }).toEqual({
      status: 'invalid',
      codes: ['E_FORMULA_NAME Measures!E5'],
    });
  });

  it('with windows, look back as far as they go', () => {
    const chain = { kind: 'keep at least', target: 200, levels: 30, window: '1 month' };
    expect(chained(half, chain)).toMatchObject({ actual: 280, codes: [] });
  });
});

describe('a ratio that is written out', () => {
  const product = (before: string) => `${before} * ([Orders] / [Visits])`;
  const ratio = { first: '[Orders] / [Visits]', kind: 'keep at least', target: 0.5 };

  it('has a value while it can be reckoned with', () => {
    const { actual, codes } = chained(product, { ...ratio, levels: 30 });
    expect({ actual, codes }).toEqual({ actual: expect.closeTo((286 / 280) ** 31, 9), codes: [] });
  });

  it('has none, and its KPI says why, when it divides by more', () => {
    expect(chained(product, { ...ratio, levels: 100 })).toEqual({
      status: 'invalid',
      actual: null,
      codes: ['E_FORMULA_LONG KPIs!A2'],
    });
  });

  it('has one however often it is added to itself, as the divisor stays the same', () => {
    expect(
      chained((before) => `${before} + ${before}`, { ...ratio, levels: 20 }).actual,
    ).toBeCloseTo((2 ** 20 * 286) / 280, 3);
  });
});
