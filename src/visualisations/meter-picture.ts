import { STATUS_CODES } from '../core/model/status.ts';
import { drawMeters } from '../drawing/draw-meters.ts';
import type { Meter } from '../drawing/meter.ts';
import { kpiStatusOf } from '../drawing/statuses.ts';
import { type ReportMessage, rowsOf } from './message.ts';
import type { MeterSlot } from './meter-slots.ts';
import { lookFor, type Surroundings } from './report-look.ts';
import type { DrawnReport } from './route-picture.ts';

/** What needs attention first; those without a status last. */
function byAttention(one: Meter, other: Meter): number {
  const [first, second] = [one, other].map(({ status }) => status?.order ?? STATUS_CODES.length);
  return first - second;
}

/** A meter for each row that has a name. */
export function drawMeterReport(message: ReportMessage, around: Surroundings): DrawnReport {
  const rows = rowsOf<MeterSlot>(message);
  const look = lookFor(
    message,
    rows.map((row) => row.text('status')),
    around,
  );
  const found = rows.flatMap((row): Meter[] => {
    const name = row.text('name');
    if (name === null) return [];
    const needle = row.number('needle');
    return [
      {
        name,
        status: kpiStatusOf(row.text('status'), look.language),
        needle,
        pace: row.number('pace') ?? needle,
        progress: row.number('progress'),
        elapsed: row.number('elapsed'),
        fuel: row.number('fuel'),
      },
    ];
  });
  const meters = found.sort(byAttention);
  return { shape: drawMeters(meters, look), values: meters.map(({ name }) => name) };
}
