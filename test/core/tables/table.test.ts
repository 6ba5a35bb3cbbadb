import { columnsOf, TABLE_IDS } from '../../../src/core/tables/result-tables.ts';
import { sampleEvaluation, sampleGoal, sampleWorkspace } from '../../support/sample-evaluation.ts';
import { input, rowOf } from '../../support/sample-tables.ts';
import { servedTable } from '../../support/served-table.ts';

test.each(TABLE_IDS)('%s has every declared column, also of an empty workbook', (id) => {
  const empty = input({
    workspace: sampleWorkspace({ kpis: [], goals: [], measures: [], strategy: [] }),
    evaluation: sampleEvaluation({ kpis: [], goals: [] }),
  });
  for (const given of [input(), empty]) {
    const { columns, rowCount } = servedTable(id, given);
    expect(Object.keys(columns)).toEqual([...columnsOf(id).keys()]);
    for (const cells of Object.values(columns)) expect(cells).toHaveLength(rowCount);
  }
  expect(servedTable(id, empty).rowCount).toBe(0);
});

test('strategy counts the goals of each line', () => {
  const goals = [
    sampleGoal(),
    sampleGoal({ id: 'b', order: 1 }),
    sampleGoal({ id: 'c', strategyLineId: null }),
  ];
  expect(
    rowOf(servedTable('strategy', input({ workspace: sampleWorkspace({ goals }) }))),
  ).toMatchObject({
    line_kind: 'strategy',
    line_text: 'Closer to the rider',
    line_owner: 'Chris',
    line_goal_count: 2,
  });
});
