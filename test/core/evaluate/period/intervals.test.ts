import { calendarFacts } from '../../../../src/core/evaluate/period/calendar-facts.ts';
import {
  dayNamed,
  spanHolding,
  wholeInterval,
} from '../../../../src/core/evaluate/period/intervals.ts';
import type { Measure } from '../../../../src/core/model/measure.ts';
import { day, measure } from '../../../support/workspace-builder.ts';

test('the span that holds a day, or the next one; past the last there is none', () => {
  const spans = { start: [10, 20, 40], end: [19, 29, 49] };
  const at = [5, 10, 19, 20, 30, 49, 50].map((date) => spanHolding(spans, date));
  expect(at).toEqual([0, 0, 0, 1, 2, 2, 3]);
  expect(spanHolding({ start: [], end: [] }, 7)).toBe(0);
});

const calendar = calendarFacts({ fiscalStartMonth: 1, customPeriods: [] }, day('2026-02-14'));

test('the whole interval of an irregular measure is the day itself', () => {
  const of = (cadence: Measure['cadence']) =>
    wholeInterval(measure({ cadence }), day('2026-02-14'), calendar);
  expect(of('irregular')).toEqual({ start: day('2026-02-14'), end: day('2026-02-14') });
  expect(of('month')).toEqual({ start: day('2026-02-01'), end: day('2026-02-28') });
});

test('stretches without a rhythm are called by their last day, and pair with none of last year', () => {
  const start = ['2026-01-05', '2026-02-10', '2026-02-15'].map(day);
  const end = ['2026-02-09', '2026-02-14', '2026-03-01'].map(day);
  expect(dayNamed(start, end, calendar)).toEqual({
    start,
    end,
    whole: { start, end },
    label: ['2026-02-09', '2026-02-14', '2026-03-01'],
    isPartial: [false, true, false],
    isFuture: [false, false, true],
    lastYear: null,
  });
  expect(dayNamed([], [], calendar).label).toEqual([]);
});
