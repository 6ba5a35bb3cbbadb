import { tell } from '../../src/core/alerts/tell.ts';
import { evaluateWorkspace } from '../../src/core/evaluate/evaluate-workspace.ts';
import type { SheetInput } from '../../src/core/intake/sheet/sheet-input.ts';
import { columnName, settingWords, tabName } from '../../src/core/language/tab-words.ts';
import { SETTING_IDS, type SettingId } from '../../src/core/layout/settings.ts';
import { type ColumnId, columnEntries } from '../../src/core/layout/sheet-layout.ts';
import { TAB_IDS, type TabId } from '../../src/core/layout/tab-layout.ts';
import { EMPTY_RECORD } from '../../src/core/model/record.ts';
import { tablesOf } from '../../src/core/tables/build-table.ts';
import { prepareResults } from '../../src/core/tables/prepare-results.ts';
import { TABLE_IDS } from '../../src/core/tables/result-tables.ts';
import { day, readSheets, serial } from '../core/intake/sheet-of-rows.ts';
import { sampleHistoryRow } from '../support/sample-evaluation.ts';
import { served } from '../support/served-table.ts';

const TODAY = '2026-05-15';

type Row<Tab extends TabId> = { readonly [Column in ColumnId<Tab>]?: unknown };
type Workbook = { readonly [Tab in TabId]: readonly Row<Tab>[] };
type Settings = Readonly<Partial<Record<SettingId, unknown>>>;

const months = ['01', '02', '03', '04'];
const monthly = (measure: string, values: readonly number[], more: Row<'actuals'> = {}) =>
  values.map(
    (value, at): Row<'actuals'> => ({ date: `2026-${months[at]}`, measure, value, ...more }),
  );

// The day of the proof is a Friday.
const SETTINGS: Settings = { currency: 'EUR', language: 'English', digest_on: 'friday' };

/** A workbook in which every column makes a difference. */
const WORKBOOK: Workbook = {
  settings: [],
  strategy: [{ kind: 'vision', text: 'Closer to the rider', owner: 'Chris', id: 'rider' }],
  goals: [
    {
      name: 'Growth',
      success_when: 'Everybody rides',
      strategy_line: 'rider',
      start: serial('2026-01-01'),
      due: serial('2026-12-31'),
      owner: 'Anna',
      id: 'growth',
    },
    { name: 'Service', parent_goal: 'growth', weight: 2, status_rule: 'weighted', id: 'service' },
    { name: 'Reach', parent_goal: 'growth', weight: 1, id: 'reach' },
  ],
  measures: [
    {
      name: 'Revenue',
      unit: 'EUR',
      adds_up: 'sum',
      cadence: 'month',
      data_lag: 0,
      decimals: 0,
      missing: 'missing',
      id: 'revenue',
    },
    { name: 'Orders', adds_up: 'sum', cadence: 'month', id: 'orders' },
    { name: 'Order value', formula: 'revenue / orders', cadence: 'month', id: 'aov' },
    { name: 'Stock', adds_up: 'last', cadence: 'month', adds_up_over_channels: 'yes', id: 'stock' },
    {
      name: 'Complaints',
      adds_up: 'last',
      cadence: 'month',
      better_when: 'lower',
      id: 'complaints',
    },
    { name: 'Old', adds_up: 'sum', cadence: 'month', grace: 400, id: 'old' },
    {
      name: 'Rides',
      adds_up: 'sum',
      cadence: 'month',
      source_tab: 'Export',
      date_column: 'When',
      value_column: 'Rides',
      channel_column: 'Line',
      filter: 'State = paid',
      id: 'rides',
    },
  ],
  kpis: [
    {
      name: 'Revenue 2026',
      goal: 'growth',
      kind: 'add up to',
      measure: 'revenue',
      start: serial('2026-01-01'),
      due: serial('2026-12-31'),
      last_time: 1000,
      target: 1200,
      owner: 'Anna',
      weight: 1,
      critical: 'no',
      leading: 'no',
      stage: 'buy',
      state: 'active',
      plan_shape: 'straight',
      weights: 'Working days',
      forecast_method: 'run rate',
      on_course_from: 0.9,
      id: 'revenue_2026',
    },
    {
      name: 'Stock',
      goal: 'service',
      kind: 'keep between',
      measure: 'stock',
      start: serial('2026-01-01'),
      due: serial('2026-12-31'),
      low: 40,
      high: 56,
      tolerance: 5,
      weight: 1,
      owner: 'Bob',
      id: 'stock_range',
    },
    {
      name: 'Order value 2026',
      goal: 'reach',
      kind: 'keep at least',
      measure: 'aov',
      start: serial('2026-01-01'),
      due: serial('2026-03-31'),
      target: 2,
      closed_rule: 'every',
      id: 'order_value_2026',
    },
    {
      name: 'Complaints',
      weight: 9,
      owner: 'anna@example.org',
      goal: 'service',
      kind: 'bring down to',
      measure: 'complaints',
      start: serial('2026-01-01'),
      due: serial('2026-06-30'),
      last_time: 12,
      target: 0,
      scale: 10,
      reached: 'hold',
      id: 'complaints_2026',
    },
    {
      name: 'Orders grown',
      goal: 'reach',
      kind: 'add up to',
      measure: 'orders',
      channel: 'Web',
      start: serial('2026-01-01'),
      due: serial('2026-12-31'),
      last_time: 300,
      growth: 0.1,
      forecast_method: 'recent',
      follows: '',
      id: 'orders_grown',
    },
    {
      name: 'Rides',
      kind: 'just track',
      measure: 'rides',
      id: 'rides_tracked',
    },
    {
      name: 'Permit',
      kind: 'done by',
      start: serial('2026-01-01'),
      due: serial('2026-05-18'),
      warn_days: 5,
      id: 'permit',
    },
    {
      name: 'Spring',
      kind: 'add up to',
      measure: 'orders',
      start: serial('2026-04-01'),
      due: serial('2026-07-31'),
      target: 200,
      id: 'spring',
    },
    {
      name: 'Summer',
      kind: 'add up to',
      measure: 'orders',
      start: serial('2026-04-01'),
      due: serial('2026-12-31'),
      target: 500,
      id: 'summer',
    },
    {
      name: 'Old',
      kind: 'just track',
      measure: 'old',
      start: serial('2025-01-01'),
      due: serial('2026-12-31'),
      id: 'old_tracked',
    },
  ],
  targets: [{ kpi: 'spring', period: '2026-04', target: 40 }],
  milestones: [
    { stop: 'Half way', kpi: 'revenue_2026', date: serial('2026-05-18'), value: 450 },
    {
      stop: 'Opening',
      kpi: 'revenue_2026',
      date: serial('2026-03-31'),
      done_on: serial('2026-04-02'),
    },
  ],
  actuals: [
    ...monthly('Revenue', [90, 80, 100, 90]),
    ...monthly('Orders', [30, 40, 50, 45], { channel: 'Web' }),
    ...monthly('Orders', [3, 4, 5, 6], { channel: 'Shop' }),
    ...monthly('Stock', [45, 50, 55, 58]),
    ...monthly('Complaints', [10, 8, 0, 1]),
    { date: serial('2025-03-01'), measure: 'Old', value: 7 },
    { date: '2026-04', measure: 'Stock', value: 58, recorded_at: serial('2026-05-02') },
    { date: '2026-04', measure: 'Stock', value: 57, recorded_at: serial('2026-05-01') },
  ],
  target_changes: [
    { kpi: 'revenue_2026', effective_from: serial('2026-04-01'), target: 1300, rebase: 'no' },
  ],
  resources: [
    {
      resource: 'Ads',
      subject: 'revenue_2026',
      channel: '',
      unit: 'EUR',
      date: serial('2026-04-30'),
      budget: 900,
      used: 300,
    },
  ],
  actions: [
    {
      name: 'Believe it',
      kpi: 'stock_range',
      phase: 'act',
      date: serial('2026-05-01'),
      owner: 'Bob',
      cause: '',
      status: 'at risk',
      until: serial('2026-06-30'),
      id: 'believe_it',
    },
  ],
  events: [
    {
      name: 'Road works',
      from: serial('2026-07-01'),
      to: serial('2026-07-31'),
      subject: 'revenue_2026',
      channel: '',
      expected_effect: -0.2,
    },
  ],
  calendar: [
    ...['saturday', 'sunday'].map((key) => ({ calendar: 'Working days', key, weight: 0 })),
    { calendar: 'Working days', key: serial('2026-04-06'), weight: 0 },
  ],
  periods: [],
  people: [{ name: 'Anna', email: 'anna@example.org', team: 'Sales', digest: 'mine' }],
};

const QUARTERS: readonly Row<'periods'>[] = months.map((month, at) => ({
  label: `P${at + 1}`,
  start: serial(`2026-${month}-01`),
  end: serial(`2026-${months[at + 1] ?? '05'}-01`) - 1,
  year: 2026,
}));

/** Another cell in a row; `within`, in a workbook that is another one before and after. */
interface Change {
  readonly row?: number;
  readonly to: unknown;
  readonly within?: Partial<Workbook>;
}

const kpi = (name: string): number => WORKBOOK.kpis.findIndex((row) => row.name === name);
const measure = (name: string): number => WORKBOOK.measures.findIndex((row) => row.name === name);

const CHANGES: { readonly [Tab in TabId]: { readonly [Column in ColumnId<Tab>]: Change } } = {
  settings: {
    setting: { to: 'Organisation', within: { settings: [{ setting: 'Currency', value: 'USD' }] } },
    value: { to: 'USD', within: { settings: [{ setting: 'Currency', value: 'EUR' }] } },
  },
  strategy: {
    kind: { to: 'mission' },
    text: { to: 'Further from the car' },
    owner: { to: 'Dora' },
    id: { to: 'driver' },
  },
  goals: {
    name: { to: 'More' },
    success_when: { to: 'Nobody drives' },
    strategy_line: { to: '' },
    parent_goal: { row: 1, to: '' },
    start: { to: serial('2026-02-01') },
    due: { to: serial('2026-11-30') },
    outcome_kpi: { to: 'revenue_2026' },
    weight: { row: 1, to: 5 },
    status_rule: { row: 1, to: 'worst' },
    owner: { to: 'Dora' },
    note: { to: 'Mind the summer' },
    id: { to: 'more' },
  },
  measures: {
    name: { row: measure('Stock'), to: 'Supply' },
    unit: { to: 'USD' },
    adds_up: { to: 'mean' },
    formula: { row: measure('Order value'), to: 'orders / revenue' },
    cadence: { to: 'quarter' },
    better_when: { row: measure('Complaints'), to: 'higher' },
    decimals: { to: 2 },
    missing: { row: measure('Old'), to: 'zero' },
    window: { to: '3 months' },
    lowest: { row: measure('Complaints'), to: 12 },
    highest: { row: measure('Stock'), to: 47 },
    data_lag: { to: 60 },
    grace: { row: measure('Old'), to: 1 },
    number_style: { row: measure('Rides'), to: 'decimal comma' },
    adds_up_over_channels: { row: measure('Orders'), to: 'no' },
    source_spreadsheet: { row: measure('Rides'), to: 'elsewhere' },
    source_tab: { row: measure('Rides'), to: 'Import' },
    date_column: { row: measure('Rides'), to: 'Paid on' },
    value_column: { row: measure('Rides'), to: 'Euros' },
    channel_column: { row: measure('Rides'), to: '' },
    filter: { row: measure('Rides'), to: 'State = open' },
    how: { to: 'Counted by hand' },
    note: { to: 'Without tax' },
    id: { row: measure('Order value'), to: 'order_value' },
  },
  kpis: {
    name: { to: 'Sales 2026' },
    goal: { to: 'service' },
    kind: { to: 'spend no more than' },
    measure: { to: 'orders' },
    channel: { row: kpi('Orders grown'), to: 'Shop' },
    start: { to: serial('2026-02-01') },
    due: { to: serial('2026-11-30') },
    last_time: { to: 900 },
    target: { to: 1500 },
    growth: { row: kpi('Orders grown'), to: 0.2 },
    owner: { to: 'Dora' },
    note: { to: 'Mind the shop refit' },
    every: { to: 'month' },
    stops_are: { to: 'per period' },
    low: { row: kpi('Stock'), to: 57 },
    high: { row: kpi('Stock'), to: 58 },
    tolerance: { row: kpi('Stock'), to: 1 },
    weight: { to: 3 },
    critical: { to: 'yes' },
    leading: { to: 'yes' },
    stage: { to: 'try' },
    contribution: { to: 'It brings in what the rest needs' },
    state: { to: 'paused' },
    plan_shape: { to: 'step' },
    weights: { to: 'every day' },
    reached: { row: kpi('Complaints'), to: 'touch' },
    closed_rule: { row: kpi('Order value 2026'), to: 'whole period' },
    forecast_method: { to: 'as planned' },
    on_course_from: { to: 0.82 },
    at_risk_from: { to: 0.89 },
    warn_days: { row: kpi('Permit'), to: 1 },
    scale: { row: kpi('Complaints'), to: 20 },
    follows: { row: kpi('Orders grown'), to: 'revenue_2026' },
    id: { to: 'sales_2026' },
  },
  targets: {
    kpi: { to: 'orders_grown' },
    period: { to: '2026-05' },
    target: { to: 60 },
  },
  milestones: {
    stop: { to: 'Middle' },
    kpi: { to: 'orders_grown' },
    date: { to: serial('2026-06-18') },
    value: { to: 600 },
    done_on: { row: 1, to: serial('2026-03-30') },
  },
  actuals: {
    date: { to: '2026-05' },
    measure: { to: 'Orders' },
    value: { to: 200 },
    channel: { row: 4, to: 'Shop' },
    note: { to: 'A strike' },
    recorded_at: { row: WORKBOOK.actuals.length - 1, to: serial('2026-05-03') },
  },
  target_changes: {
    kpi: { to: 'orders_grown' },
    effective_from: { to: serial('2026-03-01') },
    target: { to: 1400 },
    rebase: { to: 'yes' },
    author: { to: 'Dora' },
    reason: { to: 'A new shop' },
  },
  resources: {
    resource: { to: 'Fair' },
    subject: { to: 'growth' },
    channel: { to: 'Web' },
    unit: { to: 'hours' },
    date: { to: serial('2026-06-30') },
    budget: { to: 800 },
    used: { to: 400 },
    note: { to: 'Agreed in May' },
  },
  actions: {
    name: { to: 'Doubt it' },
    kpi: { to: 'revenue_2026' },
    phase: { to: 'do' },
    date: { to: serial('2026-05-20') },
    owner: { to: 'Dora' },
    channel: { to: 'Web' },
    resource: { to: 'Ads' },
    expected_effect: { to: 5 },
    effect_date: { to: serial('2026-06-01') },
    cause: { to: 'The refit' },
    confidence: { to: 0.5 },
    decision: { to: 'keep' },
    status: { to: 'off course' },
    until: { to: serial('2026-07-31') },
    note: { to: 'Agreed with Anna' },
    id: { to: 'doubt_it' },
  },
  events: {
    name: { to: 'Heat' },
    from: { to: serial('2026-06-15') },
    to: { to: serial('2026-08-15') },
    subject: { to: 'orders_grown' },
    channel: { to: 'Web' },
    expected_effect: { to: 0.3 },
    note: { to: 'Says the town' },
  },
  calendar: {
    calendar: { to: 'Other days' },
    key: { to: 'friday' },
    weight: { to: 3 },
    label: { row: 2, to: 'Market day' },
  },
  periods: {
    label: { to: 'Start', within: { periods: QUARTERS } },
    start: { to: serial('2026-01-08'), within: { periods: QUARTERS } },
    end: { to: serial('2026-01-24'), within: { periods: QUARTERS } },
    year: { to: 2025, within: { periods: QUARTERS } },
  },
  people: {
    name: { to: 'Dora' },
    email: { to: 'dora@example.org' },
    team: { to: 'Shops' },
    digest: { to: 'all' },
    language: { to: 'Dutch' },
  },
};

const OTHER_SETTINGS: Readonly<Record<SettingId, unknown>> = {
  organisation: 'Riders',
  language: 'Dutch',
  currency: 'USD',
  fiscal_start_month: 'July',
  today: serial('2026-04-15'),
  compare_with_days: 30,
  on_course_from: 0.99,
  at_risk_from: 0.89,
  too_early_below: 0.01,
  recent_speed_window: 100,
  digest_on: 'monday',
  digest_hour: 17,
  report_template: 'https://example.org/template',
  report_link: 'https://example.org/report',
  board_link: 'https://example.org/board',
};

const EXPORT: SheetInput = {
  name: 'Export',
  columns: [
    ['When', serial('2026-01-20'), serial('2026-02-20'), serial('2026-03-20')],
    ['Paid on', serial('2026-02-20'), serial('2026-03-20'), serial('2026-04-20')],
    ['Rides', 5, '7.5', 9],
    ['Euros', 50, 70, 90],
    ['Line', 'A', 'B', 'A'],
    ['State', 'paid', 'paid', 'open'],
  ],
};

function sheetsOf(workbook: Workbook, settings: Settings): SheetInput[] {
  const typed = Object.entries(settings).map(([id, value]) => ({
    // SAFETY: the keys of a record by SettingId.
    setting: settingWords(id as SettingId, 'en').names[0],
    value,
  }));
  const tabs = TAB_IDS.map((tab): SheetInput => {
    const rows: readonly Readonly<Record<string, unknown>>[] =
      tab === 'settings' ? [...typed, ...workbook.settings] : workbook[tab];
    const columns = columnEntries(tab).map(([id]) => [
      columnName(tab, id, 'en'),
      ...rows.map((row) => row[id] ?? ''),
    ]);
    return { name: tabName(tab, 'en'), columns };
  });
  return [...tabs, EXPORT];
}

const HISTORY = [
  sampleHistoryRow({ day: day(TODAY) - 30, progress: 0.2 }),
  sampleHistoryRow({ day: day(TODAY) - 7, progress: 0.3 }),
];

/** Everything that a report, the connector, a tab of Koers or a message could show of the workbook. */
function shown(workbook: Workbook, settings: Settings = SETTINGS): string {
  const read = readSheets(sheetsOf(workbook, settings), { today: TODAY });
  const today = read.workspace.settings.today ?? day(TODAY);
  const history = HISTORY.map((row) => ({ ...row, kpiId: 'revenue_2026' }));
  const record = { ...EMPTY_RECORD, history };
  const evaluation = evaluateWorkspace(read.workspace, today, record);
  const input = {
    workspace: read.workspace,
    evaluation,
    issues: [...read.issues, ...evaluation.issues],
    language: read.workspace.settings.language,
    recalculation: null,
    history,
    viewDay: today,
  };
  const table = tablesOf(input);
  const morning = { day: day(TODAY), secondsOfDay: 9 * 3600 };
  const { letters } = tell(
    { kpis: {}, digestDay: null },
    evaluation,
    read.workspace,
    { isMailOn: true, chats: [], now: morning, isLastOfDay: false },
    (language) => prepareResults({ ...input, language }),
  );
  const tables = TABLE_IDS.filter((id) => id !== 'checks');
  // Where the menu leads to.
  const { reportLink, reportTemplate } = read.workspace.settings;
  return JSON.stringify([
    reportLink,
    reportTemplate,
    letters,
    ...tables.map((id) => served(table(id))),
  ]);
}

const changed = (workbook: Workbook, tab: TabId, column: string, { row = 0, to }: Change) => ({
  ...workbook,
  [tab]: workbook[tab].map((cells, at) => (at === row ? { ...cells, [column]: to } : cells)),
});

const base = shown(WORKBOOK);

describe.each(TAB_IDS)('%s', (tab) => {
  test.each(columnEntries(tab).map(([id]) => id))('%s', (column) => {
    const change = (CHANGES[tab] as Readonly<Record<string, Change>>)[column];
    const workbook = { ...WORKBOOK, ...change.within };
    const before = change.within === undefined ? base : shown(workbook);
    const isRead = shown(changed(workbook, tab, column, change)) !== before;
    expect(isRead).toBe(true);
  });
});

test.each(SETTING_IDS)('the setting %s', (id) => {
  const isRead = shown(WORKBOOK, { ...SETTINGS, [id]: OTHER_SETTINGS[id] }) !== base;
  expect(isRead).toBe(true);
});

test('the workbook itself has nothing wrong', () => {
  const read = readSheets(sheetsOf(WORKBOOK, SETTINGS), { today: TODAY });
  expect(read.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
});
