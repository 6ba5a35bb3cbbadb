import type { Choice } from '../layout/choice-lists.ts';
import { normaliseText } from '../normalise-text.ts';
import { bad, type CellReading, read, shown } from './cell-reading.ts';
import { readText } from './read-text.ts';

/** A choice by its code, its English or Dutch name, or a synonym. A ticked box is "yes". */
export function readChoice<Code extends string>(
  cell: unknown,
  choices: readonly Choice<Code>[],
): CellReading<Code> {
  const text = readText(typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : cell);
  if (text.kind !== 'value') return text;
  const code = choiceCode(text.value, choices);
  return code === null ? notAChoice(cell, choices) : read(code);
}

export function choiceCode<Code extends string>(
  text: string,
  choices: readonly Choice<Code>[],
): Code | null {
  const key = normaliseText(text);
  const found = choices.find(
    ({ code, name, synonyms }) =>
      key === code ||
      key === name.en.toLowerCase() ||
      key === name.nl.toLowerCase() ||
      synonyms.includes(key),
  );
  return found?.code ?? null;
}

export function notAChoice(cell: unknown, choices: readonly Choice[]): CellReading<never> {
  return bad('E_CHOICE', {
    received: shown(cell),
    expectedEn: choices.map(({ name }) => name.en).join(', '),
    expectedNl: choices.map(({ name }) => name.nl).join(', '),
  });
}
