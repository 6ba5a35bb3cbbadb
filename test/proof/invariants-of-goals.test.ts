import { splitDifference } from '../../src/core/evaluate/drivers/split-difference.ts';
import type { Workspace } from '../../src/core/model/workspace.ts';
import { splitOverFactors } from '../reference/naive/split.ts';
import { diceOf } from '../reference/random-dice.ts';
import { workbookOf } from '../reference/random-workbook.ts';
import { everyCase, expectClose } from './cases.ts';
import { ENGINE, JUDGES, type Judge } from './judges.ts';

const product = (values: readonly number[]) => values.reduce((all, value) => all * value, 1);

/** The invariants of calculations.md §18 that are about goals and what moves them. */
test.each([
  ['the engine', splitDifference],
  ['the reference', splitOverFactors],
])('7 the parts of a difference add up to it, by LMDI and by Shapley: %s', (_, split) => {
  let negative = 0;
  everyCase({ ...ENGINE, cases: 1000 }, (seed) => {
    const dice = diceOf(seed);
    const size = dice.whole(1, 5);
    // With a factor at or below zero the logarithms have no meaning, and Shapley takes over.
    const lowest = dice.chance(0.5) ? 0.1 : -20;
    const before = Array.from({ length: size }, () => dice.number(lowest, 30));
    const after = before.map((value) => (dice.chance(0.2) ? value : dice.number(lowest, 30)));
    if ([...before, ...after].some((value) => value <= 0)) negative++;
    const parts = split(before, after);
    if (parts === null) throw new Error(`no parts of ${before} and ${after}`);
    const difference = product(after) - product(before);
    const scale = Math.max(1, ...[before, after].map((values) => Math.abs(product(values))));
    const sum = parts.reduce((total, part) => total + part, 0);
    expectClose(seed, 'sum of the parts', sum / scale, difference / scale);
    return 1;
  });
  expect(negative).toBeGreaterThan(100);
});

describe.each(JUDGES)('$name', (who: Judge) => {
  const { judge } = who;

  test('8 the course and score of a goal are shares, whatever the order, a weight of 0 or the scale of the weights', () => {
    everyCase(who, (seed) => {
      const { workspace: book, today } = workbookOf(seed);
      if (book.goals.length === 0) return 0;
      const dice = diceOf(seed);
      // Blank weights would not grow along with the others.
      const kpis = book.kpis.map((one) => ({ ...one, weight: one.weight ?? dice.whole(1, 4) }));
      const goals = book.goals.map((one) => ({ ...one, weight: one.weight ?? dice.whole(1, 4) }));
      const weighed = { ...book, kpis, goals };
      const before = judge(weighed, today).goals;
      const extra = { ...dice.one(kpis), id: 'extra', order: kpis.length, weight: 0 };
      const variants: Workspace[] = [
        { ...weighed, kpis: [...kpis].reverse() },
        { ...weighed, kpis: [...kpis, extra] },
        {
          ...weighed,
          kpis: kpis.map((one) => ({ ...one, weight: one.weight * 10 })),
          goals: goals.map((one) => ({ ...one, weight: one.weight * 10 })),
        },
      ];
      for (const { course, score } of before) {
        for (const value of [course, score]) {
          if (value === null) continue;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }
      for (const variant of variants) {
        judge(variant, today).goals.forEach((one, i) => {
          expect({ seed, status: one.status }).toEqual({ seed, status: before[i].status });
          expectClose(seed, 'course', one.course, before[i].course);
          expectClose(seed, 'score', one.score, before[i].score);
        });
      }
      return before.length;
    });
  });
});
