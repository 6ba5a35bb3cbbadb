import { h } from '../../board/dom.ts';
import type { TabView } from '../page-api.ts';

interface Typist {
  /** What a person would type for what a cell holds now. */
  readonly typedAt: (address: string) => string;
  readonly type: (address: string, texts: readonly (readonly string[])[]) => void;
  /** Tells of the cell that has the focus. */
  readonly tell: (address: string) => void;
}

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const cellOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;

/** A, B, … and 1, 2, … as they stand in an address. */
function parts(address: string): { column: string; row: number } {
  const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return { column, row: Number(row) };
}

/** Rows and cells as a spreadsheet puts them on the clipboard. */
const pastedRows = (text: string): string[][] =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'));

/** Cells that somebody types in, as in a spreadsheet: by keyboard, by mouse and by pasting. */
export function typedCells(table: HTMLElement, { columns }: TabView, typist: Typist): void {
  let open: { readonly cell: HTMLElement; readonly input: HTMLInputElement } | null = null;

  const at = (address: string) =>
    table.querySelector<HTMLElement>(`[data-cell="${CSS.escape(address)}"]`);

  const focus = (address: string): void => at(address)?.focus();

  /** The neighbour of a cell, if there is one. */
  const step = (cell: HTMLElement, [down, right]: readonly [number, number]): void => {
    const { column, row } = parts(cell.dataset.cell ?? '');
    focus(`${columns[columns.indexOf(column) + right] ?? column}${row + down}`);
  };

  const close = (isTaken: boolean): void => {
    if (open === null) return;
    const { cell, input } = open;
    open = null;
    const address = cell.dataset.cell ?? '';
    const { value } = input;
    cell.classList.remove('grid-typing');
    input.remove();
    if (isTaken && value !== typist.typedAt(address)) typist.type(address, [[value]]);
  };

  const edit = (cell: HTMLElement, value: string): void => {
    close(true);
    const address = cell.dataset.cell ?? '';
    const input = h('input', {
      class: 'grid-input',
      attributes: { type: 'text', 'aria-label': address, autocomplete: 'off' },
    });
    input.value = value;
    cell.classList.add('grid-typing');
    cell.append(input);
    open = { cell, input };
    input.focus();
    input.setSelectionRange(value.length, value.length);
  };

  const whileTyping = (event: KeyboardEvent, cell: HTMLElement): void => {
    const { key, shiftKey } = event;
    if (key !== 'Enter' && key !== 'Tab' && key !== 'Escape') return;
    event.preventDefault();
    close(key !== 'Escape');
    const way = { Enter: [1, 0], Tab: [0, shiftKey ? -1 : 1], Escape: [0, 0] } as const;
    step(cell, way[key]);
  };

  const onKey = (event: KeyboardEvent): void => {
    const cell = cellOf(event.target);
    if (cell === null) return;
    if (open !== null) {
      whileTyping(event, cell);
      return;
    }
    const { key } = event;
    const address = cell.dataset.cell ?? '';
    const way = STEPS[key];
    if (way !== undefined) step(cell, way);
    else if (key === 'Enter' || key === 'F2') edit(cell, typist.typedAt(address));
    else if (key === 'Delete' || key === 'Backspace') typist.type(address, [['']]);
    else if (key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) edit(cell, key);
    else return;
    event.preventDefault();
  };

  table.addEventListener('keydown', onKey);
  table.addEventListener('focusin', (event) => {
    const cell = cellOf(event.target);
    if (cell === null) return;
    for (const other of table.querySelectorAll('td[tabindex="0"]'))
      other.setAttribute('tabindex', '-1');
    cell.setAttribute('tabindex', '0');
    typist.tell(cell.dataset.cell ?? '');
  });
  table.addEventListener('focusout', (event) => {
    if (event.target === open?.input) close(true);
  });
  table.addEventListener('dblclick', (event) => {
    const cell = cellOf(event.target);
    if (cell !== null && open === null) edit(cell, typist.typedAt(cell.dataset.cell ?? ''));
  });
  table.addEventListener('paste', (event) => {
    const cell = cellOf(event.target);
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (cell === null || open !== null || text === '') return;
    event.preventDefault();
    typist.type(cell.dataset.cell ?? '', pastedRows(text));
  });
  table.querySelector('td')?.setAttribute('tabindex', '0');
}
