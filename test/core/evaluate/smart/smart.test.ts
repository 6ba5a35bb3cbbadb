import fc from 'fast-check';
import { evaluateWorkspace } from '../../../../src/core/evaluate/evaluate-workspace.ts';
import type { Workspace } from '../../../../src/core/model/workspace.ts';
import {
  day,
  goal,
  kpi,
  measure,
  type Row,
  workspace,
} from '../../../support/workspace-builder.ts';

const YEAR = { start: day('2026-01-01'), due: day('2026-12-31') };
const LETTERS = {
  goals: { strategy_line: 'D' },
  measures: { unit: 'B', how: 'Q' },
  kpis: { owner: 'K', goal: 'B', contribution: 'V', target: 'I', due: 'G', start: 'F' },
} as const;

/** One a month from January on, dated on its last day. */
const monthly = (values: readonly number[], year = 2026): Row[] =>
  values.map((value, at) => {
    const next = at === 11 ? `${year + 1}-01-01` : `${year}-${String(at + 2).padStart(2, '0')}-01`;
    return { date: day(next) - 1, value };
  });

const MONTHLY = measure({ cadence: 'month', missing: 'missing' });
const LEVEL = measure({ cadence: 'month', aggregation: 'last', missing: 'missing' });
/** Nothing can be said against it but what a test takes away. */
const WELL = {
  ...YEAR,
  goalId: 'goal',
  owner: 'Anna',
  contribution: 'It pays for the rest',
  isLeading: true,
  every: 'quarter',
  target: 300,
} as const;

function examined(
  changes: Partial<Workspace> & { rows?: readonly Row[] } = {},
  today = '2026-08-10',
) {
  const evaluation = evaluateWorkspace(
    workspace({
      columnLetters: LETTERS,
      goals: [goal({ strategyLineId: 'rider', owner: 'Bob' })],
      measures: [MONTHLY],
      kpis: [kpi(WELL)],
      rows: monthly([100, 90, 110, 95, 105, 100, 100]),
      ...changes,
    }),
    day(today),
  );
  return {
    evaluation,
    score: evaluation.kpis[0]?.smartScore,
    ambition: evaluation.kpis[0]?.ambition ?? null,
    advice: evaluation.advice.map(({ code, place }) => `${code} ${place.tab}!${place.cell}`),
  };
}

test('a KPI of which everything is said scores 1, and nothing is advised', () => {
  const { score, advice } = examined();
  expect(score).toEqual({ value: 1, reason: null });
  expect(advice).toEqual([]);
});

test('an empty workbook has nothing to advise', () => {
  expect(examined({ goals: [], kpis: [], measures: [] }).advice).toEqual([]);
});

test.each([
  ['a name of two things', { isTwoInOne: true }, 8.5 / 9, 'I_SMART_TWO KPIs!A2'],
  ['only the owner of its goal', { owner: '' }, 8.5 / 9, 'I_SMART_OWNER KPIs!K2'],
  ['no contribution', { contribution: '' }, 8 / 9, 'I_SMART_CONTRIBUTION KPIs!V2'],
  ['a due date after its goal', { due: day('2027-03-31') }, 9 / 10, 'I_SMART_HORIZON KPIs!G2'],
  ['a start before its goal', { start: day('2025-10-01') }, 9 / 10, 'I_SMART_HORIZON KPIs!F2'],
] as const)('%s costs so much, and names its cell', (_, changes, score, advice) => {
  const hasHorizon = 'due' in changes || 'start' in changes;
  const bounds = hasHorizon ? YEAR : {};
  const result = examined({
    kpis: [kpi({ ...WELL, ...changes })],
    goals: [goal({ strategyLineId: 'rider', owner: 'Bob', ...bounds })],
  });
  expect(result.score?.value).toBeCloseTo(score, 12);
  expect(result.advice).toEqual([advice]);
});

test('without a goal nothing is asked that only a goal has', () => {
  const { score, advice } = examined({ goals: [], kpis: [kpi({ ...WELL, goalId: null })] });
  expect(score?.value).toBeCloseTo(6 / 7, 12);
  expect(advice).toEqual(['I_SMART_GOAL KPIs!B2']);
});

test('a goal below one that serves the strategy serves it too; one that serves nothing is told once', () => {
  const parent = goal({ id: 'parent', strategyLineId: 'rider' });
  const child = goal({ parentGoalId: 'parent', owner: 'Bob' });
  const kpis = [kpi(WELL), kpi({ ...WELL, id: 'other', stage: 'try', order: 1 })];
  expect(examined({ goals: [parent, child], kpis }).advice).toEqual([]);
  const alone = examined({ goals: [child], kpis });
  expect(alone.advice).toEqual(['I_SMART_STRATEGY Goals!D2']);
  expect(alone.score?.value).toBeCloseTo(8 / 9, 12);
});

test('no unit and no word on where figures come from are told of the measure, once for all its KPIs', () => {
  const measures = [{ ...MONTHLY, isUnitTyped: false, isSourceSaid: false }];
  const kpis = [kpi(WELL), kpi({ ...WELL, id: 'other', order: 1, stage: 'try' })];
  const { advice, score } = examined({ measures, kpis });
  expect(advice).toEqual(['I_SMART_UNIT Measures!B2', 'I_SMART_HOW Measures!Q2']);
  expect(score?.value).toBeCloseTo(8 / 9, 12);
});

test('what takes longer than a quarter needs a stop, unless it starts anew or is only kept', () => {
  const stopless = (changes: object) =>
    examined({ kpis: [kpi({ ...WELL, target: 1200, every: null, ...changes })] }).advice;
  expect(stopless({})).toEqual(['I_SMART_STOPS KPIs!A2']);
  expect(stopless({ every: 'year' })).toEqual(['I_SMART_STOPS KPIs!A2']);
  expect(stopless({ every: 'month', target: 100 })).toEqual([]);
  expect(stopless({ start: day('2026-07-01'), due: day('2026-09-30'), target: 300 })).toEqual([]);
  expect(stopless({ type: 'track', kind: 'just_track', target: null })).toEqual([]);
});

describe('the ambition of a target', () => {
  const of = (values: readonly number[], changes: object, own = MONTHLY) =>
    examined({
      measures: [own],
      kpis: [kpi({ ...WELL, every: null, ...changes })],
      rows: monthly(values),
    }).ambition;

  it('is what it asks of an interval against the best one and three standard deviations', () => {
    // Best 110; deviations 0, −10, 10, −5, 5, 0, 0: √(250 ÷ 6) = 6.455, so 129.36 a month is the end.
    const values = [100, 90, 110, 95, 105, 100, 100];
    expect(of(values, { target: 12 * 129 })).toEqual({ verdict: 'fits', asked: 129, best: 110 });
    expect(of(values, { target: 12 * 130 })?.verdict).toBe('ambitious');
  });

  it('looks at the change of a level, downwards where lower is better', () => {
    const values = [50, 48, 47, 45, 44, 42, 41];
    const down = { kind: 'bring_down_to', lastTime: 51, declaredDirection: -1 } as const;
    expect(of(values, { ...down, target: 39 }, LEVEL)).toEqual({
      verdict: 'fits',
      asked: 1,
      best: 2,
    });
    expect(of(values, { ...down, target: 0 }, LEVEL)?.verdict).toBe('ambitious');
  });

  it('finds a target easy that was met before half of the time was over', () => {
    expect(of([100, 100, 100, 100, 100, 100, 100], { target: 500 })?.verdict).toBe('too_easy');
    expect(of([100, 100, 100, 100, 100, 100, 100], { target: 700 })?.verdict).toBe('fits');
  });

  it('is not known from fewer than six values, of zeros only it is what zeros say', () => {
    expect(of([100, 90, 110, 95, 105], { target: 9999 })).toBeNull();
    expect(of([0, 0, 0, 0, 0, 0], { target: 12 })?.verdict).toBe('ambitious');
  });

  it('is not asked of what is kept or may be used', () => {
    expect(of([9, 9, 9, 9, 9, 9], { kind: 'keep_at_least', type: 'at_least' }, LEVEL)).toBeNull();
    expect(of([9, 9, 9, 9, 9, 9], { kind: 'spend_no_more_than', type: 'ceiling' })).toBeNull();
  });
});

test('what is over or cancelled can no longer be described better', () => {
  const bad = { owner: '', contribution: '' };
  const cancelled = examined({ kpis: [kpi({ ...WELL, ...bad, state: 'cancelled' })] });
  expect(cancelled.score?.reason).toBe('NOT_APPLICABLE');
  expect(cancelled.advice).toEqual(['I_SMART_KPI_COUNT Goals!A2']);
  const over = examined({ kpis: [kpi({ ...WELL, ...bad, due: day('2026-06-30') })] });
  expect(over.score?.value).toBeNull();
});

test.each([
  ['none', 0, ['I_SMART_KPI_COUNT Goals!A2']],
  ['five', 5, []],
  ['six', 6, ['I_SMART_KPI_COUNT Goals!A2']],
])('of %s KPIs a goal says what it should', (_, count, advice) => {
  const kpis = Array.from({ length: count }, (_, order) =>
    kpi({ ...WELL, id: `kpi_${order}`, order, stage: `stage ${order}` }),
  );
  expect(examined({ kpis }).advice).toEqual(advice);
});

test('a goal wants a KPI that leads, and not all of one stage', () => {
  const kpis = [0, 1].map((order) =>
    kpi({ ...WELL, id: `kpi_${order}`, order, isLeading: false, stage: order ? 'Buy ' : 'buy' }),
  );
  expect(examined({ kpis }).advice).toEqual([
    'I_SMART_LEADING Goals!A2',
    'I_SMART_ONE_STAGE Goals!A2',
  ]);
});

test('every score lies from 0 to 1, and advice is never an error', () => {
  const anyKpi = fc.record({
    owner: fc.constantFrom('', 'Anna'),
    contribution: fc.constantFrom('', 'It pays'),
    isTwoInOne: fc.boolean(),
    goalId: fc.constantFrom(null, 'goal'),
    target: fc.constantFrom(-500, 0, 3, 900, 1e9),
    lastTime: fc.constantFrom(null, -4, 0, 80),
    due: fc.constantFrom(day('2026-08-31'), day('2026-12-31')),
  });
  fc.assert(
    fc.property(
      anyKpi,
      fc.boolean(),
      fc.array(fc.integer({ min: -50, max: 200 }), { maxLength: 7 }),
      (own, isLevel, values) => {
        const { score, evaluation } = examined({
          kpis: [kpi({ ...WELL, every: null, ...own })],
          measures: [isLevel ? LEVEL : MONTHLY],
          rows: monthly(values),
        });
        expect(score?.value).toBeGreaterThanOrEqual(0);
        expect(score?.value).toBeLessThanOrEqual(1);
        expect(evaluation.advice.every(({ severity }) => severity === 'info')).toBe(true);
      },
    ),
  );
});
