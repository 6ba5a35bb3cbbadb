import type { Day } from '../../src/core/model/calendar-date.ts';
import type { FormulaNode } from '../../src/core/model/formula.ts';
import type { Goal } from '../../src/core/model/goal.ts';
import type { Kpi } from '../../src/core/model/kpi.ts';
import type { Measure } from '../../src/core/model/measure.ts';
import { STATUS_CODES } from '../../src/core/model/status.ts';
import type { Action, ResourceRow, WorkspaceEvent } from '../../src/core/model/workspace.ts';
import { action, goal } from '../support/workspace-builder.ts';
import type { Dice } from './random-dice.ts';

export function randomResources(dice: Dice, one: Kpi): ResourceRow[] {
  const names = dice.chance(0.25) ? ['Budget', 'Hours'].slice(0, dice.whole(1, 2)) : [];
  const all = dice.chance(0.15) ? [...names, 'Advertising'] : names;
  return all.flatMap((resource) =>
    Array.from({ length: dice.whole(1, 5) }, (_, order) => ({
      resource,
      kpiId: one.id,
      goalId: null,
      channel: resource === 'Advertising' ? dice.one(['a', 'b']) : null,
      unit: resource === 'Advertising' ? dice.one(['EUR', 'EUR', 'hours']) : '',
      day: dice.chance(0.2) ? null : dice.whole(one.start - 3, one.due + 3),
      budget: dice.chance(0.6) ? dice.whole(0, 500) : null,
      used: dice.chance(0.6) ? dice.whole(0, 300) : null,
      note: '',
      order,
      place: { tab: 'Resources', cell: 'A2' },
    })),
  );
}

const isMadeOfOthers = (node: FormulaNode): boolean =>
  node.kind === 'binary' && (node.operator === '*' || node.operator === '+');

/** The KPI on a product or a sum, whose drivers are to be found; else any that is not only tracked. */
function outcomeOf(dice: Dice, own: readonly Kpi[], measures: readonly Measure[]): Kpi | null {
  const made = own.filter(({ measureId }) => {
    const formula = measures.find(({ id }) => id === measureId)?.formula ?? null;
    return formula !== null && isMadeOfOthers(formula);
  });
  if (made.length > 0 && dice.chance(0.7)) return dice.one(made);
  return own.length > 0 && dice.chance(0.2) ? dice.one(own) : null;
}

export function randomGoals(dice: Dice, kpis: Kpi[], measures: readonly Measure[]): Goal[] {
  const goals = Array.from({ length: dice.whole(0, 3) }, (_, order) =>
    goal({
      id: `goal_${order}`,
      order,
      // A sub-goal of an earlier one, so never in a circle.
      parentGoalId: order > 0 && dice.chance(0.5) ? `goal_${dice.whole(0, order - 1)}` : null,
      statusRule: dice.one(['worst_critical', 'worst_critical', 'weighted', 'worst']),
      weight: dice.chance(0.15) ? dice.one([1, 2, 3]) : null,
    }),
  );
  // But for now and then.
  const [first, second] = goals;
  if (second !== undefined && second.parentGoalId === first.id && dice.chance(0.1)) {
    first.parentGoalId = second.id;
  }
  for (const one of kpis) one.goalId = goals.length === 0 ? null : dice.one(goals).id;
  for (const one of goals) {
    const own = kpis.filter(({ goalId, type }) => goalId === one.id && type !== 'track');
    one.outcomeKpiId = outcomeOf(dice, own, measures)?.id ?? null;
  }
  return goals;
}

/** A jam or a tail wind, of one KPI, one measure, one channel or of everything. */
export function randomEvents(
  dice: Dice,
  kpis: readonly Kpi[],
  measures: readonly Measure[],
  { start, due }: { start: Day; due: Day },
): WorkspaceEvent[] {
  return Array.from({ length: dice.chance(0.2) ? dice.whole(1, 3) : 0 }, () => {
    const from = dice.whole(start - 10, due + 5);
    return {
      name: 'Jam',
      from,
      to: from + dice.whole(0, due - start),
      measureId: dice.chance(0.2) ? dice.one(measures).id : null,
      kpiId: dice.chance(0.2) ? dice.one(kpis).id : null,
      channel: dice.chance(0.1) ? 'a' : null,
      expectedEffect: dice.chance(0.9) ? dice.number(-0.6, 0.6) : null,
      note: '',
      place: { tab: 'Events', cell: 'A2' },
    };
  });
}

/** Overrides, and rows that look like one. */
export function randomActions(dice: Dice, kpis: readonly Kpi[], today: Day): Action[] {
  return Array.from({ length: dice.chance(0.15) ? dice.whole(1, 4) : 0 }, (_, order) => ({
    ...action(),
    id: `action_${order}`,
    kpiId: dice.one(kpis).id,
    phase: dice.one(['act', 'act', 'act', 'check'] as const),
    day: dice.chance(0.8) ? today + dice.whole(-9, 2) : null,
    owner: 'Anna',
    overrideStatus: dice.chance(0.8) ? dice.one(STATUS_CODES) : null,
    until: dice.chance(0.9) ? today + dice.whole(-2, 9) : null,
    order,
  }));
}
