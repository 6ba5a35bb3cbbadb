import type { Day } from '../../model/calendar-date.ts';
import type { Kpi } from '../../model/kpi.ts';
import type { Measure } from '../../model/measure.ts';
import type { Milestone } from '../../model/milestone.ts';
import type { FrozenBaseline, HistoryRow, WorkbookRecord } from '../../model/record.ts';
import type { WhatIf } from '../../model/what-if.ts';
import type {
  Action,
  PeriodTarget,
  ResourceRow,
  Settings,
  TargetChange,
  Thresholds,
  Workspace,
} from '../../model/workspace.ts';
import type { Actuals, Reading } from '../actuals/actuals.ts';
import type { JudgedPeriod } from '../actuals/judged-day.ts';
import type { CalendarFacts } from '../period/calendar-facts.ts';
import type { WeightedPeriod } from '../period/day-weights.ts';
import type { Extremes } from '../values/extremes.ts';
import type { Asker, ValueReader, Values } from '../values/value-reader.ts';
import type { Aim } from './aim.ts';
import type { KpiDefinition } from './kpi-definition.ts';
import type { TargetVersions } from './target-versions.ts';

/** What all KPIs of one evaluation share, looked up once. */
export interface EvaluationContext {
  readonly workspace: Workspace;
  readonly record: WorkbookRecord;
  readonly values: Values;
  readonly calendar: CalendarFacts;
  readonly measureById: ReadonlyMap<string, Measure>;
  /** By KPI, each list in its own order. */
  readonly milestonesOf: ReadonlyMap<string, readonly Milestone[]>;
  readonly periodTargetsOf: ReadonlyMap<string, readonly PeriodTarget[]>;
  readonly targetChangesOf: ReadonlyMap<string, readonly TargetChange[]>;
  readonly resourcesOf: ReadonlyMap<string, readonly ResourceRow[]>;
  readonly actionsOf: ReadonlyMap<string, readonly Action[]>;
  readonly baselineOf: ReadonlyMap<string, FrozenBaseline>;
  /** Values kept when an interval closed, by KPI and first day. */
  readonly storedIntervalsOf: ReadonlyMap<string, ReadonlyMap<Day, number>>;
  /** What was published of each KPI up to today, oldest first. */
  readonly historyOf: ReadonlyMap<string, readonly HistoryRow[]>;
  /** Of each KPI in its goal, blank ones filled. */
  readonly weightOf: ReadonlyMap<string, number>;
  /** What is supposed of the future. */
  readonly whatIf: WhatIf;
}

/** A KPI made ready: what is measured, what is asked, and where its period stands. */
export interface KpiCase {
  readonly kpi: Kpi;
  readonly measure: Measure;
  readonly reader: ValueReader;
  /** For whom its values, those of its channels and of what it is made of are read. */
  readonly asker: Asker;
  readonly reading: Reading;
  readonly definition: KpiDefinition;
  /** What it is judged against by the target in force today. */
  readonly aim: Aim;
  readonly targets: TargetVersions;
  readonly period: WeightedPeriod;
  readonly judged: JudgedPeriod;
  readonly actuals: Actuals;
  /** Its stopovers before the due date, ascending, with what is to be reached by then. */
  readonly milestones: readonly Milestone[];
  /** A milestone typed on the due date itself: it names the last stopover. */
  readonly lastMilestone: Milestone | null;
  readonly thresholds: Thresholds;
  /** It, or an operand, has one single value, which says nothing of the pace. */
  readonly isOneValue: boolean;
  /** A total whose values are never negative. */
  readonly isNeverNegative: boolean;
  /** The lowest and the highest value that the measure ever had. */
  readonly extremes: () => Extremes;
  readonly settings: Settings;
  readonly calendar: CalendarFacts;
}

/** What a function needs of a KPI, and nothing else. */
export type KpiPart<Names extends keyof KpiCase> = Pick<KpiCase, Names>;
