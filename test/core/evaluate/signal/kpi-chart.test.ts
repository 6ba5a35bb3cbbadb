import type { KpiEvaluation } from '../../../../src/core/model/evaluation.ts';
import { day } from '../../../support/workspace-builder.ts';
import {
  daily,
  dailyFrom,
  evaluateOne,
  intervalOf,
  near,
  type OneKpi,
  rowsOn,
} from '../one-kpi.ts';

/** The limits at an interval and what they are about; null where there are none. */
function signalAt(kpi: KpiEvaluation, label: string) {
  const { signalValue: value, centreLine, lowerLimit, upperLimit } = intervalOf(kpi, label);
  return value === null
    ? null
    : { value, centre: centreLine, lower: lowerLimit, upper: upperLimit };
}

const MONTHS = ['05', '06', '07', '08', '09', '10', '11', '12'];
/** 50 and 52 in turn, the eight months before the start. */
const calm = Object.fromEntries(
  MONTHS.map((month, i) => [`2025-${month}-28`, i % 2 === 0 ? 50 : 52]),
);
const rating: OneKpi = {
  rows: rowsOn({ ...calm, '2026-01-31': 64 }),
  measure: { aggregation: 'last', cadence: 'month' },
  kpi: { due: day('2026-12-31'), kind: 'keep_at_least', type: 'at_least', target: 45 },
  today: '2026-02-05',
};

test('a history reaches back before the start, and the latest point decides', () => {
  const { kpi } = evaluateOne(rating);
  expect(kpi.signal).toEqual({ rule: 'outside', isFavourable: true });
  // Nine points: 472 ÷ 9; moves of 2 seven times and 12 once.
  expect(signalAt(kpi, '2026-01')).toEqual({
    value: 64,
    centre: near(472 / 9),
    lower: near(472 / 9 - (2.66 * 26) / 8),
    upper: near(472 / 9 + (2.66 * 26) / 8),
  });
  expect(signalAt(kpi, '2026-02')).toBeNull();
});

test('lower is better: the same jump is bad news', () => {
  const { kpi } = evaluateOne({
    ...rating,
    kpi: { ...rating.kpi, kind: 'keep_at_most', type: 'at_most', target: 60 },
  });
  expect(kpi.signal).toEqual({ rule: 'outside', isFavourable: false });
});

test('a level that is to grow is judged on its changes, since it leaves any limits', () => {
  const values = [300, 310, 321, 330, 342, 351, 362, 371, 383];
  const ends = Object.keys(calm).concat('2026-01-31');
  const { kpi } = evaluateOne({
    ...rating,
    rows: rowsOn(Object.fromEntries(ends.map((end, i) => [end, values[i]]))),
    kpi: { due: day('2026-12-31'), target: 500 },
  });
  expect(kpi.signal).toEqual({ rule: null, isFavourable: null });
  // Eight changes: 83 in all.
  expect(signalAt(kpi, '2026-01')).toMatchObject({ value: 12, centre: near(83 / 8) });
});

test('fewer than six points, or no value at all, give no signal', () => {
  const few = { ...rating, rows: rating.rows?.slice(4) };
  expect(evaluateOne(few).kpi.signal).toBeNull();
  expect(evaluateOne({ ...rating, rows: [] }).kpi.signal).toBeNull();
});

test('values after the judged day do not count yet', () => {
  const { kpi } = evaluateOne({
    ...rating,
    rows: rowsOn({ ...calm, '2026-01-31': 51, '2026-02-03': 640 }),
  });
  expect(kpi.signal?.rule).toBeNull();
});

test('a month without a value is no point, and none keeps the value before it', () => {
  const rows = rowsOn({ ...calm, '2026-02-28': 51 });
  const { kpi } = evaluateOne({ ...rating, rows, today: '2026-03-05' });
  expect(signalAt(kpi, '2026-01')).toBeNull();
  expect(signalAt(kpi, '2026-02')).toMatchObject({ centre: near(459 / 9) });
});

test('days that do not count are no points', () => {
  const calendars = [
    {
      name: 'Working',
      dates: [],
      weekdays: [6, 7].map((weekday) => ({ weekday, weight: 0 })),
      months: [],
    },
  ];
  // Monday 5 – Friday 16 January 2026: 9 and 11 in turn, and 500 on the Saturday between.
  const values = [9, 11, 9, 11, 9, 500, 0, 11, 9, 11, 9, 11];
  const { kpi } = evaluateOne({
    rows: dailyFrom('2026-01-05', values),
    kpi: {
      start: day('2026-01-05'),
      due: day('2026-01-31'),
      dayWeights: { kind: 'calendar', calendarName: 'Working' },
      target: 400,
    },
    calendars,
    today: '2026-01-17',
  });
  expect(signalAt(kpi, '2026-01-16')).toMatchObject({ value: 11, centre: near(10) });
  expect(signalAt(kpi, '2026-01-10')).toBeNull();
});

test('an irregular measure has a point for each of its values', () => {
  const rows = rowsOn({ ...calm, '2026-01-10': 51, '2026-01-31': 90 });
  const { kpi } = evaluateOne({
    ...rating,
    rows,
    measure: { aggregation: 'last', cadence: 'irregular' },
  });
  expect(kpi.signal).toEqual({ rule: 'outside', isFavourable: true });
  expect(signalAt(kpi, '2026-01-10')).toMatchObject({ value: 51 });
});

test('a first interval that is cut is still the whole one in the history', () => {
  const kpi = { ...rating.kpi, start: day('2026-01-15') };
  const found = evaluateOne({ ...rating, kpi }).kpi;
  expect(signalAt(found, '2026-01')).toMatchObject({ value: 64 });
});

test("a total with last year's shape is judged on its distance from the plan", () => {
  const shape = [100, 300, 200, 400, 100, 500, 300];
  const monthEnds = ['01-31', '02-28', '03-31', '04-30', '05-31', '06-30', '07-31'];
  const lastYear = monthEnds.map((end, i) => ({ date: day(`2025-${end}`), value: shape[i] }));
  const off = [6, -6, 6, -6, 6, -6, 40];
  const rows = monthEnds.map((end, i) => ({ date: day(`2026-${end}`), value: shape[i] + off[i] }));
  const { kpi } = evaluateOne({
    rows: [...lastYear, ...rows],
    measure: { cadence: 'month' },
    kpi: {
      due: day('2026-07-31'),
      target: 1900,
      dayWeights: { kind: 'last_year' },
      reached: 'hold',
    },
    today: '2026-08-02',
  });
  expect(signalAt(kpi, '2026-02')).toMatchObject({
    value: near(-6),
    centre: near(40 / 7),
  });
  expect(kpi.signal?.isFavourable ?? null).toBeNull();
});

test('a total without a season is judged on its values', () => {
  const rows = daily('2026-01-01', '2026-01-20', 5).map((row, i) => ({
    ...row,
    value: 5 + (i % 2),
  }));
  const { kpi } = evaluateOne({ rows, today: '2026-01-21' });
  expect(signalAt(kpi, '2026-01-20')).toMatchObject({ value: 6, centre: near(5.5) });
});

test('of a total by the month every row of the month counts', () => {
  const months = ['08', '09', '10', '11', '12'];
  const pairs = months.flatMap((month, i) => [
    { date: day(`2025-${month}-05`), value: 10 + i },
    { date: day(`2025-${month}-25`), value: 20 },
  ]);
  const rows = [...pairs, ...rowsOn({ '2026-01-05': 9, '2026-01-31': 22 })];
  const { kpi } = evaluateOne({ rows, measure: { cadence: 'month' }, today: '2026-02-05' });
  // 30 to 34 and 31: 191 ÷ 6.
  expect(signalAt(kpi, '2026-01')).toMatchObject({ value: 31, centre: near(191 / 6) });
});

test('where nothing moves any more there is no signal, and the old limits say nothing of it', () => {
  const values = [...[9, 11, 9, 11, 9, 11, 9, 11], ...Array<number>(10).fill(14)];
  const chartAt = (count: number) =>
    evaluateOne({
      rows: dailyFrom('2026-01-01', values.slice(0, count)),
      kpi: { kind: 'keep_at_least', type: 'at_least', target: 5 },
      measure: { aggregation: 'mean', missing: 'missing' },
      today: `2026-01-${count + 1}`,
    }).kpi.signal;
  expect(chartAt(16)).toEqual({ rule: 'run_of_eight', isFavourable: true });
  expect(chartAt(17)).toBeNull();
});
