import { evaluateWorkspace } from '../../../../src/core/evaluate/evaluate-workspace.ts';
import type { GoalEvaluation } from '../../../../src/core/model/evaluation.ts';
import type { Goal } from '../../../../src/core/model/goal.ts';
import type { Kpi } from '../../../../src/core/model/kpi.ts';
import type { Measure } from '../../../../src/core/model/measure.ts';
import type { Milestone } from '../../../../src/core/model/milestone.ts';
import {
  day,
  goal,
  kpi,
  measure,
  milestone,
  workspace,
} from '../../../support/workspace-builder.ts';
import { daily, near, shown } from '../one-kpi.ts';

/** A KPI of its own measure: a total of 100 in 100 days, after 40 of them, with so much a day. */
interface Part extends Partial<Kpi> {
  id: string;
  a: number | null;
  unit?: Measure['unit'];
}

function evaluate(
  goals: ReadonlyArray<Partial<Goal>>,
  parts: readonly Part[],
  milestones: readonly Milestone[] = [],
) {
  const kpis = parts.map(({ a: _, unit: __, ...own }, order) =>
    kpi({
      goalId: 'goal',
      measureId: own.id,
      target: 100,
      due: day('2026-04-10'),
      reached: 'hold',
      order,
      ...own,
    }),
  );
  const evaluation = evaluateWorkspace(
    workspace({
      goals: goals.map((own, order) => goal({ order, ...own })),
      kpis,
      measures: parts.map(({ id, unit = { kind: 'number' } }) => measure({ id, unit })),
      milestones,
      rows: parts.flatMap(({ id, a }) =>
        a === null ? [] : daily('2026-01-01', '2026-02-09', a, { measure: id }),
      ),
    }),
    day('2026-02-10'),
  );
  return { ...evaluation, codes: evaluation.issues.map(({ code }) => code) };
}

function only(parts: readonly Part[], changes: Partial<Goal> = {}): GoalEvaluation {
  return evaluate([changes], parts).goals[0];
}

test('the course and progress of a goal are the weighted means of its KPIs, each cut at 1', () => {
  const found = only([
    { id: 'a', a: 1.3, weight: 3 },
    { id: 'b', a: 0.7, weight: 1 },
  ]);
  expect(shown(found.course)).toEqual(near((3 + 0.7) / 4));
  expect(shown(found.progress)).toEqual(near((3 * 0.52 + 0.28) / 4));
  expect(shown(found.meter)).toEqual(near(0.925));
  expect(found.status).toBe('at_risk');
  expect(shown(found.judgedShare)).toBe(1);
  expect(found.kpiIds).toEqual(['a', 'b']);
});

test('the worst KPI is the one that needs attention first, then the one furthest behind', () => {
  const worst = (...parts: Part[]) => only(parts).worstKpiId;
  expect(worst({ id: 'a', a: 1 }, { id: 'b', a: 0.9 }, { id: 'c', a: 0.95 })).toBe('b');
  expect(worst({ id: 'a', a: 0.5 }, { id: 'b', a: 0.4 }, { id: 'c', a: 0.6 })).toBe('b');
  expect(worst({ id: 'a', a: 0.5 }, { id: 'b', a: 0.5 })).toBe('a');
  expect(worst({ id: 'a', a: null }, { id: 'b', a: 0.9 })).toBe('b');
  expect(worst({ id: 'a', a: 0.9, state: 'paused' })).toBeNull();
  expect(worst({ id: 'a', a: 0.2, weight: 0 }, { id: 'b', a: 0.9, weight: 1 })).toBe('b');
});

test('with an outcome KPI the goal has its status and numbers; the others are drivers', () => {
  const found = only(
    [
      { id: 'a', a: 0.2 },
      { id: 'b', a: 1.1 },
    ],
    { outcomeKpiId: 'b' },
  );
  expect(found).toMatchObject({ status: 'on_course', outcomeKpiId: 'b', worstKpiId: 'a' });
  expect(shown(found.progress)).toEqual(near(0.44));
  expect(shown(found.course)).toBe(1);
  expect(shown(found.meter)).toEqual(near(1.1));
});

test('an outcome KPI that is none of the goal counts for nothing', () => {
  const found = only([{ id: 'a', a: 0.9 }], { outcomeKpiId: 'elsewhere' });
  expect(found).toMatchObject({ status: 'at_risk', outcomeKpiId: null });
});

test('a goal without KPIs has no data, and one whose KPIs wait waits', () => {
  expect(only([])).toMatchObject({ status: 'no_data', horizonYears: null, nextStop: null });
  const waiting = only([
    { id: 'a', a: 1, state: 'paused' },
    { id: 'b', a: 1, start: day('2026-03-01') },
  ]);
  expect(waiting.status).toBe('not_started');
  expect(shown(waiting.course)).toBe('NO_DATA');
  expect(shown(waiting.meter)).toBe('NO_DATA');
});

test('less than half of the weight judged leaves no course', () => {
  const found = only([
    { id: 'a', a: 1, weight: 2 },
    { id: 'b', a: null, weight: 3 },
  ]);
  expect(found.status).toBe('no_data');
  expect(shown(found.judgedShare)).toEqual(near(0.4));
  expect(shown(found.course)).toBe('NO_DATA');
});

test('a critical KPI off course takes the goal along', () => {
  const parts = (isCritical: boolean): Part[] => [
    { id: 'a', a: 1, weight: 19 },
    { id: 'b', a: 0.3, weight: 1, isCritical },
  ];
  expect(only(parts(true)).status).toBe('off_course');
  expect(only(parts(false)).status).toBe('at_risk');
});

test('some weights blank are filled with the mean, and said', () => {
  const parts: Part[] = [
    { id: 'a', a: 1, weight: 4 },
    { id: 'b', a: 0.5 },
    { id: 'c', a: 0, weight: 0 },
  ];
  const found = evaluate([{}], parts);
  expect(shown(found.goals[0].course)).toEqual(near(0.75));
  const issue = found.issues.find(({ code }) => code === 'W_WEIGHT');
  expect(issue).toMatchObject({ goalId: 'goal', details: { weight: 4 } });
  const blank = parts.map((part) => ({ ...part, weight: null }));
  // A weight that is wrong makes its KPI invalid; it was not left blank.
  const wrong = [
    { id: 'a', a: 1, errors: ['E_WEIGHT'] },
    { id: 'b', a: 1, weight: 2 },
  ] satisfies Part[];
  expect(evaluate([{}], wrong).codes).not.toContain('W_WEIGHT');
  expect(evaluate([{}], blank).codes).not.toContain('W_WEIGHT');
  const filled = parts.map((part) => ({ ...part, weight: 2 }));
  expect(evaluate([{}], filled).codes).not.toContain('W_WEIGHT');
});

const above = { id: 'above', name: 'Above' };
const below = { id: 'goal', parentGoalId: 'above' };

test('a sub-goal counts like one KPI of mean weight, or of its own', () => {
  const parts: Part[] = [
    { id: 'a', a: 1, goalId: 'above', weight: 2 },
    { id: 'b', a: 0.8, goalId: 'above', weight: 4 },
    { id: 'c', a: 0.5 },
  ];
  const course = (weight: number | null) =>
    shown(evaluate([above, { ...below, weight }], parts).goals[0].course);
  expect(course(null)).toEqual(near((2 + 3.2 + 3 * 0.5) / 9));
  expect(course(6)).toEqual(near((2 + 3.2 + 6 * 0.5) / 12));
  expect(course(0)).toEqual(near(5.2 / 6));
});

test('a sub-goal off course takes its goal along no further than at risk: only a KPI is critical', () => {
  const { goals } = evaluate(
    [{ id: 'above' }, below],
    [
      { id: 'lost', a: 0.5 },
      { id: 'well', a: 1, goalId: 'above', weight: 9 },
      { id: 'ahead', a: 1.2, goalId: 'above', weight: 9 },
    ],
  );
  expect(goals.map(({ status }) => status)).toEqual(['at_risk', 'off_course']);
  expect(shown(goals[0].course)).toEqual(near((9 + 9 + 9 * 0.5) / 27));
});

test('a goal of sub-goals alone follows them, whatever the order of the rows', () => {
  const parts: Part[] = [{ id: 'c', a: 0.9 }];
  for (const goals of [
    [above, below],
    [below, above],
  ]) {
    const found = evaluate(goals, parts).goals.find(({ goalId }) => goalId === 'above');
    expect(found).toMatchObject({ status: 'at_risk', subGoalIds: ['goal'], kpiIds: [] });
  }
});

test('goals in a cycle are invalid, those beside it are not', () => {
  const goals = [
    { id: 'a', parentGoalId: 'b' },
    { id: 'b', parentGoalId: 'a' },
    { id: 'goal', parentGoalId: 'a' },
    { id: 'self', parentGoalId: 'self' },
    { id: 'lost', parentGoalId: 'nowhere' },
  ];
  const found = evaluate(goals, [
    { id: 'k', a: 1 },
    { id: 'l', a: 1, goalId: 'lost' },
  ]);
  expect(found.goals.map(({ status }) => status)).toEqual([
    'invalid',
    'invalid',
    'on_course',
    'invalid',
    'on_course',
  ]);
  expect(shown(found.goals[0].progress)).toBe('NO_DATA');
});

test('a goal with an error is invalid', () => {
  expect(only([{ id: 'a', a: 1 }], { errors: ['E_OUTCOME_TRACK'] }).status).toBe('invalid');
});

test('the horizon is in years to the quarter, from the goal itself or from its KPIs', () => {
  const horizon = (changes: Partial<Goal>, parts: readonly Part[] = []) =>
    only(parts, changes).horizonYears;
  const start = day('2026-01-01');
  expect(horizon({ start, due: day('2028-12-31') })).toBe(3);
  expect(horizon({ start, due: day('2026-06-30') })).toBe(0.5);
  expect(horizon({ start, due: day('2026-01-05') })).toBe(0.25);
  expect(horizon({ start, due: day('2025-12-31') })).toBeNull();
  expect(horizon({ start })).toBeNull();
  const two: Part[] = [
    { id: 'a', a: 1 },
    { id: 'b', a: 1, start: day('2026-07-01'), due: day('2026-12-31') },
  ];
  expect(horizon({}, two)).toBe(1);
  expect(horizon({ due: day('2027-12-31') }, two)).toBe(2);
});

test('the next stop is that of the outcome, else the first of any of its KPIs', () => {
  const parts: Part[] = [
    { id: 'a', a: 1 },
    { id: 'b', a: 1 },
  ];
  const milestones = [
    milestone({ id: 'm1', stop: 'Spring', kpiId: 'a', day: day('2026-03-20'), value: 80 }),
    milestone({ id: 'm2', stop: 'Winter', kpiId: 'b', day: day('2026-02-28'), value: 59 }),
  ];
  const next = (outcomeKpiId: string | null) =>
    evaluate([{ outcomeKpiId }], parts, milestones).goals[0].nextStop;
  expect(next(null)).toEqual({
    stop: 'Winter',
    day: day('2026-02-28'),
    status: 'expected_on_time',
  });
  expect(next('a')?.stop).toBe('Spring');
});

test('how many of its KPIs have which status', () => {
  const { counts } = only([
    { id: 'a', a: 1 },
    { id: 'b', a: 1.2 },
    { id: 'c', a: 0.3 },
    { id: 'd', a: null },
  ]);
  expect(counts).toMatchObject({ on_course: 2, off_course: 1, no_data: 1, at_risk: 0 });
});

describe('a sub-goal that aims at less than the route above it needs by then', () => {
  const euro = { kind: 'currency', currency: 'EUR' } as const;
  /** The route: 300 in 300 days. */
  const route: Part = {
    id: 'long',
    goalId: 'above',
    a: 1,
    target: 300,
    due: day('2026-10-27'),
    unit: euro,
  };
  const goals: Array<Partial<Goal>> = [
    { ...above, outcomeKpiId: 'long' },
    { ...below, outcomeKpiId: 'short' },
  ];
  const warned = (changes: Partial<Part>, own = goals, long = route) =>
    evaluate(own, [long, { id: 'short', a: 1, unit: euro, ...changes }]).codes.includes('W_ROUTE');

  test('is a warning; as much as the route needs is not', () => {
    expect(warned({ target: 99 })).toBe(true);
    expect(warned({ target: 100 })).toBe(false);
    expect(warned({ target: 130 })).toBe(false);
  });

  test('of totals over its own days', () => {
    const later = { start: day('2026-01-11') };
    expect(warned({ ...later, target: 90 })).toBe(false);
    expect(warned({ ...later, target: 89 })).toBe(true);
  });

  test('only in the same unit, within the period of the route, and for outcomes', () => {
    expect(warned({ target: 99, unit: { kind: 'number' } })).toBe(false);
    expect(warned({ target: 99, unit: { kind: 'currency', currency: 'USD' } })).toBe(false);
    expect(warned({ target: 99, due: day('2026-10-27') })).toBe(true);
    expect(warned({ target: 99, due: day('2026-10-28') })).toBe(false);
    const started = { ...route, start: day('2026-06-01') };
    expect(warned({ target: 9, due: day('2026-05-31') }, goals, started)).toBe(false);
    const first = { ...route, start: day('2026-02-01'), target: 269 };
    expect(warned({ target: 0.5, due: day('2026-02-01') }, goals, first)).toBe(true);
    const noOutcome = [goals[0], { ...below }];
    expect(warned({ target: 99 }, noOutcome)).toBe(false);
    const noRoute = [{ ...above }, goals[1]];
    expect(warned({ target: 99 }, noRoute)).toBe(false);
    expect(warned({ target: 99 }, [goals[0], { ...goals[1], parentGoalId: null }])).toBe(false);
  });

  test('not by a billionth, and not without a target or a plan to compare', () => {
    const far = { ...route, target: 3e9, a: 1e7 };
    expect(warned({ target: 1e9 - 0.5, a: 1e7 }, goals, far)).toBe(false);
    expect(warned({ target: 1e9 - 2, a: 1e7 }, goals, far)).toBe(true);
    const track = { kind: 'just_track', type: 'track', target: null } as const;
    expect(warned({ ...track })).toBe(false);
    expect(warned({ ...track, target: 5 })).toBe(false);
    expect(warned({ target: 99 }, goals, { ...route, ...track })).toBe(false);
  });

  test('names the KPI, its target and what the route needs', () => {
    const parts: Part[] = [route, { id: 'short', name: 'Short', a: 1, unit: euro, target: 99 }];
    const issue = evaluate(goals, parts).issues.find(({ code }) => code === 'W_ROUTE');
    expect(issue).toMatchObject({
      kpiId: 'short',
      goalId: 'goal',
      details: {
        kpi: 'Short',
        target: { amount: 99, unit: euro },
        goal: 'Above',
        plan: { amount: 100, unit: euro },
      },
    });
  });
});

test('of levels the plan of the route on the due date is what counts, lower is better too', () => {
  const level = (target: number, to: number) => {
    const kpis = [
      kpi({ id: 'long', goalId: 'above', lastTime: 50, target: to, due: day('2026-10-27') }),
      kpi({ id: 'short', goalId: 'goal', lastTime: 50, target, due: day('2026-05-30') }),
    ];
    const goals = [
      goal({ id: 'above', outcomeKpiId: 'long' }),
      goal({ id: 'goal', parentGoalId: 'above', outcomeKpiId: 'short' }),
    ];
    const rows = daily('2026-01-01', '2026-02-09', 49);
    const measures = [measure({ aggregation: 'last' })];
    const found = evaluateWorkspace(workspace({ goals, kpis, measures, rows }), day('2026-02-10'));
    return found.issues.some(({ code }) => code === 'W_ROUTE');
  };
  // 150 of 300 days: from 50 half way to 10 is 30.
  expect(level(30, 10)).toBe(false);
  expect(level(31, 10)).toBe(true);
  expect(level(29, 10)).toBe(false);
  expect(level(74, 100)).toBe(true);
  expect(level(75, 100)).toBe(false);
});
