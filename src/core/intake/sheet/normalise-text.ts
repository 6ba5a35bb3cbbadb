const COMBINING_MARKS = /[\u0300-\u036f]/g;
const SPACES = /[\s\u00a0\u2007\u202f]+/g;
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;
const CURLY_APOSTROPHES = /[\u2018\u2019\u02bc]/g;

/** Most names: nothing of the above, and one space between words. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** The spelling by which names are compared: case, accents, spaces around and doubled are ignored. */
export function normaliseText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(COMBINING_MARKS, '')
    .replace(INVISIBLE, '')
    .replace(CURLY_APOSTROPHES, "'")
    .replace(SPACES, ' ')
    .trim()
    .toLowerCase();
}

/** A header as people type it: "Target *", "Streefwaarde:" and "Start_date" are the plain names. */
export function normaliseHeader(text: string): string {
  return normaliseText(text.replace(/_/g, ' ').replace(/[:*]+\s*$/, ''));
}
