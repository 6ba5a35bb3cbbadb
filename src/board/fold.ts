import { type Child, h } from './dom.ts';

interface Folded {
  readonly class?: string;
  readonly isOpen?: boolean;
  readonly summary: readonly Child[];
  readonly inside: () => HTMLElement;
}

/** Something folded under its summary; its inside is drawn when it is first needed. */
export function fold({ isOpen = false, summary, inside, ...options }: Folded): HTMLDetailsElement {
  const node = h(
    'details',
    { class: options.class, attributes: { open: isOpen } },
    h('summary', {}, ...summary),
    isOpen && inside(),
  );
  if (!isOpen) node.addEventListener('toggle', () => node.append(inside()), { once: true });
  return node;
}

/** The browser tells of unfolding a moment later; what cannot wait for that is drawn here. */
const drawNow = (node: HTMLDetailsElement): boolean => node.dispatchEvent(new Event('toggle'));

export function unfold(node: HTMLDetailsElement): void {
  node.open = true;
  drawNow(node);
}

/** Folded still, but there: for what the browser itself searches. */
export function drawFoldsIn(root: HTMLElement): void {
  for (const node of root.querySelectorAll('details')) drawNow(node);
}

export function unfoldAllIn(root: HTMLElement): void {
  for (const node of root.querySelectorAll('details')) unfold(node);
}
