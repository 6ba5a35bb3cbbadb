import type { Tone } from './colours.ts';
import { paceText } from './describe.ts';
import { type Look, SCALE, words, wordsOf } from './look.ts';
import type { Meter } from './meter.ts';
import { scaleOf } from './scales.ts';
import { arcPath, group, onCircle, type Point, pathAlong, type Shape, shape } from './shape.ts';

/** The dial goes round from lower left to lower right. */
const FROM = 150;
const TO = 390;

/** The colours of the needle's scale, whose end is 1.5. */
const ZONES: readonly { readonly from: number; readonly to: number; readonly tone: Tone }[] = [
  { from: 0, to: 0.8, tone: 'bad' },
  { from: 0.8, to: 0.95, tone: 'watch' },
  { from: 0.95, to: 1.5, tone: 'good' },
];
const MOST_PACE = 1.5;
const MOST_FUEL = 1.5;

const onDial = (most: number) => {
  const scale = scaleOf([0, most], [FROM, TO]);
  return (value: number): number => scale(Math.min(most, Math.max(0, value)));
};

interface Ring {
  readonly centre: Point;
  readonly radius: number;
  readonly width: number;
}

const arc = ({ centre, radius, width }: Ring, from: number, to: number, colour: string): Shape =>
  shape('path', {
    d: arcPath(centre, radius, from, to),
    fill: 'none',
    stroke: colour,
    'stroke-width': width,
  });

/** A stroke across a ring. */
const tick = ({ centre, radius, width }: Ring, degrees: number, colour: string): Shape =>
  shape('path', {
    d: pathAlong([
      onCircle(centre, radius - width / 2 - 2, degrees),
      onCircle(centre, radius + width / 2 + 2, degrees),
    ]),
    stroke: colour,
    'stroke-width': 2,
  });

function drawPace({ needle }: Meter, ring: Ring, { palette }: Look): Shape[] {
  const angle = onDial(MOST_PACE);
  // A gap between the colours, so that their edges are seen without them.
  return ZONES.map(({ from, to, tone }) =>
    arc(
      ring,
      angle(from) + (from === 0 ? 0 : 1),
      angle(to) - (to === MOST_PACE ? 0 : 1),
      needle === null ? palette.hairline : palette.tones[tone],
    ),
  );
}

function drawRing(
  ring: Ring,
  {
    value,
    most,
    mark,
    colour,
  }: { value: number; most: number; mark: number | null; colour: string },
  { palette }: Look,
): Shape[] {
  const angle = onDial(most);
  return [
    arc(ring, FROM, TO, palette.hairline),
    ...(value > 0 ? [arc(ring, FROM, angle(value), colour)] : []),
    ...(mark === null ? [] : [tick(ring, angle(mark), palette.ink)]),
  ];
}

/** Less than the need worries; the words beside it say so too. */
export const fuelColour = (fuel: number, { palette }: Look): string =>
  fuel < 1 ? palette.tones.watch : palette.tones.good;

/** Points at the pace; a hand with its hub. */
function drawNeedle(needle: number, centre: Point, length: number, { palette }: Look): Shape[] {
  const degrees = onDial(MOST_PACE)(needle);
  const base = Math.max(2.5, length * 0.06);
  const corners = [
    onCircle(centre, base, degrees + 90),
    onCircle(centre, length, degrees),
    onCircle(centre, base, degrees - 90),
  ];
  return [
    shape('path', {
      d: `${pathAlong(corners)} Z`,
      fill: palette.ink,
      stroke: palette.paper,
      'stroke-width': 1,
      'stroke-linejoin': 'round',
    }),
    shape('circle', { cx: centre.x, cy: centre.y, r: base * 1.7, fill: palette.ink }),
  ];
}

/** A dial of this radius has room for the word below its number. */
export const LEAST_WITH_WORD = 50;
export const hasPaceWord = (radius: number): boolean => radius >= LEAST_WITH_WORD;

/** The pace as a number, in the opening of the dial. */
function drawNumber({ pace }: Meter, centre: Point, radius: number, look: Look): Shape[] {
  const { palette } = look;
  if (pace === null) return [];
  const size = Math.min(30, Math.max(13, radius * 0.3));
  const y = centre.y + radius * 0.2 + size;
  return [
    group({ 'paint-order': 'stroke', stroke: palette.paper, 'stroke-width': 4 }, [
      words(paceText(pace, look), centre.x, y, {
        size,
        weight: 'bold',
        fill: palette.ink,
        anchor: 'middle',
      }),
    ]),
    ...(!hasPaceWord(radius)
      ? []
      : [
          words(wordsOf(look).pace, centre.x, y + SCALE + 3, {
            size: SCALE,
            fill: palette.softInk,
            anchor: 'middle',
          }),
        ]),
  ];
}

/**
 * The dial: the needle on its colours outside, within it how far the way is gone with a mark at
 * how far the time is, and inside the fuel with a mark at just enough. A ring that nothing is known
 * of is not there.
 */
export function drawDial(meter: Meter, centre: Point, size: number, look: Look): Shape[] {
  const { needle, progress, elapsed, fuel } = meter;
  const ring = (share: number, width: number): Ring => ({
    centre,
    radius: size * share,
    width: Math.max(3, size * width),
  });
  return [
    ...drawPace(meter, ring(0.92, 0.14), look),
    ...(progress === null
      ? []
      : drawRing(
          ring(0.75, 0.09),
          { value: progress, most: 1, mark: elapsed, colour: look.palette.route },
          look,
        )),
    ...(fuel === null
      ? []
      : drawRing(
          ring(0.61, 0.08),
          { value: fuel, most: MOST_FUEL, mark: 1, colour: fuelColour(fuel, look) },
          look,
        )),
    ...(needle === null ? [] : drawNeedle(needle, centre, size * 0.82, look)),
    ...drawNumber(meter, centre, size, look),
  ];
}
