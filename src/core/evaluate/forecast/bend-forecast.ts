import { intervalsAhead } from '../period/judged-day.ts';
import type { KpiCase } from '../target/kpi-case.ts';
import { eventFactor, eventsOf } from './events.ts';
import type { ForecastPath } from './forecast-path.ts';
import { floorOf } from './kpi-forecast.ts';

/**
 * Bends a forecast by the Events tab: of a total what each interval ahead adds, of anything else the
 * value in the window itself, so that a jam that is over before the due date leaves F as it was. The
 * edges of the band are bent as F is: what a strike takes away cannot turn out otherwise.
 */
export function bendByEvents(kpiCase: KpiCase, path: ForecastPath, actual: number): ForecastPath {
  const ahead = intervalsAhead(kpiCase.judged);
  if (path.value === null || ahead.length === 0) return path;
  const events = eventsOf(kpiCase).filter(({ expectedEffect }) => expectedEffect !== null);
  if (events.length === 0) return path;
  const factors = ahead.map((interval) => eventFactor(events, interval));
  const isTotal = kpiCase.definition.family === 'total';
  // Of what stands each interval by itself only the last one decides.
  const decisive = isTotal ? ahead : ahead.slice(-1);
  const bend = isTotal ? bendSum : bendEach;
  const valueAfter = bend(factors, actual, (steps) => path.valueAfter(steps) ?? actual);
  const bendEdge = (edge: 'low' | 'high') =>
    bend(factors, actual, (steps) => path.bandAfter(steps)?.[edge] ?? actual);
  const low = bendEdge('low');
  const high = bendEdge('high');
  const deviation = bend(factors, 0, (steps) => path.bandAfter(steps)?.deviation ?? 0);
  const floor = floorOf(kpiCase, actual);
  return {
    ...path,
    bentBy: events
      .filter((event) => decisive.some((interval) => eventFactor([event], interval) !== 1))
      .map(({ name }) => name),
    value: valueAfter(ahead.length),
    valueAfter,
    bandAfter: (steps) =>
      path.bandAfter(steps) === null
        ? null
        : { low: Math.max(floor, low(steps)), high: high(steps), deviation: deviation(steps) },
  };
}

type Course = (steps: number) => number;

/** Each interval adds its own part times its factor. */
function bendSum(factors: readonly number[], start: number, plain: Course): Course {
  const bent = [start];
  let before = start;
  factors.forEach((factor, i) => {
    const own = plain(i + 1);
    bent.push(bent[i] + (own - before) * factor);
    before = own;
  });
  return (steps) => bent[Math.min(steps, bent.length - 1)];
}

/** Each interval stands at its own value times its factor. */
function bendEach(factors: readonly number[], start: number, plain: Course): Course {
  return (steps) => {
    const last = Math.min(steps, factors.length);
    return last <= 0 ? start : plain(last) * factors[last - 1];
  };
}
