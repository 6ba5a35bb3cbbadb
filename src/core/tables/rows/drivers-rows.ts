import { opportunityText } from '../../language/explain-way-out.ts';
import { formatDistance } from '../../language/format-number.ts';
import { styleOf } from '../../language/kpi-view.ts';
import { sentencesIn } from '../../language/languages.ts';
import type { DriverEvaluation } from '../../model/evaluation.ts';
import { type Cells, columnsFrom, figuresOf, numberOf } from '../cells.ts';
import { inDisplayUnit } from '../display-unit.ts';
import type { Results } from '../results.ts';
import { goalCells } from './goal-cells.ts';

/** "Visitors: € 5,100 less than planned" */
function driverText(driver: DriverEvaluation, { kpi, input }: Results): string | null {
  const book = sentencesIn(input.language);
  const outcome = kpi(driver.outcomeKpiId);
  const { name } = driver;
  const amount = numberOf(driver.contribution);
  if (outcome === null || amount === null) return null;
  if (amount === 0) return book.driver(name, book.noChange);
  const words = book.against[driver.against];
  const size = formatDistance(amount, styleOf(outcome.measure, input.language));
  return book.driver(name, (amount > 0 ? words.more : words.less)(size));
}

function closingText({ name, opportunity }: DriverEvaluation, { input }: Results): string | null {
  return opportunity === null
    ? null
    : opportunityText(name, { ...opportunity, isCeiling: false }, input.language);
}

/** One row per goal, driver and what it is held against. */
export const driversColumns = columnsFrom(
  ({ input }) => input.evaluation.drivers,
  (results): Cells<DriverEvaluation> => ({
    ...goalCells<DriverEvaluation>(results, ({ goalId }) => results.goal(goalId)),
    driver_kpi_id: ({ driverKpiId }) => driverKpiId,
    driver_kpi: ({ name }) => name,
    against: ({ against }) => against,
    driver_text: (driver) => driverText(driver, results),
    opportunity_text: (driver) => closingText(driver, results),
    contribution: ({ contribution, outcomeKpiId }) =>
      inDisplayUnit(numberOf(contribution), results.kpi(outcomeKpiId)?.measure ?? null),
    ...figuresOf((driver: DriverEvaluation) => driver, {
      contribution_share: 'contributionShare',
      needed_change_alone: 'neededChangeAlone',
      needed_change_together: 'neededChangeTogether',
    }),
    driver_order: ({ order }) => order + 1,
    opportunity_rank: ({ opportunity }) => opportunity?.rank ?? null,
  }),
);
