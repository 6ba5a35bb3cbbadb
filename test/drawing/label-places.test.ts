import fc from 'fast-check';
import { placeLabels } from '../../src/drawing/label-places.ts';

const FRAME = { left: 0, top: 0, right: 200, bottom: 100 };

const box = fc
  .record({
    left: fc.integer({ min: -30, max: 220 }),
    top: fc.integer({ min: -30, max: 120 }),
    width: fc.integer({ min: 1, max: 60 }),
    height: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ left, top, width, height }) => ({
    left,
    top,
    right: left + width,
    bottom: top + height,
  }));

type Box = typeof FRAME;
const meet = (one: Box, other: Box) =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;

test('labels lie on nothing and within the frame, and the first has the first free place', () => {
  const labels = fc.array(fc.array(box, { maxLength: 4 }), { maxLength: 12 });
  fc.assert(
    fc.property(labels, fc.array(box, { maxLength: 5 }), (places, obstacles) => {
      const candidates = places.map((each, label) => ({ label, places: each }));
      const placed = placeLabels(candidates, FRAME, obstacles);
      const taken = [...obstacles, ...placed.map((each) => each.box)];
      for (const [at, one] of taken.entries()) {
        for (const other of taken.slice(Math.max(at + 1, obstacles.length))) {
          expect(meet(one, other)).toBe(false);
        }
      }
      for (const {
        box: { left, right, top, bottom },
      } of placed) {
        expect(left >= 0 && top >= 0 && right <= 200 && bottom <= 100).toBe(true);
      }
    }),
  );
});

test('the more important label keeps its place, the other takes its next or none', () => {
  const [here, there] = [
    { left: 0, top: 0, right: 50, bottom: 13 },
    { left: 60, top: 0, right: 110, bottom: 13 },
  ];
  const both = placeLabels(
    [
      { label: 'first', places: [here] },
      { label: 'second', places: [here, there] },
      { label: 'third', places: [here, there] },
    ],
    FRAME,
  );
  expect(both).toEqual([
    { label: 'first', box: here },
    { label: 'second', box: there },
  ]);
});
