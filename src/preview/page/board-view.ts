import { h, replaceChildren } from '../../board/dom.ts';
import type { View } from './page-context.ts';

/** The board as the spreadsheet shows it beside itself. */
export const boardView: View = async (place, { language, say }) => {
  const address = `/script/board?lang=${language}`;
  replaceChildren(
    place,
    h('iframe', { class: 'board-frame', attributes: { src: address, title: say('board') } }),
  );
};
