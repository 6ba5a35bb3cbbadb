import type { Day } from './calendar-date.ts';
import type { StatusCode } from './status.ts';

/** What Koers keeps of the past, because the workbook's own cells may change afterwards. */

/** The reference of a growth target or a level, fixed the first time it was used. */
export interface FrozenBaseline {
  kpiId: string;
  value: number;
  /** The period it was measured over. */
  periodStart: Day;
  periodEnd: Day;
  /** The day it was fixed. */
  day: Day;
}

/** How a KPI ended, written once: the first time it is closed and achieved or missed. */
export interface CloseSnapshot {
  kpiId: string;
  /** The day it was written. */
  day: Day;
  /** Null for a KPI that is done or not, without a number. */
  value: number | null;
  status: StatusCode;
  /** Number of the target's version, from 1. */
  version: number;
}

/** The value of an interval when it was first seen closed. */
export interface StoredInterval {
  kpiId: string;
  start: Day;
  value: number;
}

/** What was published about a KPI on a day: at most one a day. */
export interface HistoryRow {
  day: Day;
  kpiId: string;
  status: StatusCode;
  actual: number | null;
  target: number | null;
  plan: number | null;
  progress: number | null;
  paceIndex: number | null;
  forecast: number | null;
  /** The band of 80%, and the chance of the target (0–1); null before they were kept too. */
  low: number | null;
  high: number | null;
  probability: number | null;
}

/** Everything kept, oldest first. */
export interface WorkbookRecord {
  baselines: readonly FrozenBaseline[];
  snapshots: readonly CloseSnapshot[];
  intervals: readonly StoredInterval[];
  history: readonly HistoryRow[];
  /** The results of today are kept too: today counts as a day kept. */
  isTodayKept: boolean;
}

export const EMPTY_RECORD: WorkbookRecord = {
  baselines: [],
  snapshots: [],
  intervals: [],
  history: [],
  isTodayKept: false,
};
