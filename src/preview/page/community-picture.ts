import type { Shape } from '../../drawing/shape.ts';
import type { ReportMessage } from '../../visualisations/message.ts';
import { drawMeterReport } from '../../visualisations/meter-picture.ts';
import { METER_SLOTS } from '../../visualisations/meter-slots.ts';
import { drawRouteReport } from '../../visualisations/route-picture.ts';
import { ROUTE_SLOTS } from '../../visualisations/route-slots.ts';
import type { Slots } from '../../visualisations/slot.ts';
import type { Column, QueryResult } from '../data-studio/query-types.ts';

/** Every field in the place that it belongs in, as the library of Data Studio hands it over. */
function messageOf({ columns, rows }: QueryResult, slots: Slots, table: string): ReportMessage {
  const placed = Object.entries(slots).flatMap(([slot, { fields }]) => {
    const [, id] = Object.entries(fields).find(([own]) => own === table) ?? [];
    const at = columns.findIndex(({ name }) => name === id);
    return at < 0 ? [] : [[slot, at] as const];
  });
  const field = ({ name, label, semanticType, concept }: Column) => [
    { id: name, name: label, type: semanticType, concept },
  ];
  return {
    // SAFETY: values are texts, numbers and yes or no; a picture reads anything else as blank.
    tables: {
      DEFAULT: rows.map((row) =>
        Object.fromEntries(placed.map(([slot, at]) => [slot, [row[at] ?? null]])),
      ),
    } as ReportMessage['tables'],
    // SAFETY: of a field only its name, type and concept are read.
    fields: Object.fromEntries(
      placed.map(([slot, at]) => [slot, field(columns[at])]),
    ) as unknown as ReportMessage['fields'],
    style: {},
    interactions: {},
  };
}

const SIZE = { width: 1000, height: 520 };

/** The route or the meters, drawn by what a report shows. */
export function communityPicture(
  kind: 'route' | 'meter',
  result: QueryResult,
  table: string,
  locale: string,
): Shape {
  const [slots, draw] =
    kind === 'route' ? [ROUTE_SLOTS, drawRouteReport] : [METER_SLOTS, drawMeterReport];
  return draw(messageOf(result, slots, table), { ...SIZE, locale }).shape;
}
