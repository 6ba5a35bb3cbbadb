import { readFileSync } from 'node:fs';
import { sourceFilesIn } from '../../support/source-files.ts';

/** Words that an editor struck out, each with what is said instead. What people type is still read. */
const REJECTED: Readonly<Record<'en' | 'nl', Readonly<Record<string, string>>>> = {
  en: {
    '\\d %': '92%, without a space',
  },
  nl: {
    'Van koers': 'Uit koers',
    'op plan\\b': 'op het plan, of volgens plan',
    'dan gewoonlijk': 'dan gebruikelijk',
    'gewone niveau': 'gebruikelijke niveau',
    'beste ooit': 'beter dan ooit',
    'geeft de doorslag': 'bepaalt de status',
    'kans op (?:aankomst|de streefwaarde)': 'kans dat de streefwaarde wordt gehaald',
    'Vroeg bereikt': 'Eerder bereikt',
    'Niet bereikt, verlopen': 'Niet op tijd bereikt',
    'de rest kan het veranderen': 'de rest kan de beoordeling nog veranderen',
    'wordt gelezen als: ': 'Koers leest … als',
    'En nog \\{count\\} zulke': 'En nog … van deze meldingen',
    andrijver: 'stuurfactor',
    Doelbereik: 'Realisatie t.o.v. streefwaarde',
    rekenblad: 'werkmap',
    'geen ruimte voor dit verzoek': 'te druk',
    'geen post': 'niets klaar om te versturen',
    'formule van een procent': 'formule van een percentage',
    'Hoe ver ernaast': 'Hoeveel het mag afwijken',
    'Waar het eerst op stond': 'De waarde waarmee je vergelijkt',
    "names: \\['(?:Ritme|Respijt|Vertraging|Gereed op)'":
      'Frequentie, Speling, Definitief na, Klaar op',
    '\\d %': '92%, without a space',
  },
};

const textsOf = (language: 'en' | 'nl') => [
  ...sourceFilesIn(`src/core/language/${language}`),
  {
    path: `texts-${language}.ts`,
    text: readFileSync(`src/preview/page/texts-${language}.ts`, 'utf8'),
  },
];

test.each(['en', 'nl'] as const)('no word that was struck out comes back in %s', (language) => {
  const found = textsOf(language).flatMap(({ path, text }) =>
    Object.entries(REJECTED[language]).flatMap(([words, instead]) =>
      new RegExp(words).test(text) ? [`${path}: ${words}: say ${instead}`] : [],
    ),
  );
  expect(found).toEqual([]);
});
