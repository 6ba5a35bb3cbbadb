import type { HistoryKind } from '../../src/core/evaluate/forecast/series/foresee-steps.ts';
import { mostValues } from '../../src/core/evaluate/forecast/series/foresee-steps.ts';
import type { Stretch } from '../../src/core/evaluate/forecast/series/stretches.ts';
import { type SeriesWithFuture, seasonLengthOf } from './read-series.ts';

/** A series at a moment of a period that it has since left behind. */
export interface Moment {
  readonly group: { cadence: string; history: 'all' | 'one year' | 'none'; part: number };
  readonly stretch: Stretch;
  /** What the period had so far, and what it came to. */
  readonly done: number;
  readonly came: number;
  /** The total of the same period a year before, else of the one before; null when it is unknown. */
  readonly before: number | null;
}

const PERIODS: Readonly<Record<string, { cadence: string; year: number; lengths: number[] }>> = {
  DAILY: { cadence: 'day', year: 364, lengths: [91, 364] },
  WEEKLY: { cadence: 'week', year: 52, lengths: [13, 52] },
  MONTHLY: { cadence: 'month', year: 12, lengths: [12] },
  QUARTERLY: { cadence: 'quarter', year: 4, lengths: [8, 12] },
  YEARLY: { cadence: 'year', year: 1, lengths: [8] },
};
const PARTS = [0.25, 0.5, 0.75];
const HISTORIES = ['all', 'one year', 'none'] as const;
/** Periods end at the newest value and about a third of a year earlier, so that all seasons occur. */
const EARLIER = 0.37;

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** A quarter, half and three quarters into periods of a series of totals that are never negative. */
export function momentsOf({ train, test, period }: SeriesWithFuture): Moment[] {
  const own = PERIODS[period];
  const values = [...train, ...test];
  if (own === undefined || values.some((value) => value < 0)) return [];
  return own.lengths.flatMap((length) =>
    HISTORIES.flatMap((history) =>
      [0, Math.max(length, Math.round(EARLIER * own.year))].flatMap((back) =>
        PARTS.flatMap(
          (part) => momentOf(values, period, { length, history, back, part, ...own }) ?? [],
        ),
      ),
    ),
  );
}

interface Asked {
  length: number;
  history: (typeof HISTORIES)[number];
  back: number;
  part: number;
  cadence: string;
  year: number;
}

function momentOf(all: readonly number[], period: string, asked: Asked): Moment | null {
  const { length, history, back, part, cadence, year } = asked;
  const end = all.length - back;
  const start = end - length;
  const from = history === 'all' ? 0 : history === 'none' ? start : start - year;
  const elapsed = Math.round(part * length);
  const isShort = history === 'all' && start < Math.max(1.5 * year, 6);
  if (start < 0 || from < 0 || elapsed < 2 || isShort || (history === 'one year' && year < 2))
    return null;
  const kind: HistoryKind = {
    seasonLength: seasonLengthOf(period),
    isDaily: period === 'DAILY',
    family: 'total',
    nonNegative: true,
  };
  const now = start + elapsed;
  const left = end - now;
  const values = all.slice(Math.max(from, now - mostValues(kind)), now);
  const earlier = length <= year && start >= year ? start - year : start - length;
  const done = sumOf(all.slice(start, now));
  return done > 0
    ? {
        group: { cadence, history, part },
        stretch: {
          values,
          kind,
          elapsed,
          left,
          restPerDone: left / elapsed,
          recent: Math.min(elapsed, 3),
        },
        done,
        came: done + sumOf(all.slice(now, end)),
        before: earlier < 0 ? null : sumOf(all.slice(earlier, earlier + length)),
      }
    : null;
}
