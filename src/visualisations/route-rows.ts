import type { Day } from '../core/model/calendar-date.ts';
import type { Language } from '../core/model/workspace.ts';
import type { Lane, Route, Stop } from '../drawing/route.ts';
import { kpiStatusOf, type ShownStatus, stopStatusOf } from '../drawing/statuses.ts';
import type { SlotRow } from './message.ts';
import type { RouteSlot } from './route-slots.ts';

type Row = SlotRow<RouteSlot>;

const present = <Value>(values: readonly (Value | null)[]): Value[] =>
  values.filter((value): value is Value => value !== null);

const earliest = (days: readonly (Day | null)[]): Day | null =>
  present(days).reduce<Day | null>((one, day) => (one === null || day < one ? day : one), null);

export const latest = (days: readonly (Day | null)[]): Day | null =>
  present(days).reduce<Day | null>((one, day) => (one === null || day > one ? day : one), null);

/** The value that all rows have; null where they differ: which one would be true of the lane? */
function common(values: readonly (number | null)[]): number | null {
  const [first, ...others] = present(values);
  return first === undefined || others.some((other) => other !== first) ? null : first;
}

export const mostWorrying = (statuses: readonly (ShownStatus | null)[]): ShownStatus | null =>
  present(statuses).reduce<ShownStatus | null>(
    (one, status) => (one === null || status.order < one.order ? status : one),
    null,
  );

/** Rows by what they say, in the order of their first. */
export function rowsBy(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

/** A milestone of several KPIs is as late as its latest. */
function stopOf(rows: readonly Row[], due: Day, language: Language): Stop {
  return {
    name: rows[0].text('stop') ?? '',
    due,
    expected: latest(rows.map((row) => row.day('stopExpected'))),
    status: mostWorrying(rows.map((row) => stopStatusOf(row.text('stopStatus'), language))),
    value: common(rows.map((row) => row.number('stopValue'))),
  };
}

const stopsOf = (rows: readonly Row[], language: Language): Stop[] =>
  rowsBy(rows, (row) => `${row.day('stopDate')} ${row.text('stop') ?? ''}`).flatMap((same) => {
    const due = same[0].day('stopDate');
    return due === null ? [] : [stopOf(same, due, language)];
  });

function laneOf(rows: readonly Row[], language: Language): Lane {
  return {
    name: rows[0].text('lane') ?? '',
    status: mostWorrying(rows.map((row) => kpiStatusOf(row.text('laneStatus'), language))),
    start: earliest(rows.map((row) => row.day('laneStart'))),
    due: latest(rows.map((row) => row.day('laneDue'))),
    arrival: latest(rows.map((row) => row.day('laneArrival'))),
    progress: common(rows.map((row) => row.number('progress'))),
    daysBehind: common(rows.map((row) => row.number('daysBehind'))),
    stops: stopsOf(rows, language),
  };
}

/** The longest way first: three years, then a year, then a quarter. */
function lengthOf({ start, due, stops }: Lane): number {
  const days = stops.map((stop) => stop.due);
  const [first, last] = [earliest([start, ...days]), latest([due, ...days])];
  return first === null || last === null ? 0 : last - first;
}

/** Lanes from rows, one for each goal or KPI that they name. */
export function routeFrom(rows: readonly Row[], language: Language): Route {
  const lanes = rowsBy(
    rows.filter((row) => row.text('lane') !== null),
    (row) => row.text('lane') ?? '',
  ).map((own) => laneOf(own, language));
  return {
    today: latest(rows.map((row) => row.day('today'))),
    lanes: lanes.sort((one, other) => lengthOf(other) - lengthOf(one)),
  };
}
