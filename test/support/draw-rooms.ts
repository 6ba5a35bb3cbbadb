/** Rooms and what each of them needs, by name. */
export type Needs = ReadonlyMap<string, ReadonlySet<string>>;

export interface Panel {
  readonly title: string;
  readonly needs: Needs;
}

/** Of a panel; two stand beside each other. */
const WIDTH = 500;
const BOX_HEIGHT = 34;
const FLOOR_HEIGHT = 66;
const TITLE_HEIGHT = 44;
const LETTER_WIDTH = 8.2;
const GAP = 22;

/** Only what is not needed by way of another room: the fewest arrows that say the same. */
function essential(needs: Needs): Map<string, string[]> {
  const reaches = (from: string, to: string): boolean =>
    [...(needs.get(from) ?? [])].some((next) => next === to || reaches(next, to));
  return new Map(
    [...needs].map(([room, direct]) => [
      room,
      [...direct].filter((to) => ![...direct].some((via) => via !== to && reaches(via, to))).sort(),
    ]),
  );
}

/** Floors from the bottom up: a room stands one above the highest that it needs. */
function floorsOf(needs: Needs): string[][] {
  const heights = new Map<string, number>();
  const heightOf = (room: string): number => {
    const known = heights.get(room);
    if (known !== undefined) return known;
    const height = Math.max(-1, ...[...(needs.get(room) ?? [])].map(heightOf)) + 1;
    heights.set(room, height);
    return height;
  };
  const rooms = [...needs.keys()].sort();
  const top = Math.max(...rooms.map(heightOf));
  return Array.from({ length: top + 1 }, (_, height) =>
    rooms.filter((room) => heightOf(room) === height),
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function placed(floors: readonly string[][], left: number, top: number): Map<string, Box> {
  const boxes = new Map<string, Box>();
  floors.forEach((rooms, height) => {
    const widths = rooms.map((room) => room.length * LETTER_WIDTH + 24);
    const total = widths.reduce((sum, width) => sum + width, GAP * (rooms.length - 1));
    let x = left + (WIDTH - total) / 2;
    rooms.forEach((room, at) => {
      const y = top + (floors.length - 1 - height) * FLOOR_HEIGHT;
      boxes.set(room, { x, y, width: widths[at] });
      x += widths[at] + GAP;
    });
  });
  return boxes;
}

function drawBox(room: string, { x, y, width }: Box): string {
  const at = `x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${BOX_HEIGHT}"`;
  const middle = `x="${(x + width / 2).toFixed(1)}" y="${y + BOX_HEIGHT / 2 + 5}"`;
  return `<rect class="room" ${at} rx="6"/><text class="name" ${middle}>${room}</text>`;
}

/** From the room that needs, down to the one that is needed. */
function drawArrow(from: Box, to: Box): string {
  const [x1, y1] = [from.x + from.width / 2, from.y + BOX_HEIGHT];
  const [x2, y2] = [to.x + to.width / 2, to.y - 4];
  const bend = (y2 - y1) / 2;
  const points = [x1, y1, x1, y1 + bend, x2, y2 - bend, x2, y2].map((value) => value.toFixed(1));
  const [a, b, c, d, e, f, g, h] = points;
  return `<path class="needs" d="M${a} ${b} C${c} ${d} ${e} ${f} ${g} ${h}"/>`;
}

interface DrawnPanel {
  readonly lines: readonly string[];
  readonly height: number;
}

function drawPanel({ title, needs }: Panel, left: number, top: number): DrawnPanel {
  const floors = floorsOf(needs);
  const boxes = placed(floors, left, top + TITLE_HEIGHT);
  // SAFETY: every room that is needed is a room of the panel, and has its box.
  const boxOf = (room: string): Box => boxes.get(room)!;
  const arrows = [...essential(needs)].flatMap(([room, direct]) =>
    direct.map((to) => drawArrow(boxOf(room), boxOf(to))),
  );
  const rooms = [...boxes].map(([room, box]) => drawBox(room, box));
  return {
    lines: [
      `<text class="title" x="${left + 24}" y="${top + 22}">${title}</text>`,
      ...arrows,
      ...rooms,
    ],
    height: TITLE_HEIGHT + (floors.length - 1) * FLOOR_HEIGHT + BOX_HEIGHT + 26,
  };
}

/** The panels in two columns as SVG; an arrow leads from a room to one that it needs. */
export function drawRooms(panels: readonly Panel[]): string {
  const lines: string[] = [];
  const tops = [8, 8];
  panels.forEach((panel, at) => {
    const column = at % 2;
    const drawn = drawPanel(panel, column * WIDTH, tops[column]);
    lines.push(...drawn.lines);
    tops[column] += drawn.height;
  });
  const [width, height] = [2 * WIDTH, Math.max(...tops)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif">`,
    '<title>The rooms of Koers and what each of them needs</title>',
    '<style>.room{fill:#eef4f8;stroke:#3f6b86}.name{font-size:14px;fill:#16323f;text-anchor:middle}',
    '.title{font-size:16px;font-weight:bold;fill:#16323f}.needs{fill:none;stroke:#7d9bab;marker-end:url(#end)}</style>',
    '<defs><marker id="end" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#7d9bab"/></marker></defs>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...lines,
    '</svg>',
    '',
  ].join('\n');
}
