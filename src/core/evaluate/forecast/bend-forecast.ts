import type { WorkspaceEvent } from '../../model/workspace.ts';
import { intervalsAhead } from '../actuals/judged-day.ts';
import type { KpiPart } from '../target/kpi-case.ts';
import { eventFactor } from './events.ts';
import type { Outlook } from './forecast-band.ts';
import type { ForecastPath } from './forecast-path.ts';

/**
 * Bends a forecast by the Events tab: of a total what each interval ahead adds, of anything else the
 * value in the window itself, so that a jam that is over before the due date leaves F as it was. The
 * band is bent as F is: what a strike takes away cannot turn out otherwise.
 *
 * @param events that concern the KPI, each with its effect on it
 */
export function bendByEvents(
  path: ForecastPath,
  { judged, definition }: KpiPart<'judged' | 'definition'>,
  events: readonly WorkspaceEvent[],
): ForecastPath {
  const bending = events.filter(({ expectedEffect }) => expectedEffect !== null);
  if (path.after(0) === null || bending.length === 0) return path;
  const { start, end } = judged.intervals;
  const ahead = intervalsAhead(judged).map((i) => ({ start: start[i], end: end[i] }));
  if (ahead.length === 0) return path;
  const factors = ahead.map((interval) => eventFactor(bending, interval));
  const isTotal = definition.family === 'total';
  // Of what stands each interval by itself only the last one decides.
  const decisive = isTotal ? ahead : ahead.slice(-1);
  return {
    ...path,
    after: isTotal ? bendSum(factors, path) : bendEach(factors, path),
    bentBy: bending
      .filter((event) => decisive.some((interval) => eventFactor([event], interval) !== 1))
      .map(({ name }) => name),
  };
}

/** Each interval adds its own part times its factor; what is in already is in. */
function bendSum(factors: readonly number[], { after }: ForecastPath): ForecastPath['after'] {
  const bent = [0];
  let before = 0;
  factors.forEach((factor, i) => {
    const own = after(i + 1)?.rest ?? before;
    bent.push(bent[i] + (own - before) * factor);
    before = own;
  });
  return (steps) => {
    const plain = after(steps);
    const rest = bent[Math.min(steps, factors.length)];
    if (plain === null || plain.rest === 0) return plain;
    return { ...plain, rest, spread: scaled(plain.spread, Math.abs(rest / plain.rest)) };
  };
}

/** Each interval stands at its own value times its factor. */
function bendEach(factors: readonly number[], { after }: ForecastPath): ForecastPath['after'] {
  return (steps) => {
    const plain = after(steps);
    const last = Math.min(steps, factors.length);
    if (plain === null || last <= 0) return plain;
    const factor = factors[last - 1];
    const { already, rest, spread } = plain;
    return { already: already * factor, rest: rest * factor, spread: scaled(spread, factor) };
  };
}

/** Proportions stay what they are, amounts are bent. */
const scaled = (spread: Outlook['spread'], factor: number): Outlook['spread'] =>
  spread === null || spread.isRelative
    ? spread
    : { ...spread, deviation: spread.deviation * factor };
