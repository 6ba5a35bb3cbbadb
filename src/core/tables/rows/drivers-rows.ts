import { formatChange } from '../../language/format-number.ts';
import { styleOf } from '../../language/kpi-view.ts';
import { sentencesIn } from '../../language/sentence-book.ts';
import type { DriverEvaluation } from '../../model/evaluation.ts';
import { type Cells, columnsFrom, emptyCells, numberOf } from '../cells.ts';
import { inDisplayUnit } from '../display-unit.ts';
import type { Results } from '../results.ts';
import { goalCells } from './goal-cells.ts';

/** The KPI on the factor, else the measure itself. */
function nameOf(driver: DriverEvaluation, { kpi, input }: Results): string | null {
  const measure = input.workspace.measures.find(({ id }) => id === driver.driverMeasureId);
  return kpi(driver.driverKpiId)?.kpi.name ?? measure?.name ?? null;
}

function driverText(driver: DriverEvaluation, results: Results): string | null {
  const { language } = results.input;
  const outcome = results.kpi(driver.outcomeKpiId);
  const name = nameOf(driver, results);
  const amount = numberOf(driver.contribution);
  if (outcome === null || name === null || amount === null) return null;
  return sentencesIn(language).driver(
    name,
    formatChange(amount, styleOf(outcome.measure, language)),
  );
}

/** One row per goal, driver and what it is held against. */
export const driversColumns = columnsFrom(
  ({ input }) => input.evaluation.drivers,
  (results): Cells<DriverEvaluation> => ({
    ...goalCells<DriverEvaluation>(results, ({ goalId }) => results.goal(goalId)),
    driver_kpi_id: ({ driverKpiId }) => driverKpiId,
    driver_kpi: (driver) => nameOf(driver, results),
    against: ({ against }) => against,
    driver_text: (driver) => driverText(driver, results),
    contribution: ({ contribution, outcomeKpiId }) =>
      inDisplayUnit(numberOf(contribution), results.kpi(outcomeKpiId)?.measure ?? null),
    contribution_share: ({ contributionShare }) => numberOf(contributionShare),
    needed_change_alone: ({ neededChangeAlone }) => numberOf(neededChangeAlone),
    needed_change_together: ({ neededChangeTogether }) => numberOf(neededChangeTogether),
    driver_order: ({ order }) => order + 1,
    ...emptyCells('opportunity_text', 'opportunity_rank'),
  }),
);
