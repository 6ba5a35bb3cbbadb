import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { Language } from '../../src/core/model/workspace.ts';
import { startBrowser } from '../support/browser.ts';
import { type Picture, takePictures } from './guide-pictures.ts';
import { type GuideStep, guideChapters } from './guide-steps.ts';
import { guideAccount, walkChapter } from './walk-guide.ts';

// Both guides tell one story with the same figures, each in a spreadsheet of its own language.

const GUIDES = [
  ['en', 'docs/guide.md'],
  ['nl', 'docs/handleiding.md'],
] as const satisfies readonly (readonly [Language, string])[];

const WORDS = 'test/docs/guide-pictures.golden.json';
const imageOf = (name: string) => `docs/images/guide/${name}.png`;
const kept: Record<string, readonly string[]> = existsSync(WORDS)
  ? JSON.parse(readFileSync(WORDS, 'utf8'))
  : {};
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

/** A picture is as old as its words: with UPDATE_GOLDEN=1 it is taken anew. */
function compare({ name, image, words }: Picture): void {
  if (process.env.UPDATE_GOLDEN === '1') {
    kept[name] = words;
    writeFileSync(WORDS, `${JSON.stringify(kept, null, 2)}\n`);
    writeFileSync(imageOf(name), image);
  }
  expect({ [name]: words }).toEqual({ [name]: kept[name] });
  expect(existsSync(imageOf(name))).toBe(true);
}

describe.each(GUIDES)('%s: %s', (language, file) => {
  const chapters = guideChapters(readFileSync(file, 'utf8'), language);
  const account = guideAccount(language, 'De Theekast');

  test.each(chapters.map((chapter, at) => [chapter.title, chapter, at + 1] as const))(
    '%s',
    async (_, chapter, number) => {
      expect(await walkChapter(browser, account, chapter, language)).toEqual([]);
      for (const picture of await takePictures(browser, account, number, language)) {
        compare(picture);
      }
    },
  );
});

/** What of a step is the same in every language: days, numbers of rows and columns, figures. */
function shapeOf(step: GuideStep): unknown {
  if (step.kind === 'day') return step.day;
  if (step.kind === 'choose') return [step.path.length, step.answer];
  if (step.kind === 'read') return 'quoted';
  if (step.kind === 'press') return 'pressed';
  return step.rows.map((row) => row.map((text) => text.replace(/[.,]|[^\d.,-]+/g, '')));
}

test('both guides are the same twelve chapters, with the same steps and figures', () => {
  const [first, ...others] = GUIDES.map(([language, file]) =>
    guideChapters(readFileSync(file, 'utf8'), language).map(({ steps }) => steps.map(shapeOf)),
  );
  expect(first.length).toBe(12);
  for (const other of others) expect(other).toEqual(first);
});
