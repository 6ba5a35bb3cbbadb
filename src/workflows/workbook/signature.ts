import type { WorkbookFacts } from '../ports.ts';
import type { WorkbookChange } from '../workbook-change.ts';

/** The mark as it is, by which the write is known to be done when Google's answer got lost. */
export const signature = ({ mark }: WorkbookFacts): WorkbookChange => ({
  kind: 'set_mark',
  id: mark?.id ?? null,
  text: mark?.text ?? '',
});
