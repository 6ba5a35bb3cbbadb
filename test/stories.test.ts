import { storiesIn } from './support/story-files.ts';
import { runStory, tableNamed, writtenCell } from './support/story-run.ts';

const stories = storiesIn('test/stories');

test('every story says something about at least one table', () => {
  expect(stories.length).toBeGreaterThanOrEqual(14);
  for (const { expected, claim } of stories) {
    expect(claim).toMatch(/^[A-Z].+[^.]$/);
    expect(expected.reduce((sum, { rows }) => sum + rows.length, 0)).toBeGreaterThan(0);
  }
});

describe.each(stories.map((story) => [story.name, story] as const))('%s', (_, story) => {
  const build = runStory(story);

  test.each(story.expected.map((table) => [table.table, table] as const))(
    `${story.claim}: %s`,
    (name, { header, rows }) => {
      const table = build(tableNamed(name));
      expect(header.filter((column) => !(column in table.columns))).toEqual([]);
      const height = Math.max(table.rowCount, rows.length);
      const found = Array.from({ length: height }, (_, at) =>
        header.map((column, i) => writtenCell(table.columns[column][at], rows[at]?.[i] ?? '')),
      );
      expect(found).toEqual(rows.map((row) => header.map((_, i) => row[i] ?? '')));
    },
  );
});
