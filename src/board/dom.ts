// Builds the page from nodes and text; markup is never put together from strings.

export type Child = Node | string | number | null | undefined | false;

type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;
type Listener = (event: Event) => void;

export interface ElementOptions {
  readonly class?: string;
  readonly attributes?: Attributes;
  readonly style?: Readonly<Record<string, string>>;
  readonly on?: Readonly<Record<string, Listener>>;
}

function fill(node: HTMLElement, options: ElementOptions, children: readonly Child[]) {
  if (options.class) node.setAttribute('class', options.class);
  for (const [name, value] of Object.entries(options.attributes ?? {})) {
    if (value === true) node.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, String(value));
    }
  }
  for (const [name, value] of Object.entries(options.style ?? {})) {
    node.style.setProperty(name, value);
  }
  for (const [name, listener] of Object.entries(options.on ?? {})) {
    node.addEventListener(name, listener);
  }
  append(node, children);
}

function append(node: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    node.appendChild(typeof child === 'object' ? child : document.createTextNode(String(child)));
  }
}

export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  options: ElementOptions = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const node = document.createElement(name);
  fill(node, options, children);
  return node;
}

export function replaceChildren(node: Node, ...children: readonly Child[]): void {
  while (node.firstChild) node.removeChild(node.firstChild);
  append(node, children);
}

/** Only addresses that a browser opens as a page; text from a workbook may hold anything. */
export function safeLink(url: string, text: string, name: string | null = null): HTMLElement {
  if (!/^https?:\/\//i.test(url)) return h('span', {}, text);
  const attributes = {
    href: url,
    rel: 'noreferrer noopener',
    target: '_blank',
    'aria-label': name,
  };
  return h('a', { attributes }, text);
}
