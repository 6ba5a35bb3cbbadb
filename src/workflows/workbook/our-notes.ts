import type { CellPlace } from '../../core/model/a1-notation.ts';
import { type Issue, worstFirst } from '../../core/model/issue.ts';

/** How a note of ours begins; every other note is somebody's own. */
const OUR_NOTE = 'Koers:';

/** A workbook full of mistakes still gets a write of bounded size; the checks tab has them all. */
const MOST_NOTES = 300;
const LONGEST_NOTE = 500;

export const isOurNote = (text: string): boolean => text.startsWith(OUR_NOTE);

/** The sentences of a note of ours, one for each finding. */
export const saidIn = (note: string): string[] => note.slice(OUR_NOTE.length).trim().split('\n');

/**
 * Our note for each cell that something is wrong with, errors first where there are too many.
 *
 * @param keyOf what a cell goes by; null for one that gets no note
 */
export function noteTexts(
  issues: readonly Issue[],
  describe: (issue: Issue) => string,
  keyOf: (place: CellPlace) => string | null,
): Map<string, string> {
  const notes = new Map<string, string>();
  for (const issue of worstFirst(issues)) {
    const key = keyOf(issue.place);
    if (key === null) continue;
    const known = notes.get(key);
    if (known === undefined && notes.size >= MOST_NOTES) continue;
    const text =
      known === undefined ? `${OUR_NOTE} ${describe(issue)}` : `${known}\n${describe(issue)}`;
    notes.set(key, text.slice(0, LONGEST_NOTE));
  }
  return notes;
}
