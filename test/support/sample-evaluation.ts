import { NO_TIMELINE } from '../../src/core/evaluate/timeline/timeline.ts';
import type { Day } from '../../src/core/model/calendar-date.ts';
import { dayFromIsoDate } from '../../src/core/model/calendar-date.ts';
import type {
  Comparison,
  Evaluation,
  GoalEvaluation,
  KpiEvaluation,
  MilestoneEvaluation,
  Timeline,
} from '../../src/core/model/evaluation.ts';
import type { Goal } from '../../src/core/model/goal.ts';
import type { Kpi, KpiType } from '../../src/core/model/kpi.ts';
import type { Measure } from '../../src/core/model/measure.ts';
import { NO_MEASUREMENTS } from '../../src/core/model/measurements.ts';
import { atLeast, known, type Quantity, unknown } from '../../src/core/model/quantity.ts';
import type { HistoryRow } from '../../src/core/model/record.ts';
import { STATUS_CODES, type StatusCode } from '../../src/core/model/status.ts';
import type { Settings, Workspace } from '../../src/core/model/workspace.ts';
import { type Interval, timelineFrom } from './timeline-rows.ts';
import { goal, kpi, measure } from './workspace-builder.ts';

/** The day of an ISO date that exists. */
export function on(isoDate: string): Day {
  const day = dayFromIsoDate(isoDate);
  if (day === null) throw new Error(`${isoDate} is not a date`);
  return day;
}

const none = unknown('NOT_APPLICABLE');

export const sampleMeasure = (changes: Partial<Measure> = {}): Measure =>
  measure({
    unit: { kind: 'currency', currency: 'EUR' },
    cadence: 'week',
    betterWhen: 'higher',
    missing: 'missing',
    isMissingTyped: false,
    ...changes,
  });

export const sampleKpi = (changes: Partial<Kpi> = {}): Kpi =>
  kpi({ id: 'revenue_q1', name: 'Revenue Q1', goalId: 'growth', owner: 'Anna', ...changes });

const JUDGED_AS: Readonly<Record<KpiType, KpiEvaluation['judgedAs']>> = {
  reach: 'way',
  at_least: 'threshold',
  at_most: 'threshold',
  ceiling: 'ceiling',
  range: 'range',
  done: 'done',
  track: 'track',
};

/** How far the sample, so changed, is from what is asked. */
function outsideOf(changes: Partial<KpiEvaluation>): Quantity {
  const { type = 'reach', direction = type === 'at_most' ? -1 : 1 } = changes;
  const actual = (changes.actual ?? known(90000)).value;
  const target = (changes.target ?? known(200000)).value;
  const isDown = direction === -1 && type !== 'at_least';
  const low = type === 'range' ? (changes.rangeLow?.value ?? null) : isDown ? null : target;
  const high = type === 'range' ? (changes.rangeHigh?.value ?? null) : isDown ? target : null;
  if (actual === null || (low === null && high === null)) return none;
  if (low !== null && !atLeast(actual, low)) return known(actual - low);
  return known(high !== null && !atLeast(high, actual) ? actual - high : 0);
}

/** Example V1 of the definitions: €90,000 of €100,000 planned on 14 February, by the week. */
export const sampleKpiEvaluation = (changes: Partial<KpiEvaluation> = {}): KpiEvaluation => ({
  kpiId: 'revenue_q1',
  weight: 1,
  type: 'reach',
  judgedAs: JUDGED_AS[changes.type ?? 'reach'],
  family: 'total',
  direction: 1,
  cadence: 'week',
  status: 'at_risk',
  statusByPlan: changes.status ?? 'at_risk',
  reason: null,
  flags: [],
  unreadableCount: 0,
  isClosed: false,
  intervalsMet: null,
  periodsMet: null,
  periodsJudged: null,
  start: on('2026-01-01'),
  due: on('2026-03-31'),
  periodDue: on('2026-03-31'),
  judgedDay: on('2026-02-14'),
  dataThroughDay: on('2026-02-15'),
  latestDay: on('2026-02-15'),
  latestValue: known(1234),
  firstResultDay: null,
  actual: known(90000),
  target: known(200000),
  rangeLow: none,
  rangeHigh: none,
  baseline: known(0),
  reference: known(180000),
  referencePeriod: null,
  growthVsReference: known(-0.5),
  plan: known(100000),
  progress: known(0.45),
  attainment: known(0.46),
  gap: known(-10000),
  gapShare: known(-0.05),
  distanceOutside: outsideOf(changes),
  paceIndex: known(0.9),
  daysBehind: known(4.5),
  elapsed: known(0.5),
  coverage: known(1),
  speed: known(2000),
  recentSpeed: known(2100),
  requiredSpeed: known(22000 / 9),
  speedFactor: known(11 / 9),
  daysPerSpeedUnit: 7,
  isSpeedPerWorkingDay: false,
  reachedDay: null,
  etaDay: on('2026-04-10'),
  etaReason: null,
  daysLate: known(10),
  daysLeft: known(45),
  forecast: {
    method: 'run_rate',
    value: known(180000),
    low: unknown('NO_BAND'),
    high: unknown('NO_BAND'),
    probability: unknown('NO_BAND'),
    bentBy: [],
    supposed: [],
  },
  meter: known(0.9),
  course: known(0.91),
  score: known(0.47),
  milestones: [],
  timeline: NO_TIMELINE,
  isRestated: false,
  channels: [],
  wayOut: null,
  fuel: [],
  signal: null,
  override: null,
  bestEver: null,
  ambition: null,
  smartScore: known(0.8),
  checkIn: null,
  versionOne: { target: changes.target ?? known(200000), progress: known(0.45), status: 'at_risk' },
  onCourseFrom: 0.95,
  atRiskFrom: 0.8,
  tolerance: known(10001),
  comparison: null,
  statusSince: null,
  ...changes,
});

export const sampleMilestone = (
  changes: Partial<MilestoneEvaluation> = {},
): MilestoneEvaluation => ({
  milestoneId: 'spring_revenue',
  stop: 'Spring sale',
  kpiId: 'revenue_q1',
  day: on('2026-02-28'),
  value: 100000,
  status: 'expected_late',
  reachedDay: null,
  etaDay: on('2026-03-06'),
  daysLate: known(6),
  valueToGo: known(40000),
  requiredSpeed: known(20000 / 7),
  legProgress: known(0.6),
  isNext: true,
  order: 0,
  ...changes,
});

const sampleInterval = (changes: Partial<Interval>): Interval => ({
  start: on('2026-01-05'),
  end: on('2026-01-11'),
  label: '2026 W02',
  isComplete: true,
  isPartial: false,
  isFuture: false,
  actual: 12000,
  actualToDate: 18000,
  plan: 15000,
  planToDate: 24000,
  target: 200000,
  rangeLow: null,
  rangeHigh: null,
  forecastToDate: null,
  forecastLow: null,
  forecastHigh: null,
  probabilityToDate: null,
  lastYear: 10000,
  lastYearToDate: 16000,
  previous: 6000,
  changeOnPrevious: 1,
  differenceOnLastYear: 2000,
  changeOnLastYear: 0.2,
  milestoneLabels: [],
  milestoneValue: null,
  eventLabels: [],
  paceIndex: 0.75,
  status: 'off_course',
  signalValue: null,
  centreLine: null,
  lowerLimit: null,
  upperLimit: null,
  restatedFrom: null,
  parts: null,
  ...changes,
});

/** Weeks that are alike but for these changes. */
export const sampleTimeline = (...intervals: Partial<Interval>[]): Timeline =>
  timelineFrom(intervals.map(sampleInterval));

export const sampleHistoryRow = (changes: Partial<HistoryRow> = {}): HistoryRow => ({
  day: on('2026-02-08'),
  kpiId: 'revenue_q1',
  status: 'at_risk',
  actual: 75000,
  target: 200000,
  plan: 86000,
  progress: 0.375,
  paceIndex: 0.872,
  forecast: 174000,
  low: 161000,
  high: 187500,
  probability: 0.08,
  ...changes,
});

/** What changed since the day before 9 February. */
export const sampleComparison = (changes: Partial<Comparison> = {}): Comparison => ({
  before: sampleHistoryRow(),
  statusChange: 0,
  progressChange: 0.075,
  paceChange: 0.028,
  forecastChange: 6000,
  ...changes,
});

const noCounts = (): Record<StatusCode, number> => {
  // SAFETY: every status code is a key.
  return Object.fromEntries(STATUS_CODES.map((status) => [status, 0])) as Record<
    StatusCode,
    number
  >;
};

export const sampleGoal = (changes: Partial<Goal> = {}): Goal =>
  goal({
    id: 'growth',
    name: 'Growth',
    successWhen: 'Revenue grows by a tenth',
    strategyLineId: 'line_1',
    start: on('2026-01-01'),
    due: on('2026-12-31'),
    owner: 'Bram',
    ...changes,
  });

type Counts = Partial<GoalEvaluation['counts']>;

export const sampleGoalEvaluation = ({
  counts = {},
  subGoalCounts = {},
  ...changes
}: Partial<Omit<GoalEvaluation, 'counts' | 'subGoalCounts'>> & {
  counts?: Counts;
  subGoalCounts?: Counts;
} = {}): GoalEvaluation => ({
  goalId: 'growth',
  status: 'at_risk',
  start: on('2026-01-01'),
  due: on('2026-12-31'),
  horizonYears: 1,
  progress: known(0.44),
  progressChange: null,
  course: known(0.88),
  meter: known(0.87),
  judgedShare: known(0.75),
  worstKpiId: 'revenue_q1',
  criticalKpiId: null,
  outcomeKpiId: null,
  kpiIds: ['revenue_q1'],
  subGoalIds: [],
  nextStop: null,
  fuel: [],
  counts: { ...noCounts(), ...counts },
  subGoalCounts: { ...noCounts(), ...subGoalCounts },
  ...changes,
});

const sampleSettings: Settings = {
  organisation: 'Fietsenwinkel',
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
  boardLink: 'https://script.google.com/macros/s/board/exec',
};

type WorkspaceChanges = Partial<Omit<Workspace, 'settings'>> & { settings?: Partial<Settings> };

export const sampleWorkspace = ({ settings, ...changes }: WorkspaceChanges = {}): Workspace => ({
  workbook: {
    fileId: 'file_1',
    workbookId: 'book_1',
    name: 'Goals',
    url: 'https://docs.google.com/spreadsheets/d/file_1/edit',
    locale: 'en_GB',
    timeZone: 'Europe/Amsterdam',
  },
  settings: { ...sampleSettings, ...settings },
  strategy: [
    {
      id: 'line_1',
      kind: 'strategy',
      order: 0,
      text: 'Closer to the rider',
      owner: 'Chris',
      place: { tab: 'Strategy', cell: 'B2' },
    },
  ],
  goals: [sampleGoal()],
  measures: [sampleMeasure()],
  kpis: [sampleKpi()],
  milestones: [],
  measurements: NO_MEASUREMENTS,
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
  ...changes,
});

export const sampleEvaluation = (changes: Partial<Evaluation> = {}): Evaluation => ({
  today: on('2026-02-15'),
  kpis: [sampleKpiEvaluation()],
  goals: [sampleGoalEvaluation()],
  drivers: [],
  actions: [],
  issues: [],
  advice: [],
  ...changes,
});
