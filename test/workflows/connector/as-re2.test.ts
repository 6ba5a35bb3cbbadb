import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { matcherOf } from '../../../src/workflows/connector/filter-patterns.ts';

// Data Studio's patterns are RE2's. Here RE2 itself, which DuckDB has in it, is asked the same.

const PATTERN_MARKS = [
  ...'abAB01zZ -.|()?*+{}[]^$,/é€😀ſK'.match(/./gu)!,
  ...['\\d', '\\D', '\\w', '\\W', '\\s', '\\S', '\\.', '\\(', '\\$', '[a-c]', '[^a]', '[A-Z0-9]'],
  ...['(?:', '{2}', '{1,3}', '{0,2}', '*?', '+?', '??', '.*', '.+', '(ab|b)', 'a|b'],
];
const TEXT_MARKS = 'abAB01zZ -.()$,/é€😀ſK_\n\u00a0\u2028٣'.match(/./gsu)!;

const pattern = fc
  .tuple(
    fc.constantFrom('', '', '', '(?i)', '(?s)', '(?is)'),
    fc.constantFrom('', '', '^'),
    fc.array(fc.constantFrom(...PATTERN_MARKS), { minLength: 1, maxLength: 6 }),
    fc.constantFrom('', '', '$'),
  )
  .map(([flags, begins, marks, ends]) => `${flags}${begins}${marks.join('')}${ends}`);
const text = fc
  .array(fc.constantFrom(...TEXT_MARKS), { maxLength: 8 })
  .map((marks) => marks.join(''));

/** How many patterns are tried, and from which seed. */
const COUNT = Number(process.env.KOERS_PATTERNS ?? 5000);
const SEED = Number(process.env.KOERS_SEED ?? 1);

interface Asked {
  readonly pattern: string;
  readonly text: string;
  readonly partial: boolean | null;
  readonly whole: boolean | null;
}

/** What RE2 says, by row. */
async function byRe2(asked: readonly Asked[]) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const statement = await connection.prepare(
    `select regexp_matches(p.text, p.pattern), regexp_full_match(p.text, p.pattern)
     from (select unnest(from_json($1, '[{"pattern":"VARCHAR","text":"VARCHAR"}]'), recursive := true)) p`,
  );
  statement.bindVarchar(1, JSON.stringify(asked.map(({ pattern, text }) => ({ pattern, text }))));
  const answer = await statement.runAndReadAll();
  return answer.getRows();
}

test('a pattern that is applied here finds what RE2 finds, in part and whole', async () => {
  const tried = fc.sample(fc.tuple(pattern, fc.array(text, { minLength: 4, maxLength: 4 })), {
    numRuns: COUNT,
    seed: SEED,
  });
  const asked = tried.flatMap(([own, texts]): Asked[] => {
    const [partial, whole] = [matcherOf(own, 'partial'), matcherOf(own, 'whole')];
    if (partial === null && whole === null) return [];
    return texts.map((each) => ({
      pattern: own,
      text: each,
      partial: partial?.(each) ?? null,
      whole: whole?.(each) ?? null,
    }));
  });
  const rows = await byRe2(asked);
  expect(rows).toHaveLength(asked.length);
  const wrong = asked.filter(({ partial, whole }, at) => {
    const [inPart, asWhole] = rows[at];
    return (partial !== null && partial !== inPart) || (whole !== null && whole !== asWhole);
  });
  expect(wrong.slice(0, 10)).toEqual([]);
  // Enough of both, so that a matcher of nothing or of everything is seen.
  const found = asked.filter(({ partial }) => partial === true).length;
  expect(asked.length).toBeGreaterThan(COUNT / 2);
  expect(found).toBeGreaterThan(asked.length / 10);
  expect(found).toBeLessThan((asked.length * 9) / 10);
});
