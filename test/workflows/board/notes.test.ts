import { evaluateWorkspace } from '../../../src/core/evaluate/evaluate-workspace.ts';
import { EMPTY_RECORD } from '../../../src/core/model/record.ts';
import { tablesOf } from '../../../src/core/tables/build-table.ts';
import {
  BOARD_TABLES,
  type BoardTables,
  makeBoard,
} from '../../../src/workflows/board/make-board.ts';
import { day, readSheets, serial, sheetOf } from '../../core/intake/sheet-of-rows.ts';
import { served } from '../../support/served-table.ts';

// What people write down beside their goals, KPIs, measures, figures, events, means and days.

const TODAY = '2026-03-06';

const KPIS = [
  'KPI',
  'Goal',
  'Kind',
  'Measure',
  'Channel',
  'Start',
  'Due',
  'Target',
  'Weights',
  'Note',
];
const kpi = (name: string, channel: string, weights: string, note: string) => [
  name,
  'Growth',
  'add up to',
  'Orders',
  channel,
  ...[serial('2026-03-01'), serial('2026-03-31'), 310, weights, note],
];

type Figure = readonly [date: string, value: number, channel: string, note: string];

function shown(figures: readonly Figure[]) {
  const read = readSheets(
    [
      sheetOf('Goals', [
        ['Goal', 'Note'],
        ['Growth', '=1+1 of us'],
      ]),
      sheetOf('Measures', [
        ['Measure', 'Adds up', 'Cadence', 'Note'],
        ['Orders', 'sum', 'day', 'Without <b>returns</b>'],
      ]),
      sheetOf('KPIs', [
        KPIS,
        kpi('All', '', 'Shop days', 'Mind the refit'),
        kpi('Web', 'Web', '', ''),
      ]),
      sheetOf('Actuals', [
        ['Date', 'Measure', 'Value', 'Channel', 'Note'],
        ...figures.map(([date, value, ...rest]) => [serial(date), 'Orders', value, ...rest]),
      ]),
      sheetOf('Calendar', [
        ['Calendar', 'Date, weekday or month', 'Weight', 'Label'],
        ['Shop days', serial('2026-03-03'), 0, 'Stocktaking'],
        ['Shop days', serial('2026-03-04'), 0, 'Stocktaking'],
        ['Shop days', 'sunday', 0, 'Closed'],
      ]),
      sheetOf('Events', [
        ['Event', 'From', 'To', 'Note'],
        ['Road works', serial('2026-03-05'), '', 'says the town'],
      ]),
      sheetOf('Resources', [
        ['Resource', 'KPI or goal', 'Unit', 'Date', 'Budget', 'Used', 'Note'],
        ['Ads', 'All', 'EUR', serial('2026-03-01'), 900, '', 'Agreed in May'],
        ['Ads', 'All', 'EUR', serial('2026-03-02'), '', 40, 'Half of it prepaid'],
        ['Stands', 'All', 'EUR', serial('2026-03-02'), 70, 0, ''],
      ]),
    ],
    { today: TODAY },
  );
  const evaluation = evaluateWorkspace(read.workspace, day(TODAY), EMPTY_RECORD);
  const table = tablesOf({
    workspace: read.workspace,
    evaluation,
    issues: [],
    language: 'en',
    recalculation: null,
    history: [],
    viewDay: day(TODAY),
  });
  // SAFETY: one of each.
  const tables = Object.fromEntries(BOARD_TABLES.map((id) => [id, table(id)])) as BoardTables;
  const {
    kpi: names,
    interval_start: days,
    event_label: labels,
  } = served(table('timeline')).columns;
  const marks = (name: string) =>
    Object.fromEntries(
      labels.flatMap((label, at) =>
        names[at] === name && label !== '' && label !== null ? [[String(days[at]), label]] : [],
      ),
    );
  return { board: makeBoard(tables, 'en'), marks };
}

const FIGURES: readonly Figure[] = [
  ['2026-03-01', 0, 'Shop', 'The till was broken'],
  ['2026-03-01', 7, 'Web', ''],
  ['2026-03-02', -4, 'Web', 'Returns came in'],
  ['2026-03-03', 9, 'Web', ' '],
  ['2026-03-04', 12, 'Shop', 'Fair'],
  ['2026-03-05', 11, 'Shop', ''],
];

test('a note at a figure, a label of a date and an event with its note stand at their days', () => {
  const { marks } = shown(FIGURES);
  expect(marks('All')).toEqual({
    '20260301': 'Closed, The till was broken',
    '20260302': 'Returns came in',
    '20260303': 'Stocktaking',
    '20260304': 'Stocktaking, Fair',
    '20260305': 'Road works (says the town)',
    '20260308': 'Closed',
    '20260315': 'Closed',
    '20260322': 'Closed',
    '20260329': 'Closed',
  });
});

test('a KPI of a channel has the notes of that channel, and no labels of a calendar it does not use', () => {
  expect(shown(FIGURES).marks('Web')).toEqual({
    '20260302': 'Returns came in',
    '20260305': 'Road works (says the town)',
  });
});

test('the board shows the notes of goal, KPI and measure as they were typed, and what happened last', () => {
  const { board } = shown(FIGURES);
  const all = board.kpis.find(({ name }) => name === 'All');
  expect(board.goals[0].note).toBe('=1+1 of us');
  expect(all).toMatchObject({ note: 'Mind the refit', measureNote: 'Without <b>returns</b>' });
  expect(all?.lately).toEqual({
    day: day('2026-03-05'),
    interval: '2026-03-05',
    text: 'Road works (says the town)',
  });
  expect(all?.fuel.map(({ text }) => text)).toEqual([
    expect.stringMatching(/\. Half of it prepaid$/),
    expect.stringMatching(/\.$/),
  ]);
});

test('without any note nothing is said', () => {
  const { board, marks } = shown([['2026-03-02', 5, 'Web', '']]);
  expect(marks('Web')).toEqual({ '20260305': 'Road works (says the town)' });
  expect(board.kpis.find(({ name }) => name === 'Web')).toMatchObject({ note: '', lately: null });
});
