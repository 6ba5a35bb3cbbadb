import { type Columns, essential, fieldsIn } from './column.ts';

const who = fieldsIn('who');
const quality = fieldsIn('quality');

/** Whose numbers: the same in every row of every table. */
export const BOOK = {
  organisation: who.text((_, { stamps }) => stamps.organisation),
  workbook_id: who.text((_, { stamps }) => stamps.workbookId),
} satisfies Columns<unknown>;

/** Of when, and what to know before reading: the same in every row of every table. */
export const STAMPS = {
  view_date: essential(quality.date((_, { input }) => input.viewDay)),
  recalculated_at: quality.moment((_, { stamps }) => stamps.recalculatedAt),
  recalculated_text: essential(quality.text((_, { stamps }) => stamps.recalculatedText)),
  view_note: essential(quality.text((_, { stamps }) => stamps.viewNote)),
} satisfies Columns<unknown>;
