import { formatShare } from '../core/language/format-number.ts';
import { fuelText, fuelTimes, paceText } from './describe.ts';
import { drawDial, fuelColour } from './draw-dial.ts';
import { joined, type Look, MARGIN, NAME, picture, SAID, widthOf, words, wordsOf } from './look.ts';
import { statusMark } from './marks.ts';
import type { Meter } from './meter.ts';
import {
  below,
  type Cell,
  dialTop,
  type Fit,
  gridFor,
  heightOf,
  LINE,
  type Lines,
  namesIn,
} from './meter-grid.ts';
import { drawMore, drawNotice } from './notice.ts';
import { group, type Shape, shape } from './shape.ts';
import { shortened } from './text-size.ts';

/** A meter in one line. */
function describeMeter(meter: Meter, look: Look): string {
  const { name, status, pace, progress, fuel } = meter;
  const { pace: paceWord, progress: progressWord, notJudged } = wordsOf(look);
  const share = (value: number) => formatShare(value, look.language);
  return joined([
    name,
    status?.word ?? (pace === null ? notJudged : null),
    pace !== null && `${paceWord} ${paceText(pace, look)}`,
    progress !== null && `${progressWord} ${share(progress)}`,
    fuel !== null && fuelText(fuel, look),
  ]);
}

/** Its name and how it stands, the last line of it just above the dial. */
function drawHeading(meter: Meter, cell: Cell, lines: Lines, look: Look): Shape[] {
  const { palette } = look;
  const { status } = meter;
  const middle = cell.left + cell.width / 2;
  const names = namesIn(meter, cell.width);
  const markWidth = status === null ? 0 : 16;
  const word = shortened(
    status?.word ?? wordsOf(look).notJudged,
    cell.width - 2 * MARGIN - markWidth,
    SAID,
  );
  const left = middle - (widthOf(word) + markWidth) / 2;
  const y = cell.top + dialTop(lines) - 8;
  return [
    ...names.map((line, at) =>
      words(line, middle, y - (names.length - at) * LINE, {
        size: NAME,
        weight: 'bold',
        fill: palette.ink,
        anchor: 'middle',
      }),
    ),
    ...(status === null ? [] : statusMark(status, { x: left + 6, y: y - 4 }, 5.5, palette)),
    words(word, left + markWidth, y, {
      fill: status === null ? palette.softInk : palette.toneInks[status.tone],
    }),
  ];
}

interface Fact {
  /** The figure alone where there is no room for its word. */
  readonly texts: readonly [whole: string, figure: string];
  readonly colour: string;
}

function factsOf({ progress, fuel }: Meter, look: Look): Fact[] {
  const { palette, language } = look;
  const facts: Fact[] = [];
  if (progress !== null) {
    const share = formatShare(progress, language);
    facts.push({ texts: [`${wordsOf(look).progress} ${share}`, share], colour: palette.route });
  }
  if (fuel !== null) {
    const texts = [fuelText(fuel, look), `${fuelTimes(fuel, look)} ×`] as const;
    facts.push({ texts, colour: fuelColour(fuel, look) });
  }
  return facts;
}

/** What the inner rings say, each with a stroke in the colour of its ring. */
function drawFacts(meter: Meter, cell: Cell, top: number, look: Look): Shape[] {
  return factsOf(meter, look).flatMap(({ texts: [whole, figure], colour }, at) => {
    const said = widthOf(whole) <= cell.width - MARGIN - 16 ? whole : figure;
    const left = cell.left + (cell.width - widthOf(said) - 16) / 2;
    const y = top + at * LINE;
    return [
      shape('line', {
        x1: left,
        x2: left + 10,
        y1: y - 4,
        y2: y - 4,
        stroke: colour,
        'stroke-width': 4,
      }),
      words(said, left + 16, y, { fill: look.palette.softInk }),
    ];
  });
}

interface MeterPlace {
  readonly cell: Cell;
  readonly fit: Fit;
  /** Position among the meters. */
  readonly at: number;
}

function drawMeter(meter: Meter, { cell, fit, at }: MeterPlace, look: Look): Shape {
  const { left: x, top: y, width, height } = cell;
  const { lines, radius } = fit;
  const top = y + Math.max(0, (height - heightOf(fit)) / 2);
  const centre = { x: x + width / 2, y: top + dialTop(lines) + radius };
  return group({ role: 'listitem', 'data-lane': at }, [
    group({ role: 'img', 'aria-label': describeMeter(meter, look), 'data-spot': 'lane' }, [
      shape('rect', { x, y, width, height, fill: 'transparent' }),
      group({ 'aria-hidden': 'true' }, [
        ...drawHeading(meter, { ...cell, top }, lines, look),
        ...drawDial(meter, centre, radius, look),
        ...(lines.facts === 0
          ? []
          : drawFacts(meter, cell, centre.y + radius / 2 + below(radius) + LINE - 4, look)),
      ]),
    ]),
  ]);
}

/** Meters side by side, as large as they can be: pace, progress and fuel on one dial each. */
export function drawMeters(meters: readonly Meter[], look: Look): Shape {
  const sentences = wordsOf(look);
  if (meters.length === 0) return drawNotice(sentences.noMeters, look);
  const { columns, cell, fit, shown, hasNote } = gridFor(meters, look);
  const label =
    meters.length === 1 ? describeMeter(meters[0], look) : sentences.meters(meters.length);
  const cellOf = (at: number): Cell => ({
    ...cell,
    left: (at % columns) * cell.width,
    top: Math.floor(at / columns) * cell.height,
  });
  return picture(label, look, [
    group(
      { role: 'list' },
      shown.map((meter, at) => drawMeter(meter, { cell: cellOf(at), fit, at }, look)),
    ),
    hasNote ? drawMore(meters.length - shown.length, look) : null,
  ]);
}
