import type { Day } from '../../../src/core/model/calendar-date.ts';
import type { ForecastMethod } from '../../../src/core/model/kpi.ts';
import type { StatusCode } from '../../../src/core/model/status.ts';
import type { Workspace } from '../../../src/core/model/workspace.ts';
import { openBook } from './book.ts';
import { driversOfGoal, type ReferenceDrivers } from './drivers.ts';
import { referenceKpi } from './every.ts';
import { type ReferenceGoal, referenceGoal } from './goals.ts';
import type { ReferenceKpi } from './kpi.ts';

export interface Reference {
  kpis: readonly ReferenceKpi[];
  goals: readonly ReferenceGoal[];
  /** Of every goal. */
  drivers: readonly ReferenceDrivers[];
}

/** What the definitions leave to the engine: which forecast it chose, and what that moved. */
export interface Choices {
  methodOf: (kpiId: string) => ForecastMethod | null;
  /** §8, Outlook: the status that is shown, for the one by the plan. */
  shownStatusOf: (kpiId: string, byPlan: StatusCode) => StatusCode;
}

const NO_CHOICES: Choices = { methodOf: () => null, shownStatusOf: (_, byPlan) => byPlan };

/** §11: a moved status puts ρ′ at the near edge of its band. */
function shownAs(kpi: ReferenceKpi, status: StatusCode): ReferenceKpi {
  const { statusByPlan: byPlan, numbers } = kpi;
  if (status === byPlan) return kpi;
  const isDown = byPlan === 'on_course' || status === 'off_course';
  const edge = status === 'on_course' ? 0.95 : status === 'off_course' ? 0.79 : isDown ? 0.94 : 0.8;
  return { ...kpi, status, numbers: { ...numbers, course: edge } };
}

/** Everything again, slowly. */
export function referenceOf(
  workspace: Workspace,
  today: Day,
  { methodOf, shownStatusOf }: Choices = NO_CHOICES,
): Reference {
  const book = openBook(workspace, today);
  const kpis = workspace.kpis.map((kpi) => referenceKpi(book, kpi, methodOf(kpi.id)));
  const shown = kpis.map((kpi) => shownAs(kpi, shownStatusOf(kpi.kpiId, kpi.status)));
  return {
    kpis: shown,
    goals: workspace.goals.map((goal) => referenceGoal(workspace, goal, shown)),
    drivers: workspace.goals.map((goal) => driversOfGoal(book, goal, kpis)),
  };
}
