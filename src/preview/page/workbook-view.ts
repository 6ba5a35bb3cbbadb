import { h, replaceChildren } from '../../board/dom.ts';
import type { TabCell, TabView } from '../page-api.ts';
import { askTab } from './api-client.ts';
import { noticeOf } from './failure-notice.ts';
import { readAddress } from './page-address.ts';
import type { PageContext, View } from './page-context.ts';

function gridCell(cell: TabCell, address: string): HTMLElement {
  return h(
    'td',
    {
      class: `grid-${cell.kind}${cell.isBold ? ' grid-bold' : ''}${cell.note ? ' grid-note' : ''}`,
      attributes: { title: cell.note ?? null, 'data-cell': address },
    },
    cell.text,
    cell.note !== undefined && h('span', { class: 'unseen' }, ` ${cell.note}`),
  );
}

function grid(view: TabView, { say }: PageContext): HTMLElement {
  if (view.rows.length === 0) return h('p', { class: 'help' }, say('emptyTab'));
  return h(
    'div',
    {},
    h(
      'div',
      {
        class: 'table-scroll grid',
        attributes: { tabindex: 0, role: 'region', 'aria-label': view.title },
      },
      h(
        'table',
        {},
        h('caption', { class: 'unseen' }, view.title),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', {}),
            ...view.columns.map((name) => h('th', { attributes: { scope: 'col' } }, name)),
          ),
        ),
        h(
          'tbody',
          {},
          ...view.rows.map(({ number, cells }) =>
            h(
              'tr',
              {},
              h('th', { attributes: { scope: 'row' } }, number),
              ...cells.map((cell, at) => gridCell(cell, `${view.columns[at]}${number}`)),
            ),
          ),
        ),
      ),
    ),
    view.isCut && h('p', { class: 'help' }, say('cut')),
  );
}

/** Brings the cell of a finding into sight. */
function pointAt(content: HTMLElement, cell: string | null): void {
  const found = cell === null ? null : content.querySelector(`[data-cell="${CSS.escape(cell)}"]`);
  if (!(found instanceof HTMLElement)) return;
  found.classList.add('grid-found');
  found.tabIndex = -1;
  requestAnimationFrame(() => {
    found.scrollIntoView({ block: 'center', inline: 'center' });
    found.focus({ preventScroll: true });
  });
}

// Which tab stays open while the workbook is saved again and again.
let openTitle: string | null = null;

/** The workbook's tabs as a spreadsheet shows them. */
export const workbookView: View = async (place, context) => {
  const { say, state } = context;
  const content = h('div', { class: 'panel' });
  const address = readAddress(location.hash);
  openTitle = address.tab ?? openTitle;
  const isThere = state.tabs.some((tab) => tab.title === openTitle);
  if (!isThere) openTitle = state.tabs.find((tab) => !tab.isHidden)?.title ?? null;

  const open = async (title: string): Promise<void> => {
    openTitle = title;
    for (const button of list.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button.value === title));
    }
    try {
      replaceChildren(content, grid(await askTab(title), context));
      if (title === address.tab) pointAt(content, address.cell);
    } catch (error) {
      replaceChildren(content, noticeOf(error, say));
    }
  };
  const list = h(
    'div',
    { class: 'sheet-tabs', attributes: { role: 'group', 'aria-label': say('tabs') } },
    ...state.tabs.map((tab) =>
      h(
        'button',
        {
          class: `sheet-tab${tab.isHidden ? ' sheet-tab-hidden' : ''}`,
          attributes: { type: 'button', value: tab.title, 'aria-pressed': 'false' },
          on: { click: () => void open(tab.title) },
        },
        tab.title,
        tab.isHidden && h('small', {}, ` ${say('hiddenTab')}`),
      ),
    ),
  );
  replaceChildren(
    place,
    h('h1', {}, say('workbook'), h('small', { class: 'file-name' }, ` ${state.fileName}`)),
    ...(state.tabs.length === 0
      ? []
      : [
          h(
            'p',
            {},
            h(
              'a',
              { attributes: { href: '/copy.xlsx', download: state.fileName } },
              say('saveCopy'),
            ),
          ),
          list,
          content,
        ]),
  );
  if (openTitle !== null) await open(openTitle);
};
