import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  DETAIL_QUESTIONS,
  filledManifest,
  isShortName,
  shortNameOf,
} from '../../src/deploy/organisation.ts';

const { dataStudio } = JSON.parse(readFileSync('appsscript.json', 'utf8'));

test('what is asked of an organisation is what appsscript.json leaves blank', () => {
  const blank = Object.keys(dataStudio).filter((key) => dataStudio[key] === '');
  expect(DETAIL_QUESTIONS.map(({ key }) => key)).toEqual(blank);
});

test('a manifest says what the organisation says, and leaves out what it has not', () => {
  const filled = filledManifest(
    { timeZone: 'Etc/UTC', dataStudio: { name: 'Koers', company: '' } },
    {
      company: 'Thee & Zo',
      companyUrl: 'https://theezo.nl',
      logoUrl: 'https://theezo.nl/logo.png',
      addonUrl: 'https://theezo.nl/koers',
      supportUrl: 'https://theezo.nl/hulp',
      privacyPolicyUrl: '',
      termsOfServiceUrl: 'https://theezo.nl/terms',
    },
  );
  expect(filled).toEqual({
    timeZone: 'Etc/UTC',
    dataStudio: {
      name: 'Koers',
      company: 'Thee & Zo',
      companyUrl: 'https://theezo.nl',
      logoUrl: 'https://theezo.nl/logo.png',
      addonUrl: 'https://theezo.nl/koers',
      supportUrl: 'https://theezo.nl/hulp',
      termsOfServiceUrl: 'https://theezo.nl/terms',
    },
  });
});

test.each([
  ['Thee & Zo', 'thee-zo'],
  ['  Café Ünïon B.V. ', 'cafe-union-b-v'],
  ['東京', ''],
  ['A'.repeat(60), 'a'.repeat(40)],
])('"%s" has the short name "%s"', (company, name) => {
  expect(shortNameOf(company)).toBe(name);
});

test('a short name never leads out of its folder, whatever the organisation is called', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (company) => {
      const name = shortNameOf(company);
      expect(name === '' || isShortName(name)).toBe(true);
    }),
  );
  for (const name of ['', '..', 'a/b', 'A', '-a', 'a b', 'constructor', 'x'.repeat(41)]) {
    expect(isShortName(name)).toBe(false);
  }
});
