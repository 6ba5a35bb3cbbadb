import { seededNoise } from '../../examples/seeded-noise.ts';
import { dayFromCivil } from '../../src/core/model/calendar-date.ts';
import type { Kpi } from '../../src/core/model/kpi.ts';
import type { Measure } from '../../src/core/model/measure.ts';
import { type Measurements, NOTHING_UNREADABLE } from '../../src/core/model/measurements.ts';
import type { Milestone } from '../../src/core/model/milestone.ts';
import { type DayRange, intervalsOver } from '../../src/core/model/period.ts';
import type { Workspace } from '../../src/core/model/workspace.ts';
import { kpi, measure } from '../../test/support/workspace-builder.ts';

export interface CompanySize {
  readonly kpiCount: number;
  readonly cadence: 'day' | 'month';
  /** The KPIs' own period, at the end of the figures. */
  readonly period: DayRange;
}

const CUT = { fiscalStartMonth: 1, customPeriods: [] };
const FIRST_DAY = dayFromCivil(2023, 1, 1);
const LAST_DAY = dayFromCivil(2025, 12, 31);
/** The day to look from: the last year is nearly over, so that its rest is to be foreseen. */
export const TODAY = dayFromCivil(2025, 10, 6);

export const LAST_YEAR: DayRange = { start: dayFromCivil(2025, 1, 1), end: LAST_DAY };
export const THREE_YEARS: DayRange = { start: FIRST_DAY, end: LAST_DAY };

/** Every measure has three years of figures of its own, season and growth included. */
export function companyWorkspace(size: CompanySize): Workspace {
  const positions = Array.from({ length: size.kpiCount }, (_, i) => i);
  const measurements = figuresOf(size);
  return {
    workbook: {
      fileId: 'file',
      workbookId: 'workbook',
      name: 'Company',
      url: 'https://docs.google.com/spreadsheets/d/file',
      locale: 'nl_NL',
      timeZone: 'Europe/Amsterdam',
    },
    settings: {
      organisation: 'Company',
      language: 'nl',
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
      boardLink: 'https://example.org/board',
    },
    strategy: [],
    goals: [],
    measures: positions.map((position) => measureOf(position, size)),
    kpis: positions.map((position) => kpiOf(position, size)),
    milestones: positions.flatMap((position) => milestonesOf(position, size)),
    measurements,
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
  };
}

/** Two totals to one level: a third of the KPIs is a stock that is to grow. */
const isLevel = (position: number): boolean => position % 3 === 2;

/** Every tenth measure comes in two channels. */
const channelsOf = (position: number): readonly number[] => (position % 10 === 0 ? [1, 2] : [0]);

const measureOf = (position: number, { cadence }: CompanySize): Measure =>
  measure({
    id: `measure_${position}`,
    name: `Measure ${position}`,
    order: position,
    aggregation: isLevel(position) ? 'last' : 'sum',
    cadence,
    place: { tab: 'Measures', cell: `A${position + 2}` },
  });

/** What an interval of a measure brings in the middle of its season. */
const sizeOf = (position: number): number => 100 + (position % 97) * 10;

function kpiOf(position: number, { cadence, period }: CompanySize): Kpi {
  const intervals = intervalsOver(cadence, period, CUT).length;
  const size = sizeOf(position);
  return kpi({
    id: `kpi_${position}`,
    name: `KPI ${position}`,
    order: position,
    kind: isLevel(position) ? 'grow_to' : 'add_up_to',
    declaredDirection: 1,
    measureId: `measure_${position}`,
    start: period.start,
    due: period.end,
    lastTime: isLevel(position) ? size : null,
    target: isLevel(position) ? size * 2 : size * intervals * 1.3,
    // A quarter names trend and season; the rest leaves the choice to the backtest.
    forecastMethod: position % 4 === 0 ? 'trend_season' : null,
    place: { tab: 'KPIs', cell: `A${position + 2}` },
  });
}

/** Three stopovers a KPI; at every other KPI with a value, which decides the shape of its plan. */
function milestonesOf(position: number, { period }: CompanySize): Milestone[] {
  const length = period.end - period.start + 1;
  const base = isLevel(position) ? sizeOf(position) : 0;
  const way = isLevel(position) ? sizeOf(position) : sizeOf(position) * length * 0.02;
  return [0.25, 0.5, 0.75].map((share, order) => ({
    id: `stop_${position}_${order}`,
    stop: `Stop ${order + 1}`,
    kpiId: `kpi_${position}`,
    day: period.start + Math.floor(length * share),
    value: position % 2 === 0 ? base + way * share : null,
    doneOn: null,
    order,
    place: { tab: 'Milestones', cell: `A${position * 3 + order + 2}` },
  }));
}

function figuresOf({ kpiCount, cadence }: CompanySize): Measurements {
  const noise = seededNoise(kpiCount);
  const intervals = intervalsOver(cadence, { start: FIRST_DAY, end: TODAY - 1 }, CUT).filter(
    ({ end }) => end < TODAY,
  );
  const measure: number[] = [];
  const channel: number[] = [];
  const day: number[] = [];
  const value: number[] = [];
  for (const { end } of intervals) {
    const season = 1 + 0.3 * Math.sin((2 * Math.PI * end) / 365.25);
    const growth = 1 + (end - FIRST_DAY) / 2000;
    for (let position = 0; position < kpiCount; position++) {
      for (const ownChannel of channelsOf(position)) {
        measure.push(position);
        channel.push(ownChannel);
        day.push(end);
        value.push(Math.round(sizeOf(position) * season * growth * (1 + 0.05 * noise.bell())));
      }
    }
  }
  return {
    rowCount: day.length,
    measureIds: Array.from({ length: kpiCount }, (_, position) => `measure_${position}`),
    channels: ['', 'Shop', 'Web'],
    totalChannels: [],
    measure: Int32Array.from(measure),
    channel: Int32Array.from(channel),
    day: Int32Array.from(day),
    periodLength: null,
    value: Float64Array.from(value),
    recordedAt: new Float64Array(day.length),
    hasRecorded: false,
    unreadable: NOTHING_UNREADABLE,
  };
}
