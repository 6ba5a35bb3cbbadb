import type { Computing } from '../workflows/connector/table-source.ts';
import { computeTables } from '../workflows/results/compute-tables.ts';
import { historyTable } from '../workflows/results/history-table.ts';
import { typedDay } from '../workflows/workbook/typed-day.ts';
import { typedSettings } from '../workflows/workbook/typed-settings.ts';

/** Intake, evaluation and sentences: what a stored answer does without. */
export const computing: Computing = { computeTables, historyTable, typedSettings, typedDay };
