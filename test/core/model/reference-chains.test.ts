import fc from 'fast-check';
import { followReferences } from '../../../src/core/model/reference-chains.ts';

interface Row {
  readonly name: string;
  readonly references: number[];
}

const follow = (references: readonly (readonly number[])[]) => {
  const rows: Row[] = references.map((own, i) => ({ name: `r${i}`, references: [...own] }));
  const chains = followReferences(rows, (row) => row.references.map((i) => rows[i]));
  return {
    inOrder: chains.inOrder.map(({ name }) => name),
    circles: Object.fromEntries([...chains.circleOf].map(([{ name }, way]) => [name, way])),
  };
};

test('what is referred to comes first, and nothing goes around', () => {
  expect(follow([])).toEqual({ inOrder: [], circles: {} });
  expect(follow([[2, 1], [2], []])).toEqual({ inOrder: ['r2', 'r1', 'r0'], circles: {} });
});

test('a circle is told from each of its rows, not from what leads into it', () => {
  const { circles } = follow([[1], [2], [3], [1]]);
  expect(circles).toEqual({
    r1: 'r1 → r2 → r3 → r1',
    r2: 'r2 → r3 → r1 → r2',
    r3: 'r3 → r1 → r2 → r3',
  });
  expect(follow([[0]]).circles).toEqual({ r0: 'r0 → r0' });
});

test('of a long way around the middle is left out', () => {
  const ring = (length: number) => follow(Array.from({ length }, (_, i) => [(i + 1) % length]));
  expect(ring(7).circles.r5).toBe('r5 → r6 → r0 → r1 → r2 → r3 → r4 → r5');
  expect(ring(8).circles.r5).toBe('r5 → r6 → r7 → r0 → … → r2 → r3 → r4 → r5');
  expect(ring(5000).circles.r9).toBe('r9 → r10 → r11 → r12 → … → r6 → r7 → r8 → r9');
});

const graph = fc
  .integer({ min: 1, max: 12 })
  .chain((size) =>
    fc.array(fc.array(fc.nat(size - 1), { maxLength: 4 }), { minLength: size, maxLength: size }),
  );

test('every row comes once, after all it refers to unless one of both is in a circle', () => {
  fc.assert(
    fc.property(graph, (references) => {
      const { inOrder, circles } = follow(references);
      expect([...inOrder].sort()).toEqual(references.map((_, i) => `r${i}`).sort());
      references.forEach((own, i) => {
        for (const other of own) {
          if (`r${i}` in circles || `r${other}` in circles) continue;
          expect(inOrder.indexOf(`r${other}`)).toBeLessThan(inOrder.indexOf(`r${i}`));
        }
      });
    }),
  );
});

test('who is told to be in a circle can reach itself, and without those nobody can', () => {
  const reaches = (references: readonly (readonly number[])[], from: number): boolean => {
    const seen = new Set<number>();
    const open = [...references[from]];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      open.push(...references[at]);
    }
    return seen.has(from);
  };
  fc.assert(
    fc.property(graph, (references) => {
      const { circles } = follow(references);
      const rest = references.map((own, i) => (`r${i}` in circles ? [] : own));
      references.forEach((_, i) => {
        if (`r${i}` in circles) expect(reaches(references, i)).toBe(true);
        expect(reaches(rest, i)).toBe(false);
      });
    }),
  );
});

/** Twenty times as many rows may not be four hundred times the work: references are asked once each. */
test('each row is asked once what it refers to, however many refer to it', () => {
  const asked: string[] = [];
  const rows = Array.from({ length: 2000 }, (_, i) => ({ name: `r${i}` }));
  const { circleOf } = followReferences(rows, (row) => {
    asked.push(row.name);
    const i = Number(row.name.slice(1));
    return [rows[(i + 1) % rows.length], rows[(i + 7) % rows.length], rows[0]];
  });
  expect(asked).toHaveLength(rows.length);
  expect(circleOf.size).toBe(rows.length);
});
