import type { Rgb } from '../workbook/workbook.ts';

const NAMED: Record<string, string> = {
  white: '#ffffff',
  black: '#000000',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  gray: '#808080',
  grey: '#808080',
};

const hexPair = (part: number | undefined) =>
  Math.round((part ?? 0) * 255)
    .toString(16)
    .padStart(2, '0');

/** "#rrggbb" as getBackground() gives it. */
export function colorText(color: Rgb | undefined, otherwise: string): string {
  if (color === undefined) return otherwise;
  return `#${hexPair(color.red)}${hexPair(color.green)}${hexPair(color.blue)}`;
}

/** The colour a CSS text names; [recorded live] one that names none is silently accepted. */
export function colorOf(text: string | null): Rgb | undefined {
  if (text === null) return undefined;
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(NAMED[text.toLowerCase()] ?? text);
  if (hex === null) return undefined;
  const [red = 0, green = 0, blue = 0] = hex
    .slice(1)
    .map((pair) => Number.parseInt(pair, 16) / 255);
  return { red, green, blue };
}
