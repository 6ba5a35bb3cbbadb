import { columnEntries } from '../../core/layout/sheet-layout.ts';
import { columnLetters, tabRange } from '../../core/model/a1-notation.ts';
import type { Offered } from '../input-tabs/planned-tab.ts';
import type { WorkbookChange } from '../workbook-change.ts';
import type { SeenTab } from './seen-tabs.ts';

type Choices = Extract<WorkbookChange, { kind: 'offer_choices' }>['choices'];

/**
 * A list of names follows the column it stands in, however long that grows: where that column is
 * in a tab that is there, or where it will be in a new one.
 */
export function choicesOf(offered: Offered, seen: readonly SeenTab[]): Choices {
  if (offered.kind === 'values') return offered;
  const { title, column: planned } = offered;
  const tab = seen.find(({ facts }) => facts.title === title);
  const found = tab?.kind === 'ours' ? tab.found : null;
  const [id] = columnEntries(tab?.layout.id ?? 'kpis')[planned];
  const column = found?.columnOf[id] ?? planned;
  const letter = columnLetters(column);
  const firstRow = (found?.headerRow ?? 0) + 2;
  return { kind: 'cells', range: tabRange(title, `${letter}${firstRow}:${letter}`) };
}
