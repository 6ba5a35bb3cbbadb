import { cellPosition } from '../../core/model/a1-notation.ts';
import type { Issue } from '../../core/model/issue.ts';
import type { CellNote, TabLook, WorkbookFacts } from '../ports.ts';
import { inputTabs } from '../workbook/koers-tabs.ts';
import { type InputChange, OUR_NOTE } from '../workbook/write-inputs.ts';

/** A workbook full of mistakes still gets a write of bounded size; the checks tab has them all. */
const MOST_NOTES = 300;
const LONGEST_NOTE = 500;

const placeKey = (sheetId: number, row: number, column: number): string =>
  `${sheetId}/${row}/${column}`;

/** Text of our note per cell, errors first where there are too many. */
function wantedNotes(
  facts: WorkbookFacts,
  issues: readonly Issue[],
  describe: (issue: Issue) => string,
): Map<string, string> {
  const tabs = new Map(inputTabs(facts).map((tab) => [tab.title, tab.sheetId]));
  const byWeight = [
    ...issues.filter(({ severity }) => severity === 'error'),
    ...issues.filter(({ severity }) => severity === 'warning'),
  ];
  const notes = new Map<string, string>();
  for (const issue of byWeight) {
    const sheetId = tabs.get(issue.place.tab);
    const position = issue.place.cell === null ? null : cellPosition(issue.place.cell);
    if (sheetId === undefined || position === null) continue;
    const key = placeKey(sheetId, position.row, position.column);
    const known = notes.get(key);
    if (known === undefined && notes.size >= MOST_NOTES) continue;
    const text =
      known === undefined ? `${OUR_NOTE} ${describe(issue)}` : `${known}\n${describe(issue)}`;
    notes.set(key, text.slice(0, LONGEST_NOTE));
  }
  return notes;
}

const isOurs = ({ text }: CellNote): boolean => text.startsWith(OUR_NOTE);

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
      if (isOurs(present) && present.text !== note) {
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
