import { readdirSync, readFileSync } from 'node:fs';
import { sourceFilesIn } from '../../support/source-files.ts';

type Rejected = Readonly<Record<string, string>>;

/**
 * Words that an editor struck out, each with what is said instead: one word for one thing. What
 * people type is still read: names that stand between quotes in small letters.
 */
const REJECTED: Readonly<Record<'en' | 'nl', Rejected>> = {
  en: {
    "(?<!')\\b[Ss]topover(?!:)": 'milestone',
    '[Nn]ext stop\\b|\\bStops? (?:are|ID|order)|\\bstops? (?:of|on) ': 'milestone',
    'the best ever': 'better than ever',
    'of a percent\\b': 'of a percentage',
    'reached its target': 'target achieved',
    '(?<=\\d) %': '92%, without a space',
  },
  nl: {
    "(?<!')\\b[Tt]ussenstop": 'mijlpaal',
    "(?<!Goede |Koers |')\\b(?:hoofd|sub)?doel(?:en)?\\b|\\b(?:Hoofd|Sub)?Doel(?:en)?\\b":
      'doelstelling, of streefwaarde',
    "(?<!')\\b[Dd]oelwijziging": 'gewijzigde streefwaarde',
    'Resultaat-KPI|(?<=de )resultaat-KPI': 'uitkomst-KPI',
    "(?<!')\\b[Bb]ehaald": 'gehaald',
    '(?<!Versie)geschiedenis': 'historie',
    'bereikte de streefwaarde': 'streefwaarde gehaald',
    'Van koers|\\bvan koers(?=[ .,])': 'uit koers',
    'op plan\\b': 'op het plan, of volgens plan',
    'dan gewoonlijk': 'dan gebruikelijk',
    'gewone niveau': 'gebruikelijke niveau',
    'de beste ooit': 'beter dan ooit',
    'geeft (?:nog )?de doorslag': 'bepaalt de status',
    'kans op (?:aankomst|de streefwaarde)': 'kans dat de streefwaarde wordt gehaald',
    'Vroeg bereikt': 'Eerder bereikt',
    'Niet bereikt, verlopen': 'Niet op tijd bereikt',
    'de rest kan het veranderen': 'de rest kan de beoordeling nog veranderen',
    'En nog \\{count\\} zulke': 'En nog … van deze meldingen',
    andrijver: 'stuurfactor',
    Doelbereik: 'Realisatie t.o.v. streefwaarde',
    rekenblad: 'werkmap',
    'geen ruimte voor dit verzoek': 'te druk',
    'geen post': 'niets klaar om te versturen',
    'formule van een procent\\b': 'formule van een percentage',
    'Hoe ver ernaast': 'Hoeveel het mag afwijken',
    'Waar het eerst op stond': 'De waarde waarmee je vergelijkt',
    "names: \\['(?:Ritme|Respijt|Vertraging|Gereed op)'":
      'Frequentie, Speling, Definitief na, Klaar op',
    '(?<=\\d) %': '92%, without a space',
  },
};

/** What the other language may have on the same page, and amounts, which people type in any way. */
const REJECTED_IN_TEXTS: Readonly<Record<'en' | 'nl', Rejected>> = {
  en: { '[€£¥] (?=\\d)': '€1,250, without a space' },
  nl: {
    '[€£¥](?=\\d)': '€ 1.250, with a space',
    "(?<![_/]|Google[- ]|'bron)[Ss]preadsheet": 'werkmap',
  },
};

const file = (path: string) => ({ path, text: readFileSync(path, 'utf8') });
const pagesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => file(`${folder}/${name}`));

/** Everything that a person reads in the product. */
const textsOf = (language: 'en' | 'nl') => [
  ...sourceFilesIn(`src/core/language/${language}`),
  file(`src/preview/page/texts-${language}.ts`),
];

/** Pages, pictures and workbooks, which have words of both. */
const AROUND = [
  file('README.md'),
  ...pagesIn('docs'),
  ...pagesIn('docs/decisions'),
  ...sourceFilesIn('examples'),
  ...sourceFilesIn('src/board'),
  ...sourceFilesIn('src/visualisations'),
  file('src/board/board.html'),
  file('src/preview/page/index.html'),
];

const foundIn = (texts: typeof AROUND, rejected: Rejected): string[] =>
  texts.flatMap(({ path, text }) =>
    Object.entries(rejected).flatMap(([words, instead]) => {
      const found = new RegExp(words).exec(text);
      if (found === null) return [];
      const line = text.slice(0, found.index).split('\n').length;
      return [`${path}:${line}: "${found[0]}": say ${instead}`];
    }),
  );

test.each(['en', 'nl'] as const)('no word that was struck out comes back in %s', (language) => {
  expect(foundIn(textsOf(language), REJECTED[language])).toEqual([]);
  expect(foundIn(textsOf(language), REJECTED_IN_TEXTS[language])).toEqual([]);
});

test.each(['en', 'nl'] as const)('nor on a page, a picture or in a workbook: %s', (language) => {
  expect(foundIn(AROUND, REJECTED[language])).toEqual([]);
});

test('a struck out word is found, and what people may type is not', () => {
  const said = (text: string) =>
    foundIn([{ path: 'a.ts', text }], { ...REJECTED.nl, ...REJECTED_IN_TEXTS.nl }).length;
  expect(said("names: ['Mijlpaal', 'tussenstop', 'halte']")).toBe(0);
  expect(said("label: 'Volgende tussenstop'")).toBe(1);
  expect(said("names: ['Hoofddoelstelling', 'hoofddoel']")).toBe(0);
  expect(said('Maak één hoofddoel leeg.')).toBe(1);
  expect(said('€ 1.250 van een Google-spreadsheet, 92%')).toBe(0);
  expect(said('€1.250 van een spreadsheet, 92 %')).toBe(3);
});
