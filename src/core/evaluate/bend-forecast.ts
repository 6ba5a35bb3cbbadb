import type { WorkspaceEvent } from '../model/workspace.ts';
import { eventFactor, eventsOf } from './events.ts';
import type { ForecastPath } from './forecast-path.ts';
import type { KpiInterval } from './judged-day.ts';
import type { KpiCase } from './kpi-case.ts';

/** Intervals that can hold a value, after the judged one. */
function intervalsAhead({ judged }: KpiCase): KpiInterval[] {
  return judged.intervals.slice(judged.judgedIndex + 1).filter(({ weight }) => weight > 0);
}

/**
 * Bends a forecast by the Events tab: of a total what each interval ahead adds, of anything else the
 * value in the window itself, so that a jam that is over before the due date leaves F as it was.
 */
export function bendByEvents(kpiCase: KpiCase, path: ForecastPath, actual: number): ForecastPath {
  const events: WorkspaceEvent[] = eventsOf(kpiCase).filter(
    ({ expectedEffect }) => expectedEffect !== null,
  );
  const ahead = intervalsAhead(kpiCase);
  if (events.length === 0 || path.value === null || ahead.length === 0) return path;
  const plain = [actual, ...ahead.map((_, i) => path.valueAfter(i + 1) ?? actual)];
  const factors = ahead.map((interval) => eventFactor(events, interval));
  const isTotal = kpiCase.definition.family === 'total';
  const decisive = isTotal ? ahead : ahead.slice(-1);
  const bent = [actual];
  ahead.forEach((_, i) => {
    bent.push(
      isTotal ? bent[i] + (plain[i + 1] - plain[i]) * factors[i] : plain[i + 1] * factors[i],
    );
  });
  const valueAfter = (steps: number) => bent[Math.min(steps, bent.length - 1)];
  const shift = (steps: number) => valueAfter(steps) - plain[Math.min(steps, plain.length - 1)];
  return {
    ...path,
    bentBy: events
      .filter((event) => decisive.some((interval) => eventFactor([event], interval) !== 1))
      .map(({ name }) => name),
    value: valueAfter(ahead.length),
    valueAfter,
    bandAfter: (steps) => {
      const band = path.bandAfter(steps);
      if (band === null) return null;
      return { ...band, low: band.low + shift(steps), high: band.high + shift(steps) };
    },
  };
}
