import { foretoldIssues } from '../../../../src/core/evaluate/foretold/foretold.ts';
import { known, unknown } from '../../../../src/core/model/quantity.ts';
import type { CloseSnapshot, HistoryRow } from '../../../../src/core/model/record.ts';
import type { StatusCode } from '../../../../src/core/model/status.ts';
import { sampleHistoryRow, sampleKpi } from '../../../support/sample-evaluation.ts';

const DUE = 20_000;

interface End {
  readonly value?: number | null;
  readonly status?: StatusCode;
  readonly isClosed?: boolean;
  readonly every?: 'month' | null;
}

const ended = (id: string, { value = 100, isClosed = true, every = null, ...end }: End = {}) => ({
  kpi: sampleKpi({ id, every }),
  evaluation: {
    due: DUE,
    isClosed,
    status: end.status ?? ('achieved' as const),
    actual: value === null ? unknown('NO_DATA') : known(value),
    target: known(90),
  },
});

/** Kept so many days ahead: a band of 80 to 120 and a chance of 0.6, unless said otherwise. */
const kept = (daysAhead: number, changes: Partial<HistoryRow> = {}): HistoryRow =>
  sampleHistoryRow({
    ...{ day: DUE - daysAhead, target: 90, low: 80, high: 120, probability: 0.6 },
    ...changes,
  });

type Case = readonly [end: End, rows: readonly HistoryRow[]];

function issuesOf(cases: readonly Case[], snapshots: readonly CloseSnapshot[] = []) {
  const kpis = cases.map(([end], at) => ended(`k${at}`, end));
  const rows = new Map(cases.map(([, own], at) => [`k${at}`, own]));
  return foretoldIssues(kpis, rows, snapshots).map(({ code, details }) => ({ code, ...details }));
}

const times = (count: number, own: Case): Case[] => Array.from({ length: count }, () => own);
const FEW = (days: number, count: number) => ({ code: 'I_FORETOLD_FEW', days, count, least: 10 });

test('what happened is held beside what was kept 30, 60 and 90 days before', () => {
  const cases: Case[] = [
    ...times(7, [{ value: 100 }, [kept(30)]]),
    ...times(2, [{ value: 80, status: 'missed' }, [kept(30)]]),
    [{ value: -15, status: 'missed' }, [kept(30, { low: -10, probability: 0 })]],
    [{ value: 121, status: 'missed' }, [kept(30, { probability: 1 })]],
  ];
  expect(issuesOf(cases)).toEqual([
    {
      ...{ code: 'I_FORETOLD', days: 30, count: 11, within: 9, reached: 7 },
      chance: { share: expect.closeTo((9 * 0.6 + 1) / 11) },
    },
  ]);
});

test('each time ahead is told apart, and only those with ten KPIs', () => {
  const both = times(10, [{}, [kept(90, { low: 101 }), kept(60)]]);
  expect(issuesOf([...both, [{}, [kept(30)]]])).toMatchObject([
    { days: 60, count: 10, within: 10 },
    { days: 90, count: 10, within: 0 },
  ]);
});

test('of fewer than ten it is said how many, of none nothing', () => {
  expect(issuesOf([...times(9, [{}, [kept(60)]]), [{}, [kept(30)]]])).toEqual([FEW(60, 9)]);
  expect(issuesOf(times(12, [{}, []]))).toEqual([]);
  expect(issuesOf([])).toEqual([]);
});

test('the last day kept by then counts, when it is not a week older', () => {
  const late = kept(29, { low: 101 });
  expect(issuesOf(times(10, [{}, [kept(33, { low: 101 }), kept(31), late]]))).toMatchObject([
    { days: 30, within: 10 },
  ]);
  expect(issuesOf([[{}, [kept(36), late]]])).toEqual([FEW(30, 1)]);
  expect(issuesOf([[{}, [kept(37), late]]])).toEqual([]);
});

test.each<readonly [string, Case]>([
  ['still runs', [{ isClosed: false }, [kept(30)]]],
  ['was cancelled', [{ status: 'cancelled' }, [kept(30)]]],
  ['has no number at the end', [{ value: null }, [kept(30)]]],
  ['starts anew each period', [{ every: 'month' }, [kept(30)]]],
  ['was kept before bands were', [{}, [kept(30, { low: null, high: null, probability: null })]]],
  ['had no chance', [{}, [kept(30, { probability: null })]]],
  ['had another target then', [{}, [kept(30, { target: 95 })]]],
])('a KPI that %s is left out', (_, own) => {
  expect(issuesOf([own, [{}, [kept(30)]]])).toEqual([FEW(30, 1)]);
});

test('how it ended is what was written down when it closed, and a 0 is a number', () => {
  const cases = times(10, [{ value: 100 }, [kept(30)]]);
  const snapshot = { kpiId: 'k3', day: DUE + 4, value: 0, status: 'missed', version: 1 } as const;
  expect(issuesOf(cases, [snapshot])).toMatchObject([{ count: 10, within: 9, reached: 9 }]);
});
