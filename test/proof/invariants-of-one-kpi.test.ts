import { type Day, isoWeekday } from '../../src/core/model/calendar-date.ts';
import type { Kpi } from '../../src/core/model/kpi.ts';
import type { Aggregation } from '../../src/core/model/measure.ts';
import { statusScore } from '../../src/core/model/status.ts';
import type { PeriodTarget, Workspace } from '../../src/core/model/workspace.ts';
import { type Dice, diceOf } from '../reference/random-dice.ts';
import { workbookOf } from '../reference/random-workbook.ts';
import { measure, milestone, workspace } from '../support/workspace-builder.ts';
import {
  dailyRows,
  everyCase,
  expectClose,
  isColoured,
  levelBook,
  levelWorkspace,
  measureOf,
  nullable,
  rescaled,
  withRows,
} from './cases.ts';
import { JUDGES, type Judge } from './judges.ts';

/** The invariants of calculations.md §18 that are about what is said of one KPI. */
describe.each(JUDGES)('$name', (who: Judge) => {
  const { judge } = who;

  test('1 a level in the mirror has the same progress, pace and status', () => {
    everyCase(who, (seed) => {
      const { workspace: book, today } = workbookOf(seed);
      const kpis = book.kpis.filter((one) => {
        const measured = measureOf(book, one);
        // A share has 1 as its bound, and its mirror has none.
        const isOpen = measured?.unit.kind !== 'percent' || one.tolerance !== null;
        return (
          measured?.aggregation === 'last' &&
          isOpen &&
          ['reach', 'at_least', 'at_most'].includes(one.type)
        );
      });
      if (kpis.length === 0) return 0;
      // With T = B a blank direction means "at least", which has no mirror; so say it.
      const told = kpis.map((one) => ({ ...one, declaredDirection: one.declaredDirection ?? 1 }));
      const upright = { ...book, kpis: told, goals: [] };
      const mirrored = rescaled(upright, (value) => -value);
      const flipped = mirrored.kpis.map((one) => ({
        ...one,
        type: one.type === 'at_least' ? 'at_most' : one.type === 'at_most' ? 'at_least' : one.type,
        declaredDirection: one.declaredDirection === 1 ? -1 : 1,
        // 10% up from 50 is 55: in the mirror 10% down from −50.
        growth: nullable(one.growth, (growth) => -growth),
      })) as readonly Kpi[];
      const before = judge(upright, today).kpis;
      const after = judge({ ...mirrored, kpis: flipped }, today).kpis;
      before.forEach((one, i) => {
        expect({ seed, status: after[i].status }).toEqual({ seed, status: one.status });
        expectClose(seed, 'progress', after[i].number('progress'), one.number('progress'));
        expectClose(seed, 'pace', after[i].number('paceIndex'), one.number('paceIndex'));
      });
      return before.length;
    });
  });

  /** A growth written as the target it comes to: a share of a value does not shift along with it. */
  function withTypedTarget(one: Kpi): Kpi {
    const { lastTime, growth } = one;
    if (lastTime === null || growth === null) return one;
    return { ...one, growth: null, target: lastTime + Math.abs(lastTime) * growth };
  }

  test('2 another unit leaves the progress as it is: scaled, and for levels shifted too', () => {
    everyCase(who, (seed) => {
      const { workspace: book, today } = workbookOf(seed);
      const dice = diceOf(seed);
      const factor = dice.number(0.2, 40);
      // Shifting parts that add up would shift their sum by more.
      const isTotalOnly = book.measurements.channels.length === 1;
      const offset = isTotalOnly && dice.chance(0.5) ? dice.number(-100, 100) : 0;
      const kpis = book.kpis.filter((one) => {
        const { aggregation = null } = measureOf(book, one) ?? {};
        if (aggregation === null || aggregation.startsWith('count')) return false;
        const isTotal = aggregation === 'sum' || one.type === 'ceiling';
        // People counted once add up from 0, which does not shift along either.
        const isFromZero = isTotal || (aggregation === 'unique' && one.kind === 'add_up_to');
        // A growth from last year is a share of a value, which does not shift along with it.
        const isGrownFromHistory = one.growth !== null && one.lastTime === null;
        return offset === 0 || (!isFromZero && !isGrownFromHistory);
      });
      if (kpis.length === 0) return 0;
      const typed = offset === 0 ? kpis : kpis.map(withTypedTarget);
      const some = { ...book, kpis: typed, goals: [], targetChanges: [] };
      const before = judge(some, today).kpis;
      const other = rescaled(some, (value) => value * factor + offset);
      judge(other, today).kpis.forEach((one, i) => {
        expectClose(seed, 'progress', one.number('progress'), before[i].number('progress'));
      });
      return before.filter((one) => one.number('progress') !== null).length;
    });
  });

  test('3 where it started is a progress of 0, the target is a progress of 1', () => {
    everyCase(who, (seed) => {
      const { one, judged, baseline, target } = levelBook(seed);
      const at = (value: number) =>
        judge(levelWorkspace(one, [{ date: judged, value }]), judged + 1).kpis[0].number(
          'progress',
        );
      expectClose(seed, 'at the start', at(baseline), 0);
      expectClose(seed, 'at the target', at(target), 1);
      return 1;
    });
  });

  test('4 on a straight plan the run rate comes to the pace index of the way, where nothing bounds it', () => {
    everyCase(who, (seed) => {
      const { workspace: book, today } = workbookOf(seed);
      const isStraight = ({ type, planShape }: Kpi) => type === 'reach' && planShape === 'straight';
      const kpis = book.kpis
        .filter(isStraight)
        .map((one) => ({ ...one, every: null, forecastMethod: 'run_rate' as const }));
      if (kpis.length === 0) return 0;
      const nothing = {
        goals: [],
        events: [],
        milestones: [],
        periodTargets: [],
        targetChanges: [],
      };
      let cases = 0;
      judge({ ...book, ...nothing, kpis }, today).kpis.forEach((one, i) => {
        const [forecast, baseline, target, pace] = [
          'forecastValue',
          'baseline',
          'target',
          'paceIndex',
        ].map(one.number);
        const { lowest = null, highest = null } = measureOf(book, kpis[i]) ?? {};
        if (one.type !== 'reach' || forecast === null || baseline === null || target === null)
          return;
        if (pace === null || [0, 1, lowest, highest, one.number('actual')].includes(forecast))
          return;
        expectClose(seed, 'share of the way', (forecast - baseline) / (target - baseline), pace);
        cases++;
      });
      return cases;
    });
  });

  /** What all comes to moves by as much, or by its number, when every row does. */
  const MOVED_ALONG: ReadonlyArray<Aggregation | null> = [
    'sum',
    'last',
    'mean',
    'median',
    'p90',
    'p95',
    'min',
    'max',
    'unique',
  ];

  /** Of a period longer than a year the year before is partly its own. */
  const isGrownFromItself = ({ growth, start, due }: Kpi): boolean =>
    growth !== null && due - start > 330;

  test('5 a better value never gives a worse status', () => {
    everyCase(who, (seed) => {
      const { workspace: book, today } = workbookOf(seed);
      const dice = diceOf(seed);
      // What is the total of its channels may be another one with other values.
      if (book.measurements.channels.length > 1) return 0;
      const kpis = book.kpis.filter(
        (one) =>
          MOVED_ALONG.includes(measureOf(book, one)?.aggregation ?? null) &&
          // What it starts from, or grows from, must not move along.
          one.every === null &&
          (one.lastTime !== null || (one.type !== 'reach' && !isGrownFromItself(one))) &&
          !book.targetChanges.some(({ kpiId }) => kpiId === one.id),
      );
      if (kpis.length === 0) return 0;
      let cases = 0;
      judge({ ...book, kpis, goals: [] }, today).kpis.forEach((one, i) => {
        const { direction } = one;
        if (!isColoured(one) || direction === null || one.type === 'range') return;
        const better = direction * dice.number(0.1, 20);
        const { measureIds, measure: measureAt, day: dayAt } = book.measurements;
        // What was before stays as it was: last year's shape and what the target grows from.
        const improved = withRows(book.measurements, (value, row) =>
          measureIds[measureAt[row]] === kpis[i].measureId && dayAt[row] >= kpis[i].start
            ? value + better
            : value,
        );
        const again = { ...book, kpis: [kpis[i]], goals: [], measurements: improved };
        const [after] = judge(again, today).kpis;
        if (!isColoured(after)) return;
        const [was, is] = [statusScore(one.status) ?? 0, statusScore(after.status) ?? 0];
        if (is < was) expect({ seed, kpi: one.kpiId, from: one.status }).toEqual(after.status);
        cases++;
      });
      return cases;
    });
  });

  test('6 standing where the plan stands on a day is being as many days behind, whatever days weigh', () => {
    let weighed = 0;
    everyCase(who, (seed) => {
      const { dice, one, judged } = levelBook(seed);
      const { start, due, lastTime, target } = one;
      // By day of the week from Monday; a day that weighs nothing moves no plan.
      const week = dice.chance(0.5)
        ? null
        : Array.from({ length: 7 }, () => dice.one([0, 1, 2, 0.5]));
      const weightOn = (date: Day): number => week?.[isoWeekday(date) - 1] ?? 1;
      const weightTo = (date: Day): number => {
        let sum = 0;
        for (let on = start; on <= date; on++) sum += weightOn(on);
        return sum;
      };
      const asked = dice.whole(start, due - 1);
      // Where the plan stands still the moment nearest to A counts, which is another day.
      if (weightOn(asked) === 0 || weightOn(asked + 1) === 0) return 0;
      const halfway = start + Math.floor((due - start) / 2);
      // A milestone bends the plan, but never turns it.
      const bend = dice.chance(0.5) ? dice.one([0.3, 0.7]) : null;
      const middle = (lastTime ?? 0) + ((target ?? 0) - (lastTime ?? 0)) * (bend ?? 0.5);
      const milestones = bend === null ? [] : [milestone({ day: halfway, value: middle })];
      const anchors = [
        { at: 0, value: lastTime ?? 0 },
        ...(bend === null ? [] : [{ at: weightTo(halfway), value: middle }]),
        { at: weightTo(due), value: target ?? 0 },
      ];
      if (anchors.some(({ at }, i) => i > 0 && at <= anchors[i - 1].at)) return 0;
      const now = weightTo(asked);
      const next = anchors.findIndex(({ at }) => at >= now);
      const [from, to] = [anchors[next - 1], anchors[next]];
      const planned = from.value + ((to.value - from.value) * (now - from.at)) / (to.at - from.at);
      const weekdays = (week ?? []).map((weight, i) => ({ weekday: i + 1, weight }));
      const shaped: Kpi =
        week === null ? one : { ...one, dayWeights: { kind: 'calendar', calendarName: 'Own' } };
      const calendars = [{ name: 'Own', dates: [], months: [], weekdays }];
      const book = levelWorkspace(shaped, [{ date: judged, value: planned }], {
        milestones,
        calendars,
      });
      const behind = judge(book, judged + 1).kpis[0].number('daysBehind');
      if (behind === null) return 0;
      expectClose(seed, 'days behind', behind, judged - asked);
      if (week !== null) weighed++;
      return 1;
    });
    expect(weighed).toBeGreaterThan(0);
  });

  test('12 a value of 0 is a value and a target of 0 is a target', () => {
    everyCase(who, (seed) => {
      const { workspace: book, today } = workbookOf(seed);
      const kpis = book.kpis
        .filter((one) => measureOf(book, one)?.formula === null && one.type !== 'done')
        .map((one) => ({ ...one, target: one.target === null ? null : 0 }));
      const some = {
        ...book,
        kpis,
        goals: [],
        milestones: [],
        periodTargets: [],
        targetChanges: [],
      };
      const before = judge(some, today).kpis;
      const zeros = { ...some, measurements: withRows(book.measurements, () => 0) };
      let cases = 0;
      judge(zeros, today).kpis.forEach((one, i) => {
        if (one.status === 'invalid') return;
        if (kpis[i].target !== null && one.number('plan') !== null) {
          expect({ seed, target: one.number('target') }).toEqual({ seed, target: 0 });
        }
        // With other values these had an actual: a 0 must count where they did.
        if (before[i].number('actual') === null) return;
        expect({ seed, actual: (one.number('actual') ?? Number.NaN) + 0 }).toEqual({
          seed,
          actual: 0,
        });
        cases++;
      });
      return cases;
    });
  });

  /** A milestone halfway, or targets of two halves. */
  function anchorsOf(dice: Dice, one: Kpi, isTotal: boolean): Partial<Workspace> {
    const { start, due, lastTime, target } = one;
    const from = isTotal ? 0 : (lastTime ?? 0);
    const way = (target ?? 0) - from;
    const middle = start + Math.floor((due - start) * 0.5);
    const share = dice.number(0.2, 0.8);
    const value = Math.round((from + way * share) * 100) / 100;
    if (dice.chance(0.4)) return { milestones: [milestone({ day: middle, value })] };
    if (dice.chance(0.3)) return {};
    const place = { tab: 'Targets', cell: 'C2' };
    const halves = [
      { period: { start, end: middle }, target: value },
      {
        period: { start: middle + 1, end: due },
        target: isTotal ? (target ?? 0) - value : (target ?? 0),
      },
    ];
    const periodTargets: PeriodTarget[] = halves.map((half, order) => ({
      ...half,
      kpiId: 'kpi',
      order,
      place,
    }));
    return { periodTargets };
  }

  test('14 on plan is on course, not late, and forecast to arrive, whatever the plan looks like', () => {
    everyCase(who, (seed) => {
      const isTotal = diceOf(seed).chance(0.5);
      const { dice, one, judged } = levelBook(seed, {
        planShape: diceOf(seed + 7).one(['straight', 'step', 'by_interval']),
        stopsAre: 'so_far',
      });
      const shaped: Kpi = {
        ...one,
        ...(isTotal
          ? { kind: 'add_up_to', lastTime: null, target: Math.round(dice.number(50, 900)) }
          : {}),
        forecastMethod: dice.one(['run_rate', 'as_planned']),
        dayWeights: dice.chance(0.5)
          ? { kind: 'calendar', calendarName: 'Work' }
          : { kind: 'every_day' },
      };
      const parts = {
        ...anchorsOf(dice, shaped, isTotal),
        calendars: [{ name: 'Work', dates: [], months: [], weekdays: [{ weekday: 7, weight: 0 }] }],
        measures: [measure({ aggregation: isTotal ? 'sum' : 'last' })],
      };
      const bookOf = (valueOn: (date: Day) => number): Workspace =>
        workspace({ ...parts, kpis: [shaped], rows: dailyRows(shaped.start, judged, valueOn) });
      const from = isTotal ? 0 : (shaped.lastTime ?? 0);
      const [blank] = judge(
        bookOf(() => (isTotal ? 0 : from)),
        judged + 1,
      ).kpis;
      const planned = new Map(blank.planToDate.map(({ end, value }) => [end, value ?? from]));
      const at = (date: Day) => planned.get(date) ?? from;
      const [said] = judge(
        bookOf((date) => (isTotal ? at(date) - at(date - 1) : at(date))),
        judged + 1,
      ).kpis;
      if (said.status === 'too_early') return 0;
      expect({ seed, status: said.status }).toEqual({ seed, status: 'on_course' });
      const forecast = said.number('forecastValue');
      // A step plan before its first step has no pace to go by; a level is not foreseen below 0.
      const isCut = forecast === 0 || forecast === said.number('actual');
      if (forecast !== null && !isCut) expectClose(seed, 'forecast', forecast, shaped.target);
      const late = said.number('daysLate');
      if (late !== null) expect({ seed, isLate: late > 0 }).toEqual({ seed, isLate: false });
      return 1;
    });
  });
});
