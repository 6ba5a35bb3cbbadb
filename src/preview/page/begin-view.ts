import { h, replaceChildren } from '../../board/dom.ts';
import type { View } from './page-context.ts';

/** The first steps as the dialog of the spreadsheet shows them; they write in the open workbook. */
export const beginView: View = async (place, { language, say }) => {
  const address = `/script/begin?lang=${language}`;
  replaceChildren(
    place,
    h('p', { class: 'help' }, say('beginHelp')),
    h('iframe', { class: 'board-frame', attributes: { src: address, title: say('begin') } }),
  );
};
