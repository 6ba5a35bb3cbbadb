import { opportunityText } from '../../language/explain-way-out.ts';
import { formatDistance } from '../../language/format-number.ts';
import { styleOf } from '../../language/kpi-view.ts';
import type { DriverEvaluation } from '../../model/evaluation.ts';
import { displayed } from '../display-unit.ts';
import type { DriverBlock } from '../drivers.ts';
import type { KpiResult, Results } from '../results.ts';

function driverText(
  { name, against, contribution: { value: amount } }: DriverEvaluation,
  outcome: KpiResult | null,
  { book, input }: Results,
): string | null {
  if (outcome === null || amount === null) return null;
  if (amount === 0) return book.driver(name, book.noChange);
  const words = book.against[against];
  const size = formatDistance(amount, styleOf(outcome.measure, input.language));
  return book.driver(name, (amount > 0 ? words.more : words.less)(size));
}

export const driverBlocks = (results: Results): DriverBlock[] =>
  results.input.evaluation.drivers.map((driver) => {
    const { name, opportunity, contribution, outcomeKpiId } = driver;
    const outcome = results.kpi(outcomeKpiId);
    const { language } = results.input;
    return {
      driver,
      goal: results.goal(driver.goalId),
      contribution:
        contribution.value === null ? null : displayed(contribution.value, outcome?.unit ?? ''),
      text: driverText(driver, outcome, results),
      opportunityText:
        opportunity === null
          ? null
          : opportunityText(name, { ...opportunity, isCeiling: false }, language),
    };
  });
