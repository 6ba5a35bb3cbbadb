import { gunzipSync, gzipSync } from 'node:zlib';
import { evaluateWorkspace } from '../src/core/evaluate/evaluate-workspace.ts';
import { buildTable } from '../src/core/tables/build-table.ts';
import type { Cell } from '../src/core/tables/part.ts';
import { columnsOf } from '../src/core/tables/result-tables.ts';
import { columnOf, rowCountOf, type Table } from '../src/core/tables/table.ts';
import { packTable, unpackTable } from '../src/workflows/packed-tables/packed-table.ts';
import type { Compression } from '../src/workflows/ports.ts';
import { clock, leastOfRounds, runCold } from './cold-process.ts';
import { TODAY } from './evaluation/company-workspace.ts';
import {
  atMost,
  type Figure,
  kilobytes,
  milliseconds,
  times,
  trend,
  wrongAnswer,
} from './figure.ts';
import { mixedWorkspace } from './mixed-workspace.ts';

const ENTRY_BYTES = 100_000;
const MOST_ENTRIES = 15;
const MOST_MILLISECONDS = 30;

/** What a chart of actual against plan asks for, with everything that filters it. */
const CHART_FIELDS = [
  'kpi',
  'kpi_key',
  'owner',
  'interval_start',
  'interval_label',
  'actual',
  'actual_to_date',
  'plan',
  'plan_to_date',
  'target',
  'status',
  'forecast_to_date',
];

/** What Utilities does in Apps Script, by Node. */
const COMPRESSION: Compression = {
  pack: (text) => gzipSync(text).toString('base64'),
  unpack: (packed) => gunzipSync(Buffer.from(packed, 'base64')).toString('utf8'),
};

interface CacheRun {
  readonly rows: number;
  readonly columns: number;
  readonly packedBytes: number;
  readonly packMilliseconds: number;
  readonly unpackMilliseconds: number;
  readonly chartMilliseconds: number;
  /** The same table as rows of cells, unpacked in the same process. */
  readonly plainMilliseconds: number;
  readonly chartColumns: number;
  /** Fields that came back otherwise than they went in. */
  readonly changed: readonly string[];
}

/** In a fresh process: the timeline of a company into text for the cache, and out of it. */
export async function runCache(): Promise<CacheRun> {
  const table = timelineTable();
  const packing = await clock(() => packTable(table, COMPRESSION));
  const unpacking = await clock(() => unpackTable(packing.value, COMPRESSION));
  const unpacked = unpacking.value;
  const fields = [...columnsOf('timeline').keys()];
  if (unpacked === null) throw new Error('A table was refused that was packed just before');
  const charting = await clock(() => CHART_FIELDS.filter((field) => columnOf(unpacked, field)));
  const plainRows = COMPRESSION.pack(JSON.stringify(rowsOf(table, fields)));
  const plain = await clock(() => JSON.parse(COMPRESSION.unpack(plainRows)));
  return {
    rows: rowCountOf(table),
    columns: fields.length,
    packedBytes: packing.value.length,
    packMilliseconds: packing.milliseconds,
    unpackMilliseconds: unpacking.milliseconds,
    chartMilliseconds: charting.milliseconds,
    plainMilliseconds: plain.milliseconds,
    chartColumns: charting.value.length,
    changed: fields.filter((field) => !isSameColumn(table, unpacked, field)),
  };
}

function timelineTable(): Table {
  const workspace = mixedWorkspace();
  const evaluation = evaluateWorkspace(workspace, TODAY);
  return buildTable('timeline', {
    workspace,
    evaluation,
    issues: [],
    language: 'nl',
    recalculation: null,
    history: [],
    viewDay: TODAY,
  });
}

function rowsOf(table: Table, fields: readonly string[]): Cell[][] {
  const columns = fields.map((field) => columnOf(table, field));
  return Array.from({ length: rowCountOf(table) }, (_, row) => columns.map((cells) => cells[row]));
}

function isSameColumn(before: Table, after: Table, field: string): boolean {
  const found = columnOf(after, field);
  return columnOf(before, field).every((cell, row) => cell === found[row]);
}

export function measureCache(): Figure[] {
  const first = runCold<CacheRun>('cache');
  const { rows, columns, packedBytes, chartColumns } = first;
  const changed = new Set(first.changed);
  const [packing, unpacking, charting, plain] = leastOfRounds(() => {
    const run = runCold<CacheRun>('cache');
    for (const field of run.changed) changed.add(field);
    return [
      run.packMilliseconds,
      run.unpackMilliseconds,
      run.chartMilliseconds,
      run.plainMilliseconds,
    ];
  });
  const title = `timeline of ${rows.toLocaleString('en')} rows, ${columns} columns`;
  const entries = Math.ceil(packedBytes / ENTRY_BYTES);
  return [
    trend(`${title}: packed`, kilobytes(packedBytes)),
    atMost(`${title}: cache entries of 100 KB`, entries, MOST_ENTRIES, String),
    trend(`${title}: packing`, milliseconds(packing)),
    atMost(`${title}: unpacking`, unpacking, MOST_MILLISECONDS, milliseconds),
    trend(`${title}: ${chartColumns} columns for a chart`, milliseconds(charting)),
    trend(`${title}: both, against rows of plain cells`, times((unpacking + charting) / plain)),
    ...[...changed].map((field) => wrongAnswer(`${title}: ${field}`)),
  ];
}
