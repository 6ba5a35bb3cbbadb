import { cellPosition } from '../../core/model/a1-notation.ts';
import type { Issue } from '../../core/model/issue.ts';
import type { TabLook, WorkbookFacts } from '../ports.ts';
import { inputTabs } from '../workbook/koers-tabs.ts';
import { isOurNote, noteTexts } from '../workbook/our-notes.ts';
import type { InputChange } from '../workbook/write-inputs.ts';

const placeKey = (sheetId: number, row: number, column: number): string =>
  `${sheetId}/${row}/${column}`;

/** Text of our note per cell. */
function wantedNotes(
  facts: WorkbookFacts,
  issues: readonly Issue[],
  describe: (issue: Issue) => string,
): Map<string, string> {
  const tabs = new Map(inputTabs(facts).map((tab) => [tab.title, tab.sheetId]));
  return noteTexts(issues, describe, ({ tab, cell }) => {
    const sheetId = tabs.get(tab);
    const position = cell === null ? null : cellPosition(cell);
    if (sheetId === undefined || position === null) return null;
    return placeKey(sheetId, position.row, position.column);
  });
}

/**
 * Notes on the cells that something is wrong with. A note that somebody wrote stays; a note of
 * ours that no longer holds goes; one that still holds is left alone. Without looks, because the
 * workbook is too large for them, nothing is known about notes and none is written.
 */
export function noteChanges(
  facts: WorkbookFacts,
  looks: readonly TabLook[],
  issues: readonly Issue[],
  describe: (issue: Issue) => string,
): InputChange[] {
  if (looks.length === 0) return [];
  const inputs = new Set(inputTabs(facts).map(({ sheetId }) => sheetId));
  const wanted = wantedNotes(facts, issues, describe);
  const changes: InputChange[] = [];
  for (const look of looks) {
    const { sheetId } = look;
    if (!inputs.has(sheetId)) continue;
    for (const present of look.notes) {
      const { row, column } = present;
      const key = placeKey(sheetId, row, column);
      const note = wanted.get(key) ?? '';
      wanted.delete(key);
      if (isOurNote(present.text) && present.text !== note) {
        changes.push({ kind: 'write_note', sheetId, row, column, note });
      }
    }
  }
  for (const [key, note] of wanted) {
    const [sheetId, row, column] = key.split('/').map(Number);
    changes.push({ kind: 'write_note', sheetId, row, column, note });
  }
  return changes;
}
