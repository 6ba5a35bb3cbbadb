import { h, replaceChildren } from '../../board/dom.ts';
import type { TabCell, TabView } from '../page-api.ts';
import { askRun, askTab, askType } from './api-client.ts';
import { noticeOf } from './failure-notice.ts';
import { cellLink, readAddress } from './page-address.ts';
import type { View } from './page-context.ts';
import { tabCharts } from './tab-charts.ts';
import { typedCells } from './typed-cells.ts';

function gridCell(cell: TabCell, address: string, canType: boolean): HTMLElement {
  return h(
    'td',
    {
      class: `grid-${cell.kind}${cell.isBold ? ' grid-bold' : ''}${cell.note ? ' grid-note' : ''}`,
      attributes: {
        title: cell.note ?? null,
        'data-cell': address,
        tabindex: canType ? -1 : null,
      },
      style: {
        ...(cell.ink === undefined ? {} : { color: cell.ink, 'font-weight': '650' }),
        ...(cell.paper === undefined ? {} : { 'background-color': cell.paper }),
      },
    },
    cell.leadsTo === undefined
      ? cell.text
      : h('a', { attributes: { href: cellLink(cell.leadsTo.tab, cell.leadsTo.cell) } }, cell.text),
    cell.note !== undefined && h('span', { class: 'unseen' }, ` ${cell.note}`),
  );
}

const cellsOf = ({ rows, columns }: TabView): Map<string, TabCell> =>
  new Map(
    rows.flatMap(({ number, cells }) =>
      cells.map((cell, at) => [`${columns[at]}${number}`, cell] as const),
    ),
  );

function gridTable(view: TabView): HTMLTableElement {
  const { title, columns, rows, canType } = view;
  return h(
    'table',
    { attributes: { role: canType ? 'grid' : null } },
    h('caption', { class: 'unseen' }, title),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', {}),
        ...columns.map((name) => h('th', { attributes: { scope: 'col' } }, name)),
      ),
    ),
    h(
      'tbody',
      {},
      ...rows.map(({ number, cells }) =>
        h(
          'tr',
          {},
          h('th', { attributes: { scope: 'row' } }, number),
          ...cells.map((cell, at) => gridCell(cell, `${columns[at]}${number}`, canType)),
        ),
      ),
    ),
  );
}

/** The tab that is open on the page. */
interface OpenTab {
  readonly table: HTMLTableElement;
  view: TabView;
}

/** Puts cells that are others by now in the place of those that stand there; false where it is no longer the same grid. */
function takeIn(open: OpenTab, next: TabView): boolean {
  const { view, table } = open;
  const isSame =
    view.rows.length === next.rows.length && view.columns.join() === next.columns.join();
  if (!isSame) return false;
  const [before, after] = [cellsOf(view), cellsOf(next)];
  open.view = next;
  for (const [address, cell] of after) {
    if (JSON.stringify(before.get(address)) === JSON.stringify(cell)) continue;
    const node = table.querySelector<HTMLElement>(`[data-cell="${CSS.escape(address)}"]`);
    if (node === null || node.querySelector('input') !== null) continue;
    const fresh = gridCell(cell, address, next.canType);
    fresh.tabIndex = node.tabIndex;
    const hadFocus = document.activeElement === node;
    node.replaceWith(fresh);
    if (hadFocus) fresh.focus();
  }
  return true;
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
let openTab: OpenTab | null = null;

/** Draws what has changed into the tab in which somebody types; false where nobody does. */
export function takeInChange(): boolean {
  const open = openTab;
  if (open === null || !open.table.contains(document.activeElement)) return false;
  void askTab(open.view.title).then((next) => {
    if (openTab === open && !takeIn(open, next)) redraw?.();
  });
  return true;
}

let redraw: (() => void) | null = null;

/** The workbook's tabs as a spreadsheet shows them. */
export const workbookView: View = async (place, context) => {
  const { say, state, language } = context;
  const content = h('div', { class: 'panel' });
  // Says what is wrong with the cell that has the focus, and what the script says.
  const line = h('p', { class: 'cell-line', attributes: { role: 'status' } });
  const address = readAddress(location.hash);
  openTitle = address.tab ?? openTitle;
  const isThere = state.tabs.some((tab) => tab.title === openTitle);
  if (!isThere) openTitle = state.tabs.find((tab) => !tab.isHidden)?.title ?? null;

  const typistFor = (title: string) => ({
    typedAt: (at: string) => {
      const cell = openTab === null ? undefined : cellsOf(openTab.view).get(at);
      return cell?.typed ?? cell?.text ?? '';
    },
    type: (cell: string, texts: readonly (readonly string[])[]) => {
      askType({ language, title, cell, texts }).catch((error) =>
        replaceChildren(line, noticeOf(error, say)),
      );
    },
    tell: (at: string) => {
      const note = openTab === null ? undefined : cellsOf(openTab.view).get(at)?.note;
      replaceChildren(line, h('strong', {}, at), note === undefined ? '' : ` ${note}`);
    },
  });

  const show = (view: TabView): void => {
    const table = gridTable(view);
    if (view.canType) typedCells(table, view, typistFor(view.title));
    openTab = { view, table };
    replaceChildren(
      content,
      tabCharts(view.charts, context),
      view.rows.length === 0
        ? h('p', { class: 'help' }, say('emptyTab'))
        : h(
            'div',
            {
              class: 'table-scroll grid',
              attributes: { tabindex: 0, role: 'region', 'aria-label': view.title },
            },
            table,
          ),
      view.isCut && h('p', { class: 'help' }, say('cut')),
    );
  };

  const open = async (title: string, cell: string | null = null): Promise<void> => {
    openTitle = title;
    for (const button of list.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button.value === title));
    }
    try {
      show(await askTab(title));
      pointAt(content, cell);
    } catch (error) {
      replaceChildren(content, noticeOf(error, say));
    }
  };
  redraw = () => {
    const at = document.activeElement?.closest<HTMLElement>('[data-cell]')?.dataset.cell ?? null;
    if (openTitle !== null) void open(openTitle, at);
  };

  const goToNextProblem = async (): Promise<void> => {
    try {
      const { messages, selected, error } = await askRun({
        kind: 'menu',
        id: 'goToNextProblem',
        language,
      });
      if (selected !== undefined) await open(selected.tab, selected.cell);
      const said = messages.map(({ title, text }) => `${title}: ${text}`).join(' ');
      requestAnimationFrame(() =>
        requestAnimationFrame(() => replaceChildren(line, error ?? said)),
      );
    } catch (error) {
      replaceChildren(line, noticeOf(error, say));
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
          h('p', { class: 'help' }, say('typeHelp')),
          h(
            'p',
            {},
            h(
              'a',
              { attributes: { href: '/copy.xlsx', download: state.fileName } },
              say('saveCopy'),
            ),
            ' ',
            h(
              'button',
              {
                class: 'quiet-button',
                attributes: { type: 'button' },
                on: { click: () => void goToNextProblem() },
              },
              say('nextProblem'),
            ),
          ),
          list,
          line,
          content,
        ]),
  );
  if (openTitle !== null) {
    await open(openTitle, openTitle === address.tab ? address.cell : null);
  }
};
