import type { Day } from '../../model/calendar-date.ts';
import type { MeasureFamily } from '../../model/evaluation.ts';
import type { FormulaNode } from '../../model/formula.ts';
import type { KpiKind } from '../../model/kpi.ts';
import type { Measure } from '../../model/measure.ts';
import type { Cadence, DayRange } from '../../model/period.ts';
import { restsOn } from '../../model/reference-chains.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { CalendarFacts } from '../period/calendar-facts.ts';
import { type DayWeight, EVERY_DAY } from '../period/day-weights.ts';
import { addsOverChannels } from './aggregations.ts';
import type { TotalVerdict } from './channel-roles.ts';
import type { CutRow } from './cut-interval.ts';
import type { DaySeries } from './day-series.ts';
import { type Extremes, rowExtremes } from './extremes.ts';
import { formulaParts, measuresUnder } from './formula-parts.ts';
import {
  type Compiled,
  compileFormula,
  type FormulaHistory,
  formulaHistory,
  readFormula,
} from './formula-reader.ts';
import { readLeaf, silentSpan } from './leaf-reader.ts';
import { measureFamily } from './measure-family.ts';
import { firstDayOf, type MeasureRows, readMeasureRows } from './measure-rows.ts';
import { type StandingRows, standingRows } from './standing-rows.ts';
import { readWindow } from './window-reader.ts';

interface RatioParts {
  numerator: number;
  denominator: number;
}

/** Who asks for the values of a measure: what a cut interval and a silent day mean hangs on it. */
export interface Asker {
  /** Null: the measure as a whole. */
  readonly channel: string | null;
  /** Null where nobody asks for a sum. */
  readonly kind: KpiKind | null;
  /** S: where no row means that nothing happened, it does so from here on. */
  readonly since: Day;
  /** Of any day, not scaled. */
  readonly weightOf: DayWeight;
  /** The weights say nothing of a single day: shares of intervals go by days. */
  readonly isByDays: boolean;
}

/** One who looks at a measure from outside any period. */
export const fromOutside = (channel: string | null): Asker => ({
  channel,
  kind: null,
  since: Number.POSITIVE_INFINITY,
  weightOf: EVERY_DAY,
  isByDays: true,
});

/**
 * Reads one measure, in one channel or as a whole, over any stretch of days, both ends included. A
 * stretch that cuts an interval of the cadence takes of it what calculations.md §2 gives to the part:
 * of a sum the share or the rows of its own days, of what is no total the whole interval.
 */
export interface ValueReader {
  /** No value is dated before this day; null when there is none at all. */
  readonly firstDay: Day | null;
  /** By the measure's own aggregation, formula or window; null when there is nothing. */
  over(start: Day, end: Day): number | null;
  /**
   * What a mean or a ratio is made of, so that several intervals can be added; null for everything
   * that adds up as it is, or not at all.
   */
  parts(start: Day, end: Day): RatioParts | null;
  /** Whether an interval of the cadence, perhaps cut, has a value (§2). */
  hasValueIn(start: Day, end: Day): boolean;
  /** Whether its rows are in, though the window that ends there may have no value. */
  hasRowsIn(start: Day, end: Day): boolean;
  /** Whether an interval holds a cell, of any operand, that could not be read: it has no value. */
  isUnreadableIn(start: Day, end: Day): boolean;
  /** Days of such intervals: the first of each. */
  unreadableDays(start: Day, end: Day): readonly Day[];
  /** Whether the window that ends with the interval begins before the first row. */
  isWindowOpenIn(start: Day, end: Day): boolean;
  /** Rows that speak for a whole interval of which only this part counts. */
  cutRowsIn(start: Day, end: Day): readonly CutRow[];
  /** The newest day up to the given one with a value of every operand; null when there is none. */
  newestDay(upTo: Day): Day | null;
  /** The newest value that is dated in the stretch; of a formula that of its interval. */
  newestIn(start: Day, end: Day): number | null;
  /** The days that have a row of every operand, ascending: the points of an irregular measure. */
  days(start: Day, end: Day): readonly Day[];
  /** By when every operand has a row, whatever else is there that cannot be read or added up. */
  datedBy(start: Day, end: Day): Day | null;
  /** True when no day is negative; of a formula, when no interval is. */
  isNeverNegative(): boolean;
}

/** All values of the workbook, aggregated once and read by many KPIs. */
export interface Values {
  reader(measure: Measure, asker: Asker): ValueReader;
  /** The measures with rows of their own that it rests on, what its windows look back on included. */
  operandsOf(measure: Measure): readonly Measure[];
  /** Measures, this one or its operands, that have no total because their channels do not add up. */
  withoutTotal(measure: Measure, channel: string | null): Measure[];
  /** The first that is a fraction of too many divisors: this one, or one whose window it looks at. */
  tooLong(measure: Measure, kind: KpiKind | null): Measure | null;
  /** Channels that explain the measure, '' for a blank one among them, in order of appearance. */
  channelsOf(measure: Measure): string[];
  /** Of channels that may be the total: whether they are. */
  totalVerdicts(measure: Measure): readonly TotalVerdict[];
  /** Whether a measure, or an operand, has a row of its total in an interval of its cadence. */
  hasTotalIn(measure: Measure, range: DayRange): boolean;
  /** Of a measure's rows up to today. */
  rowExtremes(measureId: string): Extremes;
  /** Series of one measure's own rows; empty for a formula. */
  leaf(measure: Measure, channel: string | null): DaySeries;
}

/**
 * @param calendar says which day it is: rows dated later are not known yet
 * @param goOn asked at every interval of a formula; throws when there is no time left
 */
export function readValues(
  workspace: Workspace,
  calendar: CalendarFacts,
  goOn: () => void = () => undefined,
): Values {
  const { measurements } = workspace;
  const measureById = new Map(workspace.measures.map((measure) => [measure.id, measure]));
  const parts = formulaParts(measureById);
  const rowsOf = readMeasureRows(workspace, calendar);
  const holdingOf =
    (cadence: Cadence) =>
    (day: Day): DayRange =>
      cadence === 'day' || cadence === 'irregular'
        ? { start: day, end: day }
        : calendar.holding(cadence, day);

  const standing = new Map<string, StandingRows>();
  const standingOf = (measure: Measure, channel: string | null, cadence: Cadence): StandingRows => {
    const key = keyOf(measure, channel, cadence);
    const before = standing.get(key);
    if (before !== undefined) return before;
    const made = standingRows(measure, rowsOf(measure), channel, holdingOf(cadence));
    standing.set(key, made);
    return made;
  };

  /** The measures with values of their own that a measure rests on, once it is written out. */
  const operands = new Map<string, readonly Measure[]>();
  const operandsOf = (measure: Measure): readonly Measure[] => {
    const { id, formula } = measure;
    if (formula === null) return [measure];
    const before = operands.get(id);
    if (before !== undefined) return before;
    const found = measuresUnder(parts.writtenOut(formula)).flatMap(
      (own) => measureById.get(own) ?? [],
    );
    operands.set(id, found);
    return found;
  };
  /** The same, what windows look back on included. */
  const leavesOf = (measure: Measure): Measure[] =>
    operandsOf(measure).flatMap((own) =>
      own.formula === null ? own : leavesOf({ ...own, window: null }),
    );

  const histories = new Map<string, FormulaHistory>();
  const compilations = new Map<MeasureFamily, Map<FormulaNode, Compiled>>();
  const compiledOf = (formula: FormulaNode, family: MeasureFamily): Compiled => {
    const known = compilations.get(family) ?? new Map<FormulaNode, Compiled>();
    compilations.set(family, known);
    const before = known.get(formula);
    if (before !== undefined) return before;
    const made = compileFormula(parts.writtenOut(formula), family, parts);
    known.set(formula, made);
    return made;
  };

  const readFormulaOf = (
    measure: Measure & { formula: NonNullable<Measure['formula']> },
    asker: Asker,
    cadence: Cadence,
  ): ValueReader => {
    const plain = { ...measure, window: null };
    // What is looked back on is the measure's own, whatever is asked of it: a window is never added up.
    const kind = measure.window === null ? asker.kind : null;
    const family = measureFamily(plain, measureById, kind);
    const compiled = compiledOf(measure.formula, family);
    const own = new Map(
      operandsOf(plain).map((operand) => [
        operand.id,
        readerAt(operand, asker, cadence, family === 'average'),
      ]),
    );
    const key = historyKey(plain, asker, cadence, family);
    const before = key === null ? undefined : histories.get(key);
    const leaves = leavesOf(plain).map(rowsOf);
    const first = Math.min(...leaves.map(firstDayOf), asker.since);
    const range = { start: first, end: calendar.today };
    const history =
      before ??
      formulaHistory(
        compiled,
        own,
        Number.isFinite(first)
          ? calendar.over(cadence === 'irregular' ? 'day' : cadence, range)
          : { start: [], end: [] },
        goOn,
      );
    if (key !== null) histories.set(key, history);
    return readFormula(compiled, own, history, cadence, calendar);
  };

  /** Null where whole intervals hang on more of the one who asks than his start. */
  function historyKey(measure: Measure, asker: Asker, cadence: Cadence, family: string) {
    const leaves = operandsOf(measure);
    if (leaves.some(({ window }) => window !== null)) return null;
    const hangsOnStart = leaves.some(
      (leaf) => silentSpan(leaf, rowsOf(leaf), asker, calendar).isSince,
    );
    return `${keyOf(measure, asker.channel, cadence)} ${family} ${hangsOnStart ? asker.since : ''}`;
  }

  // Of a formula the operands are read at its own rhythm: half a month of visits is no month.
  function readerAt(
    measure: Measure,
    asker: Asker,
    cadence: Cadence,
    isWhole: boolean,
  ): ValueReader {
    const { formula, window } = measure;
    const plain =
      formula === null
        ? readLeaf(
            {
              measure,
              cadence,
              rows: rowsOf(measure),
              standing: standingOf(measure, asker.channel, cadence),
              measurements,
              calendar,
            },
            asker,
            isWhole,
          )
        : readFormulaOf({ ...measure, formula }, asker, cadence);
    if (window === null) return plain;
    return readWindow(
      {
        measure,
        window,
        plain,
        isAdding: measureFamily({ ...measure, window: null }, measureById, null) === 'total',
        firstRow: Math.max(...leavesOf(measure).map((leaf) => firstDayOf(rowsOf(leaf)))),
      },
      asker,
      calendar,
    );
  }

  const withoutTotal = (measure: Measure, channel: string | null): Measure[] =>
    channel !== null
      ? []
      : leavesOf(measure).filter((leaf) => {
          const { totals, parts } = rowsOf(leaf).roles;
          return totals.length === 0 && parts.length > 1 && !addsOverChannels(leaf);
        });

  const tooLong = (measure: Measure, kind: KpiKind | null): Measure | null =>
    restsOn(measure, measureById).find(({ id, formula, window }) => {
      if (formula === null || (id !== measure.id && window === null)) return false;
      const asked = id === measure.id && window === null ? kind : null;
      const family = measureFamily({ ...measure, formula, window: null }, measureById, asked);
      return compiledOf(formula, family).isTooLong;
    }) ?? null;

  const channelsOf = (measure: Measure): string[] => {
    const [first = [], ...others] = leavesOf(measure).map((leaf) =>
      rowsOf(leaf).roles.parts.map(({ channel }) => channel),
    );
    return first.filter((name) => others.every((list) => list.includes(name)));
  };

  return {
    reader: (measure, asker) => readerAt(measure, asker, measure.cadence, false),
    operandsOf: leavesOf,
    withoutTotal,
    tooLong,
    channelsOf,
    totalVerdicts: (measure) => (measure.formula === null ? rowsOf(measure).roles.verdicts : []),
    hasTotalIn: (measure, range) => hasTotalIn(leavesOf(measure).map(rowsOf), range),
    rowExtremes: rowExtremes(measurements, calendar),
    leaf: (measure, channel) => standingOf(measure, channel, measure.cadence).series,
  };
}

const keyOf = ({ id }: Measure, channel: string | null, cadence: Cadence): string =>
  JSON.stringify([id, cadence, channel]);

const hasTotalIn = (leaves: readonly MeasureRows[], { start, end }: DayRange): boolean =>
  leaves.some(({ roles }) =>
    roles.totals.some(({ days }) => days.some((day) => day >= start && day <= end)),
  );
