import fc from 'fast-check';
import { packWhole } from '../../../src/workflows/packed-tables/pack-whole.ts';
import { nodeCompression } from '../node-compression.ts';

const TEXTS = [
  '',
  'a',
  '0',
  '-3',
  'Omzet € 1.200',
  'é',
  '😀 klaar',
  'x'.repeat(300),
  'ab€😀'.repeat(20_000),
];

/** Answers what is made of what Google packed. */
const altered = (alter: (packed: string) => string, before: (text: string) => string = String) => ({
  ...nodeCompression,
  pack: (text: string) => alter(nodeCompression.pack(before(text))),
});

it('packs every text, whatever its letters', () => {
  for (const text of TEXTS) {
    expect(nodeCompression.unpack(packWhole(text, nodeCompression))).toBe(text);
  }
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(nodeCompression.unpack(packWhole(text, nodeCompression))).toBe(text);
    }),
  );
});

it('refuses what was cut off after it was packed, at any letter', () => {
  const text = 'Omzet € 1.200, marge 31%; klanten 4.310';
  // The signs at the end only fill up.
  const { length } = nodeCompression.pack(text).replace(/=+$/, '');
  for (let kept = 0; kept < length; kept++) {
    const cut = altered((packed) => packed.slice(0, kept));
    expect(() => packWhole(text, cut)).toThrow();
  }
});

it('refuses what was cut off before it was packed', () => {
  for (const text of TEXTS.slice(1)) {
    const cut = altered(String, (whole) => whole.slice(0, -1));
    expect(() => packWhole(text, cut)).toThrow('What was packed is not whole');
  }
});

it('reads back what does not end as gzip does, and keeps it where it is whole', () => {
  const other = {
    pack: (text: string) => Buffer.from(text).toString('base64'),
    unpack: (packed: string) => Buffer.from(packed, 'base64').toString(),
  };
  expect(packWhole('Omzet € 1.200', other)).toBe(other.pack('Omzet € 1.200'));
  const cut = { ...other, pack: (text: string) => other.pack(text).slice(0, 8) };
  expect(() => packWhole('Omzet € 1.200', cut)).toThrow('What was packed is not whole');
});
