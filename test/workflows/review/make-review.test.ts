import type { KpiEvaluation } from '../../../src/core/model/evaluation.ts';
import { known, unknown } from '../../../src/core/model/quantity.ts';
import type { Action } from '../../../src/core/model/workspace.ts';
import { tablesOf } from '../../../src/core/tables/build-table.ts';
import { BOARD_TABLES, type BoardTables } from '../../../src/workflows/board/make-board.ts';
import { makeReview } from '../../../src/workflows/review/make-review.ts';
import {
  on,
  sampleEvaluation,
  sampleGoal,
  sampleGoalEvaluation,
  sampleHistoryRow,
  sampleKpi,
  sampleKpiEvaluation,
  sampleWorkspace,
} from '../../support/sample-evaluation.ts';
import { action } from '../../support/workspace-builder.ts';

interface Held {
  readonly kpis?: readonly Partial<KpiEvaluation>[];
  readonly actions?: readonly Partial<Action>[];
  readonly toDo?: readonly string[];
}

/** The review of 15 February; KPIs are Revenue Q1, then Costs Q1, in one goal. */
function reviewOf({ kpis = [{}], actions = [], toDo = [] }: Held) {
  const names = [{}, { id: 'costs_q1', name: 'Costs Q1', order: 1 }];
  const make = tablesOf({
    workspace: sampleWorkspace({
      goals: [sampleGoal()],
      kpis: kpis.map((_, at) => sampleKpi(names[at])),
      actions: actions.map((own) => action({ kpiId: 'revenue_q1', ...own })),
    }),
    evaluation: sampleEvaluation({
      goals: [sampleGoalEvaluation()],
      kpis: kpis.map((own, at) =>
        sampleKpiEvaluation({ kpiId: at === 0 ? 'revenue_q1' : 'costs_q1', ...own }),
      ),
      actions: actions.map(({ id = 'action' }) => ({
        actionId: id,
        effect:
          id === 'fair'
            ? { measured: known(-3_200), signal: { rule: null, isFavourable: null } }
            : { measured: unknown('NOT_APPLICABLE'), signal: null },
        isToDo: toDo.includes(id),
        isOverdue: false,
      })),
    }),
    issues: [],
    language: 'en',
    recalculation: null,
    history: [
      sampleHistoryRow({ day: on('2026-02-08'), status: 'on_course' }),
      sampleHistoryRow({ day: on('2026-02-12'), status: 'off_course' }),
      sampleHistoryRow({ day: on('2026-02-13'), status: 'at_risk' }),
    ],
    viewDay: on('2026-02-15'),
  });
  // SAFETY: one of each.
  const tables = Object.fromEntries(BOARD_TABLES.map((id) => [id, make(id)])) as BoardTables;
  return makeReview(tables, 'en');
}

const decision = (id: string, day: string, changes: Partial<Action> = {}): Partial<Action> => ({
  id,
  name: `Decision ${id}`,
  phase: 'act',
  decision: 'adjust',
  day: on(day),
  ...changes,
});

describe('the period', () => {
  it('goes back to the newest decision before today; a check-in and today are no review', () => {
    const { periods, today } = reviewOf({
      actions: [
        decision('a', '2026-01-20'),
        decision('b', '2026-02-03'),
        decision('c', '2026-02-15'),
        decision('d', '2026-02-10', { phase: 'check' }),
        decision('e', '2026-02-11', { decision: null }),
      ],
    });
    expect(today).toBe(on('2026-02-15'));
    expect(periods).toEqual([
      { id: 'last', from: on('2026-02-03') },
      { id: 'month', from: on('2026-01-15') },
      { id: 'quarter', from: on('2025-11-15') },
    ]);
  });

  it('is a month where nothing was decided yet', () => {
    expect(reviewOf({}).periods.map(({ id }) => id)).toEqual(['month', 'quarter']);
  });
});

describe('what was decided', () => {
  it('says who, what was expected and what it did, below zero too, with its signal', () => {
    const [page] = reviewOf({
      actions: [
        decision('fair', '2026-01-20', {
          owner: 'Anna',
          expectedEffect: 5_000,
          effectDay: on('2026-02-01'),
        }),
      ],
    }).pages;
    expect(page.actions).toEqual([
      {
        kpi: 'Revenue Q1',
        name: 'Decision fair',
        decision: 'adjust',
        text: 'Anna, 20 Jan, expected €5,000 more, measured €3,200 less (no more than usual)',
        state: '',
        isToDo: false,
        isOverdue: false,
        day: on('2026-02-01'),
        url: expect.stringContaining('docs.google.com'),
      },
    ]);
  });

  it('comes the newest first, what lies ahead last; a check-in that decides nothing is not among it', () => {
    const [page] = reviewOf({
      actions: [
        decision('old', '2026-01-02'),
        decision('ahead', '2026-03-02'),
        decision('new', '2026-02-14', { effectDay: on('2026-04-01') }),
        decision('seen', '2026-02-14', { phase: 'check', decision: null }),
      ],
      toDo: ['ahead'],
    }).pages;
    expect(page.actions.map(({ name, day, isToDo }) => [name, day, isToDo])).toEqual([
      ['Decision new', on('2026-02-14'), false],
      ['Decision old', on('2026-01-02'), false],
      ['Decision ahead', null, true],
    ]);
  });
});

test('what changed has good news first, then the newest', () => {
  const [page] = reviewOf({}).pages;
  expect(page.changes.map(({ day, isGood }) => [day, isGood])).toEqual([
    [on('2026-02-13'), true],
    [on('2026-02-12'), false],
  ]);
});

test('a KPI has a target to change, 0 and lower is better too; a band and what is tracked have none', () => {
  const hasTarget = (own: Partial<KpiEvaluation>) =>
    reviewOf({ kpis: [own] }).pages[0].kpis[0].hasTarget;
  expect(hasTarget({ target: known(0), baseline: known(12), direction: -1 })).toBe(true);
  expect(hasTarget({ target: known(-120_000) })).toBe(true);
  expect(hasTarget({ target: unknown('NOT_APPLICABLE') })).toBe(false);
});

test('the most urgent KPI is first on its page, and a workbook without KPIs has no page', () => {
  const { pages } = reviewOf({ kpis: [{ status: 'at_risk' }, { status: 'off_course' }] });
  expect(pages.map(({ goal, kpis }) => [goal?.name, kpis.map(({ name }) => name)])).toEqual([
    ['Growth', ['Costs Q1', 'Revenue Q1']],
  ]);
  const make = tablesOf({
    workspace: sampleWorkspace({ goals: [], kpis: [] }),
    evaluation: sampleEvaluation({ goals: [], kpis: [] }),
    issues: [],
    language: 'nl',
    recalculation: null,
    history: [],
    viewDay: on('2026-02-15'),
  });
  // SAFETY: one of each.
  const tables = Object.fromEntries(BOARD_TABLES.map((id) => [id, make(id)])) as BoardTables;
  expect(makeReview(tables, 'nl').pages).toEqual([]);
});
