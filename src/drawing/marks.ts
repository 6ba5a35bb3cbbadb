import type { Palette } from './colours.ts';
import { type Point, pathAlong, type Shape, shape } from './shape.ts';
import type { ShownStatus } from './statuses.ts';

interface Paint {
  readonly tone: string;
  readonly paper: string;
}

type Mark = (at: Point, radius: number, paint: Paint) => readonly Shape[];

const polygon = (
  { x, y }: Point,
  radius: number,
  corners: readonly (readonly [number, number])[],
) =>
  `${pathAlong(corners.map(([right, down]) => ({ x: x + right * radius, y: y + down * radius })))} Z`;

const disc: Mark = ({ x, y }, radius, { tone, paper }) => [
  shape('circle', { cx: x, cy: y, r: radius, fill: tone, stroke: paper, 'stroke-width': 1.5 }),
];

const ring: Mark = ({ x, y }, radius, { tone, paper }) => [
  shape('circle', { cx: x, cy: y, r: radius - 1, fill: paper, stroke: tone, 'stroke-width': 2 }),
];

const filled =
  (corners: readonly (readonly [number, number])[]): Mark =>
  (at, radius, { tone, paper }) => [
    shape('path', {
      d: polygon(at, radius, corners),
      fill: tone,
      stroke: paper,
      'stroke-width': 1.5,
      'stroke-linejoin': 'round',
    }),
  ];

/** Lines on another mark, in the colour of the paper or of the mark itself. */
const crossed =
  (
    under: Mark,
    lines: readonly (readonly (readonly [number, number])[])[],
    ink: keyof Paint = 'paper',
  ): Mark =>
  (at, radius, paint) => [
    ...under(at, radius, paint),
    ...lines.map((line) =>
      shape('path', {
        d: polygon(at, radius, line).slice(0, -2),
        fill: 'none',
        stroke: paint[ink],
        'stroke-width': Math.max(1.5, radius / 4),
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
      }),
    ),
  ];

const SQUARE = filled([
  [-0.85, -0.85],
  [0.85, -0.85],
  [0.85, 0.85],
  [-0.85, 0.85],
]);

/** A shape for each symbol of a status: no font has to have it, and no colour has to be seen. */
const MARKS: Readonly<Record<string, Mark>> = {
  '●': disc,
  '○': ring,
  '✓': crossed(disc, [
    [
      [-0.45, 0.02],
      [-0.1, 0.38],
      [0.48, -0.32],
    ],
  ]),
  '◆': filled([
    [0, -1.15],
    [1.15, 0],
    [0, 1.15],
    [-1.15, 0],
  ]),
  '▼': filled([
    [-1.1, -0.8],
    [1.1, -0.8],
    [0, 1.1],
  ]),
  '✗': crossed(SQUARE, [
    [
      [-0.4, -0.4],
      [0.4, 0.4],
    ],
    [
      [-0.4, 0.4],
      [0.4, -0.4],
    ],
  ]),
  '⚠': crossed(
    filled([
      [0, -1.1],
      [1.1, 0.85],
      [-1.1, 0.85],
    ]),
    [
      [
        [0, -0.35],
        [0, 0.25],
      ],
      [
        [0, 0.58],
        [0, 0.6],
      ],
    ],
  ),
  '◷': crossed(
    ring,
    [
      [
        [0, -0.45],
        [0, 0],
        [0.35, 0],
      ],
    ],
    'tone',
  ),
  '◔': crossed(
    ring,
    [
      [
        [0, -0.5],
        [0, 0],
        [0.4, 0],
      ],
    ],
    'tone',
  ),
  '▷': filled([
    [-0.7, -0.95],
    [1, 0],
    [-0.7, 0.95],
  ]),
  '‖': crossed(
    ring,
    [
      [
        [-0.22, -0.35],
        [-0.22, 0.35],
      ],
      [
        [0.22, -0.35],
        [0.22, 0.35],
      ],
    ],
    'tone',
  ),
  '⊘': crossed(
    ring,
    [
      [
        [-0.5, 0.5],
        [0.5, -0.5],
      ],
    ],
    'tone',
  ),
  '·': (at, radius, paint) => disc(at, radius * 0.6, paint),
};

/** The mark of a status around a point; a ring where there is none. */
export function statusMark(
  status: ShownStatus | null,
  at: Point,
  radius: number,
  palette: Palette,
): readonly Shape[] {
  const mark = MARKS[status?.symbol ?? '○'] ?? ring;
  return mark(at, radius, { tone: palette.tones[status?.tone ?? 'quiet'], paper: palette.paper });
}
