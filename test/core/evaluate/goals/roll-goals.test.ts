import fc from 'fast-check';
import { rollGoals } from '../../../../src/core/evaluate/goals/roll-goals.ts';
import { groupBy } from '../../../../src/core/model/group-by.ts';
import { sampleKpi, sampleKpiEvaluation } from '../../../support/sample-evaluation.ts';
import { goal } from '../../../support/workspace-builder.ts';

/** @param parents of each goal the one above it; null at the top */
function roll(parents: readonly (number | null)[], behind: readonly number[] = []) {
  const goals = parents.map((parent, i) =>
    goal({ id: `g${i}`, order: i, parentGoalId: parent === null ? null : `g${parent}` }),
  );
  const member = (i: number) => ({
    kpi: sampleKpi({ id: `k${i}`, goalId: `g${i}` }),
    evaluation: sampleKpiEvaluation({ kpiId: `k${i}`, status: 'off_course', weight: 1 }),
    kpiCase: null,
    issues: [],
  });
  const rolled = rollGoals(
    goals,
    groupBy(goals, ({ parentGoalId }) => parentGoalId),
    new Map(behind.map((i) => [`g${i}`, [member(i)]])),
    { onCourseFrom: 0.95, atRiskFrom: 0.8 },
  );
  return [...rolled.values()];
}

const statusOf = (rolled: ReturnType<typeof roll>, i: number) =>
  rolled.find((own) => own.goal.id === `g${i}`)?.status;

test('what happens at the bottom of a chain as long as a tab is seen at its top', () => {
  const length = 3000;
  const chain = Array.from({ length }, (_, i) => (i === 0 ? null : i - 1));
  const rolled = roll(chain, [length - 1]);
  expect(rolled).toHaveLength(length);
  expect(statusOf(rolled, 0)).not.toBe('no_data');
  expect(statusOf(rolled, 0)).toBe(statusOf(rolled, length - 1));
  expect(statusOf(roll(chain), 0)).toBe('no_data');
  expect(roll([])).toEqual([]);
});

test('goals that are their own ancestor are invalid; what hangs below them is not', () => {
  const rolled = roll([2, 0, 1, 1, 4], [3]);
  const invalid = rolled.filter(({ status }) => status === 'invalid');
  expect(invalid.map(({ goal: { id } }) => id)).toEqual(['g0', 'g1', 'g2', 'g4']);
  expect(invalid.flatMap(({ subGoals }) => subGoals)).toEqual([]);
  expect(statusOf(rolled, 3)).not.toBe('no_data');
});

test('each goal is rolled up once, after every goal below it', () => {
  const forest = fc
    .integer({ min: 1, max: 30 })
    .chain((size) => fc.tuple(...Array.from({ length: size }, () => fc.nat(size))))
    .map((drawn) => drawn.map((own, i) => (own > i && own < drawn.length ? own : null)));
  fc.assert(
    fc.property(forest, (parents) => {
      const order = roll(parents).map(({ goal: { id } }) => Number(id.slice(1)));
      expect([...order].sort((a, b) => a - b)).toEqual(parents.map((_, i) => i));
      parents.forEach((parent, i) => {
        if (parent !== null) expect(order.indexOf(i)).toBeLessThan(order.indexOf(parent));
      });
    }),
  );
});
