import {
  NEW_WORKBENCH,
  readWorkbench,
  type WorkbenchState,
  workbenchLink,
} from '../../../src/preview/page/workbench-state.ts';

const opened = (link: string): WorkbenchState =>
  readWorkbench(decodeURIComponent(link.replace('#/explore/', '')));

test('a link has all that is chosen, whatever is typed, and brings it back', () => {
  const state: WorkbenchState = {
    person: 'stranger',
    report: 'route',
    controls: { kpi: 'Omzet / “Q1” = 100%?' },
    kind: 'pivot',
    answers: { table: 'kpis', what_if: 'a&b=+10%' },
    fields: [],
    filters: [
      [
        { fieldName: 'kpi', operator: 'EQUALS', type: 'EXCLUDE', values: ['#/x'] },
        { fieldName: 'goal', operator: 'IS_NULL', type: 'INCLUDE', values: [] },
      ],
    ],
    sort: [{ field: 'status_order', descending: true }],
  };
  expect(opened(workbenchLink(state))).toEqual(state);
  expect(workbenchLink(state)).not.toMatch(/[ "<>]/);
});

test('what was not chosen is not in it', () => {
  expect(workbenchLink(NEW_WORKBENCH)).toBe('#/explore/%7B%7D');
  expect(opened(workbenchLink({ ...NEW_WORKBENCH, kind: 'bar' }))).toEqual({
    ...NEW_WORKBENCH,
    kind: 'bar',
  });
});

test.each([null, '', '{"kind":', '[]', '3', '{"filters":"all","answers":null,"report":7}'])(
  'an address that is none begins anew: %j',
  (text) => {
    expect(readWorkbench(text)).toEqual(NEW_WORKBENCH);
  },
);

test('an address of before the or has each filter in a list of its own', () => {
  const filter = { fieldName: 'kpi', operator: 'EQUALS', type: 'INCLUDE', values: ['Omzet'] };
  expect(readWorkbench(JSON.stringify({ filters: [filter] })).filters).toEqual([[filter]]);
});
