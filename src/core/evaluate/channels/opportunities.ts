import type { ChannelEvaluation, DriverEvaluation, KpiEvaluation } from '../../model/evaluation.ts';
import { atLeast } from '../../model/quantity.ts';

/** One way to close the gap between forecast and target. */
interface Opportunity {
  /** By what share this alone must change from now on: +0.14 is 14 % more. */
  change: number;
  /** Part of the gap that it closes: 1 is all of it. */
  closes: number;
}

export interface RankedOpportunity extends Opportunity {
  /** 1 closes most of the gap for the least change. */
  rank: number;
}

interface Candidate extends Opportunity {
  /** Breaks ties: what lags most comes first. */
  lag: number;
}

/** What closes most comes first, then what has to change least, then what lags most. */
function ranked(candidates: ReadonlyArray<Candidate | null>): Array<RankedOpportunity | null> {
  const order = candidates
    .flatMap((candidate, at) => (candidate === null ? [] : [{ ...candidate, at }]))
    .sort((a, b) => {
      if (a.closes !== b.closes) return b.closes - a.closes;
      // The same change, but for the last bit of a float.
      const difference = Math.abs(a.change) - Math.abs(b.change);
      if (Math.abs(difference) > 1e-9) return difference;
      return b.lag - a.lag || a.at - b.at;
    });
  const rankOf = new Map(order.map(({ at }, position) => [at, position + 1]));
  return candidates.map((candidate, at) =>
    candidate === null
      ? null
      : { change: candidate.change, closes: candidate.closes, rank: rankOf.get(at) ?? 0 },
  );
}

interface Gap {
  target: number;
  forecast: number;
  direction: 1 | -1;
}

/** Null when the KPI is closed, arrives, or has no forecast: there is nothing to close. */
function gapToClose({
  isClosed,
  reachedDay,
  target,
  forecast,
  direction,
}: KpiEvaluation): Gap | null {
  if (isClosed || reachedDay !== null || direction === null) return null;
  if (target.value === null || forecast.value.value === null) return null;
  const gap = { target: target.value, forecast: forecast.value.value, direction };
  return atLeast(direction * gap.forecast, direction * gap.target) ? null : gap;
}

/**
 * The drivers of a goal by what each alone must do to still arrive on time (calculations.md §12).
 * All factors of a product need the same change; of those the one that lags its plan most is first.
 *
 * @param drivers of one goal, for both things they are held against
 */
export function driverOpportunities(
  drivers: readonly DriverEvaluation[],
  outcome: KpiEvaluation,
): Map<string, RankedOpportunity> {
  const gap = gapToClose(outcome);
  const keys = [...new Set(drivers.map(driverKey))];
  const found = ranked(
    keys.map((key) => {
      const [own] = drivers.filter((driver) => driverKey(driver) === key);
      const change = own?.neededChangeAlone.value ?? null;
      if (gap === null || change === null || change < -1) return null;
      return { change, closes: 1, lag: -gap.direction * (own.contribution.value ?? 0) };
    }),
  );
  return new Map(
    keys.flatMap((key, at) => {
      const own = found[at];
      return own === null ? [] : [[key, own] as const];
    }),
  );
}

/** Names a driver within its goal, whatever it is held against. */
export const driverKey = ({ driverMeasureId, driverKpiId, order }: DriverEvaluation): string =>
  JSON.stringify([driverMeasureId, driverKpiId, order]);

/**
 * The channels of a KPI by how much each alone must change from now on, when it brings its part of
 * what is to come in the proportions of so far. Spending can fall by no more than all of it: then a
 * channel closes a part of the gap. Null for the remainder and for what channels do not add up to.
 */
export function channelOpportunities(evaluation: KpiEvaluation): Array<RankedOpportunity | null> {
  const { channels, family, actual } = evaluation;
  const gap = gapToClose(evaluation);
  const parts = channels.map(partToDate);
  const total = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  const base = family === 'total' ? (actual.value ?? 0) : 0;
  return ranked(
    channels.map(({ isRemainder, intervals }, at) => {
      const part = parts[at];
      if (gap === null || isRemainder || part === null || part <= 0 || total <= 0) return null;
      const toCome = (gap.forecast - base) * (part / total);
      if (toCome <= 0) return null;
      const needed = (gap.target - gap.forecast) / toCome;
      const change = Math.max(-1, needed);
      const last = intervals[intervals.length - 1];
      return { change, closes: change / needed, lag: last?.shareOfGap.value ?? 0 };
    }),
  );
}

/** Of the judged day; null where channels do not add up. */
function partToDate({ intervals }: ChannelEvaluation): number | null {
  const last = intervals[intervals.length - 1];
  if (last === undefined || last.shareOfKpi.reason === 'NOT_APPLICABLE') return null;
  return last.actualToDate.value;
}
