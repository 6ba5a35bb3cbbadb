import type { IdToWrite } from '../../core/intake/rows/read-context.ts';
import { cellPosition } from '../../core/model/a1-notation.ts';
import type { WorkbookFacts } from '../ports.ts';
import { inputTabs } from './koers-tabs.ts';
import type { InputChange } from './write-inputs.ts';

/** Blank id cells, filled. */
export function idChanges(facts: WorkbookFacts, ids: readonly IdToWrite[]): InputChange[] {
  const tabs = new Map(inputTabs(facts).map((tab) => [tab.title, tab.sheetId]));
  return ids.flatMap(({ tab, cell, id }): InputChange[] => {
    const sheetId = tabs.get(tab);
    const position = cellPosition(cell);
    if (sheetId === undefined || position === null) return [];
    return [{ kind: 'write_cells', sheetId, ...position, height: 1, width: 1, rows: [[id]] }];
  });
}
