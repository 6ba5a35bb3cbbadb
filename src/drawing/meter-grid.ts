import { hasPaceWord, LEAST_WITH_WORD } from './draw-dial.ts';
import { type Look, MARGIN, NAME } from './look.ts';
import type { Meter } from './meter.ts';
import { wrapped } from './text-size.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Cell extends Size {
  readonly left: number;
  readonly top: number;
}

export const LINE = 16;
const NOTE = 20;
/** Smaller than this a dial cannot be read. */
const LEAST = { width: 110, height: 150 };
const MOST_NAME_LINES = 2;

/** Lines of words that all meters of a picture have, so that all dials are as large. */
export interface Lines {
  readonly names: number;
  readonly facts: number;
}

export const namesIn = ({ name }: Meter, width: number): string[] =>
  wrapped(name, width - 2 * MARGIN, NAME, MOST_NAME_LINES, 'bold');

const linesFor = (meters: readonly Meter[], width: number): Lines => ({
  names: Math.max(...meters.map((meter) => namesIn(meter, width).length)),
  facts:
    (meters.some(({ progress }) => progress !== null) ? 1 : 0) +
    (meters.some(({ fuel }) => fuel !== null) ? 1 : 0),
});

/** From the top of a meter to that of its dial: names, status, air. */
export const dialTop = ({ names }: Lines): number => MARGIN + (names + 1) * LINE + 6;

/** From half a radius below the centre to the facts: the word under the number, and air. */
export const below = (radius: number): number => (hasPaceWord(radius) ? 22 : 8);

/** The radius that leaves room for the number in the opening, and the facts below. */
function radiusIn({ width, height }: Size, lines: Lines): number {
  const radiusOver = (under: number) =>
    Math.min(width / 2 - MARGIN, (height - dialTop(lines) - under - lines.facts * LINE) / 1.5);
  const large = radiusOver(below(Infinity));
  return Math.max(8, hasPaceWord(large) ? large : Math.min(LEAST_WITH_WORD - 1, radiusOver(8)));
}

export interface Fit {
  readonly lines: Lines;
  readonly radius: number;
}

/** Smaller than this the facts give their room to the dial. */
const LEAST_RADIUS = 26;

function fitIn(size: Size, lines: Lines): Fit {
  const radius = radiusIn(size, lines);
  if (radius >= LEAST_RADIUS || lines.facts === 0) return { lines, radius };
  return fitIn(size, { ...lines, facts: 0 });
}

/** How high a meter is, from its names to its facts. */
export const heightOf = ({ lines, radius }: Fit): number =>
  dialTop(lines) + radius * 1.5 + below(radius) + lines.facts * LINE;

/** The number of columns that makes the dials largest, and how many meters there is room for. */
export function gridFor(meters: readonly Meter[], { width, height }: Look) {
  const room = height - MARGIN / 2;
  const most = Math.max(1, Math.floor(width / LEAST.width));
  const fitting = (high: number) => most * Math.max(1, Math.floor(high / LEAST.height));
  const hasNote = meters.length > fitting(room);
  const inside = hasNote ? room - NOTE : room;
  const shown = meters.slice(0, fitting(inside));
  const grids = Array.from({ length: Math.min(most, shown.length) }, (_, at) => {
    const columns = at + 1;
    const cell = { width: width / columns, height: inside / Math.ceil(shown.length / columns) };
    return { columns, cell, fit: fitIn(cell, linesFor(shown, cell.width)) };
  });
  const best = grids.reduce((one, other) => (other.fit.radius > one.fit.radius ? other : one));
  return { ...best, shown, hasNote };
}
