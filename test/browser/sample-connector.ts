// A connector with a few hand-written rows per table, so that each part of the page can be seen
// on its own. The numbers are arbitrary and distinct.
import type { SchemaField } from '../../src/preview/data-studio/contract.ts';
import type { FakeRow } from '../preview/data-studio/fake-connector.ts';
import { answerRows, callOf, dimension, metric } from '../preview/data-studio/fake-connector.ts';

const LABELS: Readonly<Record<string, readonly [string, string, string]>> = {
  on_course: ['On course', 'Op koers', '●'],
  at_risk: ['At risk', 'Bijsturen', '▲'],
  off_course: ['Off course', 'Uit koers', '◆'],
  achieved: ['Achieved', 'Bereikt', '✔'],
  no_data: ['No data', 'Geen gegevens', '○'],
  stale: ['Stale', 'Verouderd', '○'],
  reached_early: ['Reached early', 'Eerder bereikt', '✔'],
  reached_late: ['Reached late', 'Laat bereikt', '✔'],
  expected_late: ['Expected late', 'Later verwacht', '◆'],
  expected_on_time: ['Expected on time', 'Op tijd verwacht', '●'],
  overdue: ['Overdue', 'Te laat', '◆'],
};

const STAMPS = {
  organisation: 'De Theekast',
  view_date: '20260215',
  recalculated_text: 'Recalculated 15 Feb 2026 06:00',
};

interface KpiFacts {
  readonly id: string;
  readonly kpi: string;
  readonly goal: string;
  readonly status: string;
  readonly unit: string;
  readonly numbers: readonly [number | null, number, number | null, number];
  readonly texts: readonly [string, string, string, string];
  readonly meter: number | null;
  readonly daysLate: number | null;
  readonly explanation: string;
  readonly fuel?: number;
  readonly probability?: number;
}

const KPIS: readonly KpiFacts[] = [
  {
    id: 'omzet_q1',
    kpi: 'Omzet Q1',
    goal: 'q1',
    status: 'at_risk',
    unit: 'EUR',
    numbers: [90_000, 200_000, 100_000, 0],
    texts: ['€90,000', '€200,000', '€100,000', '€180,000'],
    meter: 0.9,
    daysLate: 10,
    explanation:
      'Judged to 14 Feb: €90,000 of €100,000 planned (90%). Arrival 10 Apr at the average pace so far, 10 days late. Needed: €17,100 a week, now €14,000.',
    fuel: 0.55,
    probability: 0.31,
  },
  {
    id: 'bezoekers',
    kpi: 'Bezoekers',
    goal: 'q1',
    status: 'on_course',
    unit: 'number',
    numbers: [64_200, 130_000, 63_000, 0],
    texts: ['64,200', '130,000', '63,000', '132,500'],
    meter: 0.97,
    daysLate: -2,
    explanation:
      'Judged to 14 Feb: 64,200 of 63,000 planned (102%). Arrival 29 Mar at the average pace so far, 2 days early.',
  },
  {
    id: 'conversie',
    kpi: 'Conversie',
    goal: 'q1',
    status: 'off_course',
    unit: 'percent',
    numbers: [2.1, 2.7, 2.55, 2.4],
    texts: ['2.1%', '2.7%', '2.55%', '2.1%'],
    meter: 0.41,
    daysLate: null,
    explanation: 'Judged to 14 Feb: 2.1% where 2.55% was planned. At this pace it will not arrive.',
  },
  {
    id: 'cpa',
    kpi: 'Kosten per nieuwe klant',
    goal: 'ads',
    status: 'achieved',
    unit: 'EUR',
    numbers: [17.4, 18, 19.1, 21.5],
    texts: ['€17.40', '€18.00', '€19.10', '€17.10'],
    meter: 1.24,
    daysLate: 0,
    explanation: 'Judged to 31 Jan: €17.40, below the €18.00 asked.',
  },
  {
    id: 'retour',
    kpi: 'Retouren',
    goal: 'ads',
    status: 'no_data',
    unit: 'percent',
    numbers: [null, 5, null, 7],
    texts: ['', '5%', '', ''],
    meter: null,
    daysLate: null,
    explanation: 'No value has been measured yet.',
  },
  {
    id: 'omzet_3j',
    kpi: 'Omzet 2025–2027',
    goal: 'route',
    status: 'on_course',
    unit: 'EUR',
    numbers: [951_300, 2_700_000, 940_000, 0],
    texts: ['€951,300', '€2,700,000', '€940,000', '€2,732,000'],
    meter: 1.02,
    daysLate: -12,
    explanation: 'Judged to 14 Feb: €951,300 of €940,000 planned (101%).',
  },
];

interface GoalFacts {
  readonly goal: string;
  readonly success: string;
  readonly dates: readonly [string, string];
  readonly years: number;
  readonly status: string;
  readonly progress: number;
  readonly count: number;
}

const GOALS: Readonly<Record<string, GoalFacts>> = {
  route: {
    goal: 'Dé theewinkel van Nederland in 2027',
    success: '2,7 miljoen euro omzet uit 1,8 miljoen bezoeken',
    dates: ['20250101', '20271231'],
    years: 3,
    status: 'on_course',
    progress: 0.35,
    count: 1,
  },
  q1: {
    goal: 'Eerste kwartaal: 10% meer omzet',
    success: 'Januari tot en met maart brengt 10% meer omzet dan een jaar eerder',
    dates: ['20260101', '20260331'],
    years: 0.25,
    status: 'at_risk',
    progress: 0.45,
    count: 3,
  },
  ads: {
    goal: 'Slim adverteren',
    success: 'Een nieuwe klant kost weer minder dan € 18',
    dates: ['20260101', '20261231'],
    years: 1,
    status: 'on_course',
    progress: 0.9,
    count: 2,
  },
};

const STOPS: readonly (readonly [string, string, string, string, number, string, number | null])[] =
  [
    ['omzet_3j', '2025: de basis', '20251231', 'reached_early', 820_000, '€820,000', -6],
    [
      'omzet_3j',
      '2026: landelijk bekend',
      '20261231',
      'expected_on_time',
      1_700_000,
      '€1,700,000',
      0,
    ],
    [
      'omzet_3j',
      '2027: dé theewinkel',
      '20271231',
      'expected_on_time',
      2_700_000,
      '€2,700,000',
      -12,
    ],
    ['omzet_q1', 'Januari', '20260131', 'reached_late', 62_000, '€62,000', 3],
    ['omzet_q1', 'Februari', '20260228', 'expected_late', 128_000, '€128,000', 8],
    ['omzet_q1', 'Kwartaal', '20260331', 'expected_late', 200_000, '€200,000', 10],
  ];

const statusOf = (prefix: string, status: string, language: number): FakeRow => ({
  [`${prefix}status`]: status,
  [`${prefix}status_label`]: LABELS[status]?.[language] ?? status,
  [`${prefix}status_symbol`]: LABELS[status]?.[2] ?? '',
});

const goalOf = (id: string): GoalFacts => GOALS[id] ?? fail(`no goal ${id}`);
const kpiOf = (id: string): KpiFacts => KPIS.find((kpi) => kpi.id === id) ?? fail(`no KPI ${id}`);

function fail(reason: string): never {
  throw new Error(reason);
}

function kpiRow(kpi: KpiFacts, at: number, language: number): FakeRow {
  const [actual, target, plan, baseline] = kpi.numbers;
  const [start, due] = goalOf(kpi.goal).dates;
  const good = { on_course: 'on_course_count', achieved: 'achieved_count' }[kpi.status] ?? 'other';
  return {
    ...STAMPS,
    ...statusOf('', kpi.status, language),
    kpi_key: kpi.id,
    kpi: kpi.kpi,
    kpi_order: at,
    goal_id: kpi.goal,
    goal: goalOf(kpi.goal).goal,
    goal_order: Object.keys(GOALS).indexOf(kpi.goal),
    unit: kpi.unit,
    unit_label: kpi.unit === 'EUR' ? '€' : '',
    kpi_type: 'reach',
    start_date: start,
    due_date: due,
    eta_date: kpi.daysLate === null ? null : '20260410',
    explanation: kpi.explanation,
    actual_text: kpi.texts[0],
    target_text: kpi.texts[1],
    plan_text: kpi.texts[2],
    forecast_text: kpi.texts[3],
    actual,
    target,
    plan,
    baseline,
    progress: actual === null ? null : (actual - baseline) / (target - baseline),
    meter: kpi.meter,
    days_late: kpi.daysLate,
    fuel_index: kpi.fuel ?? null,
    probability: kpi.probability ?? null,
    status_order: Object.keys(LABELS).indexOf(kpi.status),
    kpi_count: 1,
    judged_count: kpi.meter === null ? 0 : 1,
    [good]: 1,
  };
}

const dayText = (start: number, days: number): string =>
  new Date(start + days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');

/** Thirteen weeks of the first quarter, seven of them behind us. */
function timelineRows(): FakeRow[] {
  const start = Date.UTC(2026, 0, 1);
  return KPIS.filter((kpi) => kpi.numbers[0] !== null).flatMap((kpi) => {
    const [actual, target, , baseline] = kpi.numbers;
    const shape = [0, 0.1, 0.17, 0.31, 0.38, 0.61, 0.72, 1];
    return Array.from({ length: 13 }, (_, week): FakeRow => {
      const share = (week + 1) / 13;
      const now = shape[week + 1];
      const value =
        now === undefined || actual === null ? null : baseline + (actual - baseline) * now;
      const ahead = week - 6;
      const forecast =
        week < 6 || actual === null ? null : actual + ((actual - baseline) / 7) * ahead * 1.02;
      const spread = ((target - baseline) / 60) * Math.sqrt(Math.max(0, ahead)) * 2;
      return {
        kpi_key: kpi.id,
        interval_end: dayText(start, Math.min(89, week * 7 + 6)),
        interval_label: `week ${week + 1}`,
        event_label: null,
        is_partial: week === 6,
        is_future: week > 6,
        actual: value === null ? null : value / (week + 1),
        actual_to_date: value,
        plan: (target - baseline) / 13,
        plan_to_date: baseline + (target - baseline) * share,
        target,
        forecast_to_date: forecast,
        forecast_low: forecast === null ? null : forecast - spread,
        forecast_high: forecast === null ? null : forecast + spread,
      };
    });
  });
}

const milestoneRows = (language: number): FakeRow[] =>
  STOPS.map(([id, stop, date, status, value, text, late], at) => ({
    ...statusOf('milestone_', status, language),
    kpi_key: id,
    kpi: kpiOf(id).kpi,
    goal_id: kpiOf(id).goal,
    goal: goalOf(kpiOf(id).goal).goal,
    stop_id: `stop_${at}`,
    stop,
    milestone: stop,
    milestone_date: date,
    milestone_eta_date: status.startsWith('expected') ? date : null,
    milestone_reached_date: status.startsWith('reached') ? date : null,
    milestone_value_text: text,
    is_next: at === 1 || at === 4,
    milestone_value: value,
    milestone_days_late: late,
    milestone_status_order: at,
  }));

const goalRows = (language: number): FakeRow[] =>
  Object.entries(GOALS).map(([id, goal], at) => ({
    ...STAMPS,
    ...statusOf('goal_', goal.status, language),
    goal_id: id,
    goal: goal.goal,
    goal_order: at,
    success_when: goal.success,
    goal_start_date: goal.dates[0],
    goal_due_date: goal.dates[1],
    outcome_kpi: id === 'q1' ? 'Omzet Q1' : id === 'route' ? 'Omzet 2025–2027' : null,
    next_stop: id === 'q1' ? 'Februari' : null,
    next_stop_date: id === 'q1' ? '20260228' : null,
    next_stop_status_label: id === 'q1' ? (LABELS.expected_late?.[language] ?? '') : null,
    goal_explanation: id === 'q1' ? 'Omzet Q1 decides: 90% of what was planned by now.' : null,
    goal_progress: goal.progress,
    horizon_years: goal.years,
    goal_kpi_count: goal.count,
  }));

const STRATEGY: readonly FakeRow[] = [
  ['mission', 'Iedereen een goede kop thee gunnen, eerlijk verbouwd en vers gemengd.'],
  ['vision', 'In 2027 denkt wie losse thee zoekt het eerst aan De Theekast.'],
  ['strategy', 'Groeien op eigen kracht: meer bezoekers die kopen, klanten die terugkomen.'],
  ['choice', 'Zichtbaar zijn op het moment dat iemand thee zoekt.'],
].map(([line_kind = '', line_text = ''], at) => ({
  line_id: `line_${at}`,
  line_kind,
  line_text,
  line_order: at,
  line_owner: 'Sanne',
}));

const CHECKS: readonly FakeRow[] = [
  ['error', "KPI's", 'I7', 'Streefwaarde is tekst: "veel".', 'Typ een getal.', 1],
  ['warning', 'Realisatie', 'C112', '2,4 bij een percentage is 240%.', 'Typ 2,4% of 0,024.', 2],
].map(([severity, tab, cell, text, fix, order]) => ({
  finding_severity: severity ?? '',
  finding_code: `F_${order}`,
  finding_text: text ?? '',
  fix_text: fix ?? '',
  tab: tab ?? '',
  cell: cell ?? '',
  finding_order: order ?? 0,
}));

function rowsOf(table: string, language: number): readonly FakeRow[] {
  if (table === 'kpis') return KPIS.map((kpi, at) => kpiRow(kpi, at, language));
  if (table === 'timeline') return timelineRows();
  if (table === 'milestones') return milestoneRows(language);
  if (table === 'goals') return goalRows(language);
  return table === 'strategy' ? STRATEGY : CHECKS;
}

/** Fields by what their values are: text, a day, a yes or no, a number. */
function fieldsOf(rows: readonly FakeRow[]): SchemaField[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return names.map((name, at) => {
    const value = rows.map((row) => row[name]).find((one) => one !== null && one !== undefined);
    if (/^(kpi|goal|line)_order$|^horizon_years$/.test(name)) {
      return dimension(name, 'NUMBER', { dataType: 'NUMBER' });
    }
    if (typeof value === 'number') return metric(name, 'SUM', { isDefault: false });
    if (typeof value === 'boolean') return dimension(name, 'BOOLEAN', { dataType: 'BOOLEAN' });
    return dimension(
      name,
      name.endsWith('_date') || name === 'interval_end' ? 'YEAR_MONTH_DAY' : 'TEXT',
      {
        isDefault: at === 0,
      },
    );
  });
}

interface SampleRequest {
  readonly configParams?: Readonly<Record<string, string>>;
  readonly fields: readonly { readonly name: string; readonly forFilterOnly?: boolean }[];
}

const TABLES = ['kpis', 'timeline', 'milestones', 'goals', 'strategy', 'checks'];

const chosenRows = ({ configParams = {} }: SampleRequest): readonly FakeRow[] =>
  rowsOf(configParams.table ?? 'kpis', configParams.language === 'nl' ? 1 : 0);

export const sampleConnector = callOf({
  getAuthType: () => ({ type: 'NONE' }),
  isAdminUser: () => true,
  getConfig: () => ({
    configParams: [
      { type: 'INFO', name: 'about', text: 'Koers serves one result table per data source.' },
      {
        type: 'TEXTINPUT',
        name: 'workbook',
        displayName: 'Workbook',
        helpText: 'Blank: the one of the script.',
      },
      {
        type: 'SELECT_SINGLE',
        name: 'table',
        displayName: 'Table',
        isDynamic: true,
        options: TABLES.map((value) => ({ label: value, value })),
      },
      {
        type: 'SELECT_SINGLE',
        name: 'language',
        displayName: 'Language',
        options: [
          { label: 'English', value: 'en' },
          { label: 'Nederlands', value: 'nl' },
        ],
      },
      { type: 'CHECKBOX', name: 'fresh', displayName: 'Always fresh' },
    ],
  }),
  getSchema: (request: SampleRequest) => ({ schema: fieldsOf(chosenRows(request)) }),
  getData: (request: SampleRequest) => {
    const rows = chosenRows(request);
    return answerRows(fieldsOf(rows), rows, request);
  },
});
