import type { DriverEvaluation } from '../model/evaluation.ts';
import { type Columns, essential, fieldsIn } from './column.ts';
import { goalBlock } from './goal-block.ts';
import { onlyOne, sumPer } from './guards.ts';
import type { ResultTable } from './result-table.ts';
import type { GoalResult } from './results.ts';

export interface DriverBlock {
  readonly driver: DriverEvaluation;
  readonly goal: GoalResult | null;
  /** In the unit that the outcome is shown in. */
  readonly contribution: number | null;
  /** "Visitors: €5,100 less than planned" */
  readonly text: string | null;
  /** Null when there is nothing to close. */
  readonly opportunityText: string | null;
}

const who = fieldsIn('who');
const figures = fieldsIn('figures');
const pace = fieldsIn('pace');
const counts = fieldsIn('counts');
const texts = fieldsIn('texts');

const ONE = sumPer('goal_id against');
const ALONE = onlyOne('goal_id against');

const columns = {
  ...goalBlock(({ goal }: DriverBlock) => goal),
  driver_kpi_id: who.text(({ driver }) => driver.driverKpiId),
  driver_kpi: essential(who.text(({ driver }) => driver.name)),
  against: essential(who.text(({ driver }) => driver.against)),
  against_label: essential(who.text(({ driver }, { book }) => book.against[driver.against].name)),
  driver_text: essential(texts.text(({ text }) => text)),
  opportunity_text: essential(texts.text(({ opportunityText }) => opportunityText)),
  contribution: essential(figures.number(ONE, ({ contribution }) => contribution)),
  contribution_share: essential(figures.share(ONE, ({ driver }) => driver.contributionShare.value)),
  needed_change_alone: essential(pace.share(ALONE, ({ driver }) => driver.neededChangeAlone.value)),
  needed_change_together: essential(
    pace.share(ALONE, ({ driver }) => driver.neededChangeTogether.value),
  ),
  driver_order: figures.least(({ driver }) => driver.order + 1),
  opportunity_rank: figures.least(({ driver }) => driver.opportunity?.rank ?? null),
  driver_count: essential(counts.sum(() => 1)),
} satisfies Columns<DriverBlock>;

/** One row per goal, driver and what it is held against. */
export const DRIVERS: ResultTable<DriverBlock> = {
  columns,
  looksAhead: true,
  hidden: {},
  defaults: ['driver_text', 'driver_count'],
};
