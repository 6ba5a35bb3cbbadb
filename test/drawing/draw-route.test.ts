import { drawRoute } from '../../src/drawing/draw-route.ts';
import { kpiStatusOf, stopStatusOf } from '../../src/drawing/statuses.ts';
import { day, lane, look, shapesIn, spotsIn, stop, textsIn } from './pictures.ts';

const TODAY = day('2026-02-15');

/** The boat is the one shape that is round at its bow. */
const boatsOf = (picture: Parameters<typeof shapesIn>[0]): number[] =>
  shapesIn(picture)
    .map(({ attributes }) => String(attributes.d ?? ''))
    .filter((path) => path.includes('Q'))
    .map((path) => Number(/^M([\d.]+)/.exec(path)?.[1]));

test('without lanes it says so, and without a day it says what is missing', () => {
  expect(textsIn(drawRoute({ today: TODAY, lanes: [] }, look())).join(' ')).toMatch(/^No rows/);
  const placeless = lane('Grow', { start: null, due: null });
  const texts = textsIn(drawRoute({ today: TODAY, lanes: [placeless] }, look()));
  expect(texts.join(' ')).toMatch(/^No date yet/);
});

test('a lane says its name, how it stands, how far it is and when it arrives', () => {
  const grow = lane('Grow', {
    progress: 0,
    daysBehind: 12,
    arrival: day('2027-01-20'),
    status: kpiStatusOf('Bijsturen', 'en'),
  });
  const texts = textsIn(drawRoute({ today: TODAY, lanes: [grow] }, look()));
  expect(texts).toContain('Grow');
  expect(texts).toContain('At risk · 0% of the way');
  expect(texts).toEqual(expect.arrayContaining(['12 days behind plan', 'arrival 20 Jan 2027']));
});

test('what is not known is left out: no progress of 0, no arrival, no days', () => {
  const [label] = spotsIn(drawRoute({ today: TODAY, lanes: [lane('Grow')] }, look()), 'lane');
  expect(label).toBe('Grow · On course · 1 Jan 2026 – 31 Dec 2026');
});

test('the boat lies where the plan is met, behind today or ahead of it', () => {
  const at = (daysBehind: number) =>
    boatsOf(drawRoute({ today: TODAY, lanes: [lane('Grow', { daysBehind })] }, look()))[0];
  expect(at(20)).toBeLessThan(at(0));
  expect(at(-20)).toBeGreaterThan(at(0));
  // Never before the start, however far behind.
  expect(at(4000)).toBe(at(46));
});

test('before the start and after the end there is no boat', () => {
  const boats = (today: string) =>
    boatsOf(drawRoute({ today: day(today), lanes: [lane('Grow')] }, look()));
  expect(boats('2025-12-31')).toEqual([]);
  expect(boats('2027-01-01')).toEqual([]);
  expect(boats('2026-01-01')).toHaveLength(1);
});

test('a milestone tells its days, and a later day only where one is expected', () => {
  const stops = [
    stop('January', '2026-01-31', {
      status: stopStatusOf('reached_early', 'en'),
      expected: day('2026-01-29'),
    }),
    stop('Quarter', '2026-03-31', {
      status: stopStatusOf('expected_late', 'en'),
      expected: day('2026-04-09'),
    }),
    stop('', '2026-12-31', { status: null }),
  ];
  const picture = drawRoute({ today: TODAY, lanes: [lane('Grow', { stops })] }, look());
  expect(spotsIn(picture, 'stop')).toEqual([
    'January · Reached early · planned 31 Jan 2026 · reached 29 Jan 2026 · 2 days early',
    'Quarter · Expected late · planned 31 Mar 2026 · expected 9 Apr 2026 · 9 days late',
    'Due date · planned 31 Dec 2026',
  ]);
  expect(textsIn(picture)).toEqual(expect.arrayContaining(['31 Jan', '31 Mar → 9 Apr', '31 Dec']));
});

test('in Dutch it speaks Dutch, dates and all', () => {
  const stops = [stop('Kwartaal', '2026-05-31', { status: stopStatusOf('At risk', 'nl') })];
  const picture = drawRoute(
    { today: TODAY, lanes: [lane('Groei', { progress: 0.25, stops })] },
    look({ language: 'nl' }),
  );
  expect(textsIn(picture)).toEqual(
    expect.arrayContaining(['Vandaag, 15 feb 2026', 'On course · 25% van de weg', '31 mei']),
  );
  expect(spotsIn(picture, 'stop')).toEqual(['Kwartaal · Bijsturen · gepland 31 mei 2026']);
});

test('lanes that do not fit are counted, not squeezed', () => {
  const lanes = Array.from({ length: 9 }, (_, at) => lane(`Goal ${at + 1}`));
  const picture = drawRoute({ today: TODAY, lanes }, look());
  const shown = spotsIn(picture, 'lane').length;
  expect(shown).toBeGreaterThan(2);
  expect(textsIn(picture)).toContain(`${9 - shown} more: make the chart taller, or filter it.`);
});

test('an arrival in a far year does not squeeze the way to nothing', () => {
  const lengthOf = (arrival: number | null) => {
    const picture = drawRoute({ today: TODAY, lanes: [lane('Grow', { arrival })] }, look());
    const way = shapesIn(picture).find(({ attributes }) => attributes['stroke-width'] === 6);
    const ends = [...String(way?.attributes.d).matchAll(/[ML]([\d.]+)/g)].map(([, x]) => Number(x));
    return ends[1] - ends[0];
  };
  expect(lengthOf(day('2062-01-01'))).toBeGreaterThan(lengthOf(null) * 0.7);
});
