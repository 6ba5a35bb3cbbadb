import { sayIn } from '../../../src/preview/page/texts.ts';
import { ENGLISH_TEXTS } from '../../../src/preview/page/texts-en.ts';
import { DUTCH_TEXTS } from '../../../src/preview/page/texts-nl.ts';

const placesIn = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place);

test('both languages say everything, with the same places to fill in', () => {
  expect(Object.keys(DUTCH_TEXTS).sort()).toEqual(Object.keys(ENGLISH_TEXTS).sort());
  const different = Object.entries(ENGLISH_TEXTS).filter(
    ([key, english]) =>
      placesIn(english).sort().join() !==
      placesIn(DUTCH_TEXTS[key as keyof typeof ENGLISH_TEXTS])
        .sort()
        .join(),
  );
  expect(different).toEqual([]);
});

test('values are filled in as they are, zero and dollar signs included', () => {
  expect(sayIn('en')('openCount', { count: 0 })).toBe('0 things to look at');
  expect(sayIn('en')('rows', { count: 60_000 })).toBe('60,000 rows');
  expect(sayIn('nl')('rows', { count: 3104 })).toBe('3.104 rijen');
  expect(sayIn('nl')('failed', { name: '{reason}', reason: "$& <b>'" })).toBe(
    "{reason} is mislukt: $& <b>'",
  );
});
