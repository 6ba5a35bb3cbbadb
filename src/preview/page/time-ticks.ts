const DAY = 86_400_000;
const DAY_STEPS = [1, 2, 7, 14] as const;
const MONTH_STEPS = [1, 2, 3, 6, 12, 24] as const;

/** Every so many days from the start on. */
function dayTicks(from: number, to: number, step: number): number[] {
  const count = Math.floor((to - from) / (step * DAY)) + 1;
  return Array.from({ length: count }, (_, at) => from + at * step * DAY);
}

/** The firsts of every so many months, counted from January. */
function monthTicks(from: number, to: number, step: number): number[] {
  const start = new Date(from);
  const ticks: number[] = [];
  const year = start.getUTCFullYear();
  for (let month = 0; ; month += step) {
    const at = Date.UTC(year, month, 1);
    if (at > to) return ticks;
    if (at >= from) ticks.push(at);
  }
}

/**
 * Moments for an axis between two midnights UTC: evenly spaced days, or firsts of months once days
 * would be more than `most`.
 */
export function timeTicks(from: number, to: number, most: number): number[] {
  for (const step of DAY_STEPS) {
    if ((to - from) / (step * DAY) < most) return dayTicks(from, to, step);
  }
  for (const step of MONTH_STEPS) {
    const ticks = monthTicks(from, to, step);
    if (ticks.length <= most) return ticks;
  }
  return [from, to];
}
