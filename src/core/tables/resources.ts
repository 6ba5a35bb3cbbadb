import type { FuelEvaluation } from '../model/evaluation.ts';
import { type Columns, essential, fieldsIn } from './column.ts';
import { goalBlock } from './goal-block.ts';
import { baseOf, denominatorOf, onlyOne, ratioPer, sumPer } from './guards.ts';
import { kpiBlock } from './kpi-block.ts';
import type { ResultTable } from './result-table.ts';
import type { GoalResult, KpiResult } from './results.ts';

export interface FuelBlock {
  /** Null for a resource of a goal as a whole. */
  readonly result: KpiResult | null;
  readonly goal: GoalResult | null;
  readonly fuel: FuelEvaluation;
  /** "€12,000 of €30,000 left, €22,000 needed: short; lasts 30 days." */
  readonly text: string | null;
}

const who = fieldsIn('who');
const fuelFields = fieldsIn('fuel');
const counts = fieldsIn('counts');
const texts = fieldsIn('texts');

const UNIT = 'resource_unit';
const ONE = sumPer(UNIT);
const ALONE = onlyOne(UNIT);

const ofGoal = goalBlock(({ goal }: FuelBlock) => goal);

const columns = {
  ...kpiBlock(({ result }: FuelBlock) => result),
  // What a goal says of its KPIs it says of itself where there is no KPI.
  goal_id: ofGoal.goal_id,
  goal: ofGoal.goal,
  goal_order: ofGoal.goal_order,
  strategy: ofGoal.strategy,
  resource: essential(who.text(({ fuel }) => fuel.resource)),
  // Never blank: numbers are guarded by it.
  resource_unit: essential(who.text(({ fuel }) => fuel.unit.trim() || 'number')),
  resource_channel: who.text(({ fuel }) => fuel.channel),
  resource_date: essential(fuelFields.date(({ fuel }) => fuel.day)),
  fuel_status_label: essential(
    fuelFields.text(({ fuel }, { book }) => book.fuelStatuses[fuel.status]),
  ),
  fuel_text: essential(texts.text(({ text }) => text)),
  budget: essential(fuelFields.number(ONE, ({ fuel }) => fuel.budget.value)),
  used: essential(fuelFields.number(ONE, ({ fuel }) => fuel.used.value)),
  left: essential(fuelFields.number(ONE, ({ fuel }) => fuel.left.value)),
  need: essential(fuelFields.number(ONE, ({ fuel }) => fuel.need.value)),
  completion_estimate: essential(
    fuelFields.number(ONE, ({ fuel }) => fuel.completionEstimate.value),
  ),
  fuel_index: essential(fuelFields.number(ratioPer(UNIT), ({ fuel }) => fuel.index.value)),
  fuel_days_left: essential(fuelFields.number(ALONE, ({ fuel }) => fuel.daysLeft.value)),
  next_stop_fuel_index: fuelFields.number(ALONE, ({ fuel }) => fuel.nextStopIndex.value),
  resource_count: essential(counts.sum(() => 1)),
} satisfies Columns<FuelBlock>;

/** One row per resource of a KPI, or of a goal as a whole. */
export const RESOURCES: ResultTable<FuelBlock> = {
  columns,
  hidden: {
    [baseOf('fuel_index')]: {
      read: ({ fuel }) => (fuel.index.value === null ? null : fuel.left.value),
    },
    [denominatorOf('fuel_index')]: {
      read: ({ fuel }) => (fuel.index.value === null ? null : fuel.need.value),
    },
  },
  defaults: ['fuel_status_label', 'resource_count'],
};
