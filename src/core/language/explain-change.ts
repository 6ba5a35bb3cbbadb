import type { Comparison } from '../model/evaluation.ts';
import { nearlyEqual } from '../model/quantity.ts';
import { formatDistance } from './format-number.ts';
import { inSentence, type KpiView, writerFor } from './kpi-view.ts';

/** "Since 7 Feb: from at risk to on course, progress 5 points up." */
export function explainChange(view: KpiView, { before, progressChange }: Comparison): string {
  const { book, day, style } = writerFor(view);
  const { status } = view.evaluation;
  const parts: string[] = [];
  if (before.status !== status) {
    parts.push(
      book.fromTo(inSentence(book.statuses[before.status]), inSentence(book.statuses[status])),
    );
  }
  if (progressChange !== null && !nearlyEqual(progressChange, 0)) {
    const inPoints = { ...style, unit: { kind: 'percent' }, decimals: null } as const;
    const points = formatDistance(progressChange, inPoints);
    parts.push(progressChange > 0 ? book.progressUp(points) : book.progressDown(points));
  }
  return `${book.since(day(before.day))}${parts.length === 0 ? book.noChange : parts.join(', ')}.`;
}
