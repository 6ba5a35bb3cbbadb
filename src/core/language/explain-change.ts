import { nearlyEqual } from '../model/quantity.ts';
import type { HistoryRow } from '../model/record.ts';
import { formatDistance } from './format-number.ts';
import { inSentence, type KpiView, writerFor } from './kpi-view.ts';

/** "Since 7 Feb: from at risk to on course, progress 5 points up." */
export function explainChange(view: KpiView, before: HistoryRow): string {
  const { book, day, style } = writerFor(view);
  const { status, progress } = view.evaluation;
  const parts: string[] = [];
  if (before.status !== status) {
    parts.push(
      book.fromTo(inSentence(book.statuses[before.status]), inSentence(book.statuses[status])),
    );
  }
  if (progress.value !== null && before.progress !== null) {
    const change = progress.value - before.progress;
    const points = formatDistance(change, { ...style, unit: { kind: 'percent' }, decimals: null });
    if (!nearlyEqual(change, 0)) {
      parts.push(change > 0 ? book.progressUp(points) : book.progressDown(points));
    }
  }
  return `${book.since(day(before.day))}${parts.length === 0 ? book.noChange : parts.join(', ')}.`;
}
