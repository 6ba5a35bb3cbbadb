import type { Numbers, Timeline } from '../../model/evaluation.ts';
import { relativeChange } from '../../model/quantity.ts';
import type { KpiInterval } from '../period/judged-day.ts';
import type { KpiCase } from '../target/kpi-case.ts';
import { isOneInterval } from '../values/measure-family.ts';

/** Each interval of last year that pairs with one of this year, alone and from the first pair on. */
export function lastYearColumns(
  { measure, reader, definition, context, judged }: KpiCase,
  intervals: readonly KpiInterval[],
): Pick<Timeline, 'lastYear' | 'lastYearToDate'> {
  const { cadence } = measure;
  const firstDay = reader.firstDay();
  if (cadence === 'irregular' || firstDay === null) {
    const none = intervals.map(() => null);
    return { lastYear: none, lastYearToDate: none };
  }
  const pairs = intervals.map(({ whole }) => context.calendar.of(cadence, whole).lastYear);
  const lastYear = pairs.map((pair) =>
    firstDay <= pair.end && reader.hasValueIn(pair) ? reader.over(pair) : null,
  );
  const isToDate =
    definition.family === 'total' ||
    (definition.family === 'average' &&
      !definition.isLine &&
      !isOneInterval(measure, context.measureById));
  const first = judged.intervals[0];
  if (!isToDate || first === undefined) return { lastYear, lastYearToDate: lastYear };
  const { start } = context.calendar.of(cadence, first.whole).lastYear;
  return {
    lastYear,
    lastYearToDate: pairs.map(({ end }, i) =>
      lastYear[i] === null ? null : reader.over({ start, end }),
    ),
  };
}

type Changes = Pick<
  Timeline,
  'previous' | 'changeOnPrevious' | 'differenceOnLastYear' | 'changeOnLastYear'
>;

/** Whether an interval may be compared with others: like with like, not a running or cut one. */
type Flags = Pick<Timeline, 'isComplete' | 'isPartial'>;

const isWhole = ({ isComplete, isPartial }: Flags, i: number): boolean =>
  isComplete[i] === true && isPartial[i] === false;

/** By how much each value changed on the one before; null unless both intervals are whole. */
export const changeOnPrevious = (flags: Flags, actual: Numbers): Numbers =>
  actual.map((own, i) =>
    isWhole(flags, i) && isWhole(flags, i - 1) ? relativeChange(actual[i - 1], own) : null,
  );

/** What changed on the interval before and on last year's. */
export function changeColumns(flags: Flags, actual: Numbers, lastYear: Numbers): Changes {
  const compared = lastYear.map((before, i) => (isWhole(flags, i) ? before : null));
  return {
    previous: actual.map((_, i) => actual[i - 1] ?? null),
    changeOnPrevious: changeOnPrevious(flags, actual),
    differenceOnLastYear: actual.map((own, i) => {
      const before = compared[i];
      return own === null || before === null ? null : own - before;
    }),
    changeOnLastYear: actual.map((own, i) => relativeChange(compared[i], own)),
  };
}
