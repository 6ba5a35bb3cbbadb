import type {
  ChannelEvaluation,
  DriverEvaluation,
  Evaluation,
  Timeline,
} from '../../src/core/model/evaluation.ts';
import type { ReferenceChannel } from './naive/channels.ts';
import type { ReferenceDriver, ReferenceDrivers } from './naive/drivers.ts';
import { isExact } from './naive/forecast.ts';
import type { ReferenceInterval } from './naive/timeline.ts';
import type { Note } from './notes.ts';

const REST = 'channel_remainder';
const BLANK = '(blank)';

/** A channel under the name that is published. */
const named = (channel: string | null): string => (channel === null ? REST : channel || BLANK);

/** Every channel in every interval, and what the channels leave. */
export function compareChannels(
  expected: readonly ReferenceChannel[],
  got: readonly ChannelEvaluation[],
  isPeriod: boolean,
  note: Note,
): void {
  const names = (all: ReadonlyArray<{ channel: string | null }>) =>
    all
      .map(({ channel }) => named(channel))
      .sort()
      .join();
  note('channels', names(expected), names(got));
  for (const { channel, intervals } of expected) {
    const other = got.find((one) => one.channel === named(channel));
    if (other === undefined) continue;
    // Of a KPI that starts anew they go back to the start of the first period.
    const before = isPeriod ? other.actual.length - intervals.length : 0;
    note(`channel ${channel} intervals`, intervals.length, other.actual.length - before);
    if (intervals.length !== other.actual.length - before) continue;
    intervals.forEach((interval, position) => {
      const i = before + position;
      const name = (part: string) => `channel ${channel} ${i} ${part}`;
      note(name('actual'), interval.actual, other.actual[i]);
      note(name('actualToDate'), interval.actualToDate, other.actualToDate[i]);
      note(name('planToDate'), interval.planToDate, other.planToDate[i]);
      note(name('shareOfKpi'), interval.shareOfKpi, other.shareOfKpi[i]);
      note(name('shareOfGap'), interval.shareOfGap, other.shareOfGap[i]);
      note(name('cost'), interval.cost, other.cost[i]);
    });
  }
}

/** Every interval up to A, by the day that it ends on. */
export function compareTimeline(
  expected: readonly ReferenceInterval[],
  got: Timeline,
  note: Note,
): void {
  for (const interval of expected) {
    const name = (part: string) => `interval to ${interval.end} ${part}`;
    const at = got.end.indexOf(interval.end);
    note(name('is there'), true, at !== -1);
    if (at === -1) continue;
    note(name('rangeLow'), interval.rangeLow, got.rangeLow[at]);
    note(name('rangeHigh'), interval.rangeHigh, got.rangeHigh[at]);
    note(name('actual'), interval.actual, got.actual[at]);
    note(name('actualToDate'), interval.actualToDate, got.actualToDate[at]);
    note(name('plan'), interval.plan, got.plan[at]);
    note(name('planToDate'), interval.planToDate, got.planToDate[at]);
    note(name('lastYear'), interval.lastYear, got.lastYear[at]);
  }
}

/** The share of a difference that is nothing but rounding is noise. */
const isNoise = (drivers: readonly ReferenceDriver[]): boolean => {
  const parts = drivers.map(({ contribution }) => contribution ?? 0);
  const sum = parts.reduce((total, part) => total + part, 0);
  return Math.abs(sum) <= 1e-6 * Math.max(...parts.map(Math.abs));
};

function compareDriver(
  expected: ReferenceDriver,
  got: DriverEvaluation,
  { hasShare, isForeseen }: { hasShare: boolean; isForeseen: boolean },
  note: Note,
): void {
  const name = (part: string) => `${expected.measureId} against ${expected.against} ${part}`;
  note(name('measure'), expected.measureId, got.driverMeasureId);
  note(name('kpi'), expected.kpiId, got.driverKpiId);
  note(name('contribution'), expected.contribution, got.contribution.value);
  if (hasShare)
    note(name('contributionShare'), expected.contributionShare, got.contributionShare.value);
  if (!isForeseen) return;
  note(name('alone'), expected.neededChangeAlone, got.neededChangeAlone.value);
  note(name('together'), expected.neededChangeTogether, got.neededChangeTogether.value);
}

export function compareDrivers(
  goalId: string,
  expected: ReferenceDrivers,
  { drivers, issues, kpis }: Evaluation,
  note: Note,
): void {
  // What must change follows from a forecast, and not every method is said by a formula.
  const isForeseen = kpis.every(({ forecast: { method } }) => method === null || isExact(method));
  const isWarned = issues.some(
    ({ code, goalId: subject }) => code === 'W_ADD_UP' && subject === goalId,
  );
  note('add up', expected.isShort, isWarned);
  const own = drivers.filter((driver) => driver.goalId === goalId);
  note('count', expected.drivers.length, own.length);
  if (expected.drivers.length !== own.length) return;
  for (const against of ['plan', 'last_year'] as const) {
    const some = expected.drivers.filter((driver) => driver.against === against);
    const others = own.filter((driver) => driver.against === against);
    some.forEach((driver, i) => {
      compareDriver(driver, others[i], { hasShare: !isNoise(some), isForeseen }, note);
    });
  }
}
