import type { Day } from '../../model/calendar-date.ts';
import type { Measure } from '../../model/measure.ts';
import type { DayRange } from '../../model/period.ts';
import { atLeast, nearlyEqual } from '../../model/quantity.ts';
import type { ChannelDays } from './aggregate-days.ts';
import { addsOverChannels, ruleOf } from './aggregations.ts';
import { countBeforeDay } from './day-series.ts';

/** How a channel that may be the total stands beside the others. */
export interface TotalVerdict {
  /** '' for the blank one. */
  readonly channel: string;
  readonly isTotal: boolean;
  /** Intervals in which it stands beside others, and those of them in which it is less. */
  readonly besideCount: number;
  readonly lessCount: number;
  /** The end of the first interval in which it stands beside others; null when there is none. */
  readonly besideDay: Day | null;
  /** The first interval in which it is less; null when there is none. */
  readonly less: { readonly day: Day; readonly total: number; readonly sum: number } | null;
}

/** What the channels of a measure are to it, decided once. */
export interface ChannelRoles {
  /** Channels that hold the total; the one that counts first stands first. */
  readonly totals: readonly ChannelDays[];
  /** The channels that are added, a blank one among them when it is one of them. */
  readonly parts: readonly ChannelDays[];
  /** The parts, where they can be added at all. */
  readonly added: readonly ChannelDays[];
  /** Of every channel that is blank or called a total while there are others. */
  readonly verdicts: readonly TotalVerdict[];
}

/** A total may differ so much from the sum of its channels: it was rounded. */
const ROUNDED = 0.005;
/** In so many of the intervals a total is one. */
const LEAST_SHARE = 0.9;

/** Equal to the sum of the channels, or beyond it on the same side of 0. */
function isLikeATotal(total: number, sum: number): boolean {
  if (nearlyEqual(total, sum) || atLeast(ROUNDED * Math.abs(sum), Math.abs(total - sum))) {
    return true;
  }
  return total * sum >= 0 && Math.abs(total) > Math.abs(sum);
}

/** A channel in an interval: what its rows add up to, of a level the newest; null without any. */
function amountIn({ days, value }: ChannelDays, isLevel: boolean, { start, end }: DayRange) {
  const from = countBeforeDay(days, start);
  const to = countBeforeDay(days, end + 1);
  if (from === to) return null;
  if (isLevel) return value[to - 1];
  let sum = 0;
  for (let i = from; i < to; i++) sum += value[i];
  return sum;
}

function besideParts(
  candidate: ChannelDays,
  parts: readonly ChannelDays[],
  isLevel: boolean,
  holding: (day: Day) => DayRange,
): TotalVerdict {
  let besideCount = 0;
  let lessCount = 0;
  let besideDay: Day | null = null;
  let less: TotalVerdict['less'] = null;
  for (let i = 0; i < candidate.days.length; ) {
    const interval = holding(candidate.days[i]);
    while (i < candidate.days.length && candidate.days[i] <= interval.end) i++;
    const total = amountIn(candidate, isLevel, interval) ?? 0;
    let sum: number | null = null;
    for (const part of parts) {
      const own = amountIn(part, isLevel, interval);
      if (own !== null) sum = (sum ?? 0) + own;
    }
    if (sum === null) continue;
    besideCount++;
    besideDay ??= interval.end;
    if (isLikeATotal(total, sum)) continue;
    lessCount++;
    less ??= { day: interval.end, total, sum };
  }
  const isTotal = atLeast(besideCount - lessCount, LEAST_SHARE * besideCount);
  return { channel: candidate.channel, isTotal, besideCount, lessCount, besideDay, less };
}

/** Beside no channel with a name there is nothing to walk through: it is the total. */
const aloneAs = (channel: string): TotalVerdict => ({
  channel,
  isTotal: true,
  besideCount: 0,
  lessCount: 0,
  besideDay: null,
  less: null,
});

/**
 * Whether a blank channel, or one called Total, is the total or a channel without a name; decided
 * once for a measure, not a day (calculations.md §3). What cannot be added has nothing to compare it
 * with: there the name, or its absence, says it.
 *
 * @param isTotalName whether a channel is called a total
 * @param holding the interval of the measure's cadence that holds a day
 */
export function channelRoles(
  measure: Measure,
  channels: readonly ChannelDays[],
  isTotalName: (channel: string) => boolean,
  holding: (day: Day) => DayRange,
): ChannelRoles {
  const isCandidate = ({ channel }: ChannelDays) => channel === '' || isTotalName(channel);
  const named = channels.filter((own) => !isCandidate(own));
  const { family } = ruleOf(measure);
  const isKnown = !addsOverChannels(measure);
  const verdictOf = (candidate: ChannelDays): TotalVerdict => {
    if (named.length === 0) return aloneAs(candidate.channel);
    const found = besideParts(candidate, named, family === 'level', holding);
    // Nothing says that it is less than what cannot be added.
    const untold = { ...found, lessCount: 0, less: null };
    if (isKnown) return { ...untold, isTotal: true };
    return family === 'average' ? { ...untold, isTotal: candidate.channel !== '' } : found;
  };
  const candidates = channels
    .filter(isCandidate)
    .sort((a, b) => Number(a.channel !== '') - Number(b.channel !== ''));
  const verdicts = candidates.map(verdictOf);
  const blank = candidates.filter(({ channel }, i) => channel === '' && !verdicts[i].isTotal);
  const parts = [...blank, ...named];
  return {
    totals: candidates.filter((_, i) => verdicts[i].isTotal),
    parts,
    added: parts.length > 1 && isKnown ? [] : parts,
    verdicts: named.length === 0 ? [] : verdicts,
  };
}
