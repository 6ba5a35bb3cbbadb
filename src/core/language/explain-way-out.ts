import type { Opportunity, WayOut } from '../model/evaluation.ts';
import type { Language } from '../model/workspace.ts';
import { formatShare, formatShareChange } from './format-number.ts';
import type { KpiView } from './kpi-view.ts';
import { sentencesIn } from './languages.ts';

/** "To still arrive on time: visitors +14 %, or conversion +14 %, or both +6.8 %." */
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
export function wayOutOf({ evaluation, language }: KpiView): string | null {
  const { status, wayOut } = evaluation;
  const isSteered = status === 'at_risk' || status === 'off_course';
  return isSteered && wayOut !== null ? wayOutText(wayOut, language) : null;
}
