import type { Evaluation } from '../model/evaluation.ts';
import type { Measure } from '../model/measure.ts';
import type { ReadWhatIf, SupposedChange } from '../model/what-if.ts';
import type { Language } from '../model/workspace.ts';
import { formatDistance, formatShareChange } from './format-number.ts';
import { sentencesIn } from './languages.ts';

/** Conversion +10% · Budget +€5,000 */
function changeText(
  { name, measureId, change }: SupposedChange,
  measures: readonly Measure[],
  language: Language,
): string {
  if (change.kind === 'share') return `${name} ${formatShareChange(change.share, language)}`;
  const { unit, decimals } = measures.find(({ id }) => id === measureId) ?? PLAIN;
  const size = formatDistance(change.amount, { unit, decimals, language });
  return `${name} ${change.amount < 0 ? '-' : '+'}${size}`;
}

const PLAIN: Pick<Measure, 'unit' | 'decimals'> = { unit: { kind: 'number' }, decimals: null };

/**
 * What was supposed, what of it moves no forecast, and what was left out with the reason; '' where
 * nothing was asked.
 */
export function explainWhatIf(
  { changes, refused }: ReadWhatIf,
  { kpis }: Evaluation,
  measures: readonly Measure[],
  language: Language,
): string {
  const book = sentencesIn(language);
  const moving = new Set(kpis.flatMap(({ forecast }) => forecast.supposed));
  const unmoved = changes.filter((_, at) => !moving.has(at)).map(({ name }) => name);
  const texts = changes.map((change) => changeText(change, measures, language));
  const reasons = refused.map(({ text, why, nearest }) => {
    const hint = nearest === null ? '' : `; ${book.whatIfNearest(nearest)}`;
    return `"${text}" (${book.whatIfReasons[why]}${hint})`;
  });
  return [
    changes.length === 0 ? '' : book.whatIf(texts.join('; ')),
    unmoved.length === 0 ? '' : book.whatIfUnmoved([...new Set(unmoved)].join(', ')),
    reasons.length === 0 ? '' : book.whatIfRefused(reasons.join('; ')),
  ]
    .filter((text) => text !== '')
    .join(' ');
}
