import { type Table, tableOf } from './table.ts';

/** What a stamp says, as a sentence that another one may follow. */
const ended = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** The table with this sentence after what this stamp says already; '' changes nothing. */
export function withNote(
  table: Table,
  note: string,
  stamp: 'view_note' | 'recalculated_text' = 'view_note',
): Table {
  if (note === '') return table;
  const noted = table
    .part(stamp)
    .map((part) => (part === null || part === '' ? note : `${ended(String(part))} ${note}`));
  return tableOf(table, (id) => (id === stamp ? noted : table.part(id)));
}
