import type { TableId } from '../core/tables/result-tables.ts';

/** A place in the panel of a chart where a field is dropped. */
export interface Slot {
  readonly type: 'DIMENSION' | 'METRIC';
  /** In both languages: a panel has only one text for all who see it. */
  readonly label: string;
  readonly isNeeded: boolean;
  /** The field that belongs there, by the table that the chart is fed with. */
  readonly fields: Partial<Readonly<Record<TableId, string>>>;
}

export type Slots = Readonly<Record<string, Slot>>;

export const dimension = (label: string, fields: Slot['fields'], isNeeded = false): Slot => ({
  type: 'DIMENSION',
  label,
  isNeeded,
  fields,
});

export const metric = (label: string, fields: Slot['fields'], isNeeded = false): Slot => ({
  type: 'METRIC',
  label,
  isNeeded,
  fields,
});
