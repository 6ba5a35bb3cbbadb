import { civilFromDay, type Day, dayFromCivil } from '../../src/core/model/calendar-date.ts';
import type { Kpi } from '../../src/core/model/kpi.ts';
import type { Measure } from '../../src/core/model/measure.ts';
import type { Cadence, CustomPeriod, YearCut } from '../../src/core/model/period.ts';
import type { DayCalendar, PeriodTarget, Workspace } from '../../src/core/model/workspace.ts';
import { day, measurements, type Row, SETTINGS, workspace } from '../support/workspace-builder.ts';
import { randomActions, randomEvents, randomGoals, randomResources } from './random-around.ts';
import { type Dice, diceOf } from './random-dice.ts';
import { randomKpi } from './random-kpis.ts';
import { randomFormulaMeasure, randomMeasure } from './random-measures.ts';
import { CADENCE_DAYS, randomRows, randomUnreadable, TOTAL } from './random-rows.ts';
import { randomChanges, randomMilestones, randomPeriodTargets } from './random-targets.ts';

/** A workbook and the day it is looked at. */
export interface RandomWorkbook {
  workspace: Workspace;
  today: Day;
}

/** Lengths of a period that keep the number of intervals small. */
const PERIOD_DAYS: Record<Cadence, readonly [number, number]> = {
  day: [5, 120],
  week: [5, 300],
  month: [20, 1095],
  quarter: [60, 1095],
  year: [200, 1095],
  irregular: [5, 400],
};

const CADENCES_DRAWN: readonly Cadence[] = [
  'day',
  'day',
  'day',
  'week',
  'week',
  'month',
  'month',
  'month',
  'quarter',
  'year',
  'irregular',
];

function randomCalendar(dice: Dice, start: Day, due: Day): DayCalendar {
  return {
    name: 'Working days',
    weekdays: [6, 7].map((weekday) => ({ weekday, weight: dice.one([0, 0, 0.5]) })),
    dates: Array.from({ length: dice.whole(0, 4) }, (_, i) => ({
      // No date twice.
      day: start + 5 * dice.whole(0, Math.floor((due - start) / 5)) + i,
      weight: dice.one([0, 0, 2]),
      label: '',
    })),
    months: dice.chance(0.2) ? [{ month: dice.whole(1, 12), weight: dice.one([0, 2, 0.5]) }] : [],
  };
}

/** Years of 52 weeks in quarters of 4, 4 and 5, over all the days of the workbooks. */
function fourFourFive(): CustomPeriod[] {
  const periods: CustomPeriod[] = [];
  let start = day('2019-12-30');
  for (let year = 2020; year < 2045; year++) {
    for (let month = 1; month <= 12; month++) {
      const end = start + (month % 3 === 0 ? 35 : 28) - 1;
      periods.push({ label: `${year} P${month}`, year, start, end });
      start = end + 1;
    }
  }
  return periods;
}

/** Other rhythms than that of the workbook; days only where they are not too many. */
const COARSE: readonly Cadence[] = ['week', 'month'];

/** From any day, or from the first of a quarter to the last of a month. */
function randomWindow(dice: Dice, cadence: Cadence): { start: Day; due: Day } {
  const [shortest, longest] = PERIOD_DAYS[cadence];
  const length = dice.whole(shortest, longest);
  const isAligned = dice.chance(0.5);
  const start = isAligned
    ? day(`20${dice.whole(20, 26)}-${dice.one(['01', '04', '07', '10'])}-01`)
    : day('2023-01-01') + dice.whole(0, 1200);
  const due = start + length - 1;
  if (!isAligned || !dice.chance(0.6)) return { start, due };
  const { year, month } = civilFromDay(due);
  return { start, due: dayFromCivil(year, month + 1, 1) - 1 };
}

function randomToday(dice: Dice, { start, due }: { start: Day; due: Day }): Day {
  const size = due - start + 1;
  return dice.one([
    () => start + dice.whole(-5, 5),
    () => start + dice.whole(0, size),
    () => start + dice.whole(0, size),
    () => start + dice.whole(0, size),
    () => due + dice.whole(-3, 8),
    () => due + dice.whole(0, 60),
  ])();
}

/** A measure of which one date is known: how often there is a value, nobody can say. */
function withOneDate(dice: Dice, measures: Measure[], rows: Row[]): Row[] {
  if (!dice.chance(0.1)) return rows;
  const one = dice.one(measures);
  const [first] = rows.filter(({ measure }) => measure === one.id);
  if (first === undefined) return rows;
  one.isCadenceGuessed = true;
  return rows.filter(({ measure, date }) => measure !== one.id || date === first.date);
}

/** Counts of one tab prove each other's life. */
function keepTogether(dice: Dice, measures: readonly Measure[]): void {
  const counts = measures.filter(({ aggregation }) => aggregation === 'count');
  if (counts.length < 2 || !dice.chance(0.7)) return;
  for (const one of counts) one.keptWith = counts.map(({ id }) => id).filter((id) => id !== one.id);
}

/** A KPI with targets per period has no other target, or one that leaves room for the rest. */
function withoutOwnTarget(dice: Dice, one: Kpi, periods: readonly PeriodTarget[]): Kpi {
  if (periods.length === 0 || one.every !== null) return one;
  const last = periods[periods.length - 1].period.end;
  const isShort = last < one.due || periods.length < 2;
  return dice.chance(isShort ? 0.2 : 0.65) ? { ...one, target: null } : one;
}

export function workbookOf(seed: number): RandomWorkbook {
  const dice = diceOf(seed);
  const cadence = dice.one(CADENCES_DRAWN);
  const window = randomWindow(dice, cadence);
  const { start, due } = window;
  const today = randomToday(dice, window);
  const cut: YearCut = {
    fiscalStartMonth: dice.chance(0.25) ? dice.whole(2, 12) : 1,
    customPeriods: dice.chance(0.08) ? fourFourFive() : [],
  };
  const plain: Measure[] = [];
  for (let count = dice.whole(1, 3); count > 0; count--) {
    const other = dice.one(due - start > 400 ? COARSE : [...COARSE, 'day' as const]);
    const own = dice.chance(0.8) ? cadence : other;
    plain.push(randomMeasure(dice, `m${plain.length}`, own, plain[0] ?? null));
  }
  keepTogether(dice, plain);
  const history = dice.one([0, 0, 1, 3 * CADENCE_DAYS[cadence], 420, 420, 800]);
  const from = start - dice.whole(Math.min(history, 380), history);
  const to = Math.min(today + dice.whole(-2, 4), due + 40);
  const drawn = plain.flatMap((one) => {
    const isLong = one.cadence === 'day' && to - from > 150 && !dice.chance(0.1);
    return randomRows(dice, one, isLong ? Math.max(from, to - 150) : from, to, cut);
  });
  const rows = withOneDate(dice, plain, drawn);
  const operands = plain.filter((one) => one.cadence === cadence && cadence !== 'irregular');
  const measures =
    operands.length > 0 && dice.chance(0.6)
      ? [...plain, randomFormulaMeasure(dice, operands, cadence)]
      : plain;
  const calendars = dice.chance(0.35) ? [randomCalendar(dice, start, due)] : [];
  const around = { measures, rows, calendars, start, due };
  const typed = Array.from({ length: dice.whole(1, 6) }, (_, order) =>
    randomKpi(dice, order, around),
  );
  const measureOf = (one: Kpi) => measures.find(({ id }) => id === one.measureId) ?? measures[0];
  const periodTargets = typed.flatMap((one) => randomPeriodTargets(dice, one, measureOf(one), cut));
  const hasPeriods = (one: Kpi) => periodTargets.some(({ kpiId }) => kpiId === one.id);
  const kpis = typed.map((one) =>
    withoutOwnTarget(
      dice,
      one,
      periodTargets.filter(({ kpiId }) => kpiId === one.id),
    ),
  );
  const milestones = kpis
    .filter((one) => !hasPeriods(one))
    .flatMap((one) => randomMilestones(dice, one));
  const hasEnd = (one: Kpi) =>
    milestones.some(({ kpiId, day }) => kpiId === one.id && day === one.due);
  const isSteady = (one: Kpi) =>
    hasPeriods(one) || one.every !== null || one.stopsAre === 'per_period' || hasEnd(one);
  const figures = measurements(rows);
  return {
    today,
    workspace: {
      ...workspace({
        measures,
        kpis,
        milestones,
        periodTargets,
        targetChanges: kpis
          .filter((one) => !isSteady(one))
          .flatMap((one) => randomChanges(dice, one, measures, rows)),
        goals: randomGoals(dice, kpis, measures),
        resources: kpis.flatMap((one) => randomResources(dice, one)),
        events: randomEvents(dice, kpis, measures, { start, due }),
        actions: randomActions(dice, kpis, today),
        calendars,
        settings: { ...SETTINGS, fiscalStartMonth: cut.fiscalStartMonth },
        customPeriods: [...cut.customPeriods],
      }),
      measurements: {
        ...figures,
        totalChannels: figures.channels.flatMap((name, i) => (name === TOTAL ? [i] : [])),
        unreadable: rows.length === 0 ? figures.unreadable : randomUnreadable(dice, figures, rows),
      },
    },
  };
}
