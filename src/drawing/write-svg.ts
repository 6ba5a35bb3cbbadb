import type { Shape } from './shape.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** The part of a document that is needed, so that a picture can be drawn wherever there is one. */
interface Maker<Node extends Drawn> {
  createElementNS(namespace: typeof SVG, name: string): Node;
}

interface Drawn {
  setAttribute(name: string, value: string): void;
  append(...children: unknown[]): void;
}

/** A picture as nodes of a page. Text stays text: nothing is read as markup. */
export function svgNode<Node extends Drawn>(shape: Shape, maker: Maker<Node>): Node {
  const node = maker.createElementNS(SVG, shape.tag);
  for (const [name, value] of Object.entries(shape.attributes)) {
    node.setAttribute(name, String(value));
  }
  node.append(
    ...shape.children.map((child) => (typeof child === 'string' ? child : svgNode(child, maker))),
  );
  return node;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Marks that XML refuses, even written as a reference. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escaped = (text: string): string =>
  text.replace(UNWRITABLE, '').replace(/[&<>"]/g, (mark) => ENTITIES[mark]);

/** A picture as the text of an SVG element. */
export function svgText({ tag, attributes, children }: Shape): string {
  const said = Object.entries(tag === 'svg' ? { xmlns: SVG, ...attributes } : attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
  const inside = children
    .map((child) => (typeof child === 'string' ? escaped(child) : svgText(child)))
    .join('');
  return inside === '' ? `<${tag}${said}/>` : `<${tag}${said}>${inside}</${tag}>`;
}
