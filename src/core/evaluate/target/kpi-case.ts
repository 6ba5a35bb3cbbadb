import type { Day } from '../../model/calendar-date.ts';
import type { Issue } from '../../model/issue.ts';
import { newIssue } from '../../model/issue.ts';
import type { Kpi } from '../../model/kpi.ts';
import type { Measure } from '../../model/measure.ts';
import type { Milestone } from '../../model/milestone.ts';
import type { YearCut } from '../../model/period.ts';
import { nearlyEqual } from '../../model/quantity.ts';
import type { HistoryRow, WorkbookRecord } from '../../model/record.ts';
import type { DayCalendar, TargetChange, Thresholds, Workspace } from '../../model/workspace.ts';
import type { CalendarFacts } from '../period/calendar-facts.ts';
import {
  calendarWeight,
  type DayWeight,
  EVERY_DAY,
  lastYearWeight,
  type WeightedPeriod,
  weighPeriod,
} from '../period/day-weights.ts';
import { findJudgedDay, type KpiPeriod } from '../period/judged-day.ts';
import { lastYearInterval } from '../period/last-year.ts';
import { isOneInterval, measureFamily } from '../values/measure-family.ts';
import type { ValueReader, Values } from '../values/value-reader.ts';
import type { Aim } from './aim.ts';
import { defineKpi, type KpiDefinition } from './kpi-definition.ts';
import { planTarget, type TargetVersions } from './target-versions.ts';

/** What all KPIs of one evaluation share. */
export interface EvaluationContext {
  workspace: Workspace;
  record: WorkbookRecord;
  values: Values;
  cut: YearCut;
  calendar: CalendarFacts;
  today: Day;
  measureById: ReadonlyMap<string, Measure>;
  milestonesOf: ReadonlyMap<string, readonly Milestone[]>;
  targetChangesOf: ReadonlyMap<string, readonly TargetChange[]>;
  /** Values kept when an interval closed, by KPI and first day. */
  storedIntervalsOf: ReadonlyMap<string, ReadonlyMap<Day, number>>;
  /** What was published of each KPI up to today, oldest first. */
  historyOf: ReadonlyMap<string, readonly HistoryRow[]>;
  /** Of each KPI in its goal, blank ones filled. */
  weightOf: ReadonlyMap<string, number>;
}

/** One KPI with everything that its numbers are made of. */
export interface KpiCase {
  kpi: Kpi;
  measure: Measure;
  definition: KpiDefinition;
  reader: ValueReader;
  context: EvaluationContext;
  period: WeightedPeriod;
  judged: KpiPeriod;
  /** What it is judged against by the target in force today. */
  aim: Aim;
  targets: TargetVersions;
  /** Its stopovers before the due date, ascending, those without a value included. */
  milestones: readonly Milestone[];
  /** A milestone typed on the due date itself: it names the last stopover. */
  lastMilestone: Milestone | null;
  thresholds: Thresholds;
  /** A total whose values are never negative. */
  isNeverNegative: boolean;
  /** X by interval, kept once it was asked for: status, stopovers and timeline all walk along it. */
  actuals: Array<number | null | undefined>;
  issues: Issue[];
}

export type PreparedKpi =
  | { isWhole: true; kpiCase: KpiCase }
  | { isWhole: false; kpi: Kpi; issues: readonly Issue[] };

function weightOf(kpi: Kpi, reader: ValueReader, context: EvaluationContext): DayWeight | null {
  const { dayWeights } = kpi;
  if (dayWeights.kind === 'every_day') return EVERY_DAY;
  if (dayWeights.kind === 'last_year') {
    return lastYearWeight(
      (month) => reader.over(lastYearInterval('month', month, context.cut)),
      context.cut,
    );
  }
  const calendar = calendarOf(kpi, context.workspace);
  return calendar === null ? null : calendarWeight(calendar);
}

/** The calendar its Weights name; null for other weights, or when there is none of that name. */
export function calendarOf({ dayWeights }: Kpi, { calendars }: Workspace): DayCalendar | null {
  if (dayWeights.kind !== 'calendar') return null;
  const wanted = dayWeights.calendarName.toLowerCase();
  return calendars.find(({ name }) => name.toLowerCase() === wanted) ?? null;
}

/** Stops on the wrong day or with a value that contradicts the target (calculations.md §4). */
function checkMilestones(
  kpi: Kpi,
  milestones: readonly Milestone[],
  definition: KpiDefinition,
  { unit }: Measure,
): Issue[] {
  const issues: Issue[] = [];
  const subject = { kpiId: kpi.id };
  const seen = new Set<Day>();
  const { target, baseline } = definition;
  // Of a ceiling lower is better, but what is planned to be used goes up.
  const way = target === null || baseline === null ? 0 : Math.sign(target - baseline);
  const goesBack = (from: number | null, to: number | null): boolean =>
    from !== null && to !== null && (to - from) * way < 0;
  let before = baseline;
  for (const { day, value, place } of milestones) {
    const date = { day };
    if (day < kpi.start || day > kpi.due) {
      const details = { kpi: kpi.name, date, start: { day: kpi.start }, due: { day: kpi.due } };
      issues.push(newIssue('E_MILESTONE_OUTSIDE', place, details, subject));
      continue;
    }
    // Things to do may share a day; a plan has one value on a day.
    if (seen.has(day) && kpi.type !== 'done') {
      issues.push(newIssue('E_MILESTONE_TWICE', place, { kpi: kpi.name, date }, subject));
    }
    seen.add(day);
    if (value === null) continue;
    if (day === kpi.due && target !== null && !nearlyEqual(value, target)) {
      const details = {
        kpi: kpi.name,
        value: { amount: value, unit },
        target: { amount: target, unit },
      };
      issues.push(newIssue('E_MILESTONE_END', place, details, subject));
    }
    if (goesBack(before, value) || goesBack(value, target)) {
      issues.push(newIssue('W_MILESTONE_ORDER', place, { kpi: kpi.name }, subject));
    }
    before = value;
  }
  return issues;
}

const hasError = (issues: readonly Issue[]): boolean =>
  issues.some(({ severity }) => severity === 'error');

/** The faults of a measure that leave a KPI without a total. */
function measureIssues(kpi: Kpi, measure: Measure, values: Values): Issue[] {
  return values
    .withoutTotal(measure, kpi.channel)
    .map(() => newIssue('E_CHANNELS', kpi.place, { kpi: kpi.name }, { kpiId: kpi.id }));
}

/** Thresholds of the settings, unless the KPI has its own. */
function thresholdsOf(kpi: Kpi, { settings }: Workspace): Thresholds {
  return {
    onCourseFrom: kpi.onCourseFrom ?? settings.onCourseFrom,
    atRiskFrom: kpi.atRiskFrom ?? settings.atRiskFrom,
  };
}

/** Gathers what one KPI needs; a KPI with an error is given back with its issues. */
export function prepareKpi(kpi: Kpi, context: EvaluationContext): PreparedKpi {
  const measure = context.measureById.get(kpi.measureId);
  if (kpi.errors.length > 0 || measure === undefined) return { isWhole: false, kpi, issues: [] };
  const { values, cut, today, workspace, record } = context;
  const reader = values.reader(measure, kpi.channel);
  const family = measureFamily(measure, context.measureById);
  const frozen = record.baselines.find(({ kpiId }) => kpiId === kpi.id) ?? null;
  const weight = weightOf(kpi, reader, context);
  const range = { start: kpi.start, end: kpi.due };
  const period =
    weight === null || weight === EVERY_DAY
      ? context.calendar.everyDay(range)
      : weighPeriod(range, weight);
  const judged = findJudgedDay({
    period,
    measure,
    reader,
    calendar: context.calendar,
    today,
  });
  const { intervals } = judged;
  const definition = defineKpi({
    kpi,
    measure,
    family,
    reader,
    cut,
    calendar: context.calendar,
    frozen,
    today,
    isOneInterval: isOneInterval(measure, context.measureById),
    intervals,
  });
  const milestones = context.milestonesOf.get(kpi.id) ?? [];
  const issues = [
    ...(kpi.type === 'done' ? [] : measureIssues(kpi, measure, values)),
    ...definition.issues,
    ...checkMilestones(kpi, milestones, definition, measure),
  ];
  if (weight === null || (period.total <= 0 && kpi.type !== 'done')) {
    issues.push(newIssue('E_CAL', kpi.place, { kpi: kpi.name }, { kpiId: kpi.id }));
  }
  if (hasError(issues)) return { isWhole: false, kpi, issues };

  const planned = planTarget({
    kpi,
    definition,
    period,
    reader,
    intervals,
    isIrregular: measure.cadence === 'irregular',
    milestones,
    changes: context.targetChangesOf.get(kpi.id) ?? [],
    today,
  });
  issues.push(...planned.issues);
  const { targets } = planned;
  if (targets === null) return { isWhole: false, kpi, issues };
  return {
    isWhole: true,
    kpiCase: {
      kpi,
      measure,
      definition,
      reader,
      context,
      period,
      judged,
      aim: targets.inForce.aim,
      targets,
      milestones: milestones.filter(({ day }) => day < kpi.due),
      lastMilestone: milestones.find(({ day }) => day === kpi.due) ?? null,
      thresholds: thresholdsOf(kpi, workspace),
      isNeverNegative: family === 'total' && reader.isNeverNegative(judged.intervals),
      actuals: new Array(judged.intervals.length),
      issues,
    },
  };
}
