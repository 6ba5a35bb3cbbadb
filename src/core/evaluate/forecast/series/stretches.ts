import { foreseeSteps, type HistoryKind, yearOf } from './foresee-steps.ts';

/** A history up to now, and the stretch of a period that is still to come. */
export interface Stretch {
  /** The newest unbroken values, oldest first. */
  readonly values: readonly number[];
  readonly kind: HistoryKind;
  /** How many of them the period has had so far, and how many are left; both 1 or more. */
  readonly elapsed: number;
  readonly left: number;
  /** What the plan leaves ÷ what it had so far: left ÷ elapsed on a straight plan. */
  readonly restPerDone: number;
  /** How many values the recent speed is measured over. */
  readonly recent: number;
}

/** A way to foresee the rest: what a total or average still adds up to, by how much a level changes. */
export interface Way {
  /** Values it takes. */
  readonly least: (stretch: Stretch) => number;
  /** The rest after the first n values; null where it cannot be foreseen. */
  readonly rest: (stretch: Stretch, n: number) => number | null;
}

function sumOf(values: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i];
  return sum;
}

/** What the last `count` of the first n values brought: their sum, or the change of a level. */
function broughtBy({ values, kind }: Stretch, n: number, count: number): number | null {
  if (n < count) return null;
  if (kind.family !== 'level') return sumOf(values, n - count, n);
  if (n > count) return values[n - 1] - values[n - 1 - count];
  // Without the value before the period, its own first value stands in.
  return count < 2 ? null : ((values[n - 1] - values[0]) * count) / (count - 1);
}

/** What came after the first n values. */
export const cameAfter = (stretch: Stretch, n: number): number =>
  broughtBy(stretch, n + stretch.left, stretch.left) ?? 0;

const keepSpeed: Way = {
  least: ({ elapsed }) => elapsed,
  rest: (stretch, n) => {
    const done = broughtBy(stretch, n, stretch.elapsed);
    return done === null ? null : done * stretch.restPerDone;
  },
};

const keepRecentSpeed: Way = {
  least: ({ recent }) => recent,
  rest: (stretch, n) => {
    const { recent, left } = stretch;
    const done = broughtBy(stretch, n, recent);
    return done === null ? null : (done * left) / recent;
  },
};

/** A level stays where it is; what an average was it stays. */
const stay: Way = {
  least: ({ kind, elapsed }) => (kind.family === 'level' ? 1 : elapsed),
  rest: (stretch, n) => (stretch.kind.family === 'level' ? 0 : keepSpeed.rest(stretch, n)),
};

/** Below this share of last year's total the rest of the year hangs on too little. */
export const LEAST_LAST_YEAR_SHARE = 0.05;

const repeatLastYear: Way = {
  least: ({ kind, elapsed }) => yearOf(kind) + elapsed,
  rest: (stretch, n) => {
    const { values, kind, elapsed, left } = stretch;
    const year = yearOf(kind);
    if (kind.family !== 'total' || year < 2 || left > year || n < year + elapsed) return null;
    const before = sumOf(values, n - elapsed - year, n - year);
    const after = sumOf(values, n - year, n - year + left);
    const total = before + after;
    if (!(total > 0) || before < LEAST_LAST_YEAR_SHARE * total) return null;
    return (sumOf(values, n - elapsed, n) * after) / before;
  },
};

/** Where there is no season, a trend takes some values. */
const LEAST_FOR_A_TREND = { season: 8, none: 4 };

const leastForATrend = ({ kind }: Stretch): number => {
  const year = yearOf(kind);
  return year < 2 ? LEAST_FOR_A_TREND.none : Math.max(LEAST_FOR_A_TREND.season, 2 * year);
};

const followTrend: Way = {
  least: leastForATrend,
  rest: (stretch, n) => {
    const { values, kind, left } = stretch;
    const path = foreseeSteps(n === values.length ? values : values.slice(0, n), kind, left);
    if (path === null) return null;
    return kind.family === 'level' ? path[left] - values[n - 1] : path[left];
  },
};

/** Every method on a bare series; what is planned is as uncertain as the speed it was planned for. */
export const WAYS = {
  run_rate: keepSpeed,
  as_planned: keepSpeed,
  drift: keepSpeed,
  recent: keepRecentSpeed,
  level: stay,
  last_year_share: repeatLastYear,
  trend_season: followTrend,
} as const satisfies Record<string, Way>;

export type WayId = keyof typeof WAYS;
