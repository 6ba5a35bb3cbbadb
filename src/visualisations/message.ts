import type { Field, InteractionsById, ObjectRow, StyleById, ThemeStyle } from '@google/dscc';
import { type Day, dayFromCivil, isCivilDate } from '../core/model/calendar-date.ts';

/** The parts of a message of the library that a picture is made from; any of them may be missing. */
export interface ReportMessage {
  readonly tables: { readonly DEFAULT: readonly ObjectRow[] };
  readonly fields: Readonly<Record<string, readonly Field[]>>;
  readonly style: StyleById;
  readonly theme?: Partial<ThemeStyle>;
  readonly interactions: InteractionsById;
}

/** A row by slot. What is absent, empty or unreadable is null, never 0. */
export interface SlotRow<Slot extends string> {
  text(slot: Slot): string | null;
  day(slot: Slot): Day | null;
  number(slot: Slot): number | null;
}

/** 20260214, 202602 or 2026, with or without dashes and a time behind. */
function dayOf(text: string | null): Day | null {
  const match = /^(\d{4})-?(\d{2})?-?(\d{2})?/.exec(text ?? '');
  if (match === null) return null;
  const [year, month, dayOfMonth] = match.slice(1).map((part) => Number(part ?? 1));
  return isCivilDate(year, month, dayOfMonth) ? dayFromCivil(year, month, dayOfMonth) : null;
}

function slotRow<Slot extends string>(row: ObjectRow): SlotRow<Slot> {
  const text = (slot: Slot): string | null => {
    const value: unknown = row[slot]?.[0];
    const said = ['string', 'number', 'boolean'].includes(typeof value) ? `${value}`.trim() : '';
    return said === '' || said === 'null' ? null : said;
  };
  return {
    text,
    day: (slot) => dayOf(text(slot)),
    number: (slot) => {
      const said = text(slot);
      const value = said === null ? Number.NaN : Number(said);
      return Number.isFinite(value) ? value : null;
    },
  };
}

export const rowsOf = <Slot extends string>({ tables }: ReportMessage): SlotRow<Slot>[] =>
  (tables.DEFAULT ?? []).map((row) => slotRow<Slot>(row));

export const fieldIn = ({ fields }: ReportMessage, slot: string): Field | null =>
  fields[slot]?.[0] ?? null;
