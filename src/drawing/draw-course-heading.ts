import { figureText } from './figures.ts';
import { joined, type Look, MARGIN, NAME, SAID, SCALE, widthOf, words, wordsOf } from './look.ts';
import { statusMark } from './marks.ts';
import type { Course } from './route.ts';
import { group, pathAlong, type Shape, shape } from './shape.ts';
import { shortened } from './text-size.ts';

export type Figure = 'plan' | 'actual' | 'forecast' | 'low' | 'high';

export interface Pen {
  readonly colour: string;
  readonly width: number;
  readonly dashes?: string;
}

/** How each line is drawn. */
export const pensFor = ({
  palette,
}: Look): Readonly<Record<'plan' | 'actual' | 'forecast', Pen>> => ({
  plan: { colour: palette.softInk, width: 1.5, dashes: '6 4' },
  actual: { colour: palette.route, width: 3 },
  forecast: { colour: palette.route, width: 2, dashes: '1 5' },
});

/** What each line is; only those that are there. */
export function drawLegend(course: Course, y: number, look: Look): Shape {
  const { palette, width } = look;
  const sentences = wordsOf(look);
  const pens = pensFor(look);
  // Where the forecast only meets the newest figure there is none to see.
  const has = (figure: Figure, least = 2) =>
    course.points.filter((point) => point[figure] !== null).length >= least;
  const entries = [
    ...(has('actual', 1) ? [{ text: sentences.actual, pen: pens.actual }] : []),
    ...(has('plan', 1) ? [{ text: sentences.plan, pen: pens.plan }] : []),
    ...(has('forecast') ? [{ text: sentences.forecast, pen: pens.forecast }] : []),
    ...(has('low') && has('high')
      ? [{ text: sentences.likelyRange, pen: { colour: palette.band, width: 9 } }]
      : []),
  ];
  let x = MARGIN;
  return group(
    { 'aria-hidden': 'true' },
    entries.flatMap(({ text, pen }) => {
      const left = x;
      x += 28 + widthOf(text, { size: SCALE }) + 14;
      if (x - 14 > width - MARGIN) return [];
      const [from, to] = [left, left + 20].map((at) => ({ x: at, y: y - 4 }));
      return [
        shape('path', {
          d: pathAlong([from, to]),
          stroke: pen.colour,
          'stroke-width': pen.width,
          'stroke-dasharray': pen.dashes ?? null,
          'stroke-linecap': pen.width > 4 ? null : 'round',
        }),
        words(text, left + 26, y, { size: SCALE, fill: palette.softInk }),
      ];
    }),
  );
}

/** The name of the KPI, how it stands, and the newest figure beside its plan. */
export function drawHeading(course: Course, look: Look): Shape {
  const { palette, width } = look;
  const { name, status } = course;
  const said = joined([status?.word ?? null, newestText(course, look)]);
  const room = width - 2 * MARGIN;
  const saidWidth = said === '' ? 0 : widthOf(said) + 26;
  // Beside each other where both fit, else the name gives way.
  const title = shortened(name, Math.max(room * 0.4, room - saidWidth), NAME, 'bold');
  const titleWidth = widthOf(title, { size: NAME, weight: 'bold' });
  const left = MARGIN + titleWidth + 10;
  const mark = status === null ? 0 : 16;
  return group({ 'aria-hidden': 'true' }, [
    words(title, MARGIN, MARGIN + NAME, { size: NAME, weight: 'bold', fill: palette.ink }),
    ...(status === null ? [] : statusMark(status, { x: left + 6, y: MARGIN + 9 }, 5.5, palette)),
    words(shortened(said, width - MARGIN - left - mark, SAID), left + mark, MARGIN + NAME, {
      fill: status === null ? palette.softInk : palette.toneInks[status.tone],
    }),
  ]);
}

/** €82k · Plan €90k */
export function newestText({ points, unit }: Course, look: Look): string | null {
  const newest = [...points].reverse().find(({ actual }) => actual !== null);
  if (newest === undefined || newest.actual === null) return null;
  const write = (value: number) => figureText(value, unit, look.language);
  const plan =
    newest.plan === null ? null : `${wordsOf(look).plan.toLowerCase()} ${write(newest.plan)}`;
  return joined([write(newest.actual), plan]);
}
