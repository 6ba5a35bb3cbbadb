import type { Field } from '@google/dscc';
import { currencySign } from '../core/language/format-number.ts';
import { CHOICE_WORDS } from '../core/language/languages.ts';
import { LANGUAGES } from '../core/model/locale.ts';
import type { Language } from '../core/model/workspace.ts';
import type { FigureUnit } from '../drawing/figures.ts';
import type { Course, CourseEvent, CoursePoint, Stop } from '../drawing/route.ts';
import { kpiStatusOf, stopStatusOf } from '../drawing/statuses.ts';
import type { SlotRow } from './message.ts';
import { latest, mostWorrying, rowsBy } from './route-rows.ts';
import type { RouteSlot } from './route-slots.ts';

type Row = SlotRow<RouteSlot>;

const FIGURES = ['plan', 'actual', 'forecast'] as const;

const figureCount = (rows: readonly Row[]): number =>
  rows.filter((row) => FIGURES.some((slot) => row.number(slot) !== null)).length;

const isLower = (text: string | null): boolean =>
  text !== null &&
  (text === 'lower' ||
    LANGUAGES.some((language) =>
      CHOICE_WORDS[language].better_when.lower.some(
        (name) => name.toLowerCase() === text.toLowerCase(),
      ),
    ));

/** From the type of the field that was dropped, or else from the field that names the unit. */
function unitOf(field: Field | null, label: string | null): FigureUnit {
  const type = String(field?.type ?? '');
  if (type === 'PERCENT') return { kind: 'share' };
  const [, currency] = /^CURRENCY_([A-Z]{3})$/.exec(type) ?? [];
  return { kind: 'plain', label: currency === undefined ? (label ?? '') : currencySign(currency) };
}

function pointOf(row: Row): CoursePoint[] {
  const day = row.day('laneDue') ?? row.day('laneStart');
  if (day === null) return [];
  return [
    {
      day,
      plan: row.number('plan'),
      actual: row.number('actual'),
      forecast: row.number('forecast'),
      low: row.number('low'),
      high: row.number('high'),
    },
  ];
}

/** A row with the name of a stop, and the last one where a stop without a name has a status. */
function stopIn(row: Row, isLast: boolean, language: Language): Stop[] {
  const unnamed = isLast && row.text('stopStatus') !== null ? '' : null;
  const name = row.text('stop') ?? unnamed;
  const due = row.day('stopDate') ?? row.day('laneDue') ?? row.day('laneStart');
  if (name === null || due === null) return [];
  const status = stopStatusOf(row.text('stopStatus'), language);
  const expected = row.day('stopExpected');
  return [{ name, due, expected, status, value: row.number('stopValue') ?? row.number('plan') }];
}

function eventIn(row: Row): CourseEvent[] {
  const label = row.text('event');
  const day = row.day('laneStart') ?? row.day('laneDue');
  return label === null || day === null ? [] : [{ day, end: row.day('laneDue') ?? day, label }];
}

/** Days that intervals begin or end on, in order; null where a row has neither. */
const startOf = (row: Row): number => row.day('laneStart') ?? row.day('laneDue') ?? 0;

/**
 * The course of the KPI with the most figures, where rows of several came; null without figures or
 * days.
 */
export function courseFrom(
  rows: readonly Row[],
  language: Language,
  fieldOf: (slot: RouteSlot) => Field | null,
): Course | null {
  const kpis = rowsBy(rows, (row) => row.text('lane') ?? '');
  const [own] = [...kpis].sort((one, other) => figureCount(other) - figureCount(one));
  const ordered = [...(own ?? [])].sort((one, other) => startOf(one) - startOf(other));
  const points = ordered.flatMap(pointOf);
  if (points.length === 0 || figureCount(ordered) === 0) return null;
  const [first] = ordered;
  return {
    name: first.text('lane') ?? '',
    status: mostWorrying(ordered.map((row) => kpiStatusOf(row.text('laneStatus'), language))),
    unit: unitOf(fieldOf('actual') ?? fieldOf('plan'), first.text('unit')),
    isLowerBetter: isLower(first.text('betterWhen')),
    today: latest(ordered.map((row) => row.day('today'))),
    start: startOf(first),
    points,
    stops: ordered.flatMap((row, at) => stopIn(row, at === ordered.length - 1, language)),
    events: ordered.flatMap(eventIn),
    kpiCount: kpis.length,
  };
}
