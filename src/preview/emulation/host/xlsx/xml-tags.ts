/** One tag and the text up to the next; names are without their prefix. */
export type SeeTag = (name: string, isEnd: boolean, attributes: string, text: string) => void;

const WINDOW_BYTES = 4_000_000;
/** With comments or CDATA in it a part is read as one text, so it may not be endless. */
const MOST_WHOLE_BYTES = 64_000_000;
const LESS_THAN = 0x3c;

/** XML that breaks off, or has a tag without an end. */
export class BrokenXml extends Error {}

const [GREATER_THAN, DOUBLE_QUOTE, SINGLE_QUOTE] = [0x3e, 0x22, 0x27];

/** Where the next piece ends: before a tag, so that none is cut through. */
function endOfPiece(bytes: Buffer, start: number): number {
  if (bytes.length - start <= WINDOW_BYTES) return bytes.length;
  const end = bytes.lastIndexOf(LESS_THAN, start + WINDOW_BYTES);
  // No cell holds a text of megabytes.
  if (end <= start) throw new BrokenXml('no < for long');
  return end;
}

/** Where this ends, which must be: looking for it again and again would take for ever. */
function endOf(piece: string, closing: string, start: number): number {
  const end = piece.indexOf(closing, start);
  if (end < 0) throw new BrokenXml(`no ${closing}`);
  return end;
}

/** The `>` of a tag, which may also stand between the quotes of an attribute. */
function endOfTag(piece: string, start: number): number {
  for (let at = start; at < piece.length; at += 1) {
    const code = piece.charCodeAt(at);
    if (code === GREATER_THAN) return at;
    if (code === DOUBLE_QUOTE) at = endOf(piece, '"', at + 1);
    else if (code === SINGLE_QUOTE) at = endOf(piece, "'", at + 1);
  }
  throw new BrokenXml('no >');
}

const TAG_NAME = /(\/?)(?:[\w.-]+:)?([\w.-]+)/y;

function readPiece(piece: string, see: SeeTag): void {
  const textBehind = (end: number): string => {
    const next = piece.indexOf('<', end);
    return piece.slice(end, next < 0 ? piece.length : next);
  };
  for (let at = piece.indexOf('<'); at >= 0; at = piece.indexOf('<', at)) {
    if (piece.startsWith('<!--', at)) at = endOf(piece, '-->', at) + 3;
    else if (piece.startsWith('<![CDATA[', at)) {
      const end = endOf(piece, ']]>', at);
      see('', false, '', piece.slice(at + 9, end) + textBehind(end + 3));
      at = end + 3;
    } else if (/[!?]/.test(piece.charAt(at + 1))) at = endOf(piece, '>', at) + 1;
    else {
      TAG_NAME.lastIndex = at + 1;
      const match = TAG_NAME.exec(piece);
      if (match === null) throw new BrokenXml('no name');
      const end = endOfTag(piece, TAG_NAME.lastIndex);
      const attributes = piece.slice(TAG_NAME.lastIndex, end);
      see(match[2] ?? '', match[1] === '/', attributes, textBehind(end + 1));
      at = end + 1;
    }
  }
}

/** Reads XML from front to back, in pieces: a sheet of 300 MB is never one text. */
export function eachTag(bytes: Buffer, see: SeeTag): void {
  // A `<` inside a comment or CDATA section is no place to cut.
  const isWhole = bytes.includes('<!');
  if (isWhole && bytes.length > MOST_WHOLE_BYTES) throw new BrokenXml('too long a part');
  for (let start = 0; start < bytes.length; ) {
    const end = isWhole ? bytes.length : endOfPiece(bytes, start);
    readPiece(bytes.toString('utf8', start, end), see);
    start = end;
  }
}

/** The value of an attribute, or undefined; `name` is with its prefix, if it has one. */
export function attribute(attributes: string, name: string): string | undefined {
  let at = attributes.indexOf(`${name}=`);
  while (at > 0 && !/\s/.test(attributes.charAt(at - 1)))
    at = attributes.indexOf(`${name}=`, at + 1);
  if (at < 1) return undefined;
  const start = at + name.length + 2;
  const end = attributes.indexOf(attributes.charAt(start - 1), start);
  return end < 0 ? undefined : plainText(attributes.slice(start, end));
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Text as it was meant: entities made characters. Entities of a document's own stay as they are. */
export const plainText = (text: string): string =>
  text.includes('&') ? text.replace(/&(#?\w+);/g, entity) : text;
