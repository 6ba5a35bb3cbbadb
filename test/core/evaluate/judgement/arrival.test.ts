import { isoDate } from '../../../../src/core/model/calendar-date.ts';
import { day } from '../../../support/workspace-builder.ts';
import { daily, evaluateOne, type OneKpi, rowsOn, shown } from '../one-kpi.ts';

/** 1 January – 10 April 2026 is 100 days; the 40th is 9 February. */
const base: OneKpi = {
  rows: daily('2026-01-01', '2026-02-09', 1),
  kpi: { due: day('2026-04-10'), target: 100 },
  today: '2026-02-10',
};
function arrival(parts: OneKpi) {
  const { kpi } = evaluateOne({ ...base, ...parts, kpi: { ...base.kpi, ...parts.kpi } });
  return {
    day: kpi.etaDay === null ? null : isoDate(kpi.etaDay),
    reason: kpi.etaReason,
    late: shown(kpi.daysLate),
  };
}
const at = (value: number) => daily('2026-01-01', '2026-02-09', value);

test('on plan it arrives on the due date', () => {
  expect(arrival({})).toEqual({ day: '2026-04-10', reason: null, late: 0 });
});

test('at four fifths of the plan it takes a quarter longer', () => {
  expect(arrival({ rows: at(0.8) })).toEqual({ day: '2026-05-05', reason: null, late: 25 });
});

test('ahead it arrives early, and days late are negative', () => {
  expect(arrival({ rows: at(1.25) })).toEqual({ day: '2026-03-21', reason: null, late: -20 });
});

test('lower is better arrives when it has come down', () => {
  const level = { aggregation: 'last' as const };
  // From 60 to 10, 20 down were planned and 10 are: twice the time.
  expect(arrival({ rows: at(50), measure: level, kpi: { lastTime: 60, target: 10 } }).late).toBe(
    100,
  );
});

test('without movement, or the wrong way, no day can be named', () => {
  expect(arrival({ rows: at(0) })).toEqual({ day: null, reason: 'NO_ETA', late: 'NO_ETA' });
  expect(arrival({ rows: at(-1), kpi: { reached: 'hold' } }).reason).toBe('NO_ETA');
});

test('further than five more periods away no day is named, up to it there is', () => {
  expect(arrival({ rows: at(1 / 6) }).late).toBe(500);
  expect(arrival({ rows: at(0.16) })).toMatchObject({ day: null, reason: 'BEYOND_HORIZON' });
});

test('none while too early, with too few values, or where there is no way to go', () => {
  const early = { rows: daily('2026-01-01', '2026-01-05', 1), today: '2026-01-06' };
  expect(arrival(early).reason).toBe('TOO_EARLY');
  const ceiling = { kind: 'spend_no_more_than', type: 'ceiling' } as const;
  expect(arrival({ kpi: ceiling }).reason).toBe('NOT_APPLICABLE');
  const threshold = { kind: 'keep_at_least', type: 'at_least' } as const;
  expect(arrival({ kpi: threshold, measure: { aggregation: 'mean' } })).toMatchObject({
    day: null,
    late: 'NOT_APPLICABLE',
  });
  const monthly = { cadence: 'month' as const, aggregation: 'sum' as const };
  const kpi = { due: day('2026-12-31') };
  const rows = rowsOn({ '2026-01-31': 3, '2026-02-28': 4 });
  expect(arrival({ rows, measure: monthly, kpi, today: '2026-03-20' }).reason).toBe(
    'TOO_FEW_VALUES',
  );
});

test('without a value there is no arrival', () => {
  expect(arrival({ rows: [] }).reason).toBe('NO_DATA');
});
