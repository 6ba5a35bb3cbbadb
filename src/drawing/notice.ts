import { type Look, MARGIN, NAME, picture, widthOf, words, wordsOf } from './look.ts';
import type { Shape } from './shape.ts';
import { wrapped } from './text-size.ts';

const LINE = 18;

/** At the bottom: how many more there are than there is room for. */
export function drawMore(count: number, look: Look): Shape {
  const sentence = wordsOf(look).more(count);
  const isWhole = widthOf(sentence) <= look.width - 2 * MARGIN;
  return words(isWhole ? sentence : `+ ${count}`, MARGIN, look.height - MARGIN, {
    fill: look.palette.softInk,
  });
}

/** A sentence where there is nothing to draw. */
export function drawNotice(sentence: string, look: Look): Shape {
  const { width, height, palette } = look;
  const room = Math.max(1, Math.floor((height - 2 * MARGIN) / LINE));
  const lines = wrapped(sentence, Math.max(60, Math.min(420, width - 2 * MARGIN)), NAME, room);
  const top = (height - lines.length * LINE) / 2;
  return picture(
    sentence,
    look,
    lines.map((line, at) =>
      words(line, width / 2, top + at * LINE + NAME, {
        size: NAME,
        fill: palette.softInk,
        anchor: 'middle',
      }),
    ),
  );
}
