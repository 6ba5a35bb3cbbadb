import { type Day, dayFromIsoDate } from '../../core/model/calendar-date.ts';
import { groupBy } from '../../core/model/group-by.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { TableId } from '../../core/tables/result-tables.ts';
import type { Table } from '../../core/tables/table.ts';
import type {
  Board,
  BoardChange,
  BoardGoal,
  BoardKpi,
  Fuel,
  Happening,
  OpenAction,
  Status,
  Stop,
  Way,
} from './board.ts';
import { channelParts, driverParts } from './gap-parts.ts';
import { type Row, rowsOf } from './table-rows.ts';
import { daysBetween, trendOf } from './trend.ts';

/** The result tables that a board shows. */
export const BOARD_TABLES = [
  'timeline',
  'channels',
  'kpis',
  'goals',
  'drivers',
  'milestones',
  'resources',
  'changes',
  'strategy',
  'actions',
  'checks',
] as const satisfies readonly TableId[];

export type BoardTables = Readonly<Record<(typeof BOARD_TABLES)[number], Table>>;

/** More changes than anybody reads at once. */
const MOST_CHANGES = 12;

function statusIn<Code extends string>(row: Row, id: string): Status<Code> {
  return {
    // SAFETY: the column holds codes of this kind.
    code: row.text(id) as Code,
    word: row.text(`${id}_label`),
    symbol: row.text(`${id}_symbol`),
  };
}

const actionOf = (row: Row): OpenAction => ({
  name: row.text('action'),
  text: row.text('action_text'),
  isOverdue: row.number('overdue_count') === 1,
  url: row.text('action_url'),
});

/** What is still to be done, the overdue first. */
const openActionsOf = (actions: readonly Row[]): OpenAction[] =>
  actions
    .filter((row) => row.number('action_is_to_do') === 1)
    .map(actionOf)
    .sort((one, other) => Number(other.isOverdue) - Number(one.isOverdue));

/** The newest check-in up to the day of the board; of one day the lower row. */
function checkInOf(actions: readonly Row[], today: number): string {
  let newest: Row | null = null;
  for (const row of actions) {
    const day = row.number('action_date');
    if (row.text('action_phase') !== 'check' || day === null || day > today) continue;
    if (newest === null || day >= (newest.number('action_date') ?? day)) newest = row;
  }
  return newest === null
    ? ''
    : [newest.text('action_text'), newest.text('cause')].filter(Boolean).join(' · ');
}

const fuelOf = (row: Row): Fuel => ({
  resource: [row.text('resource'), row.text('resource_channel')].filter(Boolean).join(' · '),
  index: row.number('fuel_index'),
  text: row.text('fuel_text'),
});

/** Null without both ends, and where they are the same. */
function wayOf(row: Row): Way | null {
  const [from, to, actual] = ['baseline', 'target', 'actual'].map(row.number);
  if (to === null || actual === null) return null;
  const start = from ?? 0;
  if (start === to) return null;
  const placeOf = (value: number) => Number(((value - start) / (to - start)).toFixed(3));
  const plan = row.number('plan');
  return { actual: placeOf(actual), plan: plan === null ? null : placeOf(plan) };
}

/** A strike on 3 Feb: of the intervals with a value, the newest with a label; null for none. */
function latelyOf(course: readonly Row[]): Happening | null {
  const told = course.filter((row) => row.number('actual') !== null && row.text('event_label'));
  const newest = told[told.length - 1];
  if (newest === undefined) return null;
  const interval = newest.text('interval_label');
  return { day: dayFromIsoDate(interval), interval, text: newest.text('event_label') };
}

function overrideOf(row: Row): string {
  const word = row.text('override_status_label');
  return word === '' ? '' : [word, row.text('override_reason')].filter(Boolean).join(' · ');
}

interface OfKpi {
  readonly course: readonly Row[];
  readonly fuel: readonly Row[];
  readonly actions: readonly Row[];
  /** None where it is not what its goal is judged by. */
  readonly drivers: readonly Row[];
  readonly channels: readonly Row[];
}

function kpiOf(row: Row, parts: OfKpi, language: Language) {
  const { course, fuel, actions, drivers, channels } = parts;
  const numbers = (id: string) => course.map((each) => each.number(id));
  const kpi: BoardKpi = {
    key: row.text('kpi_key'),
    id: row.text('kpi_id'),
    name: row.text('kpi'),
    goalId: row.text('goal_id'),
    owner: row.text('owners_text'),
    team: row.text('team'),
    status: statusIn(row, 'status'),
    isCritical: row.cell('is_critical') === true,
    start: row.number('start_date'),
    due: row.number('due_date'),
    arrival: row.number('eta_date'),
    daysLate: row.number('days_late'),
    actual: row.text('actual_text'),
    plan: row.text('plan_text'),
    target: row.text('target_text'),
    forecast: row.text('forecast_text'),
    explanation: row.text('explanation'),
    advice: row.text('advice'),
    override: overrideOf(row),
    nextStop: row.text('next_milestone_text'),
    url: row.text('kpi_url'),
    note: row.text('kpi_note'),
    measureNote: row.text('measure_note'),
    lately: latelyOf(course),
    checkIn: checkInOf(actions, row.number('view_date') ?? 0),
    openActions: openActionsOf(actions),
    way: wayOf(row),
    trend: trendOf(
      {
        start: course[0]?.number('interval_start') ?? 0,
        ends: course.map((each) => each.number('interval_end') ?? 0),
        plan: numbers('plan_to_date'),
        actual: numbers('actual_to_date'),
        forecast: numbers('forecast_to_date'),
        unitLabel: row.text('unit_label'),
      },
      row.number('view_date') ?? 0,
      language,
    ),
    drivers: driverParts(row, drivers),
    channels: channelParts(row, channels, language),
    fuel: fuel.map(fuelOf),
  };
  return { kpi, order: row.number('status_order') ?? 0 };
}

/** Of a stop that several KPIs of a goal share: how it stands where it stands worst. */
function stopsOf(rows: readonly Row[]): Stop[] {
  const shared = groupBy(
    // The end of a KPI is no stop on the way of its goal.
    rows.filter((row) => row.number('milestone_date') !== row.number('due_date')),
    (row) => row.text('stop_id'),
  );
  const orderOf = (row: Row) => row.number('milestone_status_order') ?? 0;
  return [...shared.values()]
    .map((same) => same.reduce((worst, row) => (orderOf(row) < orderOf(worst) ? row : worst)))
    .map((row) => ({
      name: row.text('stop'),
      day: row.number('milestone_date') ?? 0,
      expected: row.number('milestone_eta_date'),
      status: statusIn(row, 'milestone_status') as Stop['status'],
    }))
    .sort((one, other) => one.day - other.day);
}

interface OfGoal {
  readonly stops: readonly Row[];
  readonly fuel: readonly Row[];
}

function goalOf(row: Row, { stops, fuel }: OfGoal, language: Language): BoardGoal {
  const [start, due] = ['goal_start_date', 'goal_due_date'].map(row.number);
  return {
    id: row.text('goal_id'),
    name: row.text('goal'),
    parent: row.text('parent_goal'),
    successWhen: row.text('success_when'),
    note: row.text('goal_note'),
    owner: row.text('goal_owner'),
    status: row.cell('goal_status') === null ? null : statusIn(row, 'goal_status'),
    start,
    due,
    progress: row.number('goal_progress'),
    explanation: row.text('goal_explanation'),
    advice: row.text('goal_advice'),
    url: row.text('goal_url'),
    stops: stopsOf(stops),
    days: start === null || due === null ? [] : daysBetween(start, due, language),
    fuel: fuel.map(fuelOf),
  };
}

export const changeOf = (row: Row): BoardChange => {
  const good = row.cell('event_good');
  return {
    day: row.number('event_date') ?? 0,
    label: row.text('event_label'),
    text: row.text('event_text'),
    isGood: typeof good === 'boolean' ? good : null,
    kpiKey: row.text('kpi_key'),
  };
};

/** The most urgent first: by status, then what decides over its goal, then the latest. */
const byUrgency = (one: Ranked, other: Ranked): number =>
  one.order - other.order ||
  Number(other.kpi.isCritical) - Number(one.kpi.isCritical) ||
  (other.kpi.daysLate ?? 0) - (one.kpi.daysLate ?? 0);

type Ranked = ReturnType<typeof kpiOf>;

/** Of the workbook as a whole: the same in every row of every table. */
function stampOf(rows: readonly (readonly Row[])[]) {
  const row = rows.find((each) => each.length > 0)?.[0];
  const today: Day | null = row?.number('view_date') ?? null;
  const text = (id: string) => row?.text(id) ?? '';
  return {
    today,
    organisation: text('organisation'),
    stamp: text('recalculated_text'),
    note: text('view_note'),
  };
}

/** Measures of KPIs that something is foreseen of, each once. */
function supposableIn(kpis: readonly Row[]): Board['supposable'] {
  const foreseen = kpis.filter((row) => row.number('forecast') !== null);
  const names = new Map(foreseen.map((row) => [row.text('measure_id'), row.text('measure')]));
  return [...names].map(([id, name]) => ({ id, name }));
}

/** Result tables as what a board shows of them; nothing is calculated anew. */
export function makeBoard(tables: BoardTables, language: Language): Board {
  const [
    timeline,
    channels,
    kpis,
    goals,
    drivers,
    milestones,
    resources,
    changes,
    strategy,
    actions,
    checks,
  ] = BOARD_TABLES.map((id) => rowsOf(tables[id]));
  const courses = groupBy(timeline, (row) => row.text('kpi_key'));
  const channelsOf = groupBy(channels, (row) => row.text('kpi_key'));
  const driversOf = groupBy(drivers, (row) => row.text('goal_id'));
  const outcomes = new Map(goals.map((row) => [row.text('goal_id'), row.text('outcome_kpi')]));
  const stops = groupBy(milestones, (row) => row.text('goal_id'));
  const isOfKpi = (row: Row) => row.cell('kpi_key') !== null;
  const actionsOf = groupBy(actions.filter(isOfKpi), (row) => row.text('kpi_key'));
  const kpiFuel = groupBy(resources.filter(isOfKpi), (row) => row.text('kpi_key'));
  const goalFuel = groupBy(
    resources.filter((row) => !isOfKpi(row)),
    (row) => row.text('goal_id'),
  );
  return {
    language,
    ...stampOf([kpis, goals, strategy]),
    foretold: checks
      .filter((row) => row.text('finding_code').startsWith('I_FORETOLD'))
      .map((row) => row.text('finding_text')),
    supposable: supposableIn(kpis),
    strategy: strategy.map((row) => ({ kind: row.text('line_kind'), text: row.text('line_text') })),
    goals: goals.map((row) => {
      const id = row.text('goal_id');
      return goalOf(row, { stops: stops.get(id) ?? [], fuel: goalFuel.get(id) ?? [] }, language);
    }),
    kpis: kpis
      .map((row) => {
        const [key, goalId] = [row.text('kpi_key'), row.text('goal_id')];
        return kpiOf(
          row,
          {
            course: courses.get(key) ?? [],
            fuel: kpiFuel.get(key) ?? [],
            actions: actionsOf.get(key) ?? [],
            drivers: outcomes.get(goalId) === row.text('kpi') ? (driversOf.get(goalId) ?? []) : [],
            channels: channelsOf.get(key) ?? [],
          },
          language,
        );
      })
      .sort(byUrgency)
      .map(({ kpi }) => kpi),
    changes: changes.slice(0, MOST_CHANGES).map(changeOf),
  };
}
