import { readFileSync, writeFileSync } from 'node:fs';
import { drawRooms, type Needs, type Panel } from '../support/draw-rooms.ts';
import { HOUSE, houseRoomOf, ROOMS_WITHIN, roomWithin } from '../support/rooms.ts';
import { importsOf, sourceFilesIn } from '../support/source-files.ts';

const PAGE = 'docs/architecture.md';
const PICTURE = 'docs/images/architecture.svg';
const START = '<!-- rooms -->\n';
const END = '<!-- end of rooms -->';

const src = sourceFilesIn('src');
const page = readFileSync(PAGE, 'utf8');

/** The rooms of the house, each with those within it, as the tree on the page. */
function treeOfRooms(): string {
  const lines = Object.entries(HOUSE).flatMap(([name, { isFor }]) => [
    `- **\`${name}\`** ${isFor}`,
    ...Object.entries(ROOMS_WITHIN[name] ?? {}).map(
      ([inner, room]) => `  - \`${inner}\` ${room.isFor}`,
    ),
  ]);
  return `${lines.join('\n')}\n`;
}

/** Which rooms need which, by the imports that are there. */
function needsBy(roomOf: (path: string) => string | null): Needs {
  const needs = new Map<string, Set<string>>();
  for (const file of src) {
    const room = roomOf(file.path);
    if (room === null || room === 'head') continue;
    const own = needs.get(room) ?? new Set();
    needs.set(room, own);
    for (const to of importsOf(file).files) {
      const other = roomOf(to);
      if (other !== null && other !== 'head' && other !== room) own.add(other);
    }
  }
  return needs;
}

const panels = (): Panel[] => [
  { title: 'the house', needs: needsBy(houseRoomOf) },
  ...['core/evaluate', 'core/intake', 'workflows'].map((floor) => ({
    title: floor,
    needs: needsBy((path) => roomWithin(floor, path)),
  })),
];

const [before, rest = ''] = page.split(START);
const [written, after = ''] = rest.split(END);

test('the tree on the page is that of the rooms', () => {
  const tree = treeOfRooms();
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(PAGE, before + START + tree + END + after);
  else expect(written).toBe(tree);
});

test('the picture is drawn from the imports that are there', () => {
  const picture = drawRooms(panels());
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(PICTURE, picture);
  else expect(readFileSync(PICTURE, 'utf8')).toBe(picture);
});
