import { PICTURE_WORDS } from '../core/language/languages.ts';
import type { PictureWords } from '../core/language/picture-words.ts';
import type { Language } from '../core/model/workspace.ts';
import type { Palette } from './colours.ts';
import { type Shape, shape } from './shape.ts';
import { textWidth, type Weight } from './text-size.ts';

/** How a picture is to look, whatever it shows. */
export interface Look {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly language: Language;
  readonly palette: Palette;
  /** The name of a font; '' for the plain one. */
  readonly font: string;
}

export const wordsOf = ({ language }: Look): PictureWords => PICTURE_WORDS[language];

/** Around every picture. */
export const MARGIN = 10;

/** Sizes of words, in pixels: of names, of what is said of them, of the scales. */
export const NAME = 13;
export const SAID = 12;
export const SCALE = 11;

export interface Written {
  readonly size?: number;
  readonly weight?: Weight;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** Words on one line; y is the line that they stand on. */
export const words = (
  text: string,
  x: number,
  y: number,
  { size = SAID, weight = 'plain', fill, anchor = 'start' }: Written,
): Shape =>
  shape(
    'text',
    {
      x,
      y,
      fill,
      'font-size': size,
      'font-weight': weight === 'bold' ? 600 : null,
      'text-anchor': anchor === 'start' ? null : anchor,
    },
    text,
  );

export const widthOf = (text: string, { size = SAID, weight }: Partial<Written> = {}): number =>
  textWidth(text, size, weight);

/** Nothing but letters, digits, blanks and hyphens reaches the attribute. */
const fontFamily = (font: string): string =>
  [font.replace(/[^\p{L}\p{N} -]/gu, '').trim(), 'Roboto', 'Arial', 'sans-serif']
    .filter((name) => name !== '')
    .join(', ');

/** A whole picture with what it says in a sentence. */
export function picture(label: string, look: Look, children: readonly (Shape | null)[]): Shape {
  const { width, height, palette, font, language } = look;
  return shape(
    'svg',
    {
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'group',
      'aria-label': label,
      lang: language,
      'font-family': fontFamily(font),
      fill: palette.ink,
    },
    shape('rect', { width, height, fill: palette.paper }),
    ...children,
  );
}

/** Parts of a sentence that are there, with a mark between them. */
export const joined = (parts: readonly (string | null | false)[]): string =>
  parts.filter((part) => part !== null && part !== false && part !== '').join(' · ');
