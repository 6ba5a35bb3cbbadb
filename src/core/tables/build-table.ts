import { cleanPart, type Part } from './part.ts';
import { prepareResults } from './prepare-results.ts';
import { type BlockOf, columnsOf, type TableId, tableSpec } from './result-tables.ts';
import type { ResultInput, Results } from './results.ts';
import { actionBlocks } from './rows/action-blocks.ts';
import { changes } from './rows/changes.ts';
import { channelBlocks } from './rows/channel-blocks.ts';
import { driverBlocks } from './rows/driver-blocks.ts';
import { findings } from './rows/findings.ts';
import { fuelBlocks } from './rows/fuel-blocks.ts';
import { stopoverBlocks } from './rows/stopover-blocks.ts';
import { type Table, tableOf } from './table.ts';

/** What each table is made of, in the workbook's order. */
const BLOCKS: { readonly [Id in TableId]: (results: Results) => readonly BlockOf<Id>[] } = {
  kpis: ({ kpis }) => kpis,
  timeline: ({ kpis }) => kpis,
  milestones: stopoverBlocks,
  goals: ({ goals }) => goals,
  strategy: ({ input }) => input.workspace.strategy,
  checks: findings,
  channels: channelBlocks,
  history: ({ kpis }) => kpis,
  changes,
  actions: actionBlocks,
  resources: fuelBlocks,
  drivers: driverBlocks,
};

function built(id: TableId, results: Results): Table {
  const { lengthOf } = tableSpec(id);
  // SAFETY: the table and its blocks have the same id.
  const all = BLOCKS[id](results) as readonly never[];
  const lengthOfBlock = (block: never): number => lengthOf?.(block) ?? 1;
  const blocks = all.filter((block) => lengthOfBlock(block) > 0);
  const columns = new Map<string, readonly Part[]>();
  const kept: string[] = [];
  for (const [columnId, { read, follows, type }] of columnsOf(id)) {
    if (read === undefined) continue;
    columns.set(
      columnId,
      blocks.map((block) => cleanPart(read(block, results), type === 'TEXT')),
    );
    if (follows === undefined) kept.push(columnId);
  }
  const { currency } = results.input.workspace.settings;
  const facts = { id, currency, lengths: blocks.map(lengthOfBlock), ids: kept };
  return tableOf(facts, (columnId) => columns.get(columnId));
}

/** Each result table of an evaluation; what they share is looked up once. */
export function tablesOf(input: ResultInput): (id: TableId) => Table {
  const results = prepareResults(input);
  return (id) => built(id, results);
}

/** One result table. */
export const buildTable = (id: TableId, input: ResultInput): Table => tablesOf(input)(id);
