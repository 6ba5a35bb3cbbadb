import type { Day } from '../../src/core/model/calendar-date.ts';
import type { ForecastMethod } from '../../src/core/model/kpi.ts';
import type { Workspace } from '../../src/core/model/workspace.ts';
import { openBook } from './naive-rows.ts';
import { driversOfGoal, type ReferenceDrivers } from './reference-drivers.ts';
import { type ReferenceGoal, referenceGoal } from './reference-goals.ts';
import { type ReferenceKpi, referenceKpi } from './reference-kpi.ts';

export interface Reference {
  kpis: readonly ReferenceKpi[];
  goals: readonly ReferenceGoal[];
  /** Of every goal. */
  drivers: readonly ReferenceDrivers[];
}

/** Everything again, slowly. `methodOf`: the forecast to give where a backtest chose another. */
export function referenceOf(
  workspace: Workspace,
  today: Day,
  methodOf: (kpiId: string) => ForecastMethod | null = () => null,
): Reference {
  const book = openBook(workspace, today);
  const kpis = workspace.kpis.map((kpi) => referenceKpi(book, kpi, methodOf(kpi.id)));
  return {
    kpis,
    goals: workspace.goals.map((goal) => referenceGoal(workspace, goal, kpis)),
    drivers: workspace.goals.map((goal) => driversOfGoal(book, goal, kpis)),
  };
}
