import { day, everyDay, measure } from '../support/workspace-builder.ts';
import { HALF_YEAR, keep, MONTHLY } from './example-makers.ts';
import {
  binary,
  example,
  formula,
  monthly,
  named,
  type WorkedExample,
  YEAR,
} from './worked-examples.ts';

const accidents = (today: string): WorkedExample =>
  example(
    `accidents per 200,000 hours over twelve months, on ${today}`,
    {
      rows: [
        ...Array.from({ length: 13 }, (_, i) => ({
          date:
            i === 12
              ? day('2026-01-31')
              : day(i === 11 ? '2026-01-01' : `2025-${String(i + 2).padStart(2, '0')}-01`) - 1,
          value: 20000,
          measure: 'hours',
        })),
        ...Array.from({ length: 13 }, (_, i) => ({
          date:
            i === 12
              ? day('2026-01-31')
              : day(i === 11 ? '2026-01-01' : `2025-${String(i + 2).padStart(2, '0')}-01`) - 1,
          value: i === 12 ? 1 : 0,
          measure: 'accidents',
        })),
      ],
      measures: [
        measure({ id: 'hours', ...MONTHLY }),
        measure({ id: 'accidents', ...MONTHLY }),
        {
          ...formula(
            binary('*', binary('/', named('accidents'), named('hours')), {
              kind: 'number',
              value: 200000,
            }),
          ),
          window: { length: 12, unit: 'month' },
        },
      ],
      kpi: {
        ...keep('at_most', 1),
        measureId: 'made',
        start: day('2025-01-01'),
        due: day('2026-12-31'),
      },
      today,
    },
    today === '2026-02-03'
      ? { actual: 200000 / 240000, status: 'on_course' }
      : { status: 'too_early', reason: 'WINDOW_OPEN' },
  );

/** §1: windows and periods that start anew. */
export const PERIODIC: readonly WorkedExample[] = [
  accidents('2026-02-03'),
  accidents('2025-11-03'),
  example(
    'a month without a value in a window of twelve is filled up by the others',
    {
      rows: monthly([10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10]).filter((_, i) => i !== 4),
      measure: { ...MONTHLY, window: { length: 12, unit: 'month' } },
      kpi: { ...keep('at_least', 100), start: day('2026-01-01'), due: day('2027-12-31') },
      today: '2027-01-03',
    },
    { actual: 120, status: 'on_course', coverage: 11 / 12 },
  ),
  example(
    'two months without one are too many',
    {
      rows: monthly([10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10]).filter(
        (_, i) => i !== 4 && i !== 5,
      ),
      measure: { ...MONTHLY, window: { length: 12, unit: 'month' } },
      kpi: { ...keep('at_least', 100), start: day('2026-01-01'), due: day('2027-12-31') },
      today: '2027-01-03',
    },
    { status: 'no_data' },
  ),
  example(
    'every month 310: the second one after twelve days, the first one met',
    {
      rows: [
        ...everyDay('2026-01-01', '2026-01-31', 330),
        ...everyDay('2026-02-01', '2026-02-14', 126),
      ],
      kpi: { ...YEAR, target: 310, every: 'month' },
      today: '2026-02-15',
    },
    {
      actual: 126,
      plan: 155,
      target: 310,
      paceIndex: 126 / 155,
      status: 'at_risk',
      periodsMet: 1,
      periodsJudged: 1,
      judgedDay: day('2026-02-14'),
    },
  ),
  example(
    'a month that the start cuts is asked its share',
    {
      rows: everyDay('2026-01-17', '2026-01-31', 150),
      kpi: { start: day('2026-01-17'), due: day('2026-06-30'), target: 310, every: 'month' },
      today: '2026-02-01',
    },
    { target: 150, actual: 150, status: 'achieved', periodsMet: 1, periodsJudged: 1 },
  ),
  example(
    'monthly figures judge each month when it is over; one missed is missed at the end',
    {
      rows: monthly([30, 20, 35]),
      measure: MONTHLY,
      kpi: { target: 25, every: 'month' },
      today: '2026-04-02',
    },
    { status: 'missed', periodsMet: 2, periodsJudged: 3, actual: 35 },
  ),
  example(
    'but for a stated share',
    {
      rows: monthly([30, 20, 35]),
      measure: MONTHLY,
      kpi: { target: 25, every: 'month', closedRule: { kind: 'share', share: 0.6 } },
      today: '2026-04-02',
    },
    { status: 'achieved', periodsMet: 2 },
  ),
  example(
    'a level starts each quarter where the one before ended, and beyond its target has to stay',
    {
      rows: monthly([104, 108, 113, 111]),
      measure: { ...MONTHLY, aggregation: 'last' },
      kpi: {
        ...YEAR,
        kind: 'grow_to',
        declaredDirection: 1,
        lastTime: 100,
        target: 112,
        every: 'quarter',
      },
      today: '2026-05-02',
    },
    { baseline: 113, plan: 112, status: 'at_risk', periodsMet: 1, periodsJudged: 1 },
  ),
  example(
    'people counted once a month cannot be added up over months',
    {
      rows: monthly([1100, 1100]),
      measure: { ...MONTHLY, aggregation: 'unique' },
      kpi: { ...HALF_YEAR, target: 6000 },
      today: '2026-03-02',
    },
    { status: 'invalid' },
  ),
  example(
    'but a target a month can be asked of them',
    {
      rows: monthly([1100, 990]),
      measure: { ...MONTHLY, aggregation: 'unique' },
      kpi: { ...HALF_YEAR, target: 1000, every: 'month', lastTime: 900 },
      today: '2026-03-02',
    },
    { actual: 990, periodsJudged: 2 },
  ),
];
