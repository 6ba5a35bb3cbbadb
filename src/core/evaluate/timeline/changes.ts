import type { Numbers, Timeline } from '../../model/evaluation.ts';
import { relativeChange } from '../../model/quantity.ts';

type Changes = Pick<
  Timeline,
  'previous' | 'changeOnPrevious' | 'differenceOnLastYear' | 'changeOnLastYear'
>;

/** Whether an interval may be compared with others: like with like, not a running or cut one. */
type Flags = Pick<Timeline, 'isComplete' | 'isPartial'>;

const isWhole = ({ isComplete, isPartial }: Flags, i: number): boolean =>
  isComplete[i] && !isPartial[i];

/** By how much each value changed on the one before; null unless both intervals are whole. */
export const changeOnPrevious = (flags: Flags, actual: Numbers): Numbers =>
  actual.map((own, i) =>
    i > 0 && isWhole(flags, i) && isWhole(flags, i - 1) ? relativeChange(actual[i - 1], own) : null,
  );

/** What changed on the interval before and on last year's. */
export function changeColumns(
  flags: Flags,
  actual: Numbers,
  lastYear: Numbers,
  none: Numbers,
): Changes {
  const previous = actual.map((_, i) => (i > 0 ? actual[i - 1] : null));
  const changes = { previous, changeOnPrevious: changeOnPrevious(flags, actual) };
  if (lastYear === none) return { ...changes, differenceOnLastYear: none, changeOnLastYear: none };
  const compared = lastYear.map((before, i) => (isWhole(flags, i) ? before : null));
  return {
    ...changes,
    differenceOnLastYear: actual.map((own, i) => {
      const before = compared[i];
      return own === null || before === null ? null : own - before;
    }),
    changeOnLastYear: actual.map((own, i) => relativeChange(compared[i], own)),
  };
}
