import fc from 'fast-check';
import { contrast, hexColour, paletteOn } from '../../src/drawing/colours.ts';
import { axisTexts, figureText } from '../../src/drawing/figures.ts';
import { dayTicks, valueTicks } from '../../src/drawing/scales.ts';
import { kpiStatusOf, stopStatusOf } from '../../src/drawing/statuses.ts';
import { shortened, textWidth, wrapped } from '../../src/drawing/text-size.ts';
import { day } from './pictures.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('on a paper of any colour words can be read and marks be seen', () => {
  fc.assert(
    fc.property(colour, fc.option(colour), (paper, ink) => {
      const { tones, toneInks, softInk, ink: own } = paletteOn(paper, ink);
      for (const one of [own, softInk, ...Object.values(toneInks)]) {
        expect(contrast(one, paper)).toBeGreaterThanOrEqual(4.5);
      }
      for (const one of Object.values(tones))
        expect(contrast(one, paper)).toBeGreaterThanOrEqual(3);
    }),
  );
});

test.each([
  ['#ABC', '#aabbcc'],
  [' #16202F ', '#16202f'],
  ['white', null],
  ['url(x)', null],
  [undefined, null],
])('the colour %p of a theme is %p', (said, known) => {
  expect(hexColour(said)).toBe(known);
});

test('a status is known by its code and its words in either language, and told in one', () => {
  expect(kpiStatusOf('Uit koers', 'en')).toMatchObject({ word: 'Off course', tone: 'bad' });
  expect(kpiStatusOf('off_course', 'nl')).toMatchObject({ word: 'Uit koers', languages: [] });
  expect(kpiStatusOf('ON COURSE', 'nl')).toMatchObject({ symbol: '●', languages: ['en'] });
  expect(stopStatusOf('Te laat verwacht', 'en')?.order).toBe(1);
  expect(kpiStatusOf(null, 'en')).toBeNull();
});

test('words of others are shown without a judgement', () => {
  const status = kpiStatusOf('<b>Fine</b>', 'en');
  expect(status).toMatchObject({ word: '<b>Fine</b>', tone: 'quiet', symbol: '○' });
});

const EURO = { kind: 'plain', label: '€' } as const;

test.each([
  [0, EURO, '€0', '€ 0'],
  [-1234.5, EURO, '-€1,235', '-€ 1.235'],
  [23.5, EURO, '€23.50', '€ 23,50'],
  [1_640_000, EURO, '€1.64m', '€ 1,64 mln'],
  [2_000_000_000, EURO, '€2bn', '€ 2 mld'],
  [12.25, { kind: 'plain', label: 'days' }, '12.3 days', '12,3 days'],
  [2.5, { kind: 'plain', label: '%' }, '2.5%', '2,5%'],
  [0.946, { kind: 'share' }, '94.6%', '94,6%'],
] as const)('%p in %j is %p, in Dutch %p', (value, unit, en, nl) => {
  expect([figureText(value, unit, 'en'), figureText(value, unit, 'nl')]).toEqual([en, nl]);
});

test('figures of one axis have as many decimals as the one that needs most', () => {
  expect(axisTexts([0, 2.5, 5], { kind: 'plain', label: '' }, 'en')).toEqual(['0.0', '2.5', '5.0']);
});

test('values of an axis are round and go around every figure', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
      fc.integer({ min: 2, max: 6 }),
      (least, span, wanted) => {
        const ticks = valueTicks(least, least + span, wanted);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(wanted + 2);
        // Nothing smaller than this can be told of numbers of that size.
        const hair = span * 1e-6 + Math.abs(least) * Number.EPSILON * 4;
        expect(ticks[0]).toBeLessThanOrEqual(least + hair);
        expect(ticks[ticks.length - 1]).toBeGreaterThanOrEqual(least + span - hair);
      },
    ),
    { examples: [[-58716915.375, 0.001, 6]] },
  );
  expect(valueTicks(5, 5, 4)[0]).toBeLessThan(5);
});

test.each([
  ['2026-01-01', '2026-01-05', 'day', 5],
  ['2026-01-01', '2026-03-31', 'day', 7],
  ['2026-01-01', '2026-12-31', 'month', 6],
  ['2025-01-01', '2034-12-31', 'year', 5],
])('from %s to %s days are told by the %s', (from, to, grain, count) => {
  const ticks = dayTicks(day(from), day(to), 8);
  expect(ticks.grain).toBe(grain);
  expect(ticks.days.length).toBe(count);
  expect(ticks.days[0]).toBeGreaterThanOrEqual(day(from));
});

test('a shortened text fits, and says that there is more', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 30, max: 200 }), (text, width) => {
      const short = shortened(text, width, 12);
      expect(textWidth(short, 12)).toBeLessThanOrEqual(Math.max(width, 24));
      if (short !== text) expect(short.endsWith('…')).toBe(true);
    }),
  );
});

test('lines break between words, and the last says that more follows', () => {
  expect(wrapped('one two three four', 60, 12, 2)).toEqual(['one two', 'three f…']);
  expect(wrapped('  ', 60, 12, 2)).toEqual([]);
});
