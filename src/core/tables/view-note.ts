import { type Table, tableOf } from './table.ts';

/** The table with this sentence after what its note says already; '' changes nothing. */
export function withNote(table: Table, note: string): Table {
  if (note === '') return table;
  const noted = table
    .part('view_note')
    .map((part) => (part === null || part === '' ? note : `${part} ${note}`));
  return tableOf(table, (id) => (id === 'view_note' ? noted : table.part(id)));
}
