import type { Day } from '../../model/calendar-date.ts';
import type { MeasureFamily } from '../../model/evaluation.ts';
import type { FormulaNode } from '../../model/formula.ts';
import type { Cadence, DayRange } from '../../model/period.ts';
import { isReckonable } from '../../model/quantity.ts';
import type { CalendarFacts } from '../period/calendar-facts.ts';
import { type Spans, spanHolding } from '../period/intervals.ts';
import { type ExactSums, runningTotals, totalBetween, withoutRounding } from './exact-sum.ts';
import { type FormulaParts, operandsFirst, partsUnder } from './formula-parts.ts';
import { partValues } from './formula-value.ts';
import { type Fraction, fractionOf } from './fraction.ts';
import type { ValueReader } from './value-reader.ts';

type Operands = ReadonlyMap<string, ValueReader>;

/** What a fraction, or a total, comes to in one interval; the size of a total is Σ|v|. */
interface Part {
  readonly above: number;
  readonly below: number;
}

type ReadOperand = (measureId: string) => number | null;

/**
 * A formula made ready. A total is worked out in every interval and added up; of any other one
 * numerator and denominator are (calculations.md §3); levels stand where they stand.
 */
export interface Compiled {
  readonly family: MeasureFamily;
  /** What is added up, by interval: of an average its fractions, else the whole. */
  readonly summed: readonly ((read: ReadOperand) => Part | null)[];
  /** Of a level from its operands, of an average from its fractions, each called by its position. */
  readonly result: (read: ReadOperand) => number | null;
  /** It is one fraction. */
  readonly isFraction: boolean;
  /** Of more divisors than a fraction may have: it has no value. */
  readonly isTooLong: boolean;
}

function partOf(
  { numerator, divisors }: Fraction,
  parts: FormulaParts,
): Compiled['summed'][number] {
  const valuesOf = partValues([numerator, ...divisors], parts);
  return (read) => {
    const [above, ...below] = valuesOf(read);
    const product = below.reduce<number | null>(
      (all, own) => (all === null || own === null ? null : all * own),
      1,
    );
    return above === null || product === null ? null : { above, below: product };
  };
}

/**
 * A function of averages is that of what they come to.
 *
 * @param formula written out
 */
export function compileFormula(
  formula: FormulaNode,
  family: MeasureFamily,
  parts: FormulaParts,
): Compiled {
  const isAverage = family === 'average';
  const within = (part: FormulaNode) => (isAverage && part.kind === 'call' ? part.operands : []);
  const fractions: (Fraction | null)[] = [];
  const termOf = new Map<FormulaNode, FormulaNode>();
  for (const part of operandsFirst(partsUnder([formula], within), parts)) {
    if (isAverage && part.kind === 'call') {
      const operands = part.operands.map((own) => termOf.get(own) ?? own);
      termOf.set(part, parts.part({ ...part, operands }));
      continue;
    }
    const measureId = String(fractions.length);
    fractions.push(isAverage ? fractionOf(part, parts) : { numerator: part, divisors: [] });
    termOf.set(part, parts.part({ kind: 'measure', measureId }));
  }
  const result = isAverage ? (termOf.get(formula) ?? formula) : formula;
  const resultOf = partValues([result], parts);
  return {
    family,
    summed: fractions.map((own) => (own === null ? () => null : partOf(own, parts))),
    result: (read) => resultOf(read)[0],
    isFraction: isAverage && result.kind === 'measure',
    isTooLong: fractions.includes(null),
  };
}

/** The parts of a stretch of intervals; null where it has none. */
type PartsOf = (interval: number) => Part | null;

/** Running sums of the intervals of a measure's whole history, so that a stretch costs two searches. */
interface SummedParts {
  readonly above: ExactSums;
  readonly aboveSize: ExactSums;
  readonly below: ExactSums;
  readonly belowSize: ExactSums;
  readonly count: Int32Array;
}

function summed(length: number, partOf: PartsOf): SummedParts {
  const above = new Float64Array(length);
  const below = new Float64Array(length);
  const count = new Int32Array(length + 1);
  for (let i = 0; i < length; i++) {
    const part = partOf(i);
    count[i + 1] = count[i] + (part === null ? 0 : 1);
    above[i] = part?.above ?? 0;
    below[i] = part?.below ?? 0;
  }
  return {
    above: runningTotals({ high: above }),
    aboveSize: runningTotals({ high: above.map(Math.abs) }),
    below: runningTotals({ high: below }),
    belowSize: runningTotals({ high: below.map(Math.abs) }),
    count,
  };
}

/** The whole intervals of a formula's history, and what each brings; kept for all who ask alike. */
export interface FormulaHistory {
  readonly spans: Spans;
  /** 1 where every operand has a value, and of a total the formula too. */
  readonly hasValue: Uint8Array;
  /** One for each fraction; of a total the one. */
  readonly sums: readonly SummedParts[];
}

const readIn =
  (operands: Operands, start: Day, end: Day) =>
  (id: string): number | null =>
    operands.get(id)?.over(start, end) ?? null;

/**
 * @param operands read for someone whose start and weights make no difference to whole intervals
 * @param goOn asked at every interval; throws when there is no time left
 */
export function formulaHistory(
  compiled: Compiled,
  operands: Operands,
  spans: Spans,
  goOn: () => void,
): FormulaHistory {
  const readers = [...operands.values()];
  const { start, end } = spans;
  const hasValue = new Uint8Array(start.length);
  for (let i = 0; i < start.length; i++) {
    const isThere = readers.every((reader) => reader.hasValueIn(start[i], end[i]));
    hasValue[i] = isThere && readers.length > 0 ? 1 : 0;
  }
  const sums = compiled.summed.map((partOfInterval) =>
    summed(start.length, (i) => {
      goOn();
      return hasValue[i] === 1 ? partOfInterval(readIn(operands, start[i], end[i])) : null;
    }),
  );
  if (compiled.family === 'total') {
    const { count } = sums[0];
    for (let i = 0; i < start.length; i++) if (count[i] === count[i + 1]) hasValue[i] = 0;
  }
  return { spans, hasValue, sums };
}

/** Sums of a stretch: numerator, denominator, and by how much they add up. */
interface Sums {
  above: number;
  aboveSize: number;
  below: number;
  belowSize: number;
  count: number;
}

const NOTHING: Sums = { above: 0, aboveSize: 0, below: 0, belowSize: 0, count: 0 };

function plus(sums: Sums, part: Part | null): Sums {
  if (part === null) return sums;
  return {
    above: sums.above + part.above,
    aboveSize: sums.aboveSize + Math.abs(part.above),
    below: sums.below + part.below,
    belowSize: sums.belowSize + Math.abs(part.below),
    count: sums.count + 1,
  };
}

const between = (sums: SummedParts, from: number, to: number): Sums =>
  from >= to
    ? NOTHING
    : {
        above: totalBetween(sums.above, from, to),
        aboveSize: totalBetween(sums.aboveSize, from, to),
        below: totalBetween(sums.below, from, to),
        belowSize: totalBetween(sums.belowSize, from, to),
        count: sums.count[to] - sums.count[from],
      };

function commonDays([first = [], ...others]: ReadonlyArray<readonly Day[]>): Day[] {
  const sets = others.map((days) => new Set(days));
  return first.filter((day) => sets.every((days) => days.has(day)));
}

/** Reads a formula for one who asks. */
export function readFormula(
  compiled: Compiled,
  operands: Operands,
  history: FormulaHistory,
  cadence: Cadence,
  calendar: CalendarFacts,
): ValueReader {
  const readers = [...operands.values()];
  const { family, result } = compiled;
  const { spans, hasValue, sums } = history;
  const isDaily = cadence === 'day' || cadence === 'irregular';
  const holding = (day: Day): DayRange =>
    isDaily ? { start: day, end: day } : calendar.holding(cadence, day);
  const isInside = (day: Day): boolean =>
    spans.start.length > 0 && day >= spans.start[0] && day <= spans.end[spans.end.length - 1];

  const hasAll = (start: Day, end: Day): boolean =>
    readers.length > 0 && readers.every((reader) => reader.hasValueIn(start, end));
  const cutPart = (at: number, start: Day, end: Day): Part | null =>
    hasAll(start, end) ? compiled.summed[at](readIn(operands, start, end)) : null;

  /** Both ends cut where they are, the whole intervals between them from what is kept. */
  const sumsOver = (at: number, start: Day, end: Day): Sums => {
    if (spans.start.length === 0) return NOTHING;
    const from = Math.max(start, spans.start[0]);
    const to = Math.min(end, spans.end[spans.end.length - 1]);
    if (from > to) return NOTHING;
    const first = holding(from);
    const last = holding(to);
    const isCutFirst = first.start < from || (first.end > to && first.start === last.start);
    const isCutLast = last.end > to && last.start !== first.start;
    const whole = between(
      sums[at],
      spanHolding(spans, from) + (isCutFirst ? 1 : 0),
      spanHolding(spans, to) + (isCutFirst && first.start === last.start ? 1 : isCutLast ? 0 : 1),
    );
    const withFirst = isCutFirst ? plus(whole, cutPart(at, from, Math.min(to, first.end))) : whole;
    return isCutLast ? plus(withFirst, cutPart(at, last.start, to)) : withFirst;
  };

  const fractionOver = (at: number, start: Day, end: Day): number | null => {
    const { above, aboveSize, below, belowSize, count } = sumsOver(at, start, end);
    const denominator = withoutRounding(below, belowSize);
    if (count === 0 || denominator === 0) return null;
    const value = withoutRounding(above, aboveSize) / denominator;
    return isReckonable(value) ? value : null;
  };

  const over = (start: Day, end: Day): number | null => {
    if (family === 'level') return result(readIn(operands, start, end));
    if (family === 'average') return result((at) => fractionOver(+at, start, end));
    const { above, aboveSize, count } = sumsOver(0, start, end);
    return count === 0 ? null : withoutRounding(above, aboveSize);
  };

  const isWholeInterval = (start: Day, end: Day): boolean => {
    const whole = holding(start);
    return whole.start === start && whole.end === end;
  };

  const hasValueIn = (start: Day, end: Day): boolean => {
    if (isInside(start) && isWholeInterval(start, end)) {
      return hasValue[spanHolding(spans, start)] === 1;
    }
    return hasAll(start, end) && (family !== 'total' || over(start, end) !== null);
  };

  const newestCommonDay = (upTo: Day): Day | null => {
    let newest: Day | null = readers.length === 0 ? null : upTo;
    for (const reader of readers) {
      const day = reader.newestDay(upTo);
      newest = newest === null || day === null ? null : Math.min(newest, day);
    }
    return newest;
  };
  // An operand without a row may be 0, so the first row of any is the earliest there can be.
  const firsts = readers.flatMap(({ firstDay }) => firstDay ?? []);
  return {
    firstDay: firsts.length === readers.length && readers.length > 0 ? Math.min(...firsts) : null,
    over,
    parts: (start, end) => {
      if (!compiled.isFraction) return null;
      const { above, below, count } = sumsOver(0, start, end);
      return count === 0 ? null : { numerator: above, denominator: below };
    },
    hasValueIn,
    hasRowsIn: (start, end) =>
      readers.length > 0 && readers.every((reader) => reader.hasRowsIn(start, end)),
    isUnreadableIn: (start, end) => readers.some((reader) => reader.isUnreadableIn(start, end)),
    unreadableDays: (start, end) => [
      ...new Set(readers.flatMap((reader) => reader.unreadableDays(start, end))),
    ],
    isWindowOpenIn: (start, end) => readers.some((reader) => reader.isWindowOpenIn(start, end)),
    cutRowsIn: (start, end) =>
      family === 'total' ? readers.flatMap((reader) => reader.cutRowsIn(start, end)) : [],
    newestDay: newestCommonDay,
    newestIn: (start, end) => {
      const day = newestCommonDay(end);
      if (day === null || day < start) return null;
      const whole = holding(day);
      return over(whole.start, whole.end);
    },
    days: (start, end) => commonDays(readers.map((reader) => reader.days(start, end))),
    datedBy: (start, end) => {
      const dated = readers.flatMap((reader) => reader.datedBy(start, end) ?? []);
      const isAll = dated.length === readers.length && dated.length > 0;
      return isAll ? Math.max(...dated) : null;
    },
    isNeverNegative: () => {
      const { count, above } = sums[0];
      for (let i = 0; i < spans.start.length; i++) {
        if (count[i] < count[i + 1] && totalBetween(above, i, i + 1) < 0) return false;
      }
      return true;
    },
  };
}
