import { BEGIN_WORDS } from '../../../src/core/language/begin-words.ts';
import { failureText } from '../../../src/core/language/connector-languages.ts';
import {
  counted as enCounted,
  written as enWritten,
} from '../../../src/core/language/en/counts.ts';
import {
  counted as nlCounted,
  written as nlWritten,
} from '../../../src/core/language/nl/counts.ts';
import {
  KOERS_TAB_WORDS,
  MENU_MESSAGES,
  TELLING_WORDS,
} from '../../../src/core/language/sheet-languages.ts';

test('whole numbers have a mark between thousands, and one is one', () => {
  const counts = [0, 1, 999, 1000, 3104, 1_000_001];
  expect(counts.map(enWritten)).toEqual(['0', '1', '999', '1,000', '3,104', '1,000,001']);
  expect(counts.map(nlWritten)).toEqual(['0', '1', '999', '1.000', '3.104', '1.000.001']);
  expect([0, 1, 1001].map((count) => enCounted(count, 'row', 'rows'))).toEqual([
    '0 rows',
    '1 row',
    '1,001 rows',
  ]);
  expect(nlCounted(60_000, 'rij', 'rijen')).toBe('60.000 rijen');
});

test('so have they in every sentence that counts what people type', () => {
  expect(BEGIN_WORDS.nl.savedFigures(3104, 'Omzet')).toBe('3.104 cijfers van "Omzet" erbij gezet.');
  expect(BEGIN_WORDS.en.figuresOf('Revenue', 3104, '4 Jan')).toContain(': 3,104 figures,');
  expect(BEGIN_WORDS.en.savedKpi('Revenue', 1, 1200)).toContain('1 measure and 1,200 targets per');
  expect(BEGIN_WORDS.nl.knownFigures(1)).toMatch(/^1 cijfer stond er al/);
  expect(failureText('TOO_LARGE', { rows: 1_000_001 }, 'nl')).toContain('1.000.001 rijen');
  expect(KOERS_TAB_WORDS.en.shortened(2000, 60_000)).toContain('the 2,000 rows nearest to today');
  expect(MENU_MESSAGES.nl.recalculated(0, 1342)).toContain('1.342 fouten');
  expect(TELLING_WORDS.en.mailLeft(1500)).toContain('to 1,500 more addresses');
});
