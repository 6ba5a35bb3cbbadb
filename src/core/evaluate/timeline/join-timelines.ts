import type { ChannelEvaluation, Numbers, Timeline } from '../../model/evaluation.ts';

/** A column is a list with something for every interval. */
type ColumnName = Exclude<keyof Timeline, 'parts'>;

/** With nothing after it, up to so many intervals. */
const filledUp = (column: Numbers, count: number): Numbers => [
  ...column,
  ...new Array<null>(count - column.length).fill(null),
];

/** The parts of a sum where any of the timelines has them. */
function joinedParts(timelines: readonly Timeline[]): Timeline['parts'] {
  if (timelines.every(({ parts }) => parts === null)) return null;
  const nothing = ({ start }: Timeline): Numbers => start.map(() => null);
  return {
    numerator: timelines.flatMap((own) => own.parts?.numerator ?? nothing(own)),
    denominator: timelines.flatMap((own) => own.parts?.denominator ?? nothing(own)),
  };
}

/** One after the other: each goes on where the one before ended. */
export function joinTimelines(timelines: readonly Timeline[]): Timeline {
  const [first, ...rest] = timelines;
  const names = Object.keys(first) as Array<keyof Timeline>; // SAFETY: of a Timeline.
  const isColumn = (name: keyof Timeline): name is ColumnName => name !== 'parts';
  const columns = names
    .filter(isColumn)
    .map((name) => [name, timelines.flatMap((own): readonly unknown[] => own[name])]);
  return rest.length === 0
    ? first
    : // SAFETY: the same columns, every one of them joined.
      {
        ...(Object.fromEntries(columns) as Omit<Timeline, 'parts'>),
        parts: joinedParts(timelines),
      };
}

const COLUMNS = [
  'actual',
  'actualToDate',
  'planToDate',
  'changeOnPrevious',
  'shareOfKpi',
  'shareOfGap',
  'cost',
  'costPerUnit',
] as const;

/** The channels of some intervals, and how many intervals that were. */
export interface ChannelsOver {
  readonly channels: ReadonlyArray<Omit<ChannelEvaluation, 'opportunity'>>;
  readonly count: number;
}

/** The channels of the last of the timelines, with what they had in those before it. */
export function joinChannels(
  before: readonly ChannelsOver[],
  last: readonly ChannelEvaluation[],
): ChannelEvaluation[] {
  return last.map((own) => {
    const columns = COLUMNS.map((column) => {
      const earlier = before.flatMap(({ channels, count }) => {
        const same = channels.find(({ channel }) => channel === own.channel);
        const values = same?.[column] ?? [];
        return filledUp(values, count);
      });
      return [column, [...earlier, ...own[column]]];
    });
    return { ...own, ...Object.fromEntries(columns) };
  });
}
