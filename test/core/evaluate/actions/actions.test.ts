import fc from 'fast-check';
import type { ActionEvaluation, CheckIn } from '../../../../src/core/model/evaluation.ts';
import type { Action } from '../../../../src/core/model/workspace.ts';
import { action, day, type Row } from '../../../support/workspace-builder.ts';
import { evaluateOne } from '../one-kpi.ts';

/** One value a month, dated on its last day, from January 2026 on. */
const monthly = (values: ReadonlyArray<number | null>, extra: Partial<Row> = {}): Row[] =>
  values.flatMap((value, at) => {
    const date = day(`2026-${String(at + 2).padStart(2, '0')}-01`) - 1;
    return value === null ? [] : [{ date, value, ...extra }];
  });

const MONTH = { cadence: 'month', missing: 'missing' } as const;
const YEAR = { start: day('2026-01-01'), due: day('2026-12-31'), target: 1200 };
const BEFORE = [10, 12, 11, 9, 10, 12];

interface Case {
  readonly values?: ReadonlyArray<number | null>;
  readonly rows?: readonly Row[];
  readonly measure?: object;
  readonly kpi?: object;
  readonly today?: string;
}

function evaluated(actions: readonly Action[], { values = [], rows, measure, kpi, today }: Case) {
  return evaluateOne({
    actions,
    measure: { ...MONTH, ...measure },
    kpi: { ...YEAR, ...kpi },
    rows: rows ?? monthly(values),
    today: today ?? '2026-10-05',
  });
}

const effectOf = (one: Case, changes: Partial<Action> = {}): ActionEvaluation['effect'] =>
  evaluated([action({ effectDay: day('2026-07-01'), ...changes })], one).evaluation.actions[0]
    .effect;

describe('the effect of an action', () => {
  it('is the mean of the intervals since its effect date minus that of as many before', () => {
    // (20 + 22 + 21) ÷ 3 − (9 + 10 + 12) ÷ 3
    const { measured, signal } = effectOf({ values: [...BEFORE, 20, 22, 21] });
    expect(measured.value).toBeCloseTo(21 - 31 / 3, 12);
    // Limits 14.11 ± 2.66 × 19 ÷ 8: 7.79 to 20.43.
    expect(signal).toEqual({ rule: 'outside', isFavourable: true });
  });

  it('is bad news where lower is better, and no more than usual inside the limits', () => {
    const down = { kind: 'spend_no_more_than', type: 'ceiling', declaredDirection: -1 };
    const worse = effectOf({ values: [...BEFORE, 20, 22, 21], kpi: down });
    expect(worse.signal).toEqual({ rule: 'outside', isFavourable: false });
    const same = effectOf({ values: [...BEFORE, 11, 10, 12] });
    expect(same.measured.value).toBeCloseTo(11 - 31 / 3, 12);
    expect(same.signal).toEqual({ rule: null, isFavourable: null });
  });

  it('can be nothing, or less than nothing', () => {
    expect(effectOf({ values: [5, 5, 5, 5, 5, 5, 5, 5, 5] })).toEqual({
      measured: { value: 0, reason: null },
      signal: null,
    });
    expect(effectOf({ values: [3, 3, 3, 3, 3, 3, 0, -3, 0] }).measured.value).toBe(-4);
  });

  it('counts whole intervals that are over, and leaves out the one it began in', () => {
    const values = [...BEFORE, 500, 20, 22, 21];
    const late = { effectDay: day('2026-07-12') };
    // July is neither before nor after: August to October against April to June.
    const { measured } = effectOf({ values, today: '2026-11-03' }, late);
    expect(measured.value).toBeCloseTo(21 - 31 / 3, 12);
    expect(effectOf({ values, today: '2026-10-31' }, late).measured.reason).toBe('TOO_EARLY');
  });

  it('needs three values on either side, and looks at no more than eight', () => {
    const short = effectOf({ values: [...BEFORE, 20, 22, null] });
    expect(short.measured).toEqual({ value: null, reason: 'TOO_EARLY' });
    expect(
      effectOf({ values: [9, 10, 20, 22, 21] }, { effectDay: day('2026-03-01') }).measured.value,
    ).toBeNull();
    const rows = [...Array(20)].map((_, i) => ({
      date: day('2026-09-01') + i,
      value: i < 10 ? 1 : 3,
    }));
    const days = { cadence: 'day', missing: 'missing' };
    const eight = { rows: [...rows, { date: day('2026-09-21'), value: 999 }], measure: days };
    expect(effectOf(eight, { effectDay: day('2026-09-11') }).measured.value).toBe(2);
  });

  it('looks at the channel of the action, and says nothing of one that nobody counts', () => {
    const rows = [
      ...monthly([...BEFORE, 30, 30, 30], { channel: 'Web' }),
      ...monthly([1, 1, 1, 1, 1, 1, 5, 5, 5], { channel: 'Shop' }),
    ];
    expect(effectOf({ rows }, { channel: 'Shop' }).measured.value).toBe(4);
    expect(effectOf({ rows }, { channel: 'Fair' }).measured.reason).toBe('NO_DATA');
  });

  it('does not exist without an effect date, without figures, before its day and without a rhythm', () => {
    const values = [...BEFORE, 20, 22, 21];
    const reason = (one: Case, changes?: Partial<Action>) => effectOf(one, changes).measured.reason;
    expect(reason({ values }, { effectDay: null })).toBe('NOT_APPLICABLE');
    expect(reason({ values: [] })).toBe('NO_DATA');
    expect(reason({ values }, { effectDay: day('2026-10-05') })).toBe('TOO_EARLY');
    expect(reason({ values }, { kpiId: null })).toBe('NOT_APPLICABLE');
    expect(reason({ values, measure: { cadence: 'irregular' } })).toBe('NOT_APPLICABLE');
  });

  it('is the difference whatever the level of the figures, and turns with their sign', () => {
    const figures = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(figures, fc.integer({ min: -500, max: 500 }), (values, shift) => {
        const base = effectOf({ values }).measured.value ?? Number.NaN;
        const shifted = effectOf({ values: values.map((value) => value + shift) });
        const mirrored = effectOf({ values: values.map((value) => -value) });
        expect(shifted.measured.value).toBeCloseTo(base, 6);
        expect(mirrored.measured.value).toBeCloseTo(-base, 6);
      }),
      { numRuns: 30 },
    );
  });
});

test.each<[string, Partial<Action>, boolean]>([
  ['planned for yesterday', { phase: 'plan', day: day('2026-10-04') }, true],
  ['planned for today', { phase: 'plan', day: day('2026-10-05') }, false],
  ['planned without a day', { phase: 'plan', day: null }, false],
  [
    'planned for yesterday, with time until tomorrow',
    { phase: 'plan', day: day('2026-10-04'), until: day('2026-10-06') },
    false,
  ],
  ['done last month', { day: day('2026-09-01') }, false],
  [
    'still open after its last day',
    { day: day('2026-09-01'), status: 'open', until: day('2026-10-04') },
    true,
  ],
  ['under way until tomorrow', { day: day('2026-09-01'), until: day('2026-10-06') }, false],
  ['still busy after its day', { day: day('2026-09-01'), status: 'busy' }, true],
  ['planned, and done since', { phase: 'plan', day: day('2026-09-01'), status: 'done' }, false],
  [
    'an override of a planned row',
    { phase: 'plan', day: day('2026-09-01'), overrideStatus: 'at_risk' },
    false,
  ],
])('an action %s is overdue: %#', (_, changes, isOverdue) => {
  const { evaluation } = evaluated([action(changes)], { values: BEFORE });
  expect(evaluation.actions[0].isOverdue).toBe(isOverdue);
  const codes = evaluation.advice.map(({ code }) => code);
  expect(codes.includes('W_ACTION_OVERDUE')).toBe(isOverdue);
});

it.each([
  ['until yesterday', '2026-10-04', false],
  ['until today', '2026-10-05', true],
  ['until a day to come', '2026-12-01', true],
])('what is done %s without a status is still to do: %#', (_, until, isToDo) => {
  const [own] = evaluated([action({ day: day('2026-09-01'), until: day(until) })], {}).evaluation
    .actions;
  expect([own.isToDo, own.isOverdue]).toEqual([isToDo, false]);
});

describe('a check-in', () => {
  const checkIn = (today: string, actions: readonly Action[], one: Case = {}): CheckIn | null =>
    evaluated(actions, { values: [...BEFORE, 10, 9, 11], today, ...one }).kpi.checkIn;
  const check = (date: string, id = 'check') => action({ id, phase: 'check', day: day(date) });

  it('is asked of a KPI with a row in Actions only', () => {
    expect(checkIn('2026-10-05', [])).toBeNull();
    expect(checkIn('2026-10-05', [action()])?.dueDay).toBe(day('2026-10-01'));
  });

  it('is due once the interval is over, and overdue after the grace of ten days', () => {
    const old = [check('2026-09-03')];
    expect(checkIn('2026-09-30', old)).toEqual({
      actionId: 'check',
      day: day('2026-09-03'),
      dueDay: null,
      isOverdue: false,
    });
    expect(checkIn('2026-10-01', old)).toMatchObject({
      dueDay: day('2026-10-01'),
      isOverdue: false,
    });
    expect(checkIn('2026-10-10', old)?.isOverdue).toBe(false);
    expect(checkIn('2026-10-11', old)?.isOverdue).toBe(true);
    expect(checkIn('2026-10-11', [...old, check('2026-10-02', 'new')])).toMatchObject({
      actionId: 'new',
      dueDay: null,
    });
  });

  it('of figures by the day is due by the week, of what comes when it comes by the month', () => {
    const daily = { measure: { cadence: 'day', missing: 'missing' } };
    expect(checkIn('2026-10-07', [action()], daily)?.dueDay).toBe(day('2026-10-05'));
    const irregular = { measure: { cadence: 'irregular' } };
    expect(checkIn('2026-10-07', [action()], irregular)?.dueDay).toBe(day('2026-10-01'));
  });

  it('of the future is none yet, and one before any interval is over is not asked', () => {
    expect(checkIn('2026-10-05', [check('2026-10-06')])).toMatchObject({ actionId: null });
    const late = { kpi: { start: day('2026-10-01') } };
    expect(checkIn('2026-10-20', [action()], late)?.dueDay).toBeNull();
  });

  it('is not asked of what is paused or over, and an overdue one is told', () => {
    expect(checkIn('2026-10-20', [action()], { kpi: { state: 'paused' } })?.dueDay).toBeNull();
    expect(checkIn('2027-01-20', [action()])?.dueDay).toBeNull();
    const { evaluation } = evaluated([action()], { values: BEFORE, today: '2026-10-20' });
    expect(evaluation.advice.map(({ code }) => code)).toContain('I_CHECK_IN');
  });
});
