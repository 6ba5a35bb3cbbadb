import { normaliseText } from '../sheet/normalise-text.ts';

const ID = /^[a-z][a-z0-9_]{0,39}$/;
const LONGEST = 40;

export const isId = (text: string): boolean => ID.test(text);

/** "Omzet webshop" → omzet_webshop; a name without letters takes the fallback. */
export function idFromName(name: string, fallback: string): string {
  const slug = normaliseText(name)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const whole = slug === '' ? fallback : /^[a-z]/.test(slug) ? slug : `${fallback}_${slug}`;
  return whole.slice(0, LONGEST).replace(/_+$/, '');
}

/** The id, or the id with _2, _3 … when it is taken. */
export function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number++) {
    const ending = `_${number}`;
    free = id.slice(0, LONGEST - ending.length) + ending;
  }
  return free;
}
