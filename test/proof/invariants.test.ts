import { splitDifference } from '../../src/core/evaluate/drivers/split-difference.ts';
import { evaluateWorkspace } from '../../src/core/evaluate/evaluate-workspace.ts';
import type { Day } from '../../src/core/model/calendar-date.ts';
import type { Evaluation, KpiEvaluation } from '../../src/core/model/evaluation.ts';
import type { Kpi } from '../../src/core/model/kpi.ts';
import type { Measurements } from '../../src/core/model/measurements.ts';
import { type StatusCode, statusScore } from '../../src/core/model/status.ts';
import type { Workspace } from '../../src/core/model/workspace.ts';
import { diceOf } from '../reference/random-dice.ts';
import { type RandomWorkbook, workbookOf } from '../reference/random-workbook.ts';
import { day, kpi, measure, milestone, type Row, workspace } from '../support/workspace-builder.ts';

/** The invariants of calculations.md §18, each over at least this many cases. */
const CASES = 1000;

/** Goes through seeds until enough cases were compared; `check` says how many a seed had. */
function everyCase(check: (seed: number) => number): void {
  let cases = 0;
  for (let seed = 1; cases < CASES; seed++) {
    if (seed > 30 * CASES) throw new Error(`only ${cases} cases`);
    cases += check(seed);
  }
}

/** Equal but for rounding, with the seed in the message when not. */
function expectClose(seed: number, what: string, got: number | null, expected: number | null) {
  const isNear =
    got === expected ||
    (got !== null &&
      expected !== null &&
      Math.abs(got - expected) <= 1e-6 * Math.max(1, Math.abs(expected)));
  if (!isNear) expect({ seed, what, value: got }).toEqual({ seed, what, value: expected });
}

const evaluate = ({ workspace: book, today }: RandomWorkbook): Evaluation =>
  evaluateWorkspace(book, today);

const withRows = (rows: Measurements, change: (value: number, row: number) => number) => ({
  ...rows,
  value: Array.from({ length: rows.rowCount }, (_, row) => change(rows.value[row], row)),
});

const nullable = (value: number | null, change: (value: number) => number): number | null =>
  value === null ? null : change(value);

/** Every number of a workbook that stands in the measures' unit, changed. */
function rescaled(book: Workspace, change: (value: number) => number): Workspace {
  return {
    ...book,
    kpis: book.kpis.map((one) => ({
      ...one,
      lastTime: nullable(one.lastTime, change),
      target: nullable(one.target, change),
      low: nullable(one.low, change),
      high: nullable(one.high, change),
    })),
    milestones: book.milestones.map((one) => ({ ...one, value: nullable(one.value, change) })),
    targetChanges: book.targetChanges.map((one) => ({ ...one, target: change(one.target) })),
    measurements: withRows(book.measurements, change),
  };
}

/** A growth written as the target it comes to: a share of a value does not shift along with it. */
function withTypedTarget(one: Kpi): Kpi {
  const { lastTime, growth } = one;
  if (lastTime === null || growth === null) return one;
  return { ...one, growth: null, target: lastTime + Math.abs(lastTime) * growth };
}

const measureOf = (book: Workspace, { measureId }: Kpi) =>
  book.measures.find(({ id }) => id === measureId);

const isJudged = ({ status }: KpiEvaluation): boolean => statusScore(status) !== null;

/** A KPI by the day with a level on every day up to the judged one; straight unless said so. */
function levelBook(seed: number, changes: Partial<Kpi> = {}) {
  const dice = diceOf(seed);
  const size = dice.whole(20, 90);
  const start = day('2026-01-01') + dice.whole(0, 200);
  const baseline = dice.number(-50, 50);
  const step = dice.number(1, 60) * dice.one([1, -1]);
  const one = kpi({
    kind: step > 0 ? 'grow_to' : 'bring_down_to',
    start,
    due: start + size - 1,
    lastTime: baseline,
    target: Math.round((baseline + step) * 100) / 100,
    ...changes,
  });
  const judged = start + dice.whole(Math.ceil(size * 0.3), size - 2);
  return { dice, one, judged, baseline, target: one.target ?? 0 };
}

const dailyLevels = (from: Day, to: Day, value: (date: Day) => number): Row[] =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ date: from + i, value: value(from + i) }));

const levelWorkspace = (one: Kpi, rows: readonly Row[], parts: Partial<Workspace> = {}) =>
  workspace({ measures: [measure({ aggregation: 'last' })], kpis: [one], rows, ...parts });

test('1 a level in the mirror has the same progress, pace and status', () => {
  everyCase((seed) => {
    const { workspace: book, today } = workbookOf(seed);
    const kpis = book.kpis.filter(
      (one) =>
        measureOf(book, one)?.aggregation === 'last' &&
        ['reach', 'at_least', 'at_most'].includes(one.type),
    );
    if (kpis.length === 0) return 0;
    const some = { ...book, kpis, goals: [] };
    // With T = B a blank direction means "at least", which has no mirror; so say it.
    const told = kpis.map((one) => ({ ...one, declaredDirection: one.declaredDirection ?? 1 }));
    const upright = { ...some, kpis: told };
    const mirrored = rescaled(upright, (value) => -value);
    const flipped = mirrored.kpis.map((one) => ({
      ...one,
      type: one.type === 'at_least' ? 'at_most' : one.type === 'at_most' ? 'at_least' : one.type,
      declaredDirection: one.declaredDirection === 1 ? -1 : 1,
      // 10 % up from 50 is 55: in the mirror 10 % down from −50.
      growth: nullable(one.growth, (growth) => -growth),
    })) as readonly Kpi[];
    const before = evaluateWorkspace(upright, today).kpis;
    const after = evaluateWorkspace({ ...mirrored, kpis: flipped }, today).kpis;
    before.forEach((one, i) => {
      expect({ seed, status: after[i].status }).toEqual({ seed, status: one.status });
      expectClose(seed, 'progress', after[i].progress.value, one.progress.value);
      expectClose(seed, 'pace', after[i].paceIndex.value, one.paceIndex.value);
    });
    return before.length;
  });
});

test('2 another unit leaves the progress as it is: scaled, and for levels shifted too', () => {
  everyCase((seed) => {
    const { workspace: book, today } = workbookOf(seed);
    const dice = diceOf(seed);
    const factor = dice.number(0.2, 40);
    // Shifting parts that add up would shift their sum by more.
    const isTotalOnly = book.measurements.channels.length === 1;
    const offset = isTotalOnly && dice.chance(0.5) ? dice.number(-100, 100) : 0;
    const kpis = book.kpis.filter((one) => {
      const { aggregation = null } = measureOf(book, one) ?? {};
      if (aggregation === null || aggregation === 'count') return false;
      const isTotal = aggregation === 'sum' || one.type === 'ceiling';
      // A growth from last year is a share of a value, which does not shift along with it.
      const isGrownFromHistory = one.growth !== null && one.lastTime === null;
      return offset === 0 || (!isTotal && !isGrownFromHistory);
    });
    if (kpis.length === 0) return 0;
    const typed = offset === 0 ? kpis : kpis.map(withTypedTarget);
    const some = { ...book, kpis: typed, goals: [], targetChanges: [] };
    const before = evaluateWorkspace(some, today).kpis;
    const other = rescaled(some, (value) => value * factor + offset);
    evaluateWorkspace(other, today).kpis.forEach((one, i) => {
      expectClose(seed, 'progress', one.progress.value, before[i].progress.value);
    });
    return before.filter(({ progress }) => progress.value !== null).length;
  });
});

test('3 where it started is a progress of 0, the target is a progress of 1', () => {
  everyCase((seed) => {
    const { one, judged, baseline, target } = levelBook(seed);
    const at = (value: number) =>
      evaluateWorkspace(levelWorkspace(one, [{ date: judged, value }]), judged + 1).kpis[0].progress
        .value;
    expectClose(seed, 'at the start', at(baseline), 0);
    expectClose(seed, 'at the target', at(target), 1);
    return 1;
  });
});

test('4 on a straight plan the run rate comes to the pace index of the way', () => {
  everyCase((seed) => {
    const { workspace: book, today } = workbookOf(seed);
    const kpis = book.kpis
      .filter(({ type, planShape }) => type === 'reach' && planShape === 'straight')
      .map((one) => ({ ...one, forecastMethod: 'run_rate' as const }));
    if (kpis.length === 0) return 0;
    const plain = { ...book, kpis, goals: [], events: [], milestones: [], targetChanges: [] };
    const judged = evaluateWorkspace(plain, today).kpis.filter(
      // Where nothing was in the way: a total never stands below what is in already, nothing else
      // below 0 or a percent above 1 that never was.
      ({ forecast, actual, paceIndex, type }) =>
        type === 'reach' &&
        paceIndex.value !== null &&
        ![actual.value, 0, 1].includes(forecast.value.value),
    );
    let cases = 0;
    for (const { forecast, baseline, target, paceIndex } of judged) {
      if (forecast.value.value === null || baseline.value === null || target.value === null) {
        continue;
      }
      const share = (forecast.value.value - baseline.value) / (target.value - baseline.value);
      expectClose(seed, 'share of the way', share, paceIndex.value);
      cases++;
    }
    return cases;
  });
});

/** Of a period longer than a year the year before is partly its own. */
const isGrownFromItself = ({ growth, start, due }: Kpi): boolean =>
  growth !== null && due - start > 330;

test('5 a better value never gives a worse status', () => {
  everyCase((seed) => {
    const { workspace: book, today } = workbookOf(seed);
    const dice = diceOf(seed);
    const kpis = book.kpis.filter(
      (one) =>
        ['sum', 'last', 'max'].includes(measureOf(book, one)?.aggregation ?? '') &&
        // What it starts from, or grows from, must not move along.
        (one.lastTime !== null || (one.type !== 'reach' && !isGrownFromItself(one))) &&
        !book.targetChanges.some(({ kpiId }) => kpiId === one.id),
    );
    if (kpis.length === 0) return 0;
    let cases = 0;
    const before = evaluateWorkspace({ ...book, kpis, goals: [] }, today).kpis;
    before.forEach((one, i) => {
      const { direction } = one;
      if (!isJudged(one) || direction === null || one.type === 'range') return;
      const better = direction * dice.number(0.1, 20);
      const { measureIds, measure: measureAt, day: dayAt } = book.measurements;
      // What was before stays as it was: last year's shape and what the target grows from.
      const improved = withRows(book.measurements, (value, row) =>
        measureIds[measureAt[row]] === kpis[i].measureId && dayAt[row] >= kpis[i].start
          ? value + better
          : value,
      );
      const again = { ...book, kpis: [kpis[i]], goals: [], measurements: improved };
      const [after] = evaluateWorkspace(again, today).kpis;
      if (!isJudged(after)) return;
      const [was, is] = [statusScore(one.status) ?? 0, statusScore(after.status) ?? 0];
      if (is < was) expect({ seed, kpi: one.kpiId, from: one.status }).toEqual(after.status);
      cases++;
    });
    return cases;
  });
});

test('6 standing where the plan stands on a day is being as many days behind', () => {
  everyCase((seed) => {
    const { dice, one, judged } = levelBook(seed);
    const { start, due, lastTime, target } = one;
    const asked = dice.whole(start, due);
    const halfway = start + Math.floor((due - start) / 2);
    // A stopover bends the plan, but never turns it.
    const bend = dice.chance(0.5) ? [0.3, 0.7][dice.whole(0, 1)] : null;
    const middle = (lastTime ?? 0) + ((target ?? 0) - (lastTime ?? 0)) * (bend ?? 0.5);
    const milestones = bend === null ? [] : [milestone({ day: halfway, value: middle })];
    const planned = (date: Day): number => {
      const anchors = [
        { at: start - 1, value: lastTime ?? 0 },
        ...(bend === null ? [] : [{ at: halfway, value: middle }]),
        { at: due, value: target ?? 0 },
      ];
      const next = anchors.findIndex(({ at }) => at >= date);
      const [from, to] = [anchors[next - 1], anchors[next]];
      return from.value + ((to.value - from.value) * (date - from.at)) / (to.at - from.at);
    };
    const rows = [{ date: judged, value: planned(asked) }];
    const book = levelWorkspace(one, rows, { milestones });
    const [{ daysBehind }] = evaluateWorkspace(book, judged + 1).kpis;
    if (daysBehind.value === null) return 0;
    expectClose(seed, 'days behind', daysBehind.value, judged - asked);
    return 1;
  });
});

test('7 the parts of a difference add up to it, by LMDI and by Shapley', () => {
  let negative = 0;
  everyCase((seed) => {
    const dice = diceOf(seed);
    const size = dice.whole(1, 5);
    // With a factor at or below zero the logarithms have no meaning, and Shapley takes over.
    const lowest = dice.chance(0.5) ? 0.1 : -20;
    const before = Array.from({ length: size }, () => dice.number(lowest, 30));
    const after = before.map((value) => (dice.chance(0.2) ? value : dice.number(lowest, 30)));
    if ([...before, ...after].some((value) => value <= 0)) negative++;
    const parts = splitDifference(before, after);
    if (parts === null) throw new Error(`no parts of ${before} and ${after}`);
    const product = (values: readonly number[]) => values.reduce((all, value) => all * value, 1);
    const difference = product(after) - product(before);
    const scale = Math.max(1, ...[before, after].map((values) => Math.abs(product(values))));
    const sum = parts.reduce((total, part) => total + part, 0);
    expectClose(seed, 'sum of the parts', sum / scale, difference / scale);
    return 1;
  });
  expect(negative).toBeGreaterThan(100);
});

test('8 the course and score of a goal are shares, whatever the order, a weight of 0 or the scale of the weights', () => {
  everyCase((seed) => {
    const { workspace: book, today } = workbookOf(seed);
    if (book.goals.length === 0) return 0;
    const dice = diceOf(seed);
    // Blank weights would not grow along with the others.
    const kpis = book.kpis.map((one) => ({ ...one, weight: one.weight ?? dice.whole(1, 4) }));
    const goals = book.goals.map((one) => ({ ...one, weight: one.weight ?? dice.whole(1, 4) }));
    const weighed = { ...book, kpis, goals };
    const before = evaluateWorkspace(weighed, today).goals;
    const extra = { ...dice.one(kpis), id: 'extra', order: kpis.length, weight: 0 };
    const variants: Workspace[] = [
      { ...weighed, kpis: [...kpis].reverse() },
      { ...weighed, kpis: [...kpis, extra] },
      {
        ...weighed,
        kpis: kpis.map((one) => ({ ...one, weight: one.weight * 10 })),
        goals: goals.map((one) => ({ ...one, weight: one.weight * 10 })),
      },
    ];
    for (const { course, progress } of before) {
      for (const { value } of [course, progress]) {
        if (value === null) continue;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
    }
    for (const variant of variants) {
      evaluateWorkspace(variant, today).goals.forEach((one, i) => {
        expect({ seed, status: one.status }).toEqual({ seed, status: before[i].status });
        expectClose(seed, 'course', one.course.value, before[i].course.value);
        expectClose(seed, 'score', one.progress.value, before[i].progress.value);
      });
    }
    return before.length;
  });
});

const AFTER_CLOSE: readonly StatusCode[] = [
  'achieved',
  'missed',
  'no_data',
  'stale',
  'invalid',
  'cancelled',
  'paused',
  'tracked',
];

test('9 once a period is over, its lag and grace too, nothing is on its way any more', () => {
  everyCase((seed) => {
    const { workspace: book } = workbookOf(seed);
    const last = Math.max(...book.kpis.map(({ due }) => due));
    // The longest grace is 30 days, of a year; lags and typed graces are shorter.
    const { kpis } = evaluateWorkspace(book, last + 60);
    for (const { kpiId, status } of kpis) {
      if (!AFTER_CLOSE.includes(status)) expect({ seed, kpiId, status }).toEqual('closed');
    }
    return kpis.length;
  });
});

test('10 every time zone and both days on which the clock moves give the same', () => {
  const { TZ: zone } = process.env;
  const clockMoves = [day('2026-03-29'), day('2026-10-25'), day('2026-04-05'), day('2026-09-27')];
  try {
    everyCase((seed) => {
      const { workspace: book } = workbookOf(seed);
      const shift = diceOf(seed).one(clockMoves) - book.kpis[0].start - diceOf(seed).whole(1, 60);
      const moved = {
        ...book,
        kpis: book.kpis.map((one) => ({ ...one, start: one.start + shift, due: one.due + shift })),
        milestones: book.milestones.map((one) => ({ ...one, day: one.day + shift })),
        measurements: {
          ...book.measurements,
          day: Array.from(book.measurements.day, (date) => date + shift),
        },
      };
      const today = diceOf(seed).one(clockMoves);
      const printed = ['UTC', 'Pacific/Auckland', 'America/New_York'].map((name) => {
        process.env.TZ = name;
        return JSON.stringify(evaluateWorkspace(moved, today));
      });
      expect(printed[1]).toBe(printed[0]);
      expect(printed[2]).toBe(printed[0]);
      return book.kpis.length;
    });
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test('11 running again gives the same, and leaves what was read as it is', () => {
  everyCase((seed) => {
    const book = workbookOf(seed);
    const read = JSON.stringify(book);
    const first = JSON.stringify(evaluate(book));
    expect(JSON.stringify(evaluate(book))).toBe(first);
    expect(JSON.stringify(book)).toBe(read);
    return book.workspace.kpis.length;
  });
});

test('12 a value of 0 is a value and a target of 0 is a target', () => {
  everyCase((seed) => {
    const { workspace: book, today } = workbookOf(seed);
    const kpis = book.kpis
      .filter((one) => measureOf(book, one)?.formula === null && one.type !== 'done')
      .map((one) => ({ ...one, target: one.target === null ? null : 0 }));
    const some = { ...book, kpis, goals: [], milestones: [], targetChanges: [] };
    const before = evaluateWorkspace(some, today).kpis;
    const zeros = { ...some, measurements: withRows(book.measurements, () => 0) };
    let cases = 0;
    evaluateWorkspace(zeros, today).kpis.forEach((one, i) => {
      if (kpis[i].target !== null && one.status !== 'invalid') expect(one.target.value).toBe(0);
      // With other values these had an actual: a 0 must count where they did.
      if (before[i].actual.value === null || one.status === 'invalid') return;
      expect({ seed, actual: one.actual.value }).toEqual({ seed, actual: 0 });
      cases++;
    });
    return cases;
  });
});

/** Duplicates of one measure, date and channel: their order does count for a level. */
function withoutDuplicates(rows: Measurements): number[] {
  const seen = new Set<string>();
  return Array.from({ length: rows.rowCount }, (_, row) => row).filter((row) => {
    const key = [rows.measure[row], rows.day[row], rows.channel[row]].join();
    return !seen.has(key) && seen.add(key);
  });
}

const picked = (rows: Measurements, order: readonly number[]): Measurements => ({
  ...rows,
  rowCount: order.length,
  measure: order.map((row) => rows.measure[row]),
  channel: order.map((row) => rows.channel[row]),
  day: order.map((row) => rows.day[row]),
  value: order.map((row) => rows.value[row]),
  recordedAt: order.map((row) => rows.recordedAt[row]),
});

/** The same data with every number rounded: sums in another order differ in the last digit. */
const rounded = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data), (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(6)) + 0 : value,
  );

test('13 rows in another order and a KPI that has nothing to do with them change nothing', () => {
  everyCase((seed) => {
    const { workspace: book, today } = workbookOf(seed);
    const dice = diceOf(seed);
    const order = withoutDuplicates(book.measurements);
    const shuffled = order
      .map((row) => ({ row, at: dice.number(0, 1000) }))
      .sort((a, b) => a.at - b.at)
      .map(({ row }) => row);
    const before = { ...book, measurements: picked(book.measurements, order) };
    const after = { ...book, measurements: picked(book.measurements, shuffled) };
    const numbers = ({ kpis }: Evaluation) =>
      kpis.map(({ status, actual, plan, paceIndex, judgedDay }) => ({
        status,
        actual,
        plan,
        paceIndex,
        judgedDay,
      }));
    const first = evaluateWorkspace(before, today);
    expect(rounded(numbers(evaluateWorkspace(after, today)))).toEqual(rounded(numbers(first)));

    const stranger = kpi({ id: 'stranger', order: 99, measureId: 'strange' });
    const joined = evaluateWorkspace(
      {
        ...before,
        kpis: [...before.kpis, stranger],
        measures: [...before.measures, measure({ id: 'strange', order: 99 })],
      },
      today,
    );
    expect(JSON.stringify(joined.kpis.slice(0, -1))).toBe(JSON.stringify(first.kpis));
    expect(JSON.stringify(joined.goals)).toBe(JSON.stringify(first.goals));
    return before.kpis.length;
  });
});

test('14 on plan at every anchor is on course, arrives at the target and not late', () => {
  everyCase((seed) => {
    const { dice, one, judged, baseline, target } = levelBook(seed, {
      planShape: diceOf(seed).one(['straight', 'step', 'by_interval']),
    });
    const middle = one.start + Math.floor((one.due - one.start) * 0.5);
    const share = dice.number(0.1, 0.9);
    const stops = dice.chance(0.6)
      ? [milestone({ day: middle, value: baseline + (target - baseline) * share })]
      : [];
    const calendars = [
      { name: 'Work', dates: [], months: [], weekdays: [{ weekday: 7, weight: 0 }] },
    ];
    const shaped: Kpi = {
      ...one,
      forecastMethod: 'run_rate',
      dayWeights: dice.chance(0.5)
        ? { kind: 'calendar', calendarName: 'Work' }
        : { kind: 'every_day' },
    };
    const parts = { milestones: stops, calendars };
    const blank = levelWorkspace(
      shaped,
      dailyLevels(shaped.start, judged, () => baseline),
      parts,
    );
    const [{ timeline }] = evaluateWorkspace(blank, judged + 1).kpis;
    const planned = new Map(timeline.end.map((end, at) => [end, timeline.planToDate[at]]));
    const onPlan = dailyLevels(shaped.start, judged, (date) => planned.get(date) ?? baseline);
    const [result] = evaluateWorkspace(levelWorkspace(shaped, onPlan, parts), judged + 1).kpis;
    if (result.status === 'too_early') return 0;
    expect({ seed, status: result.status }).toEqual({ seed, status: 'on_course' });
    const { value } = result.forecast.value;
    // A step plan before its first step has no pace to go by.
    if (value !== null) expectClose(seed, 'forecast', value, target);
    if (result.daysLate.value !== null) {
      expect({ seed, isLate: result.daysLate.value > 0 }).toEqual({ seed, isLate: false });
    }
    return 1;
  });
});
