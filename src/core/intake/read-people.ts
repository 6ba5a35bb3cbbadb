import type { Person } from '../model/workspace.ts';
import type { FoundTab } from './find-header.ts';
import { CHOICE_LISTS } from './layout/choice-lists.ts';
import type { ReadContext } from './read-context.ts';
import { rowsOf } from './tab-row.ts';

const EMAIL = /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/;

/** The People tab; somebody without a usable address is an issue and gets no mail. */
export function readPeople(tab: FoundTab | null, context: ReadContext): Person[] {
  return (tab === null ? [] : rowsOf(tab, context)).flatMap((row): Person[] => {
    const email = row.text('email');
    if (!row.has('name')) row.report('E_BLANK', {}, 'name');
    if (email === '' || !EMAIL.test(email)) {
      if (email === '') row.report('E_BLANK', {}, 'email');
      else row.report('E_EMAIL', { received: email }, 'email');
      return [];
    }
    return [
      {
        name: row.text('name'),
        email,
        team: row.text('team'),
        digest: row.choice('digest', CHOICE_LISTS.digest_for) ?? 'off',
        language: row.choice('language', CHOICE_LISTS.language),
      },
    ];
  });
}
