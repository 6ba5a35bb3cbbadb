import { readFileSync, writeFileSync } from 'node:fs';
import { ISSUE_SENTENCES, sentencesIn } from '../../../src/core/language/languages.ts';
import { LANGUAGES } from '../../../src/core/model/locale.ts';

const GOLDEN = 'test/core/language/frozen-sentences.golden.json';

/** As JSON has it: a sentence that is put together from parts is a function, and left out. */
test('what is said of a finding, a status or a reason is this; another word is a decision', () => {
  const said = LANGUAGES.map((language) => [
    language,
    { sentences: sentencesIn(language), issues: ISSUE_SENTENCES[language] },
  ]);
  const text = `${JSON.stringify(Object.fromEntries(said), null, 2)}\n`;
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(GOLDEN, text);
  expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
});
