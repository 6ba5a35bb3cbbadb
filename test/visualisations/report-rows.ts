import type { ReportMessage } from '../../src/visualisations/message.ts';
import type { RouteSlot } from '../../src/visualisations/route-slots.ts';

type Cells = Readonly<Record<string, unknown>>;

/** What the library hands over: a list of values for each place that has a field. */
export function messageOf(
  rows: readonly Cells[],
  other: Partial<ReportMessage> = {},
): ReportMessage {
  const slots = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const field = (slot: string) =>
    [{ id: `qt_${slot}`, name: slot, type: 'TEXT', concept: 'DIMENSION' }] as never;
  return {
    tables: {
      DEFAULT: rows.map((row) =>
        Object.fromEntries(slots.map((slot) => [slot, [row[slot] ?? null]])),
      ) as never,
    },
    fields: Object.fromEntries(slots.map((slot) => [slot, field(slot)])),
    style: {},
    interactions: {},
    ...other,
  };
}

export const AROUND = { width: 900, height: 460, locale: 'en-GB' };

export type RouteCells = Partial<Record<RouteSlot, unknown>>;
