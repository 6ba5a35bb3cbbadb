import type { TableId } from '../../src/core/tables/result-tables.ts';
import type { Column, QueryResult } from '../../src/preview/data-studio/query-types.ts';
import { panelOf } from '../../src/visualisations/panel.ts';
import type { Slots } from '../../src/visualisations/slot.ts';

/** What a report is besides its data. */
export interface ReportChoices {
  readonly language?: 'auto' | 'en' | 'nl';
  readonly shade?: 'auto' | 'light' | 'dark';
  readonly paper?: string;
  readonly ink?: string;
  /** The value that the chart filters the report on, of the field of this slot. */
  readonly filter?: { readonly slot: string; readonly value: string };
}

/** Slots that the table has a field for, with that field. */
const slotsFor = (slots: Slots, table: TableId): [slot: string, field: string][] =>
  Object.entries(slots).flatMap(([slot, { fields }]) => {
    const field = fields[table];
    return field === undefined ? [] : [[slot, field] as [string, string]];
  });

/** The fields to ask of a table, so that every slot it has one for is filled. */
export function queryFor(slots: Slots, table: TableId) {
  const filled = slotsFor(slots, table);
  const ofType = (type: string) =>
    filled.filter(([slot]) => slots[slot].type === type).map(([, field]) => field);
  return { dimensions: ofType('DIMENSION'), metrics: ofType('METRIC') };
}

/** Fields of a report have ids of their own, never those of the connector. */
const reportId = (name: string): string => `qt_${name}`;

/** What Data Studio posts to a visualisation: its fields, rows, styles, theme and filter. */
export function reportMessage(
  slots: Slots,
  table: TableId,
  answer: Pick<QueryResult, 'columns' | 'rows'>,
  choices: ReportChoices = {},
) {
  const { data, style, interactions } = panelOf(slots);
  const filled = new Map(slotsFor(slots, table));
  const isThere = (field: string | undefined) => answer.columns.some(({ name }) => name === field);
  const fieldsOf = (slot: string): string[] => {
    const field = filled.get(slot);
    return field !== undefined && isThere(field) ? [reportId(field)] : [];
  };
  const { filter } = choices;
  const filterField = filter === undefined ? undefined : filled.get(filter.slot);
  return {
    type: 'RENDER',
    config: {
      data: data.map((section) => ({
        ...section,
        elements: section.elements.map((element) => ({ ...element, value: fieldsOf(element.id) })),
      })),
      style: style.map((section) => ({
        ...section,
        elements: section.elements.map((element) => ({
          ...element,
          value: choices[element.id] ?? element.defaultValue,
        })),
      })),
      interactions: interactions.map((interaction) => ({
        ...interaction,
        value:
          filter === undefined
            ? { type: 'NONE' }
            : {
                type: 'FILTER',
                data: { concepts: [reportId(filterField ?? '')], values: [[filter.value]] },
              },
      })),
      themeStyle: {
        themeFillColor: { color: choices.paper ?? '#ffffff', themeRef: { index: 0 } },
        themeFontColor: { color: choices.ink ?? '#000000', themeRef: { index: 1 } },
        themeFontFamily: 'Roboto',
        themeSeriesColor: [],
      },
    },
    fields: answer.columns.map(({ name, label, concept, semanticType }: Column) => ({
      id: reportId(name),
      name: label,
      type: semanticType,
      concept,
    })),
    dataResponse: {
      tables: [
        {
          id: 'DEFAULT',
          fields: answer.columns.map(({ name }) => reportId(name)),
          rows: answer.rows,
        },
      ],
    },
  };
}
