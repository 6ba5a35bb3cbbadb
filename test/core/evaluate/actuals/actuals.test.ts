import {
  type Actuals,
  actualsOf,
  type Reading,
} from '../../../../src/core/evaluate/actuals/actuals.ts';
import { findJudgedDay } from '../../../../src/core/evaluate/actuals/judged-day.ts';
import { calendarFacts } from '../../../../src/core/evaluate/period/calendar-facts.ts';
import { fromOutside, readValues } from '../../../../src/core/evaluate/values/value-reader.ts';
import type { Measure } from '../../../../src/core/model/measure.ts';
import { day, measure, type Row, workspace } from '../../../support/workspace-builder.ts';
import { rowsOn } from '../one-kpi.ts';

const CUT = { fiscalStartMonth: 1, customPeriods: [] };
const ROWS = rowsOn({ '2026-01-20': 4, '2026-01-31': 6, '2026-02-28': -3, '2026-04-02': 8 });

/** January to May, on 3 April. */
function actuals(
  reading: Reading,
  changes: Partial<Measure>,
  rows: readonly Row[] = ROWS,
): Actuals {
  const own = measure({ cadence: 'month', missing: 'missing', ...changes });
  const today = day('2026-04-03');
  const calendar = calendarFacts(CUT, today);
  const values = readValues(workspace({ rows, measures: [own] }), calendar);
  const reader = values.reader(own, fromOutside(null));
  const period = calendar.everyDay({ start: day('2026-01-01'), end: day('2026-05-31') });
  const judged = findJudgedDay({ period, measure: own, family: reading.family, reader, calendar });
  return actualsOf(reading, judged, reader, today);
}

test('a total adds up from the start; a running interval has what came so far', () => {
  expect(actuals({ family: 'total', isByInterval: false }, {})).toEqual({
    own: [10, -3, null, 8, null],
    toDate: [10, 7, null, null, null],
  });
});

test('a level is where it stood last, and stays where no value came', () => {
  const level = { family: 'level', isByInterval: false } as const;
  const rows = [...ROWS, ...rowsOn({ '2026-03-31': 0 })];
  expect(actuals(level, { aggregation: 'last' }, rows)).toEqual({
    own: [6, -3, 0, 8, null],
    toDate: [6, -3, 0, null, null],
  });
  const { own, toDate } = actuals(level, { aggregation: 'last' }, [ROWS[0], ...rows.slice(4)]);
  expect([own, toDate]).toEqual([
    [4, null, 0, null, null],
    [4, 4, 0, null, null],
  ]);
});

test('an average is that of all since the start, on a line that of the interval', () => {
  const over = (isByInterval: boolean) =>
    actuals({ family: 'average', isByInterval }, { aggregation: 'mean' }).toDate;
  expect(over(false)).toEqual([5, 7 / 3, null, null, null]);
  expect(over(true)).toEqual([5, -3, null, null, null]);
});

test('without a value there is none', () => {
  const none = [null, null, null, null, null];
  expect(actuals({ family: 'total', isByInterval: false }, {}, [])).toEqual({
    own: none,
    toDate: none,
  });
});
