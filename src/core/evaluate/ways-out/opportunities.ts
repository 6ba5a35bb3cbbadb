import type { Opportunity } from '../../model/evaluation.ts';
import type { Direction } from '../../model/kpi.ts';
import { atLeast, differenceOf } from '../../model/quantity.ts';

/** What the forecast is short of the target. */
export interface Gap {
  target: number;
  forecast: number;
  direction: Direction;
}

/** Null when there is nothing to close: it is over, reached, arrives, or has no forecast. */
export function gapToClose(kpi: {
  isClosed: boolean;
  reachedDay: number | null;
  direction: Direction | null;
  target: number | null;
  forecast: number | null;
}): Gap | null {
  const { isClosed, reachedDay, direction, target, forecast } = kpi;
  if (isClosed || reachedDay !== null || direction === null) return null;
  if (target === null || forecast === null) return null;
  return atLeast(direction * forecast, direction * target) ? null : { target, forecast, direction };
}

interface Candidate extends Omit<Opportunity, 'rank'> {
  /** Breaks ties: what lags most comes first. */
  lag: number;
}

/** What closes most comes first, then what has to change least, then what lags most. */
function ranked(candidates: ReadonlyArray<Candidate | null>): Array<Opportunity | null> {
  const order = candidates
    .flatMap((candidate, at) => (candidate === null ? [] : [{ ...candidate, at }]))
    .sort((a, b) => {
      if (a.closes !== b.closes) return b.closes - a.closes;
      const difference = differenceOf(Math.abs(a.change), Math.abs(b.change));
      return difference || b.lag - a.lag || a.at - b.at;
    });
  const rankOf = new Map(order.map(({ at }, position) => [at, position + 1]));
  return candidates.map((candidate, at) =>
    candidate === null
      ? null
      : { change: candidate.change, closes: candidate.closes, rank: rankOf.get(at) ?? 0 },
  );
}

/** A driver as its goal needs it. */
interface DriverNeed {
  /** What this alone must change from now on, as a share; null when that is unknown. */
  change: number | null;
  /** To the gap between the plan and what is there. */
  contribution: number | null;
}

/**
 * The drivers of a goal by what each alone must do to still arrive on time (calculations.md §12).
 * All factors of a product need the same change; of those the one that lags its plan most is first.
 * Nothing can fall by more than all of it.
 */
export const driverOpportunities = (
  drivers: readonly DriverNeed[],
  gap: Gap | null,
): Array<Opportunity | null> =>
  ranked(
    drivers.map(({ change, contribution }) =>
      gap === null || change === null || change < -1
        ? null
        : { change, closes: 1, lag: -gap.direction * (contribution ?? 0) },
    ),
  );

/** A channel at the judged day. */
interface ChannelPart {
  /** What it brought so far; null for the remainder, and for what channels do not add up to. */
  toDate: number | null;
  shareOfGap: number | null;
}

/**
 * The channels of a KPI by how much each alone must change from now on, when it brings its part of
 * what is to come in the proportions of so far. Spending can fall by no more than all of it: then a
 * channel closes a part of the gap.
 *
 * @param total what all of them brought so far, the remainder included
 * @param reached what is in already of what is forecast; 0 for a level
 */
export const channelOpportunities = (
  parts: readonly ChannelPart[],
  gap: Gap | null,
  { total, reached }: { total: number; reached: number },
): Array<Opportunity | null> =>
  ranked(
    parts.map(({ toDate, shareOfGap }) => {
      if (gap === null || toDate === null || toDate <= 0 || total <= 0) return null;
      const toCome = (gap.forecast - reached) * (toDate / total);
      if (toCome <= 0) return null;
      const needed = (gap.target - gap.forecast) / toCome;
      const change = Math.max(-1, needed);
      return { change, closes: change / needed, lag: shareOfGap ?? 0 };
    }),
  );
