import { clearInteraction, InteractionType, sendInteraction } from '@google/dscc';
import { fieldIn, type ReportMessage } from './message.ts';
import { FILTER_ID } from './panel.ts';

interface Filter {
  readonly concepts?: readonly string[];
  readonly values?: ReadonlyArray<readonly unknown[]>;
}

/** What this chart filters the report on, by the field of the slot; null where on nothing. */
export function filteredOn(message: ReportMessage, slot: string): string | null {
  // SAFETY: of what the library passes on, any part may be missing, and each is asked for.
  const action = message.interactions[FILTER_ID]?.value as { data?: Filter } | undefined;
  const { concepts, values } = action?.data ?? {};
  const field = fieldIn(message, slot);
  const value = values?.[0]?.[0] ?? null;
  return field === null || concepts?.[0] !== field.id || value === null ? null : String(value);
}

/** Filters the report on a value, or lets go of it; not where the editor has no filter declared. */
export function toggleFilter(message: ReportMessage, slot: string, value: string): void {
  const field = fieldIn(message, slot);
  if (field === null || message.interactions[FILTER_ID] === undefined) return;
  if (filteredOn(message, slot) === value) {
    clearInteraction(FILTER_ID, InteractionType.FILTER, undefined);
  } else {
    const filter = { concepts: [field.id], values: [[value]] };
    sendInteraction(FILTER_ID, InteractionType.FILTER, filter);
  }
}
