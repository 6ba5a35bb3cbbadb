import { drawRouteReport } from '../../src/visualisations/route-picture.ts';
import { spotsIn, textsIn } from '../drawing/pictures.ts';
import { AROUND, messageOf, type RouteCells } from './report-rows.ts';

const drawn = (rows: readonly RouteCells[], other = {}, around = AROUND) =>
  drawRouteReport(messageOf(rows, other), around);

const WEEKS: readonly RouteCells[] = [
  { laneStart: '20260105', laneDue: '20260111', plan: 100, actual: 0 },
  { laneStart: '20260112', laneDue: '20260118', plan: 200, actual: -40, event: 'Strike' },
  { laneStart: '20260119', laneDue: '20260125', plan: 300, stop: 'January', stopValue: 280 },
].map((row) => ({
  lane: 'Costs',
  unit: '€',
  betterWhen: 'Lager',
  laneStatus: 'Uit koers',
  today: '20260119',
  ...row,
}));

test('no rows: a sentence, in the language of the browser', () => {
  expect(textsIn(drawn([]).shape).join(' ')).toMatch(/^No rows/);
  const dutch = drawn([], {}, { ...AROUND, locale: 'nl-NL' });
  expect(textsIn(dutch.shape).join(' ')).toMatch(/^Geen rijen/);
});

test('figures by interval make the course of one KPI, the newest one last', () => {
  const { shape, values } = drawn([...WEEKS].reverse());
  expect(values).toEqual(['Costs']);
  expect(shape.attributes['aria-label']).toBe('Costs · Uit koers · -€ 40 · plan € 200');
  expect(textsIn(shape)).toContain('↓ Lager is beter');
  expect(spotsIn(shape, 'event')).toEqual(['Omstandigheid · Strike · 12 jan 2026 – 18 jan 2026']);
});

test('of several KPIs the one with most figures is drawn, and the others are told of', () => {
  const { shape, values } = drawn([{ ...WEEKS[0], lane: 'Sales' }, ...WEEKS]);
  expect(values).toEqual(['Costs']);
  expect(textsIn(shape).join()).toContain('één van 2');
});

test('figures that stay empty because KPIs mix get a sentence that says so', () => {
  const empty = WEEKS.map((row) => ({ ...row, plan: null, actual: null }));
  expect(textsIn(drawn(empty).shape).join(' ')).toMatch(/^Geen cijfers/);
});

test('the language is that of the statuses, unless one is chosen', () => {
  const rows = [
    { lane: 'Grow', laneStart: '20260101', laneDue: '20261231', laneStatus: 'At risk' },
  ];
  const inDutch = { style: { language: { value: 'nl', defaultValue: 'auto' } } };
  const dutchBrowser = { ...AROUND, locale: 'nl' };
  expect(drawn(rows, {}, dutchBrowser).shape.attributes.lang).toBe('en');
  expect(drawn(rows, inDutch).shape.attributes.lang).toBe('nl');
  expect(textsIn(drawn(rows, inDutch).shape)).toContain('Bijsturen');
});

test.each([
  ['auto', '#101010', '#101010'],
  ['auto', 'papayawhip', '#ffffff'],
  ['light', '#101010', '#ffffff'],
  ['dark', '#ffffff', '#16202f'],
])('appearance %s on a theme of %s is drawn on %s', (shade, fill, paper) => {
  const rows = [{ lane: 'Grow', laneStart: '20260101', laneDue: '20261231' }];
  const { shape } = drawn(rows, {
    style: { shade: { value: shade, defaultValue: 'auto' } },
    theme: { themeFillColor: { color: fill } },
  });
  const [sheet] = shape.children;
  expect(typeof sheet === 'string' ? null : sheet.attributes.fill).toBe(paper);
});

test('a font of the theme reaches the picture as a name only', () => {
  const rows = [{ lane: 'Grow', laneStart: '20260101' }];
  const { shape } = drawn(rows, { theme: { themeFontFamily: 'Open Sans"; fill: url(x)' } });
  expect(shape.attributes['font-family']).toBe('Open Sans fill urlx, Roboto, Arial, sans-serif');
});
