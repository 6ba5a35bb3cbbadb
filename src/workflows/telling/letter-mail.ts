import { htmlLetter, PLAN_TONE, picturesOf } from '../../core/alerts/html-letter.ts';
import { plainLetter, subjectLine } from '../../core/alerts/plain-letter.ts';
import type { Letter } from '../../core/model/told.ts';
import { coursePixels } from '../../drawing/course-pixels.ts';
import type { Mail } from '../ports.ts';

/** The letter with its pictures; null where it has none. */
function illustrated(letter: Letter): Mail['illustrated'] {
  const pictures = picturesOf(letter).map(({ id, course, tone }) => ({
    id,
    image: coursePixels(course, { plan: PLAN_TONE, own: tone }),
  }));
  return pictures.length === 0 ? null : { html: htmlLetter(letter, true), pictures };
}

/** A letter as a mail: plain, as markup, and as markup with its pictures. */
export const mailOf = (to: string, letter: Letter): Mail => ({
  to,
  subject: subjectLine(letter),
  text: plainLetter(letter),
  html: htmlLetter(letter, false),
  illustrated: illustrated(letter),
});
