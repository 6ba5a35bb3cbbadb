import type { Timeline } from '../../src/core/model/evaluation.ts';

type Column = Exclude<keyof Timeline, 'parts'>;

/** What every column of a timeline says of one interval. */
export type Interval = { [Name in Column]: Timeline[Name][number] } & {
  parts: { numerator: number | null; denominator: number | null } | null;
};

/** A timeline interval by interval, as a test reads it. */
export function intervalsOf(timeline: Timeline): Interval[] {
  const { parts, ...columns } = timeline;
  return timeline.start.map((_, at) => {
    const cells = Object.entries(columns).map(([name, column]) => [name, column[at]]);
    return {
      // SAFETY: a cell of every column but the parts.
      ...(Object.fromEntries(cells) as Omit<Interval, 'parts'>),
      parts:
        parts === null
          ? null
          : { numerator: parts.numerator[at], denominator: parts.denominator[at] },
    };
  });
}

/** A timeline of these intervals, which have parts all or none. */
export function timelineFrom(intervals: readonly Interval[]): Timeline {
  const names = Object.keys(intervals[0]).filter((name) => name !== 'parts') as Column[];
  const columns = names.map((name) => [name, intervals.map((interval) => interval[name])]);
  const hasParts = intervals.every(({ parts }) => parts !== null);
  return {
    // SAFETY: a column for every cell of an interval but the parts.
    ...(Object.fromEntries(columns) as Omit<Timeline, 'parts'>),
    parts: hasParts
      ? {
          numerator: intervals.map(({ parts }) => parts?.numerator ?? null),
          denominator: intervals.map(({ parts }) => parts?.denominator ?? null),
        }
      : null,
  };
}
