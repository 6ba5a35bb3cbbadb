import { inEveryLanguage } from '../../language/cell-words.ts';
import type { ColumnsOf } from '../../layout/sheet-layout.ts';
import type { Day } from '../../model/calendar-date.ts';
import type { Goal } from '../../model/goal.ts';
import { directionDetails } from '../../model/issue-details.ts';
import type { Direction, Kpi, KpiKind } from '../../model/kpi.ts';
import { type DayRange, intervalContaining } from '../../model/period.ts';
import type { DayCalendar, Settings } from '../../model/workspace.ts';
import { nameIndex, readReference } from '../rows/name-index.ts';
import {
  isAmount,
  percentNumber,
  readShare,
  reportShare,
  showsPercent,
} from '../rows/number-cells.ts';
import type { ReadContext } from '../rows/read-context.ts';
import type { NamedRow } from '../rows/read-identities.ts';
import { type NumberColumn, type RowOf, reportOrder } from '../rows/tab-row.ts';
import { isMoreThanANumber } from '../rows/target-words.ts';
import { normaliseText } from '../sheet/normalise-text.ts';
import { KIND_RULES } from './kpi-kinds.ts';
import { readManner } from './kpi-manner.ts';
import { isAdded, type MeasureDraft } from './measure-draft.ts';

const AND: ReadonlySet<string> = new Set(inEveryLanguage(({ and }) => and));

/** Whether a name joins two things: "revenue and orders". */
const joinsTwo = (name: string): boolean =>
  normaliseText(name)
    .split(' ')
    .slice(1, -1)
    .some((word) => AND.has(word));

/** A KPI's row with its Kind as typed and the measure it is about. */
export interface KpiRow extends NamedRow<'kpis'> {
  readonly kind: KpiKind | null;
  /** Null when its Measure cell means nothing certain. */
  readonly measureId: string | null;
}

export interface KpiSurroundings {
  readonly goals: readonly Goal[];
  readonly measures: readonly MeasureDraft[];
  readonly calendars: readonly DayCalendar[];
  readonly settings: Settings;
  readonly today: Day;
}

/**
 * The KPIs tab. A KPI with a bad cell keeps its place and its errors; the others are whole. A
 * broken link to a goal or an earlier KPI is a finding, but leaves the KPI whole.
 */
export function readKpis(
  rows: readonly KpiRow[],
  around: KpiSurroundings,
  context: ReadContext,
): Kpi[] {
  const goals = nameIndex('goals', around.goals);
  const kpis = nameIndex('kpis', rows);
  const goalById = new Map(around.goals.map((goal) => [goal.id, goal]));
  const measureById = new Map(around.measures.map((measure) => [measure.id, measure]));
  return rows.map((named, order) => {
    const { row } = named;
    const goalId = row.takeSoftly(readReference(row, 'goal', goals), 'goal')?.id ?? null;
    const goal = goalId === null ? undefined : goalById.get(goalId);
    const measure = named.measureId === null ? undefined : measureById.get(named.measureId);
    const numbers = readNumbers(row, measure);
    const kind = named.kind ?? impliedKind(numbers, measure);
    const period = readPeriodOf(row, kind, goal, around.today, context);
    checkNeeds(named, kind, numbers);
    return {
      id: named.id,
      name: named.name,
      isTwoInOne: joinsTwo(named.name),
      order,
      goalId,
      kind,
      type: KIND_RULES[kind].type,
      declaredDirection: declaredDirection(named, kind, measure),
      measureId: named.measureId ?? '',
      channel: row.read('channel') || null,
      start: period.start,
      due: period.end,
      every: row.read('every'),
      ...numbers,
      ...readManner(row, around.calendars, around.settings, context),
      followsKpiId: row.takeSoftly(readReference(row, 'follows', kpis), 'follows')?.id ?? null,
      place: row.place('name'),
      errors: [...new Set([...row.errors, ...(measure?.errors ?? [])])],
    };
  });
}

interface KpiNumbers {
  readonly lastTime: number | null;
  readonly target: number | null;
  readonly growth: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly tolerance: number | null;
  readonly scale: number | null;
}

function readNumbers(row: RowOf<'kpis'>, measure: MeasureDraft | undefined): KpiNumbers {
  const number = (column: NumberColumn<ColumnsOf<'kpis'>>): number | null =>
    percentNumber(row, column, measure?.unit);
  const target = isMoreThanANumber(row) ? null : number('target');
  const isShare = target !== null && measure?.unit.kind === 'number' && showsPercent(row, 'target');
  if (isShare && (isAdded(measure.aggregation) || isAmount(row, 'last_time'))) {
    reportShare(row, 'target');
  }
  return {
    lastTime: number('last_time'),
    target,
    growth: readShare(row, 'growth'),
    low: number('low'),
    high: number('high'),
    tolerance: number('tolerance'),
    scale: number('scale'),
  };
}

/** A blank Kind: add up for a measure that sums, else up or down by the target's side of last time. */
function impliedKind(numbers: KpiNumbers, measure: MeasureDraft | undefined): KpiKind {
  const { target, growth, lastTime, low, high } = numbers;
  if (target === null && growth === null && low !== null && high !== null) return 'keep_between';
  if (isAdded(measure?.aggregation ?? null)) return 'add_up_to';
  const change = target !== null && lastTime !== null ? target - lastTime : (growth ?? 0);
  return change < 0 ? 'bring_down_to' : 'grow_to';
}

/**
 * The direction that was stated: by Better when, else by Kind. A typed Kind and Better when that
 * contradict each other are an error; a Kind that was only implied states nothing.
 */
function declaredDirection(
  { row, name, kind: typedKind }: KpiRow,
  kind: KpiKind,
  measure: MeasureDraft | undefined,
): Direction | null {
  const { type, direction } = KIND_RULES[kind];
  if (type !== 'reach' && type !== 'track') return direction;
  const better: Direction | null =
    measure === undefined || measure.betterWhen === null
      ? null
      : measure.betterWhen === 'higher'
        ? 1
        : -1;
  if (typedKind === null) return better;
  if (better !== null && direction !== null && better !== direction) {
    row.report('E_DIR', directionDetails({ name }, 'kind_and_better'), 'kind');
  }
  return better ?? direction;
}

function checkNeeds({ row, name }: KpiRow, kind: KpiKind, numbers: KpiNumbers): void {
  const { needs } = KIND_RULES[kind];
  const { low, high, tolerance } = numbers;
  // A tolerance of 0 is a threshold without a margin; a range would divide by it.
  if (tolerance !== null && (tolerance < 0 || (tolerance === 0 && needs === 'range'))) {
    row.report('E_TOLERANCE', { received: { typed: tolerance } }, 'tolerance');
  }
  if (needs !== 'range') return;
  // A cell that is there but bad has had its issue.
  const areTyped = row.has('low') && row.has('high');
  if (low === null || high === null ? !areTyped : low >= high) {
    row.report('E_RANGE', { kpi: name }, 'low');
  }
}

/**
 * Blank dates are those of the goal. A period as due, such as Q2 2026, is the whole of it where no
 * start is known. What is only followed or done starts with the fiscal year;
 * what is only followed has no deadline, and without one it runs to the end of this fiscal year.
 */
function readPeriodOf(
  row: RowOf<'kpis'>,
  kind: KpiKind,
  goal: Goal | undefined,
  today: Day,
  context: ReadContext,
): DayRange {
  const typedStart = row.firstDay('start');
  const typedDue = row.lastDay('due');
  const endOfYear =
    kind === 'just_track'
      ? intervalContaining('year', Math.max(today, typedStart ?? today), context.cut).end
      : null;
  const due = typedDue ?? (row.has('due') ? null : (goal?.due ?? endOfYear));
  if (due === null && !row.has('due')) row.report('E_BLANK', {}, 'due');
  let start = typedStart ?? (row.has('start') ? null : (goal?.start ?? null));
  if (start === null && !row.has('start')) {
    if (typedDue !== null && row.firstDay('due') !== typedDue) start = row.firstDay('due');
    else if (due !== null && (kind === 'done_by' || kind === 'just_track')) {
      start = intervalContaining('year', due, context.cut).start;
    } else row.report('E_BLANK', {}, 'start');
  }
  if (start !== null && due !== null && due < start) reportOrder(row, start, due, 'due');
  return { start: start ?? due ?? 0, end: due ?? start ?? 0 };
}
