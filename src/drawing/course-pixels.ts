/** A picture of dots, a number of the palette for each: what mail programs show, which draw no shapes. */
export interface PixelImage {
  readonly width: number;
  readonly height: number;
  /** #rrggbb, at most four; the first is see-through. */
  readonly palette: readonly string[];
  readonly rows: readonly number[][];
}

/** Lines at equal distances from left to right, 0 at the foot and 100 at the top; null is a gap. */
export interface DrawnCourse {
  readonly plan: readonly (number | null)[];
  readonly actual: readonly (number | null)[];
  readonly forecast: readonly (number | null)[];
}

/** Twice as many dots as it is shown in, for screens that have them. */
const COURSE_SIZE = { width: 1040, height: 208 };
const EDGE = 12;
const DASH = { length: 14, gap: 12 };

type Line = readonly (number | null)[];

function disc(
  { rows, width, height }: PixelImage,
  x: number,
  y: number,
  radius: number,
  ink: number,
) {
  const [top, bottom] = [Math.max(0, Math.ceil(y - radius)), Math.min(height - 1, y + radius)];
  for (let row = top; row <= bottom; row += 1) {
    const half = Math.sqrt(Math.max(0, radius ** 2 - (row - y) ** 2));
    const [left, right] = [Math.max(0, Math.round(x - half)), Math.min(width - 1, x + half)];
    for (let column = left; column <= right; column += 1) rows[row][column] = ink;
  }
}

/** A line of one ink, whole or in dashes; a value between two gaps is a dot. */
function stroke(
  image: PixelImage,
  line: Line,
  { ink, radius, isDashed }: { ink: number; radius: number; isDashed: boolean },
): void {
  const place = (at: number, value: number) => ({
    x: EDGE + (at / Math.max(1, line.length - 1)) * (image.width - 2 * EDGE),
    y: image.height - EDGE - (value / 100) * (image.height - 2 * EDGE),
  });
  let gone = 0;
  line.forEach((value, at) => {
    if (value === null) return;
    const to = place(at, value);
    const before = at === 0 ? null : line[at - 1];
    if (before === null) {
      disc(image, to.x, Math.round(to.y), radius + 1, ink);
      return;
    }
    const from = place(at - 1, before);
    const length = Math.max(1, Math.hypot(to.x - from.x, to.y - from.y));
    for (let step = 0; step <= length; step += 1, gone += 1) {
      if (isDashed && gone % (DASH.length + DASH.gap) >= DASH.length) continue;
      const share = step / length;
      const y = Math.round(from.y + (to.y - from.y) * share);
      disc(image, from.x + (to.x - from.x) * share, y, radius, ink);
    }
  });
}

const PLAN = 1;
const OWN = 2;

/** The way of a KPI: its plan in dashes, where it was as a line with a dot at its end, and the forecast. */
export function coursePixels(
  { plan, actual, forecast }: DrawnCourse,
  colours: { readonly plan: string; readonly own: string },
): PixelImage {
  const { width, height } = COURSE_SIZE;
  const rows = Array.from({ length: height }, () => new Array<number>(width).fill(0));
  const image = { width, height, rows, palette: ['#ffffff', colours.plan, colours.own] };
  stroke(image, plan, { ink: PLAN, radius: 2, isDashed: true });
  stroke(image, forecast, { ink: OWN, radius: 2, isDashed: true });
  stroke(image, actual, { ink: OWN, radius: 3, isDashed: false });
  const last = actual.reduce((found: number, value, at) => (value === null ? found : at), -1);
  if (last >= 0) {
    stroke(
      image,
      actual.map((value, at) => (at === last ? value : null)),
      { ink: OWN, radius: 6, isDashed: false },
    );
  }
  return image;
}
