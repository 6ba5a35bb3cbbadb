import { drawCourse } from '../../src/drawing/draw-course.ts';
import { course, day, look, shapesIn, spotsIn, stop, textsIn } from './pictures.ts';

const linesOf = (picture: Parameters<typeof shapesIn>[0]): string[] =>
  shapesIn(picture)
    .filter(({ tag, attributes }) => tag === 'path' && attributes.fill === 'none')
    .map(({ attributes }) => String(attributes.d));

test('it says the name, the status, the newest figure and its plan', () => {
  const picture = drawCourse(course(), look());
  expect(picture.attributes['aria-label']).toBe('Sales · At risk · €40 · plan €60');
  expect(textsIn(picture)).toEqual(expect.arrayContaining(['Sales', 'At risk · €40 · plan €60']));
});

test('a legend names the lines that are there, and none that is not', () => {
  const names = ['Actual', 'Plan', 'Forecast', 'Likely range'];
  expect(textsIn(drawCourse(course(), look()))).toEqual(expect.arrayContaining(names));
  const points = course().points.map((point) => ({ ...point, forecast: null, low: null }));
  const texts = textsIn(drawCourse(course({ points }), look()));
  expect(names.filter((name) => texts.includes(name))).toEqual(['Actual', 'Plan']);
});

test('an interval without a figure breaks the line; it is no zero', () => {
  const actuals = [10, 20, null, 0, -5];
  const points = actuals.map((actual, at) => ({
    day: day('2026-01-31') + at * 30,
    plan: null,
    actual,
    forecast: null,
    low: null,
    high: null,
  }));
  const lines = linesOf(drawCourse(course({ points }), look()));
  expect(lines.filter((path) => path.split('L').length === 2)).toHaveLength(2);
});

test('a scale begins at nothing only where the figures come near it', () => {
  const withPlans = (plans: number[]) =>
    course({
      points: plans.map((plan, at) => ({
        day: day('2026-01-31') + at * 30,
        plan,
        actual: null,
        forecast: null,
        low: null,
        high: null,
      })),
    });
  expect(textsIn(drawCourse(withPlans([15, 180]), look()))).toContain('€0');
  expect(textsIn(drawCourse(withPlans([170, 180]), look()))).not.toContain('€0');
  expect(textsIn(drawCourse(withPlans([-40, 20]), look()))).toContain('-€40');
});

test('where lower is better it says so', () => {
  const hint = '↓ Lower is better';
  expect(textsIn(drawCourse(course({ isLowerBetter: true }), look()))).toContain(hint);
  expect(textsIn(drawCourse(course(), look()))).not.toContain(hint);
});

test('the end of the plan is a stop, unless one is named there', () => {
  expect(spotsIn(drawCourse(course(), look()), 'stop')).toEqual([
    'Due date · €180 · planned 31 Mar 2026',
  ]);
  const stops = [stop('Spring', '2026-03-31', { value: 175, status: null })];
  expect(spotsIn(drawCourse(course({ stops }), look()), 'stop')).toEqual([
    'Spring · €175 · planned 31 Mar 2026',
  ]);
});

test('an event of several intervals is one, from its first day to its last', () => {
  const at = (from: string, to: string, label: string) => ({
    day: day(from),
    end: day(to),
    label,
  });
  const events = [
    at('2026-02-02', '2026-02-08', 'Strike'),
    at('2026-02-09', '2026-02-15', 'Strike'),
    at('2026-02-09', '2026-02-09', 'Fair'),
    at('2026-03-02', '2026-03-08', 'Strike'),
  ];
  expect(spotsIn(drawCourse(course({ events }), look()), 'event')).toEqual([
    'Event · Strike · 2 Feb 2026 – 15 Feb 2026',
    'Event · Fair · 9 Feb 2026',
    'Event · Strike · 2 Mar 2026 – 8 Mar 2026',
  ]);
});

test('one of several KPIs is named as the one that is shown', () => {
  const texts = textsIn(drawCourse(course({ kpiCount: 3 }), look()));
  expect(texts).toContain('Shown: Sales, one of 3. Add a control to choose another.');
});

test('shares are percents, and Dutch figures are Dutch', () => {
  const points = course().points.map((point) => ({ ...point, actual: 0.0229, plan: 0.0276 }));
  const share = course({ unit: { kind: 'share' }, points });
  expect(drawCourse(share, look({ language: 'nl' })).attributes['aria-label']).toBe(
    'Sales · At risk · 2,29% · plan 2,76%',
  );
});
