import type { Letter, LetterItem } from '../model/told.ts';

const BAR_LENGTH = 20;

/** "[#########.|..........] 45% of the way; 50% was planned by now" */
function bar({ actual, plan, text }: NonNullable<LetterItem['way']>): string {
  const place = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * BAR_LENGTH);
  const cells = '#'.repeat(place(actual)).padEnd(BAR_LENGTH, '.');
  const at = plan === null ? null : place(plan);
  return `[${at === null ? cells : `${cells.slice(0, at)}|${cells.slice(at)}`}] ${text}`;
}

/** Text from a cell stays on its line, so that it cannot look like a part of the letter. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function itemText({ status, title, url, lines, way }: LetterItem): string {
  const head = status === null ? title : `${status.mark} ${title}: ${status.word}`;
  const rest = [...lines.map(oneLine), ...(way === null ? [] : [bar(way)]), url];
  return [
    `- ${oneLine(head)}`,
    ...rest.filter((line) => line !== '').map((line) => `  ${line}`),
  ].join('\n');
}

/** A letter for whoever reads mail as text. */
export const plainLetter = ({ opening, sections, links, footer }: Letter): string =>
  [
    oneLine(opening),
    ...sections.map(({ title, items }) =>
      [title.toUpperCase(), ...items.map(itemText)].join('\n\n'),
    ),
    links.map(({ text, url }) => `${text}: ${url}`).join('\n'),
    footer,
  ]
    .filter((part) => part !== '')
    .join('\n\n');

/** A subject is one line, however many a cell has, and [documented] at most 250 characters. */
export const subjectLine = ({ subject }: Letter): string => oneLine(subject).slice(0, 200);
