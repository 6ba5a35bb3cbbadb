import type { Numbers, Timeline } from '../../model/evaluation.ts';
import type { Milestone } from '../../model/milestone.ts';
import { type Spans, spanHolding } from '../period/intervals.ts';
import type { Happening } from './happenings.ts';

const NO_LABELS: readonly string[] = [];

/** The names that fall in each interval; of most intervals none does. */
function namesIn(
  { start, end }: Spans,
  named: readonly Happening[],
  nobody: Timeline['eventLabels'],
): Timeline['eventLabels'] {
  if (named.length === 0) return nobody;
  const names = nobody.slice();
  for (const { name, from, to } of named) {
    for (let i = spanHolding({ start, end }, from); i < end.length && start[i] <= to; i++) {
      names[i] = [...names[i], name];
    }
  }
  return names;
}

/** What falls in each interval and has a name. */
export function labelColumns(
  intervals: Spans,
  milestones: readonly Milestone[],
  happenings: readonly Happening[],
  none: Numbers,
): Pick<Timeline, 'milestoneLabels' | 'milestoneValue' | 'eventLabels'> {
  const nobody = intervals.end.map(() => NO_LABELS);
  const stops = milestones.map(({ stop, day }) => ({ name: stop, from: day, to: day }));
  const valued = milestones.filter(({ value }) => value !== null);
  const valueAt = new Map(valued.map(({ day, value }) => [spanHolding(intervals, day), value]));
  return {
    milestoneLabels: namesIn(intervals, stops, nobody),
    milestoneValue: valued.length === 0 ? none : none.map((_, i) => valueAt.get(i) ?? null),
    eventLabels: namesIn(intervals, happenings, nobody),
  };
}
