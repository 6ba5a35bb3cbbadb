import { eachTag, plainText } from './xml-tags.ts';

/** [documented] ECMA-376: a character that XML cannot hold is written _x000D_. */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

export const cellText = (text: string): string => {
  const plain = plainText(text);
  return plain.includes('_x')
    ? plain.replace(ESCAPED, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : plain;
};

/** Puts the runs of a rich text together; the reading of its characters (rPh) is no part of it. */
export function textCollector() {
  let text = '';
  let isReading = false;
  return {
    see(name: string, isEnd: boolean, attributes: string, following: string): void {
      if (name === 'rPh') isReading = !isEnd && !attributes.endsWith('/');
      else if (
        !isReading &&
        (name === '' || (name === 't' && !isEnd && !attributes.endsWith('/')))
      ) {
        text += following;
      }
    },
    take(): string {
      const taken = cellText(text);
      text = '';
      isReading = false;
      return taken;
    },
  };
}

/** The texts that cells point at by number. */
export function sharedTexts(bytes: Buffer | null): string[] {
  const texts: string[] = [];
  if (bytes === null) return texts;
  const collector = textCollector();
  eachTag(bytes, (name, isEnd, attributes, text) => {
    collector.see(name, isEnd, attributes, text);
    if (name === 'si' && (isEnd || attributes.endsWith('/'))) texts.push(collector.take());
  });
  return texts;
}
