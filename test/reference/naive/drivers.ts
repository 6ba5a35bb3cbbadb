import type { Day } from '../../../src/core/model/calendar-date.ts';
import type { FormulaNode } from '../../../src/core/model/formula.ts';
import type { Goal } from '../../../src/core/model/goal.ts';
import type { Kpi } from '../../../src/core/model/kpi.ts';
import type { DayRange } from '../../../src/core/model/period.ts';
import { type Book, measureOf } from './book.ts';
import { intervalsBetween, pairedDay } from './calendar.ts';
import type { Case } from './case.ts';
import { isOfInterval } from './definition.ts';
import { askedOver, isThreshold } from './five-numbers.ts';
import { growthReference, subjectOf } from './growth.ts';
import type { ReferenceKpi } from './kpi.ts';
import { valueOver } from './measure-values.ts';
import { above, atLeast, near } from './numbers.ts';
import { splitOverFactors } from './split.ts';

type Value = number | null;

export interface ReferenceDriver {
  goalId: string;
  measureId: string;
  kpiId: string | null;
  against: 'plan' | 'last_year';
  contribution: Value;
  contributionShare: Value;
  neededChangeAlone: Value;
  neededChangeTogether: Value;
}

type Kind = 'product' | 'sum';

interface Driver {
  measureId: string;
  channel: string | null;
  result: ReferenceKpi | null;
}

interface Whole {
  kase: Case;
  result: ReferenceKpi;
}

const wholeOf = (result: ReferenceKpi): Whole[] =>
  result.kase === null ? [] : [{ kase: result.kase, result }];

/** What X describes: S..A; where X is that of one interval, the one that ends at A. */
function judgedRange({ definition, judged }: Case): DayRange | null {
  const { intervals, start } = definition;
  if (judged === null) return null;
  const { end } = intervals[judged];
  return isOfInterval(definition) ? { start: intervals[judged].start, end } : { start, end };
}

/** A driver over the same days, its intervals cut to them. */
function valueIn(book: Book, { measureId, channel }: Driver, range: DayRange, kpi: Kpi): Value {
  const { cadence } = measureOf(book, measureId);
  const subject = subjectOf(book, { ...kpi, measureId, channel }, kpi.start);
  return valueOver(subject, intervalsBetween(book.workspace, cadence, range.start, range.end));
}

/**
 * Of a total its plan over the days, of a level its plan at A, of an average the mean of its line;
 * of an outcome on a line where its lines should stand.
 */
function plannedIn({ result }: Driver, { start, end }: DayRange, outcome: Case): Value {
  if (result === null || result.kase === null) return null;
  const { plan, definition } = result.kase;
  if (['range', 'corridor', 'track', 'done'].includes(definition.type)) return null;
  const at = (day: Day) => plan.at(day) ?? 0;
  if (plan.at(end) === null) return definition.target;
  if (definition.family === 'total')
    return definition.type === 'at_least' ? definition.target : at(end) - at(start - 1);
  if (definition.family === 'level' || outcome.definition.isLine) return at(end);
  if (isThreshold(definition)) return askedOver(result.kase, start, end);
  let sum = 0;
  for (let day = start; day <= end; day++) sum += at(day);
  return sum / (end - start + 1);
}

function operands(node: FormulaNode, operator: '*' | '+'): string[] | null {
  if (node.kind === 'measure') return [node.measureId];
  if (node.kind !== 'binary' || node.operator !== operator) return null;
  const [left, right] = [operands(node.left, operator), operands(node.right, operator)];
  return left === null || right === null ? null : [...left, ...right];
}

function subsets<Item>(items: readonly Item[], size: number): Item[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, i) =>
    subsets(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]),
  );
}

/** What the parts add up to; nothing where before and after are one but for a rounding. */
function differenceOf(kind: Kind, before: readonly Value[], after: readonly Value[]) {
  const made = (values: readonly Value[]) =>
    values.reduce<number>(
      (all, value) => (kind === 'sum' ? all + (value ?? 0) : all * (value ?? 0)),
      kind === 'sum' ? 0 : 1,
    );
  return near(made(before), made(after)) ? 0 : made(after) - made(before);
}

/** The goal's KPIs that the outcome is made of: one a measure, over its own period before others. */
function candidatesOf(outcome: Case, others: readonly Whole[]): Whole[] {
  const hasPeriod = ({ kase }: Whole) =>
    kase.definition.start === outcome.definition.start &&
    kase.definition.due === outcome.definition.due;
  const sorted = [...others.filter(hasPeriod), ...others.filter((one) => !hasPeriod(one))];
  const keyOf = ({
    kase: {
      definition: { kpi },
    },
  }: Whole) => `${kpi.measureId} ${kpi.channel}`;
  return others.filter((one) => sorted.find((other) => keyOf(other) === keyOf(one)) === one);
}

function driversOf(
  book: Book,
  outcome: Case,
  others: readonly Whole[],
  range: DayRange,
): { kind: Kind; drivers: Driver[] } | null {
  const { measureId, channel } = outcome.definition.kpi;
  const candidates = candidatesOf(outcome, others);
  const { formula } = measureOf(book, measureId);
  for (const [kind, operator] of [
    ['product', '*'],
    ['sum', '+'],
  ] as const) {
    const ids = formula === null ? null : operands(formula, operator);
    if (ids === null || ids.length < 2) continue;
    const drivers = ids.map((id): Driver => {
      const own = candidates.find(
        ({
          kase: {
            definition: { kpi },
          },
        }) => kpi.measureId === id && kpi.channel === channel,
      );
      return { measureId: id, channel, result: own?.result ?? null };
    });
    return { kind, drivers };
  }
  const { kpi: whole } = outcome.definition;
  const wanted = valueIn(book, { measureId, channel, result: null }, range, whole);
  if (wanted === null || wanted === 0) return null;
  const valued = candidates
    .filter(
      ({
        kase: {
          definition: { kpi },
        },
      }) =>
        kpi.measureId === measureId
          ? channel === null && kpi.channel !== null
          : kpi.channel === channel,
    )
    .map(({ kase, result }) => {
      const { kpi } = kase.definition;
      const driver: Driver = { measureId: kpi.measureId, channel: kpi.channel, result };
      return { driver, value: valueIn(book, driver, range, whole) };
    })
    .filter(({ value }) => value !== null);
  const factors = valued.filter(({ driver }) => driver.channel === channel);
  for (const [kind, parts] of [
    ['product', factors],
    ['sum', valued],
  ] as const) {
    for (let size = 2; size <= 5; size++) {
      for (const some of subsets(parts, size)) {
        const made = some.reduce(
          (all, { value }) => (kind === 'sum' ? all + (value ?? 0) : all * (value ?? 0)),
          kind === 'sum' ? 0 : 1,
        );
        if (Math.abs(made - wanted) <= 0.01 * Math.abs(wanted))
          return { kind, drivers: some.map(({ driver }) => driver) };
      }
    }
  }
  return null;
}

/** κ of §12; null unless both point the way of the KPI (ratios and levels: the same way). */
function neededFactor({ definition }: Case, { numbers }: ReferenceKpi): Value {
  const { actual, target, forecastValue: forecast } = numbers;
  const { family, direction } = definition;
  if (actual === null || target === null || forecast === null || direction === null) return null;
  if (family !== 'total') return target * forecast > 0 ? target / forecast : null;
  const isAhead = (to: number) => above(direction * to, direction * actual);
  return isAhead(target) && isAhead(forecast) ? (target - actual) / (forecast - actual) : null;
}

/** Alone, a part of a sum makes up the whole shortfall from what it still brings. */
function aloneInSum({ result }: Driver, outcome: Whole): Value {
  const { target, forecastValue: expected } = outcome.result.numbers;
  if (result === null || target === null || expected === null) return null;
  const { actual = null, forecastValue: forecast = null } = result.numbers;
  if (actual === null || forecast === null) return null;
  const toCome = outcome.kase.definition.family === 'total' ? forecast - actual : forecast;
  return toCome > 0 ? 1 + (target - expected) / toCome : null;
}

const lessOne = (factor: Value): Value => (factor === null ? null : factor - 1);
const isFull = (values: readonly Value[]): values is readonly number[] => !values.includes(null);

function splitOf(kind: Kind, before: readonly Value[], after: readonly Value[]): number[] | null {
  if (!isFull(before) || !isFull(after)) return null;
  if (kind === 'sum') return after.map((value, i) => value - before[i]);
  return splitOverFactors(before, after);
}

/** g = T/B_ref − 1, of a sum T − B_ref; 0 for what has no target, null without a reference. */
function growthOf(book: Book, result: ReferenceKpi | null, kind: Kind): Value {
  const { target = null, kpi = null, type = null } = result?.kase?.definition ?? {};
  // A corridor asks for no one value.
  if (target === null || kpi === null || type === 'corridor') return 0;
  const { value: reference } = growthReference(book, kpi);
  if (reference === null) return null;
  if (kind === 'sum') return target - reference;
  return reference === 0 ? null : target / reference - 1;
}

/** Whether the drivers on target would leave the outcome short of its own. */
function isShort(
  book: Book,
  { result, kase }: Whole,
  kind: Kind,
  drivers: readonly Driver[],
): boolean {
  if (kase.definition.target === null || kase.definition.direction !== 1) return false;
  const needed = growthOf(book, result, kind);
  const growths: readonly Value[] = drivers.map((driver) => growthOf(book, driver.result, kind));
  if (needed === null || !isFull(growths)) return false;
  const made =
    kind === 'sum'
      ? growths.reduce((sum, growth) => sum + growth, 0)
      : growths.reduce((all, growth) => all * (1 + growth), 1) - 1;
  return !atLeast(made, needed);
}

export interface ReferenceDrivers {
  drivers: readonly ReferenceDriver[];
  isShort: boolean;
}

/** §12: the add-up check, the split and the alternative route of a goal. */
export function driversOfGoal(
  book: Book,
  goal: Goal,
  kpis: readonly ReferenceKpi[],
): ReferenceDrivers {
  const none = { drivers: [], isShort: false };
  const ofGoal = new Set(
    book.workspace.kpis.filter(({ goalId }) => goalId === goal.id).map(({ id }) => id),
  );
  const members = kpis.filter(({ kpiId }) => ofGoal.has(kpiId)).flatMap(wholeOf);
  const outcome = members.find(({ result }) => result.kpiId === goal.outcomeKpiId);
  const range = outcome === undefined ? null : judgedRange(outcome.kase);
  if (outcome === undefined || range === null) return none;
  const others = members.filter((one) => one !== outcome);
  const found = driversOf(book, outcome.kase, others, range);
  if (found === null) return none;
  const { kind, drivers } = found;
  const { cadence } = outcome.kase.definition;
  const [start, end] = [range.start, range.end].map((day) =>
    pairedDay(book.workspace, cadence, day),
  );
  const before = { start, end };
  const { kpi } = outcome.kase.definition;
  const after = drivers.map((driver) => valueIn(book, driver, range, kpi));
  const befores = {
    plan: drivers.map((driver) => plannedIn(driver, range, outcome.kase)),
    last_year: drivers.map((driver) => valueIn(book, driver, before, kpi)),
  };
  const factor = neededFactor(outcome.kase, outcome.result);
  const together = factor === null || kind === 'sum' ? factor : factor ** (1 / drivers.length);
  const rows = (['plan', 'last_year'] as const).flatMap((against) => {
    const parts = splitOf(kind, befores[against], after);
    const total = differenceOf(kind, befores[against], after);
    return drivers.map((driver, i) => {
      const alone = kind === 'sum' && factor !== null ? aloneInSum(driver, outcome) : factor;
      return {
        goalId: goal.id,
        measureId: driver.measureId,
        kpiId: driver.result?.kpiId ?? null,
        against,
        contribution: parts?.[i] ?? null,
        contributionShare: parts === null || total === 0 ? null : parts[i] / total,
        neededChangeAlone: lessOne(alone),
        neededChangeTogether: lessOne(together),
      };
    });
  });
  return { drivers: rows, isShort: isShort(book, outcome, kind, drivers) };
}
