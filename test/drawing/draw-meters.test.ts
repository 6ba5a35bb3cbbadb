import { drawMeters } from '../../src/drawing/draw-meters.ts';
import type { Meter } from '../../src/drawing/meter.ts';
import { kpiStatusOf } from '../../src/drawing/statuses.ts';
import { look, shapesIn, spotsIn, textsIn } from './pictures.ts';

const meter = (name: string, other: Partial<Meter> = {}): Meter => ({
  name,
  status: kpiStatusOf('at_risk', 'en'),
  needle: 0.9,
  pace: 0.92,
  progress: 0.46,
  elapsed: 0.5,
  fuel: 0.61,
  ...other,
});

const small = look({ width: 300, height: 300 });
type Picture = Parameters<typeof shapesIn>[0];

/** How far round the needle points; null without one. */
function needleOf(picture: Picture): number | null {
  const hand = shapesIn(picture).find(({ attributes }) => /^M.*L.*L.*Z$/.test(`${attributes.d}`));
  if (hand === undefined) return null;
  const [base, tip, other] = [...`${hand.attributes.d}`.matchAll(/([\d.]+) ([\d.]+)/g)].map(
    ([, x, y]) => ({ x: Number(x), y: Number(y) }),
  );
  const [x, y] = [tip.x - (base.x + other.x) / 2, tip.y - (base.y + other.y) / 2];
  const degrees = (Math.atan2(y, x) * 180) / Math.PI;
  return Math.round(degrees < 90 ? degrees + 360 : degrees);
}

const arcsOf = (picture: Picture): number =>
  shapesIn(picture).filter(({ attributes }) => `${attributes.d}`.includes('A')).length;

/** A status without a mark that could be taken for a needle. */
const plain = (other: Partial<Meter>) =>
  drawMeters([meter('Sales', { status: null, ...other })], small);

test('without meters it says what is missing', () => {
  expect(textsIn(drawMeters([], small)).join(' ')).toMatch(/^No KPI or goal yet/);
});

test('a meter tells pace, progress and fuel, with the status in its word', () => {
  const picture = drawMeters([meter('Sales')], small);
  expect(textsIn(picture)).toEqual([
    'Sales',
    'At risk',
    '92%',
    'Pace',
    'Progress 46%',
    'Fuel 0.61 × the need',
  ]);
  expect(spotsIn(picture, 'lane')).toEqual([
    'Sales · At risk · Pace 92% · Progress 46% · Fuel 0.61 × the need',
  ]);
});

test('what is null is not there; what is 0 is', () => {
  const nothing = { needle: null, pace: null, progress: null, elapsed: null, fuel: null };
  const unknown = drawMeters([meter('Sales', { status: null, ...nothing })], small);
  expect(textsIn(unknown)).toEqual(['Sales', 'Not judged']);
  expect(arcsOf(unknown)).toBe(3);
  expect(needleOf(unknown)).toBeNull();
  const zero = plain({ needle: 0, pace: 0, progress: 0, fuel: 0 });
  expect(textsIn(zero)).toEqual(
    expect.arrayContaining(['0%', 'Progress 0%', 'Fuel 0.00 × the need']),
  );
  // The colours, and the two rings with nothing on them.
  expect(arcsOf(zero)).toBe(5);
  expect(needleOf(zero)).not.toBeNull();
});

test.each([
  [-11.7, 150],
  [0, 150],
  [0.75, 270],
  [0.8, 278],
  [1.5, 390],
  [4, 390],
])('a needle at %p points to %p degrees', (needle, degrees) => {
  expect(needleOf(plain({ needle }))).toBe(degrees);
});

test('a pace beyond any dial is only said to be', () => {
  const paceOf = (pace: number) => textsIn(plain({ pace }))[2];
  expect([paceOf(-11.7), paceOf(0), paceOf(42)]).toEqual(['< 0%', '0%', '> 999%']);
});

test('in Dutch it speaks Dutch', () => {
  const texts = textsIn(drawMeters([meter('Omzet')], { ...small, language: 'nl' }));
  expect(texts).toEqual(
    expect.arrayContaining(['92%', 'Tempo', 'Voortgang 46%', 'Brandstof 0,61 × het nodige']),
  );
});

test('a meter too small for its facts keeps its dial, and tells them when asked', () => {
  const picture = drawMeters([meter('Sales')], look({ width: 120, height: 120 }));
  expect(textsIn(picture)).toEqual(['Sales', 'At risk', '92%']);
  expect(spotsIn(picture, 'lane')[0]).toContain('Fuel 0.61');
});

test('meters that do not fit are counted', () => {
  const many = Array.from({ length: 7 }, (_, at) => meter(`KPI ${at + 1}`));
  const picture = drawMeters(many, small);
  const shown = spotsIn(picture, 'lane');
  expect(shown).toHaveLength(2);
  expect(textsIn(picture)).toContain('5 more: make the chart taller, or filter it.');
});
