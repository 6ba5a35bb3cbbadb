import type { Cell, ColumnBuilder } from './cells.ts';
import { columnsOf } from './fields-of.ts';
import { prepareResults, type ResultInput } from './results.ts';
import { actionsColumns } from './rows/actions-rows.ts';
import { changesColumns } from './rows/changes-rows.ts';
import { channelsColumns } from './rows/channels-rows.ts';
import { checksColumns } from './rows/checks-rows.ts';
import { driversColumns } from './rows/drivers-rows.ts';
import { goalsColumns } from './rows/goals-rows.ts';
import { historyColumns } from './rows/history-rows.ts';
import { kpisColumns } from './rows/kpis-rows.ts';
import { milestonesColumns } from './rows/milestones-rows.ts';
import { resourcesColumns } from './rows/resources-rows.ts';
import { strategyColumns } from './rows/strategy-rows.ts';
import { timelineColumns } from './rows/timeline-rows.ts';
import type { TableId } from './table-specs.ts';

/** A result table column by column; dates as YYYYMMDD, shares as 0–1, missing as null. */
export interface Table {
  readonly id: TableId;
  readonly rowCount: number;
  /** Public values row by row, and the hidden columns that only formulas read. */
  readonly columns: Readonly<Record<string, readonly Cell[]>>;
}

const BUILDERS: Readonly<Record<TableId, ColumnBuilder>> = {
  kpis: kpisColumns,
  timeline: timelineColumns,
  milestones: milestonesColumns,
  goals: goalsColumns,
  strategy: strategyColumns,
  checks: checksColumns,
  channels: channelsColumns,
  history: historyColumns,
  changes: changesColumns,
  actions: actionsColumns,
  resources: resourcesColumns,
  drivers: driversColumns,
};

/** Every row of each result table, in the workbook's order; what they share is looked up once. */
export function tablesOf(input: ResultInput): (id: TableId) => Table {
  const results = prepareResults(input);
  return (id) => ({ id, ...BUILDERS[id](columnsOf(id), results) });
}

/** One result table. */
export const buildTable = (id: TableId, input: ResultInput): Table => tablesOf(input)(id);
