import type { Day } from '../../model/calendar-date.ts';
import { measuresIn } from '../../model/formula.ts';
import type { Measure } from '../../model/measure.ts';
import type { Cadence, RegularCadence, YearCut } from '../../model/period.ts';
import type { Workspace } from '../../model/workspace.ts';
import { aggregateDays, type ChannelDays, firstDays } from './aggregate-days.ts';
import { addsOverChannels, ruleOf } from './aggregations.ts';
import { combineChannels, unionOfDays } from './combine-channels.ts';
import { countBeforeDay, type DaySeries, daySeries, NO_DAYS } from './day-series.ts';
import { readFormula } from './formula-reader.ts';
import { type MeasuredRows, readLeaf } from './leaf-reader.ts';
import { rowCadence } from './row-cadence.ts';

interface RatioParts {
  numerator: number;
  denominator: number;
}

/** Reads one measure, in one channel or as a whole, over any stretch of days, both ends included. */
export interface ValueReader {
  /** No value is dated before this day; null when there is none at all. */
  readonly firstDay: Day | null;
  /** By the measure's own aggregation or formula; null when an operand has nothing there. */
  over(start: Day, end: Day): number | null;
  /**
   * What a mean or a ratio of totals is made of, so that several intervals can be added; null for
   * everything that adds up as it is, or not at all.
   */
  parts(start: Day, end: Day): RatioParts | null;
  /**
   * Whether a whole interval of the cadence counts as filled in (calculations.md §2).
   *
   * @param ownEnd its last day in the period of the KPI
   */
  hasValueIn(start: Day, end: Day, ownEnd: Day): boolean;
  /** The newest day up to the given one with a value of every operand; null when there is none. */
  newestDay(upTo: Day): Day | null;
  /** The newest value that is dated in the stretch, for levels. */
  newestIn(start: Day, end: Day): number | null;
  /** The days that have a row of every operand, ascending: the points of an irregular measure. */
  days(start: Day, end: Day): readonly Day[];
  /** True when no row is negative; of a formula, when it is not in any of the stretches. */
  isNeverNegative(start: readonly Day[], end: readonly Day[]): boolean;
}

/** All values of the workbook, aggregated once and read by many KPIs. */
export interface Values {
  reader(measure: Measure, channel: string | null): ValueReader;
  /** Measures, this one or its operands, that have no total because their channels do not add up. */
  withoutTotal(measure: Measure, channel: string | null): Measure[];
  /** Channels with values, without the blank one, in order of first appearance. */
  channelsOf(measure: Measure): string[];
  /** Series of one measure's own rows; empty for a formula. */
  leaf(measure: Measure, channel: string | null): DaySeries;
}

const combiningCadence = (measure: Measure): RegularCadence =>
  measure.cadence === 'irregular' ? 'day' : measure.cadence;

/** What is worked out once of a measure, whatever the number of KPIs and channels. */
interface MeasureValues {
  channels: readonly ChannelDays[];
  rows: MeasuredRows;
  series: Map<string | null, DaySeries>;
  readers: Map<string, ValueReader>;
}

/** The rows of every measure up to a day: what is dated later is not known yet. */
function knownRows(
  { measures, measurements }: Workspace,
  lastDay: Day,
): Map<string, ChannelDays[]> {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const rules = measurements.measureIds.map((id) => {
    const measure = byId.get(id);
    return measure === undefined || measure.aggregation === null ? null : ruleOf(measure);
  });
  const known = new Map<string, ChannelDays[]>();
  for (const all of aggregateDays(measurements, rules)) {
    const length = countBeforeDay(all.days, lastDay + 1);
    if (length === 0) continue;
    const { measureId } = all;
    const own = length === all.days.length ? all : { ...all, ...firstDays(all, length) };
    const list = known.get(measureId);
    if (list === undefined) known.set(measureId, [own]);
    else list.push(own);
  }
  return known;
}

/**
 * @param lastVisibleDay rows dated later are not known yet: today
 */
export function readValues(workspace: Workspace, cut: YearCut, lastVisibleDay: Day): Values {
  const measureById = new Map(workspace.measures.map((measure) => [measure.id, measure]));
  const rowsOf = knownRows(workspace, lastVisibleDay);
  const known = new Map<string, MeasureValues>();
  const operandsOf = ({ formula }: Measure): Measure[] =>
    formula === null ? [] : measuresIn(formula).flatMap((id) => measureById.get(id) ?? []);

  const valuesOf = (measure: Measure): MeasureValues => {
    const before = known.get(measure.id);
    if (before !== undefined) return before;
    const channels = rowsOf.get(measure.id) ?? [];
    const days = unionOfDays(channels);
    const made = {
      channels,
      rows: { days, cadence: rowCadence(days, cut) },
      series: new Map(),
      readers: new Map(),
    };
    known.set(measure.id, made);
    return made;
  };

  const leaf = (measure: Measure, channel: string | null): DaySeries => {
    const { channels, series } = valuesOf(measure);
    const before = series.get(channel);
    if (before !== undefined) return before;
    const own = channels.find((values) => values.channel === (channel ?? '')) ?? null;
    const named = channels.filter((values) => values.channel !== '');
    const isTotalOnly = named.length > 1 && !addsOverChannels(measure);
    const days =
      channel === null
        ? combineChannels(
            own,
            isTotalOnly ? [] : named,
            ruleOf(measure),
            combiningCadence(measure),
            cut,
          )
        : (own ?? NO_DAYS);
    const made = daySeries(days);
    series.set(channel, made);
    return made;
  };

  // Of a formula the operands are read at its own rhythm: half a month of visits is no month.
  const readerAt = (measure: Measure, channel: string | null, cadence: Cadence): ValueReader => {
    const { readers, rows } = valuesOf(measure);
    const key = `${cadence} ${channel === null ? '' : `=${channel}`}`;
    const before = readers.get(key);
    if (before !== undefined) return before;
    const made =
      measure.formula === null
        ? readLeaf(measure, cadence, leaf(measure, channel), rows)
        : readFormula(
            measure.formula,
            new Map(operandsOf(measure).map((own) => [own.id, readerAt(own, channel, cadence)])),
            measureById,
          );
    readers.set(key, made);
    return made;
  };

  const withoutTotal = (measure: Measure, channel: string | null): Measure[] => {
    if (measure.formula !== null) {
      return operandsOf(measure).flatMap((operand) => withoutTotal(operand, channel));
    }
    const { channels } = valuesOf(measure);
    const isSummed = channel === null && !channels.some((values) => values.channel === '');
    return isSummed && channels.length > 1 && !addsOverChannels(measure) ? [measure] : [];
  };

  const channelsOf = (measure: Measure): string[] => {
    if (measure.formula !== null) {
      const [first = [], ...others] = operandsOf(measure).map(channelsOf);
      return first.filter((name) => others.every((list) => list.includes(name)));
    }
    return valuesOf(measure)
      .channels.map((values) => values.channel)
      .filter((name) => name !== '');
  };

  return {
    reader: (measure, channel) => readerAt(measure, channel, measure.cadence),
    withoutTotal,
    channelsOf,
    leaf,
  };
}
