import type { Change } from '../../model/what-if.ts';
import type { Outlook } from '../forecast/forecast-band.ts';
import type { ForecastPath } from '../forecast/forecast-path.ts';
import { forecastPoints } from '../forecast/kpi-forecast.ts';
import { familyOf } from '../forecast/kpi-stretch.ts';
import type { KpiPart } from '../target/kpi-case.ts';
import type { Supposed } from './supposed-of-kpi.ts';

type Heading = KpiPart<'judged' | 'actuals' | 'definition' | 'period'>;

/**
 * The forecast when the future is as supposed: what each interval ahead is foreseen to bring, or to
 * stand at, is so much more. What was measured stays; so do the bounds. A share makes the band as
 * much wider, an amount moves it along.
 *
 * @param path bent by what is known to come already
 */
export function suppose(path: ForecastPath, heading: Heading, supposed: Supposed): ForecastPath {
  const { changes, positions } = supposed;
  const isOver =
    heading.judged.judgedDay === null || heading.judged.judgedDay >= heading.period.end;
  if (path.after(0) === null || positions.length === 0 || isOver) return path;
  const partOf = partAhead(path, heading);
  return {
    ...path,
    after: (steps) => {
      const plain = path.after(steps);
      const isPast = steps <= 0 && path.stepsLeft > 0;
      return plain === null || isPast ? plain : changes.reduce(changedBy(partOf(steps)), plain);
    },
    supposed: positions,
  };
}

/**
 * How much of an amount is in after so many steps: of a total the part that the forecast brings by
 * then (evenly where it brings nothing), of a level all of it, of an average the part of the period.
 */
function partAhead(path: ForecastPath, heading: Heading): (steps: number) => number {
  const family = familyOf(heading);
  const { stepsLeft, after } = path;
  if (family === 'level') return () => 1;
  const ahead = (steps: number) => Math.min(steps, stepsLeft);
  if (family === 'average') {
    const count = forecastPoints(heading).points.value.length;
    return (steps) => ahead(steps) / (count + ahead(steps));
  }
  const whole = after(stepsLeft)?.rest ?? 0;
  if (whole !== 0) return (steps) => (after(steps)?.rest ?? 0) / whole;
  return (steps) => (stepsLeft === 0 ? 1 : ahead(steps) / stepsLeft);
}

const changedBy =
  (part: number) =>
  (outlook: Outlook, change: Change): Outlook => {
    const { rest, spread } = outlook;
    const next = change.kind === 'share' ? rest * (1 + change.share) : rest + change.amount * part;
    if (spread === null) return { ...outlook, rest: next };
    const { deviation, isRelative } = spread;
    const wider = change.kind === 'share' ? Math.abs(1 + change.share) : 1;
    // Of a proportion it is the other way round: a share leaves it, an amount makes it smaller.
    const narrower = change.kind === 'amount' && next * rest > 0 ? rest / next : 1;
    const size = isRelative ? narrower : wider;
    return { ...outlook, rest: next, spread: { isRelative, deviation: deviation * size } };
  };

/**
 * What the world as it is foreseen would have to come to, for the supposed one to come to a value;
 * null where it never does. An arrival in the one is that of the other.
 */
export function foreseenFor(
  path: ForecastPath,
  heading: Heading,
  { changes }: Supposed,
  actual: number | null,
): (value: number) => number | null {
  const whole = path.after(path.stepsLeft)?.rest ?? 0;
  if (changes.length === 0 || actual === null) return (value) => value;
  if (familyOf(heading) === 'total') {
    if (whole === 0) return (value) => value;
    const times = changes.reduce(
      (rest, change) =>
        change.kind === 'share' ? rest * (1 + change.share) : rest + change.amount / whole,
      1,
    );
    return (value) => (times > 0 ? actual + (value - actual) / times : null);
  }
  return (value) =>
    [...changes].reverse().reduce((wanted: number | null, change) => {
      if (wanted === null) return null;
      if (change.kind === 'amount') return wanted - change.amount;
      return change.share > -1 ? wanted / (1 + change.share) : null;
    }, value);
}
