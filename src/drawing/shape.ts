/** A picture as plain data: what SVG calls an element, its attributes, and what is inside. */
export interface Shape {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: ReadonlyArray<Shape | string>;
}

type Attributes = Readonly<Record<string, string | number | null>>;
type Child = Shape | string | null | false;

/** An attribute that is null is left out, and so is a child that is null or false. */
export const shape = (
  tag: string,
  attributes: Attributes = {},
  ...children: readonly Child[]
): Shape => ({
  tag,
  attributes: Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) =>
      value === null ? [] : [[name, typeof value === 'number' ? rounded(value) : value]],
    ),
  ),
  children: children.flatMap((child) => (child === null || child === false ? [] : [child])),
});

export const group = (attributes: Attributes, children: readonly Child[]): Shape =>
  shape('g', attributes, ...children);

/** A hundredth of a pixel is more than anybody sees. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

export interface Point {
  readonly x: number;
  readonly y: number;
}

const spot = ({ x, y }: Point): string => `${rounded(x)} ${rounded(y)}`;

/** The path along these points: "M0 0 L10 5". Empty without points. */
export const pathAlong = (points: readonly Point[]): string =>
  points.map((point, at) => `${at === 0 ? 'M' : 'L'}${spot(point)}`).join(' ');

/** A point on a circle; 0° is to the right, and degrees go round as a clock does. */
export const onCircle = ({ x, y }: Point, radius: number, degrees: number): Point => {
  const radians = (degrees * Math.PI) / 180;
  return { x: x + radius * Math.cos(radians), y: y + radius * Math.sin(radians) };
};

/** The path of a circle's arc from one angle to a greater one. */
export function arcPath(centre: Point, radius: number, from: number, to: number): string {
  const isLong = to - from > 180 ? 1 : 0;
  const [start, end] = [onCircle(centre, radius, from), onCircle(centre, radius, to)];
  return `M${spot(start)} A${rounded(radius)} ${rounded(radius)} 0 ${isLong} 1 ${spot(end)}`;
}
