import { lookAtTheEnd, mixedResults } from './checks.ts';
import { play } from './play.ts';
import { runInThread } from './run-in-thread.ts';

const PLAYS = Number(process.env.KOERS_INTERLEAVINGS ?? 300);
const FIRST_SEED = Number(process.env.KOERS_SEED ?? 1);

const threads = [runInThread(), runInThread()];
afterAll(() => Promise.all(threads.map((thread) => thread.stop())));

test(`two runs and two people at once: nothing is lost, in ${PLAYS} orders from seed ${FIRST_SEED}`, () => {
  const failed: string[] = [];
  const ends = new Map<string, number>();
  for (let seed = FIRST_SEED; seed < FIRST_SEED + PLAYS; seed += 1) {
    const played = play(seed, threads, mixedResults);
    for (const { job, end } of played.ended) {
      const what = `${job.workflow} ${end.kind === 'failed' ? end.code || end.text : end.kind}`;
      ends.set(what, (ends.get(what) ?? 0) + 1);
    }
    const problems = [...played.problems, ...lookAtTheEnd(played, seed % 3 === 0)];
    if (problems.length > 0) {
      failed.push([`seed ${seed}`, ...problems, ...played.trace].join('\n  '));
    }
  }
  console.info(
    [...ends]
      .sort()
      .map(([what, count]) => `${count} × ${what}`)
      .join('\n'),
  );
  expect(failed).toEqual([]);
});
