import type { SentenceBook } from '../../language/en/sentences.ts';
import { fullDate } from '../../language/format-date.ts';
import { formatValue } from '../../language/format-number.ts';
import { inSentence } from '../../language/kpi-view.ts';
import { sentencesIn } from '../../language/languages.ts';
import type { FuelEvaluation } from '../../model/evaluation.ts';
import type { Unit } from '../../model/measure.ts';
import { atLeast } from '../../model/quantity.ts';
import type { Language, ResourceRow } from '../../model/workspace.ts';
import { isCurrency } from '../currency-type.ts';
import type { FuelBlock } from '../resources.ts';
import type { GoalResult, KpiResult, Results } from '../results.ts';

/** After the days that it lasts, or as a sentence of its own. */
function nextStopText({ nextStopIndex, daysLeft }: FuelEvaluation, book: SentenceBook): string {
  if (nextStopIndex.value === null) return '';
  const words = atLeast(nextStopIndex.value, 1) ? book.fuelToNextStop : book.fuelNotToNextStop;
  return daysLeft.value === null ? words.alone : words.after_days;
}

/** A resource's unit is free text; a currency code is money. */
function amountText(value: number, unitText: string, language: Language): string {
  const unit: Unit = isCurrency(unitText)
    ? { kind: 'currency', currency: unitText }
    : { kind: 'number', word: unitText === '' ? undefined : unitText };
  return formatValue(value, { unit, decimals: null, language });
}

/** What has run out lasts no days, and whether what is not used yet lasts nobody knows. */
function lastsText({ daysLeft, ranOutDay, status }: FuelEvaluation, language: Language): string {
  const days = daysLeft.value;
  if (status === 'out_of_fuel' && ranOutDay !== null) {
    return sentencesIn(language).fuelRanOut(fullDate(ranOutDay, language));
  }
  if (days === null) return '';
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

function fuelText(fuel: FuelEvaluation, language: Language): string | null {
  const book = sentencesIn(language);
  const [left, budget, need] = [fuel.left.value, fuel.budget.value, fuel.need.value];
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

/** What stands beside the newest of its rows that says anything. */
function noteOf(
  resources: readonly ResourceRow[],
  { resource, channel, unit }: FuelEvaluation,
  isOwn: (row: ResourceRow) => boolean,
): string {
  const name = resource.toLowerCase();
  const said = resources.filter(
    (row) =>
      row.note !== '' &&
      row.resource.toLowerCase() === name &&
      row.channel === channel &&
      row.unit === unit &&
      isOwn(row),
  );
  const [newest] = said.sort((a, b) => (b.day ?? 0) - (a.day ?? 0) || b.order - a.order);
  return newest?.note ?? '';
}

/** Resources of KPIs, then those of goals as a whole. */
export function fuelBlocks({ kpis, goals, input }: Results): FuelBlock[] {
  const { resources } = input.workspace;
  const block = (result: KpiResult | null, goal: GoalResult | null, fuel: FuelEvaluation) => {
    const isOwn = ({ kpiId, goalId }: ResourceRow): boolean =>
      result === null ? goalId === goal?.goal.id : kpiId === result.kpi.id;
    const parts = [fuelText(fuel, input.language), noteOf(resources, fuel, isOwn)];
    return { result, goal, fuel, text: parts.filter(Boolean).join(' ') || null };
  };
  return [
    ...kpis.flatMap((own) => own.evaluation.fuel.map((fuel) => block(own, own.goal, fuel))),
    ...goals.flatMap((own) => (own.evaluation?.fuel ?? []).map((fuel) => block(null, own, fuel))),
  ];
}
