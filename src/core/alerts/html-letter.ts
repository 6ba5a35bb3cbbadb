import type { StatusCode } from '../model/status.ts';
import type { Letter, LetterCourse, LetterItem, LetterStatus, LetterWay } from '../model/told.ts';

/** At least 3 to 1 on white and on the dark of a mail program; the word stands beside it always. */
const TONES = {
  good: '#2f9e73',
  watch: '#b97a10',
  bad: '#d64b42',
  done: '#3a7fc8',
  quiet: '#7d8794',
};

const TONE_OF: Partial<Record<StatusCode, keyof typeof TONES>> = {
  off_course: 'bad',
  missed: 'bad',
  invalid: 'bad',
  at_risk: 'watch',
  on_course: 'good',
  achieved: 'done',
};

const toneOf = (status: LetterStatus | null): string =>
  TONES[(status === null ? undefined : TONE_OF[status.code]) ?? 'quiet'];

/** Text from outside never becomes markup. */
const escaped = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');

const link = (text: string, url: string): string =>
  /^https?:\/\//.test(url)
    ? `<a href="${escaped(url)}" style="color:inherit">${escaped(text)}</a>`
    : escaped(text);

const percent = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 100);

/** A cell of a bar; none where it has no width, since mail programs draw one all the same. */
const stretch = (width: number, colour: string): string =>
  width <= 0
    ? ''
    : `<td width="${width}%" style="height:8px;font-size:1px;line-height:8px;background-color:${colour}">&nbsp;</td>`;

const REST = '#c9d0d8';
/** Stands out from the rest and from every tone. */
const MARK = '#33404f';

/** The way as a bar of cells, with a mark where it should be by now: no picture has to be fetched. */
function bar({ actual, plan, text }: LetterWay, tone: string): string {
  const done = percent(actual);
  const planned = plan === null ? null : percent(plan);
  const parts: ReadonlyArray<readonly [to: number, colour: string]> =
    planned === null
      ? [[done, tone]]
      : planned <= done
        ? [
            [planned, tone],
            [planned + 1, MARK],
            [done, tone],
          ]
        : [
            [done, tone],
            [planned, REST],
            [planned + 1, MARK],
          ];
  let from = 0;
  const cells = [...parts, [100, REST] as const].map(([to, colour]) => {
    const cell = stretch(to - from, colour);
    from = Math.max(from, to);
    return cell;
  });
  return (
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:6px 0 2px"><tr>${cells.join('')}</tr></table>` +
    `<div style="font-size:12px;line-height:1.4">${escaped(text)}</div>`
  );
}

/** A picture that comes along with the mail, by the name that the mail shows it by. */
export interface LetterPicture {
  readonly id: string;
  readonly course: LetterCourse;
  /** #rrggbb. */
  readonly tone: string;
}

/** Of the plan, on any paper. */
export const PLAN_TONE = TONES.quiet;

const pictureId = (section: number, item: number): string => `way${section}x${item}`;

/** What is to be drawn for a letter. */
export const picturesOf = ({ sections }: Letter): LetterPicture[] =>
  sections.flatMap(({ items }, at) =>
    items.flatMap(({ status, course }, item) =>
      course === undefined ? [] : [{ id: pictureId(at, item), course, tone: toneOf(status) }],
    ),
  );

/** [documented] By its name after cid:, where the mail brings it along. */
const courseHtml = ({ text }: LetterCourse, id: string): string =>
  `<img src="cid:${id}" width="520" alt="${escaped(text)}" style="display:block;width:100%;max-width:520px;height:auto;margin:8px 0 2px">` +
  `<div style="font-size:12px;line-height:1.4">${escaped(text)}</div>`;

function itemHtml(
  { status, title, url, lines, way, course }: LetterItem,
  id: string | null,
): string {
  const tone = toneOf(status);
  const word =
    status === null
      ? ''
      : ` <span style="white-space:nowrap;font-weight:bold;color:${tone}">${escaped(`${status.mark} ${status.word}`)}</span>`;
  const texts = lines.map((line) => `<div style="margin-top:4px">${escaped(line)}</div>`);
  return (
    `<tr><td style="padding:10px 0 10px 12px;border-left:3px solid ${tone}">` +
    `<div style="font-size:16px"><strong>${link(title, url)}</strong>${word}</div>` +
    `${texts.join('')}${way === null ? '' : bar(way, tone)}` +
    `${course === undefined || id === null ? '' : courseHtml(course, id)}</td></tr>` +
    '<tr><td style="height:10px;font-size:1px;line-height:10px">&nbsp;</td></tr>'
  );
}

/**
 * A letter as a mail program draws it: tables and styles in place, no script, and the colours of
 * text and paper left to whoever reads, so that it is dark where the reader is.
 *
 * @param isIllustrated whether its pictures come along; without them it says the same in words
 */
export function htmlLetter(
  { language, subject, opening, sections, links, footer }: Letter,
  isIllustrated: boolean,
): string {
  const parts = sections.map(
    ({ title, items }, at) =>
      `<h2 style="font-size:15px;margin:24px 0 8px">${escaped(title)}</h2>` +
      `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${items.map((own, item) => itemHtml(own, isIllustrated ? pictureId(at, item) : null)).join('')}</table>`,
  );
  const anchors = links.map(({ text, url }) => link(text, url)).join(' &nbsp;·&nbsp; ');
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width">' +
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">' +
    `<title>${escaped(subject)}</title></head>` +
    '<body style="margin:0;padding:16px;font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:1.5">' +
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px"><tr><td>' +
    `<h1 style="font-size:20px;line-height:1.3;margin:0 0 8px">${escaped(subject)}</h1>` +
    `<p style="font-size:16px;margin:0">${escaped(opening)}</p>` +
    `${parts.join('')}<p style="margin:24px 0 8px">${anchors}</p>` +
    `<p style="font-size:12px;margin:0">${escaped(footer)}</p>` +
    '</td></tr></table></body></html>'
  );
}
