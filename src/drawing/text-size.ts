/** Shares of the font's size, by letter, of the common fonts without serifs; rather too wide. */
const NARROW = /[\s.,:;!|'’il\-()[\]Ijtf/·]/;
const WIDE = /[MWmw%@€–—…]|[\u1100-\u{10ffff}]/u;
const CAPITAL = /[A-Z\u00c0-\u00de]/;

const widthOf = (letter: string): number => {
  if (WIDE.test(letter)) return 0.98;
  if (NARROW.test(letter)) return 0.37;
  return CAPITAL.test(letter) ? 0.74 : 0.62;
};

export type Weight = 'plain' | 'bold';

/** How wide a text will be, in pixels; without a page nobody knows exactly. */
export function textWidth(text: string, size: number, weight: Weight = 'plain'): number {
  let width = 0;
  for (const letter of text) width += widthOf(letter);
  return width * size * (weight === 'bold' ? 1.12 : 1);
}

/** The text, or as much of it as fits before an ellipsis. */
export function shortened(text: string, width: number, size: number, weight?: Weight): string {
  if (textWidth(text, size, weight) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size, weight) > width) {
    letters.pop();
  }
  return `${letters.join('').trimEnd()}…`;
}

/** Lines of a text, broken between words; the last of them ends in an ellipsis where more follows. */
export function wrapped(
  text: string,
  width: number,
  size: number,
  mostLines: number,
  weight?: Weight,
): string[] {
  const words = text
    .trim()
    .split(/[ \t\r\n]+/)
    .filter(Boolean);
  const lines: string[] = [];
  while (words.length > 0 && lines.length < mostLines) {
    let line = words.shift() ?? '';
    if (lines.length === mostLines - 1) line = [line, ...words.splice(0)].join(' ');
    while (words.length > 0 && textWidth(`${line} ${words[0]}`, size, weight) <= width) {
      line += ` ${words.shift()}`;
    }
    lines.push(shortened(line, width, size, weight));
  }
  return lines;
}
