import { readFileSync } from 'node:fs';
import type { Language } from '../../src/core/model/workspace.ts';
import { type GuideStep, guideChapters } from './guide-steps.ts';
import { guideAccount, walkChapter } from './walk-guide.ts';

// Both guides tell one story with the same figures, each in a spreadsheet of its own language.

const GUIDES = [
  ['en', 'docs/guide.md'],
  ['nl', 'docs/handleiding.md'],
] as const satisfies readonly (readonly [Language, string])[];

describe.each(GUIDES)('%s: %s', (language, file) => {
  const chapters = guideChapters(readFileSync(file, 'utf8'), language);
  const account = guideAccount(language, 'De Theekast');

  test.each(chapters)('$title', (chapter) => {
    expect(walkChapter(account, chapter, language)).toEqual([]);
  });
});

/** What of a step is the same in every language: days, numbers of rows and columns, figures. */
function shapeOf(step: GuideStep): unknown {
  if (step.kind === 'day') return step.day;
  if (step.kind === 'choose') return [step.path.length, step.answer];
  if (step.kind === 'read') return 'quoted';
  return step.rows.map((row) => row.map((text) => text.replace(/[.,]|[^\d.,-]+/g, '')));
}

test('both guides are the same twelve chapters, with the same steps and figures', () => {
  const [first, ...others] = GUIDES.map(([language, file]) =>
    guideChapters(readFileSync(file, 'utf8'), language).map(({ steps }) => steps.map(shapeOf)),
  );
  expect(first.length).toBe(12);
  for (const other of others) expect(other).toEqual(first);
});
