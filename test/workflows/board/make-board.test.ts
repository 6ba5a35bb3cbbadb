import { known, unknown } from '../../../src/core/model/quantity.ts';
import type { Action } from '../../../src/core/model/workspace.ts';
import { tablesOf } from '../../../src/core/tables/build-table.ts';
import {
  BOARD_TABLES,
  type BoardTables,
  makeBoard,
} from '../../../src/workflows/board/make-board.ts';
import {
  on,
  sampleEvaluation,
  sampleKpi,
  sampleKpiEvaluation,
  sampleWorkspace,
} from '../../support/sample-evaluation.ts';
import { action } from '../../support/workspace-builder.ts';

const TODAY = on('2026-02-15');
const own = (id: string, changes: Partial<Action>): Action =>
  action({ id, name: `Action ${id}`, kpiId: 'revenue_q1', ...changes });

/** What the board shows of Revenue Q1 and of a KPI beside it. */
function kpisOf(actions: readonly Action[], toDo: readonly string[], overdue: readonly string[]) {
  const effect = { measured: unknown('NOT_APPLICABLE'), signal: null };
  const make = tablesOf({
    workspace: sampleWorkspace({
      kpis: [sampleKpi(), sampleKpi({ id: 'other', name: 'Other', order: 1 })],
      actions,
    }),
    evaluation: sampleEvaluation({
      kpis: [sampleKpiEvaluation(), sampleKpiEvaluation({ kpiId: 'other', actual: known(0) })],
      actions: actions.map(({ id }) => ({
        actionId: id,
        effect,
        isToDo: toDo.includes(id),
        isOverdue: overdue.includes(id),
      })),
    }),
    issues: [],
    language: 'en',
    recalculation: null,
    history: [],
    viewDay: TODAY,
  });
  // SAFETY: one of each.
  const tables = Object.fromEntries(BOARD_TABLES.map((id) => [id, make(id)])) as BoardTables;
  const { kpis } = makeBoard(tables, 'en');
  return { revenue: kpis.find(({ name }) => name === 'Revenue Q1'), other: kpis[1] };
}

test('a KPI shows its newest check-in up to today, the lower row of one day, with its cause', () => {
  const check = (id: string, date: string, note: string, changes: Partial<Action> = {}) =>
    own(id, { phase: 'check', day: on(date), note, ...changes });
  const { revenue, other } = kpisOf(
    [
      check('a', '2026-02-12', 'Calm'),
      check('b', '2026-02-12', 'Storm ahead', { owner: 'Anna', cause: 'A strike', confidence: 0 }),
      check('c', '2026-02-03', 'Fine'),
      check('d', '2026-02-16', 'Of tomorrow'),
    ],
    [],
    [],
  );
  expect(revenue?.checkIn).toBe('Anna, 12 Feb, 0% sure: Storm ahead · A strike');
  expect([other.checkIn, other.openActions]).toEqual(['', []]);
});

test('a KPI shows what is still to be done, the overdue first, and nothing that is done', () => {
  const { revenue } = kpisOf(
    [own('a', { phase: 'plan' }), own('b', {}), own('c', { status: 'busy', owner: 'Bram' })],
    ['a', 'c'],
    ['c'],
  );
  expect(revenue?.openActions.map(({ name, isOverdue }) => [name, isOverdue])).toEqual([
    ['Action c', true],
    ['Action a', false],
  ]);
  expect(revenue?.openActions[0].text).toBe('Bram, 1 Feb');
});

test('without any action a board says nothing of them', () => {
  const { revenue } = kpisOf([], [], []);
  expect([revenue?.checkIn, revenue?.openActions]).toEqual(['', []]);
});
