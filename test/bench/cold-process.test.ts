import { leastOfRounds } from '../../bench/cold-process.ts';

/** Rounds that give these numbers, then the last of them for ever. */
function rounds(...given: number[][]) {
  let done = 0;
  const round = () => given[Math.min(done++, given.length - 1)];
  return { round, count: () => done };
}

test('of every number the least counts, whichever round it was in', () => {
  const { round } = rounds([9, 4], [7, 5], [8, 3], [9, 9]);
  expect(leastOfRounds(round)).toEqual([7, 3]);
});

test('five rounds are enough when none of the last two was quicker', () => {
  const { round, count } = rounds([8, 4]);
  leastOfRounds(round);
  expect(count()).toBe(5);
});

test('rounds go on while they get quicker, a little not counted', () => {
  const { round, count } = rounds([20], [20], [20], [20], [17], [16.9], [17]);
  expect(leastOfRounds(round)).toEqual([16.9]);
  expect(count()).toBe(7);
});

test('a machine that never comes to rest is left alone in the end', () => {
  let time = 1000;
  let count = 0;
  leastOfRounds(() => {
    count++;
    time /= 2;
    return [time];
  });
  expect(count).toBe(15);
});
