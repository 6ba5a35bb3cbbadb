import { type Day, dayFromIsoDate } from '../../src/core/model/calendar-date.ts';
import type { Goal } from '../../src/core/model/goal.ts';
import type { Kpi } from '../../src/core/model/kpi.ts';
import type { Measure } from '../../src/core/model/measure.ts';
import { type Measurements, NOTHING_UNREADABLE } from '../../src/core/model/measurements.ts';
import type { Milestone } from '../../src/core/model/milestone.ts';
import { CADENCES, type RegularCadence } from '../../src/core/model/period.ts';
import type { Action, Settings, Workspace } from '../../src/core/model/workspace.ts';

/** The day of 2026-02-14; a test with a wrong date must not run on. */
export function day(text: string): Day {
  const found = dayFromIsoDate(text);
  if (found === null) throw new Error(`not a date: ${text}`);
  return found;
}

export const SETTINGS: Settings = {
  organisation: 'Test',
  language: 'en',
  currency: 'EUR',
  fiscalStartMonth: 1,
  today: null,
  compareWithDays: 7,
  onCourseFrom: 0.95,
  atRiskFrom: 0.8,
  tooEarlyBelow: 0.15,
  recentSpeedWindowDays: 28,
  digestOn: 'off',
  digestHour: 8,
  reportTemplate: '',
  reportLink: '',
  boardLink: '',
};

export const measure = (changes: Partial<Measure> = {}): Measure => {
  const aggregation = changes.aggregation === undefined ? 'sum' : changes.aggregation;
  const cadence = changes.cadence ?? 'day';
  const isZero = aggregation === 'count' || (aggregation === 'sum' && cadence === 'day');
  return {
    id: 'revenue',
    name: 'Revenue',
    order: 0,
    unit: { kind: 'number' },
    isUnitTyped: true,
    aggregation,
    formula: null,
    cadence,
    isCadenceGuessed: false,
    window: null,
    betterWhen: null,
    decimals: null,
    missing: isZero ? 'zero' : 'missing',
    isMissingTyped: changes.missing !== undefined,
    keptWith: [],
    lowest: null,
    highest: null,
    dataLagDays: 0,
    graceDays: null,
    addsUpOverChannels: null,
    note: '',
    isSourceSaid: true,
    place: { tab: 'Measures', cell: 'A2' },
    isSourceLoading: false,
    unread: null,
    ...changes,
  };
};

/** 1 January – 31 March 2026, a total to grow to 200 000, unless said otherwise. */
export const kpi = (changes: Partial<Kpi> = {}): Kpi => ({
  id: 'kpi',
  name: 'Kpi',
  order: 0,
  goalId: null,
  kind: 'add_up_to',
  type: 'reach',
  declaredDirection: null,
  measureId: 'revenue',
  channel: null,
  start: day('2026-01-01'),
  due: day('2026-03-31'),
  every: null,
  lastTime: null,
  target: 200000,
  growth: null,
  low: null,
  high: null,
  tolerance: null,
  weight: null,
  isCritical: false,
  isLeading: false,
  stage: '',
  contribution: '',
  isTwoInOne: false,
  state: 'active',
  planShape: 'straight',
  stopsAre: null,
  dayWeights: { kind: 'every_day' },
  reached: null,
  closedRule: { kind: 'whole_period' },
  forecastMethod: null,
  onCourseFrom: null,
  atRiskFrom: null,
  warnDays: null,
  scale: null,
  followsKpiId: null,
  owner: '',
  note: '',
  place: { tab: 'KPIs', cell: 'A2' },
  errors: [],
  ...changes,
});

export const goal = (changes: Partial<Goal> = {}): Goal => ({
  id: 'goal',
  name: 'Goal',
  order: 0,
  successWhen: '',
  strategyLineId: null,
  parentGoalId: null,
  start: null,
  due: null,
  outcomeKpiId: null,
  weight: null,
  statusRule: 'worst_critical',
  owner: '',
  note: '',
  place: { tab: 'Goals', cell: 'A2' },
  errors: [],
  ...changes,
});

export const milestone = (changes: Partial<Milestone> & { day: Day }): Milestone => ({
  id: `stop_${changes.day}`,
  stop: `Stop ${changes.day}`,
  kpiId: 'kpi',
  value: null,
  doneOn: null,
  order: 0,
  place: { tab: 'Milestones', cell: 'A2' },
  ...changes,
});

/** Done on 1 February 2026, unless said otherwise. */
export const action = (changes: Partial<Action> = {}): Action => ({
  id: 'action',
  name: 'Action',
  kpiId: 'kpi',
  phase: 'do',
  day: day('2026-02-01'),
  owner: '',
  channel: null,
  resource: '',
  expectedEffect: null,
  effectDay: null,
  cause: '',
  confidence: null,
  decision: null,
  overrideStatus: null,
  status: null,
  until: null,
  note: '',
  order: 0,
  place: { tab: 'Actions', cell: 'A2' },
  ...changes,
});

export interface Row {
  date: Day;
  value: number;
  measure?: string;
  channel?: string;
  recordedAt?: number;
  /** The length of the period that it names. */
  period?: RegularCadence;
}

export function measurements(rows: readonly Row[]): Measurements {
  const measureIds = [...new Set(rows.map((row) => row.measure ?? 'revenue'))];
  const channels = ['', ...new Set(rows.map((row) => row.channel ?? ''))].filter(
    (name, i, all) => all.indexOf(name) === i,
  );
  return {
    rowCount: rows.length,
    measureIds,
    channels,
    totalChannels: [],
    measure: rows.map((row) => measureIds.indexOf(row.measure ?? 'revenue')),
    channel: rows.map((row) => channels.indexOf(row.channel ?? '')),
    day: rows.map((row) => row.date),
    periodLength: rows.some(({ period }) => period !== undefined)
      ? rows.map(({ period = 'day' }) => CADENCES.indexOf(period))
      : null,
    value: rows.map((row) => row.value),
    recordedAt: rows.map((row) => row.recordedAt ?? 0),
    hasRecorded: rows.some((row) => (row.recordedAt ?? 0) !== 0),
    unreadable: NOTHING_UNREADABLE,
  };
}

export function workspace(
  changes: Partial<Omit<Workspace, 'measurements'>> & { rows?: readonly Row[] } = {},
): Workspace {
  const { rows = [], ...rest } = changes;
  return {
    workbook: {
      fileId: 'file',
      workbookId: 'workbook',
      name: 'Workbook',
      url: 'https://docs.google.com/spreadsheets/d/file',
      locale: 'en_GB',
      timeZone: 'Europe/Amsterdam',
    },
    settings: SETTINGS,
    strategy: [],
    goals: [],
    measures: [measure()],
    kpis: [kpi()],
    milestones: [],
    measurements: measurements(rows),
    periodTargets: [],
    targetChanges: [],
    resources: [],
    actions: [],
    events: [],
    figureNotes: [],
    calendars: [],
    customPeriods: [],
    people: [],
    columnLetters: { goals: {}, measures: {}, kpis: {} },
    ...rest,
  };
}

/** Every day of the range, with a value that adds up to the total over all of them. */
export function everyDay(from: string, to: string, total: number): Row[] {
  const rows: Row[] = [];
  const size = day(to) - day(from) + 1;
  for (let date = day(from); date <= day(to); date++) rows.push({ date, value: total / size });
  return rows;
}
