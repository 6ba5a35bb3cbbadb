import type { Opportunity, WayOut } from '../model/evaluation.ts';
import type { Language } from '../model/workspace.ts';
import { neededOfForeseen } from './explain-forecast.ts';
import { formatShare, formatShareChange } from './format-number.ts';
import type { KpiView } from './kpi-view.ts';
import { sentencesIn } from './languages.ts';

/** "To still arrive on time: visitors +14%, or conversion +14%, or both +6.8%." */
export function wayOutText({ ways, together, isCeiling }: WayOut, language: Language): string {
  const book = sentencesIn(language);
  const texts = ways.map(({ name, change }) => `${name} ${formatShareChange(change, language)}`);
  if (together !== null) {
    const all = together.count === 2 ? book.both : book.all;
    texts.push(all(formatShareChange(together.change, language)));
  }
  return (isCeiling ? book.withinIf : book.onTimeIf)(texts.join(book.or));
}

/** What one driver or channel would do: bring it there in time, or close a part of the gap. */
export function opportunityText(
  name: string,
  { change, closes, isCeiling }: Omit<Opportunity, 'rank'> & Pick<WayOut, 'isCeiling'>,
  language: Language,
): string {
  if (closes >= 1) {
    return wayOutText({ isCeiling, ways: [{ name, change }], together: null }, language);
  }
  const share = formatShare(closes, language);
  return sentencesIn(language).closesPart(name, formatShareChange(change, language), share);
}

/** For a KPI that must be steered; null where nothing needs to change. */
export function wayOutOf(view: KpiView): string | null {
  const { evaluation, language } = view;
  const { status, wayOut } = evaluation;
  const isSteered = status === 'at_risk' || status === 'off_course';
  // Past three times what is foreseen it is the plan that must change, or the route.
  const isWithinReach = evaluation.judgedAs !== 'way' || neededOfForeseen(view) !== 'beyond';
  return isSteered && isWithinReach && wayOut !== null ? wayOutText(wayOut, language) : null;
}
