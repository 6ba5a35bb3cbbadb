import { worries } from './describe.ts';
import { type Box, boxAround, type Candidate, type Placed } from './label-places.ts';
import { type Look, SCALE, widthOf, words } from './look.ts';
import type { Stop } from './route.ts';
import { group, type Point, type Shape } from './shape.ts';

/** What is said of a mark, beside it. */
export interface MarkLabel {
  /** The first is its name. */
  readonly lines: readonly string[];
  readonly at: Point;
  /** Of the mark. */
  readonly radius: number;
  readonly stop: Stop;
}

const LINE = 13;

/** What a mark covers. */
export const markBox = ({ x, y }: Point, radius: number): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

type Side = 'below' | 'above';

/** Places beside its mark, the wanted side first: in the middle, then to the left and right. */
export function labelled(label: MarkLabel, frame: Box, first: Side): Candidate<MarkLabel> {
  const { lines, at, radius } = label;
  const width = Math.max(...lines.map((line) => widthOf(line, { size: SCALE }))) + 6;
  const height = lines.length * LINE + 1;
  const other: Side = first === 'below' ? 'above' : 'below';
  const topOf = (side: Side, away: number): number =>
    side === 'below' ? at.y + radius + away : at.y - radius - away - height;
  const aside = Math.max(0, width / 2 - radius);
  const tops = [1, LINE].flatMap((away) => [topOf(first, away), topOf(other, away)]);
  const places = tops.flatMap((top) =>
    [0, aside, -aside].map((shift) => boxAround(at.x + shift, width, top, height, frame)),
  );
  return { label, places };
}

/** The lines of a label with the paper around them; the second in the tone of what worries. */
export function drawLabel({ label, box }: Placed<MarkLabel>, look: Look): Shape {
  const { palette } = look;
  const { lines, stop } = label;
  const tone = worries(stop) ? stop.status?.tone : undefined;
  const said = tone === undefined ? palette.softInk : palette.toneInks[tone];
  return group(
    { 'aria-hidden': 'true', 'paint-order': 'stroke', stroke: palette.paper, 'stroke-width': 3 },
    lines.map((line, at) =>
      words(line, (box.left + box.right) / 2, box.top + LINE * (at + 1) - 3, {
        size: SCALE,
        fill: at === 0 ? palette.ink : said,
        anchor: 'middle',
      }),
    ),
  );
}
