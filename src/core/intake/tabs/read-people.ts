import type { Person } from '../../model/workspace.ts';
import type { RowOf } from '../rows/tab-row.ts';

const EMAIL = /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/;

/** The People tab; somebody without a usable address is an issue and gets no mail. */
export function readPeople(rows: readonly RowOf<'people'>[]): Person[] {
  return rows.flatMap((row): Person[] => {
    const email = row.read('email');
    if (!row.has('name')) row.report('E_BLANK', {}, 'name');
    if (email === '' || !EMAIL.test(email)) {
      if (email === '') row.report('E_BLANK', {}, 'email');
      else row.report('E_EMAIL', { received: email }, 'email');
      return [];
    }
    return [
      {
        name: row.read('name'),
        email,
        team: row.read('team'),
        digest: row.read('digest') ?? 'off',
        language: row.read('language'),
      },
    ];
  });
}
