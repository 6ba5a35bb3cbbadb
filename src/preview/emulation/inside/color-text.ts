import namedColors from 'color-name';
import type { Rgb } from '../workbook/workbook.ts';

const hexPair = (part: number | undefined) =>
  Math.round((part ?? 0) * 255)
    .toString(16)
    .padStart(2, '0');

/** "#rrggbb" as getBackground() gives it. */
export function colorText(color: Rgb | undefined, otherwise: string): string {
  if (color === undefined) return otherwise;
  return `#${hexPair(color.red)}${hexPair(color.green)}${hexPair(color.blue)}`;
}

/** The three numbers from 0 to 255 of "#rrggbb", or of a name in any case. */
function partsOf(text: string): readonly number[] | undefined {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  if (hex !== null) return hex.slice(1).map((pair) => Number.parseInt(pair, 16));
  const name = text.toLowerCase();
  return Object.keys(namedColors).includes(name) ? namedColors[name] : undefined;
}

/** [recorded live] All names of CSS are known; a text that names no colour is silently accepted. */
export function colorOf(text: string | null): Rgb | undefined {
  const parts = text === null ? undefined : partsOf(text);
  if (parts === undefined) return undefined;
  const [red = 0, green = 0, blue = 0] = parts.map((part) => part / 255);
  return { red, green, blue };
}
