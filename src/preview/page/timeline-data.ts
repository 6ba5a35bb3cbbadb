import type { Row } from './api-client.ts';
import { numberOf } from './api-client.ts';
import { dayToDate } from './format.ts';
import type { Language, Say } from './texts.ts';

export interface TimelineData {
  /** The KPI's row of the kpis table. */
  readonly kpi: Row;
  /** Its rows of the timeline table, in order. */
  readonly intervals: readonly Row[];
  /** Its rows of the milestones table. */
  readonly stops: readonly Row[];
}

export interface Words {
  readonly say: Say;
  readonly language: Language;
}

export type Point = [number, number | null];

export const timeOf = (row: Row, name: string): number => dayToDate(row[name])?.getTime() ?? 0;

export const points = (rows: readonly Row[], name: string): Point[] =>
  rows.map((row) => [timeOf(row, 'interval_end'), numberOf(row, name)]);

/** One value is no line. */
export const hasLine = (rows: readonly Row[], name: string): boolean =>
  rows.filter((row) => numberOf(row, name) !== null).length > 1;

/** By position, for an axis with a place per interval. */
export const valuesOf = (rows: readonly Row[], name: string): (number | null)[] =>
  rows.map((row) => numberOf(row, name));
