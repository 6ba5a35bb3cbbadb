import type { Language } from '../model/workspace.ts';
import { FIELD_BOOKS } from './connector-languages.ts';
import type { FieldBook } from './en/fields.ts';

type OwnId = keyof FieldBook['fields'];

/** A field with words of its own, or one that says it in another way or of something else. */
export type FieldId =
  | OwnId
  | `${OwnId}_${'money' | 'percent' | 'text'}`
  | `${'snapshot' | 'interval' | 'goal' | 'milestone'}_${OwnId}`;

interface FieldWords {
  readonly label: string;
  readonly help: string;
}

/** Within a sentence a label begins with a small letter. */
const filled = (pattern: string, words: string): string =>
  pattern.startsWith('*')
    ? pattern.replace('*', words)
    : pattern.replace('*', words.charAt(0).toLowerCase() + words.slice(1));

/** What a field is called, and what it is in a few words. */
export function fieldWords(id: FieldId, language: Language): FieldWords {
  const { fields, variants } = FIELD_BOOKS[language];
  const own: Readonly<Record<string, FieldWords | undefined>> = fields;
  const known = own[id];
  if (known !== undefined) return known;
  for (const [pattern, words] of Object.entries(variants)) {
    const [before, after] = pattern.split('*');
    if (!id.startsWith(before) || !id.endsWith(after)) continue;
    const inner = id.slice(before.length, id.length - after.length);
    // What is counted in a goal is a count of its own.
    const base = own[after.endsWith('_count') ? inner + after : inner];
    if (base === undefined) continue;
    return { label: filled(words.label, base.label), help: filled(words.help, base.help) };
  }
  throw new Error(`There are no words for the field ${id}`);
}
