import { dayFromIsoDate } from '../src/core/model/calendar-date.ts';
import { MILESTONE_STATUS_CODES } from '../src/core/model/status.ts';
import { LIGHT_PAPER, paletteOn } from '../src/drawing/colours.ts';
import { drawRoute } from '../src/drawing/draw-route.ts';
import type { Route, Stop } from '../src/drawing/route.ts';
import { stopStatusOf } from '../src/drawing/statuses.ts';
import { svgText } from '../src/drawing/write-svg.ts';
import { clock, leastOfRounds, runCold } from './cold-process.ts';
import { atMost, type Figure, milliseconds, wrongAnswer } from './figure.ts';

const STOPS = 200;
const LANES = 5;
const MOST_MILLISECONDS = 100;

interface DrawingRun {
  readonly milliseconds: number;
  readonly stops: number;
}

/** Stopovers of every status, three days apart, a third of them expected later than planned. */
function routeOfMany(): Route {
  const start = dayFromIsoDate('2025-07-01') ?? 0;
  const stopAt = (at: number): Stop => ({
    name: `Stopover ${at + 1} of a long way`,
    due: start + at * 3,
    expected: at % 3 === 0 ? start + at * 3 + 9 : null,
    status: stopStatusOf(MILESTONE_STATUS_CODES[at % MILESTONE_STATUS_CODES.length], 'en'),
    value: null,
  });
  return {
    today: start + 230,
    lanes: Array.from({ length: LANES }, (_, lane) => ({
      name: `Goal ${lane + 1}`,
      status: null,
      start,
      due: start + 3 * STOPS,
      arrival: null,
      progress: 0.4,
      daysBehind: 4,
      stops: Array.from({ length: STOPS / LANES }, (_, at) => stopAt(at * LANES + lane)),
    })),
  };
}

/** In a fresh process: the whole picture as the text of an SVG element. */
export async function runDrawing(): Promise<DrawingRun> {
  const route = routeOfMany();
  const look = {
    width: 1200,
    height: 700,
    language: 'en',
    palette: paletteOn(LIGHT_PAPER),
    font: 'Roboto',
  } as const;
  const drawn = await clock(() => svgText(drawRoute(route, look)));
  const stops = drawn.value.split('data-spot="stop"').length - 1;
  return { milliseconds: drawn.milliseconds, stops };
}

export function measureDrawing(): Figure[] {
  let isComplete = true;
  const [taken] = leastOfRounds(() => {
    const run = runCold<DrawingRun>('drawing');
    isComplete &&= run.stops === STOPS;
    return [run.milliseconds];
  });
  const what = `a route of ${STOPS} stopovers into a picture`;
  return [
    atMost(what, taken, MOST_MILLISECONDS, milliseconds),
    ...(isComplete ? [] : [wrongAnswer(what)]),
  ];
}
