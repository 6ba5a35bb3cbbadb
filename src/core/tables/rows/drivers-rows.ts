import {
  driverKey,
  driverOpportunities,
  type RankedOpportunity,
} from '../../evaluate/channels/opportunities.ts';
import { opportunityText } from '../../language/explain-way-out.ts';
import { formatDistance } from '../../language/format-number.ts';
import { styleOf } from '../../language/kpi-view.ts';
import { sentencesIn } from '../../language/sentence-book.ts';
import type { DriverEvaluation } from '../../model/evaluation.ts';
import { type Cells, columnsFrom, figuresOf, numberOf } from '../cells.ts';
import { inDisplayUnit } from '../display-unit.ts';
import type { Results } from '../results.ts';
import { driverName } from '../ways-out.ts';
import { goalCells } from './goal-cells.ts';

interface DriverRow {
  readonly driver: DriverEvaluation;
  /** Null when there is nothing to close. */
  readonly opportunity: RankedOpportunity | null;
}

function rowsOf({ kpi, input }: Results): DriverRow[] {
  const { drivers } = input.evaluation;
  const goalIds = [...new Set(drivers.map(({ goalId }) => goalId))];
  return goalIds.flatMap((goalId) => {
    const ofGoal = drivers.filter((driver) => driver.goalId === goalId);
    const outcome = kpi(ofGoal[0].outcomeKpiId)?.evaluation;
    const found = outcome === undefined ? null : driverOpportunities(ofGoal, outcome);
    return ofGoal.map((driver) => ({
      driver,
      opportunity: found?.get(driverKey(driver)) ?? null,
    }));
  });
}

/** "Visitors: € 5,100 less than planned" */
function driverText({ driver }: DriverRow, { kpi, input }: Results): string | null {
  const book = sentencesIn(input.language);
  const outcome = kpi(driver.outcomeKpiId);
  const name = driverName(driver, input.workspace);
  const amount = numberOf(driver.contribution);
  if (outcome === null || name === null || amount === null) return null;
  if (amount === 0) return book.driver(name, book.noChange);
  const words = book.against[driver.against];
  const size = formatDistance(amount, styleOf(outcome.measure, input.language));
  return book.driver(name, (amount > 0 ? words.more : words.less)(size));
}

function closingText({ driver, opportunity }: DriverRow, { input }: Results): string | null {
  const name = driverName(driver, input.workspace);
  if (opportunity === null || name === null) return null;
  return opportunityText(name, { ...opportunity, isCeiling: false }, input.language);
}

/** One row per goal, driver and what it is held against. */
export const driversColumns = columnsFrom(
  rowsOf,
  (results): Cells<DriverRow> => ({
    ...goalCells<DriverRow>(results, ({ driver }) => results.goal(driver.goalId)),
    driver_kpi_id: ({ driver }) => driver.driverKpiId,
    driver_kpi: ({ driver }) => driverName(driver, results.input.workspace),
    against: ({ driver }) => driver.against,
    driver_text: (row) => driverText(row, results),
    opportunity_text: (row) => closingText(row, results),
    contribution: ({ driver }) =>
      inDisplayUnit(
        numberOf(driver.contribution),
        results.kpi(driver.outcomeKpiId)?.measure ?? null,
      ),
    ...figuresOf(({ driver }: DriverRow) => driver, {
      contribution_share: 'contributionShare',
      needed_change_alone: 'neededChangeAlone',
      needed_change_together: 'neededChangeTogether',
    }),
    driver_order: ({ driver }) => driver.order + 1,
    opportunity_rank: ({ opportunity }) => opportunity?.rank ?? null,
  }),
);
