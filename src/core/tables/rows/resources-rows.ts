import type { SentenceBook } from '../../language/en/sentences.ts';
import { formatValue } from '../../language/format-number.ts';
import { inSentence } from '../../language/kpi-view.ts';
import { sentencesIn } from '../../language/languages.ts';
import type { FuelEvaluation } from '../../model/evaluation.ts';
import type { Unit } from '../../model/measure.ts';
import { atLeast } from '../../model/quantity.ts';
import type { Language } from '../../model/workspace.ts';
import { type Cells, columnsFrom, dateCell, figuresOf, numberOf } from '../cells.ts';
import { isCurrency } from '../currency-type.ts';
import { baseOf, denominatorOf } from '../guards.ts';
import type { GoalResult, KpiResult, Results } from '../results.ts';
import { goalCells } from './goal-cells.ts';
import { kpiCells } from './kpi-cells.ts';

interface FuelRow {
  /** Null for a resource of a goal as a whole. */
  readonly result: KpiResult | null;
  readonly goal: GoalResult | null;
  readonly fuel: FuelEvaluation;
}

const rowsOf = ({ kpis, goals }: Results): FuelRow[] => [
  ...kpis.flatMap((result) =>
    result.evaluation.fuel.map((fuel) => ({ result, goal: result.goal, fuel })),
  ),
  ...goals.flatMap((goal) =>
    (goal.evaluation?.fuel ?? []).map((fuel) => ({ result: null, goal, fuel })),
  ),
];

/** Fields that say of a KPI what the goal itself says where there is no KPI. */
const GOAL_FIELDS = ['goal_id', 'goal', 'goal_order', 'strategy'];

function whoCells(results: Results): Cells<FuelRow> {
  const goal = goalCells<FuelRow>(results, (row) => row.goal);
  return {
    ...kpiCells<FuelRow>(results, ({ result }) => result),
    ...Object.fromEntries(GOAL_FIELDS.map((id) => [id, goal[id]])),
  };
}

function nextStopText({ nextStopIndex }: FuelEvaluation, book: SentenceBook): string {
  if (nextStopIndex.value === null) return '';
  return atLeast(nextStopIndex.value, 1) ? book.fuelToNextStop : book.fuelNotToNextStop;
}

/** A resource's unit is free text; a currency code is money. */
function amountText(value: number, unitText: string, language: Language): string {
  const unit: Unit = isCurrency(unitText)
    ? { kind: 'currency', currency: unitText }
    : { kind: 'number' };
  const text = formatValue(value, { unit, decimals: null, language });
  return unit.kind === 'currency' || unitText === '' ? text : `${text} ${unitText}`;
}

/** What has run out lasts no days, and whether what is not used yet lasts nobody knows. */
function lastsText({ daysLeft, left }: FuelEvaluation, language: Language): string {
  const days = daysLeft.value;
  if (days === null || left.value === null || left.value <= 0) return '';
  const style = { unit: { kind: 'days' }, decimals: 0, language } as const;
  return sentencesIn(language).fuelLasts(formatValue(Math.floor(days), style));
}

/** "enough", "not known yet, nothing was used" */
function statusText({ status, index }: FuelEvaluation, book: SentenceBook): string {
  const text = inSentence(book.fuelStatuses[status]);
  return status !== 'unknown' || index.reason === null
    ? text
    : `${text}, ${book.reasons[index.reason]}`;
}

/** "€ 12,000 of € 30,000 left, € 22,000 needed: short; lasts 30 days." */
function fuelText({ fuel }: FuelRow, language: Language): string | null {
  const book = sentencesIn(language);
  const [left, budget, need] = [fuel.left, fuel.budget, fuel.need].map(numberOf);
  if (left === null || budget === null) return null;
  const amount = (value: number) => amountText(value, fuel.unit, language);
  const now =
    left < 0
      ? book.fuelOver(amount(-left), amount(budget))
      : book.fuelLeft(amount(left), amount(budget));
  const needed = need === null || need === 0 ? '' : book.fuelNeed(amount(need));
  const ahead = `${lastsText(fuel, language)}${nextStopText(fuel, book)}`;
  return `${now}${needed}: ${statusText(fuel, book)}${ahead}.`;
}

const leftWhereNeeded = ({ fuel }: FuelRow): number | null =>
  fuel.index.value === null ? null : numberOf(fuel.left);

const needWhereLeft = ({ fuel }: FuelRow): number | null =>
  fuel.index.value === null ? null : numberOf(fuel.need);

/** One row per KPI and resource that feeds it. */
export const resourcesColumns = columnsFrom(rowsOf, (results): Cells<FuelRow> => {
  const { language } = results.input;
  return {
    ...whoCells(results),
    resource: ({ fuel }) => fuel.resource,
    // Never blank: numbers are guarded by it.
    resource_unit: ({ fuel }) => fuel.unit.trim() || 'number',
    resource_channel: ({ fuel }) => fuel.channel,
    resource_date: ({ fuel }) => dateCell(fuel.day),
    fuel_status_label: ({ fuel }) => sentencesIn(language).fuelStatuses[fuel.status],
    fuel_text: (row) => fuelText(row, language),
    ...figuresOf(({ fuel }: FuelRow) => fuel, {
      budget: 'budget',
      used: 'used',
      left: 'left',
      need: 'need',
      completion_estimate: 'completionEstimate',
      fuel_index: 'index',
      fuel_days_left: 'daysLeft',
      next_stop_fuel_index: 'nextStopIndex',
    }),
    [baseOf('fuel_index')]: leftWhereNeeded,
    [denominatorOf('fuel_index')]: needWhereLeft,
  };
});
