import { ACTIONS } from './actions.ts';
import { CHANGES } from './changes.ts';
import { CHANNELS } from './channels.ts';
import { CHECKS } from './checks.ts';
import type { Column, HiddenColumns } from './column.ts';
import { DRIVERS } from './drivers.ts';
import { GOALS } from './goals.ts';
import { HISTORY } from './history.ts';
import { KPIS } from './kpis.ts';
import { MILESTONES } from './milestones.ts';
import { RESOURCES } from './resources.ts';
import type { ResultTable } from './result-table.ts';
import { STRATEGY } from './strategy.ts';
import { TIMELINE } from './timeline.ts';

/** In the order in which they are offered. */
const TABLES = {
  kpis: KPIS,
  timeline: TIMELINE,
  milestones: MILESTONES,
  goals: GOALS,
  strategy: STRATEGY,
  checks: CHECKS,
  channels: CHANNELS,
  history: HISTORY,
  changes: CHANGES,
  actions: ACTIONS,
  resources: RESOURCES,
  drivers: DRIVERS,
};

export type TableId = keyof typeof TABLES;

/** What a block of a table is about. */
export type BlockOf<Id extends TableId> =
  (typeof TABLES)[Id] extends ResultTable<infer Block> ? Block : never;

// SAFETY: the ids of the record above.
export const TABLE_IDS = Object.keys(TABLES) as TableId[];

/** A table without regard to what its blocks are about. */
export const tableSpec = (id: TableId): ResultTable<never> => TABLES[id];

export const isTableId = (id: string): id is TableId => TABLE_IDS.some((known) => known === id);

export type AnyColumn = HiddenColumns<never>[string] & Partial<Column<never>>;

const columnsById = new Map<TableId, ReadonlyMap<string, AnyColumn>>();

/** Every column of a table by its id, public ones first; links have none. */
export function columnsOf(id: TableId): ReadonlyMap<string, AnyColumn> {
  const known = columnsById.get(id);
  if (known !== undefined) return known;
  const { columns, hidden } = tableSpec(id);
  const all = Object.entries<AnyColumn>({ ...columns, ...hidden });
  const found = new Map(all.filter(([, { overRows }]) => overRows?.kind !== 'link'));
  columnsById.set(id, found);
  return found;
}
