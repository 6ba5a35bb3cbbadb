import { choiceSpellings } from '../../language/tab-words.ts';
import { CHOICES, type ChoiceCode, type ChoiceListId } from '../../layout/choices.ts';
import { normaliseText } from '../sheet/normalise-text.ts';
import { bad, type CellReading, read, shown } from './cell-reading.ts';
import { readText } from './read-text.ts';

/**
 * A choice by its code, its name in any language, or a synonym. A ticked box is "yes".
 *
 * @param or what the cell may hold besides, as it is typed
 */
export function readChoice<List extends ChoiceListId>(
  cell: unknown,
  list: List,
  or: readonly string[] = [],
): CellReading<ChoiceCode<List>> {
  const text = readText(typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : cell);
  if (text.kind !== 'value') return text;
  const code = choiceCode(text.value, list);
  return code === null ? notAChoice(cell, list, or) : read(code);
}

export function choiceCode<List extends ChoiceListId>(
  text: string,
  list: List,
): ChoiceCode<List> | null {
  const codes: readonly ChoiceCode<List>[] = CHOICES[list];
  const position = positionsOf(list).get(normaliseText(text));
  return position === undefined ? null : codes[position];
}

const positionsOfList = new Map<ChoiceListId, ReadonlyMap<string, number>>();

/** Where in the list each spelling leads; a spelling of two choices means the first. */
function positionsOf(list: ChoiceListId): ReadonlyMap<string, number> {
  const known = positionsOfList.get(list);
  if (known !== undefined) return known;
  const positions = new Map<string, number>();
  CHOICES[list].forEach((code, position) => {
    const { names, synonyms } = choiceSpellings(list, code);
    for (const spelling of [code, ...names, ...synonyms]) {
      const key = normaliseText(spelling);
      if (!positions.has(key)) positions.set(key, position);
    }
  });
  positionsOfList.set(list, positions);
  return positions;
}

export const notAChoice = (cell: unknown, list: ChoiceListId, or: readonly string[] = []) =>
  bad('E_CHOICE', { received: shown(cell), expected: { choices: list, or } });
