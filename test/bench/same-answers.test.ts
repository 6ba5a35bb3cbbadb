import { compareAnswers } from '../../bench/end-to-end/same-answers.ts';

const kpis = (...rows: unknown[][]) => ({ kpis: { fields: ['kpi', 'actual', 'target'], rows } });

test('no rows are the same as no rows', () => {
  expect(compareAnswers(kpis(), kpis())).toEqual({ cellCount: 0, differing: [], first: null });
});

test('numbers that agree to eight digits are the same, the ninth may differ', () => {
  const one = kpis(['Revenue', 1234.56789, 0], ['Complaints', -3, 1e-12]);
  const other = kpis(['Revenue', 1234.567891, 0], ['Complaints', -3, 0]);
  expect(compareAnswers(one, other)).toEqual({ cellCount: 6, differing: [], first: null });
});

test('the first difference is named by table, row, KPI and field, and all are counted', () => {
  const one = kpis(['Revenue', 1234.5, 2000], ['Complaints', -3, 0]);
  const other = kpis(['Revenue', 1234.5, 2000], ['Complaints', -3.0001, null]);
  expect(compareAnswers(one, other)).toEqual({
    cellCount: 6,
    differing: [
      ['actual', 1],
      ['target', 1],
    ],
    first: 'kpis, row 2 (Complaints), actual: -3 here, -3.0001 there',
  });
});

test('zero, missing and a text are three things', () => {
  const { differing } = compareAnswers(kpis(['a', 0, null], ['b', 7, null]), OTHERS);
  expect(differing).toEqual([
    ['target', 2],
    ['actual', 1],
  ]);
});

test('another number of rows is a difference by itself', () => {
  const { first } = compareAnswers(kpis(['Revenue', 7, 9]), kpis());
  expect(first).toBe('kpis, rows: 1 here, 0 there');
});

test('columns may stand in another order, and what only one has is not compared', () => {
  const one = { kpis: { fields: ['kpi', 'actual', 'new'], rows: [['Revenue', 7, 1]] }, more: NONE };
  const other = { kpis: { fields: ['actual', 'kpi'], rows: [[7, 'Revenue']] } };
  expect(compareAnswers(one, other)).toEqual({ cellCount: 2, differing: [], first: null });
});

const OTHERS = kpis(['a', null, ''], ['b', 7, 0]);
const NONE = { fields: [], rows: [] };
