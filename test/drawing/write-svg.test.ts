import { group, shape } from '../../src/drawing/shape.ts';
import { svgNode, svgText } from '../../src/drawing/write-svg.ts';

test('text stays text, in elements and in attributes', () => {
  const picture = shape('svg', { 'aria-label': '"><script>' }, shape('text', {}, '<b>&</b>\u0000'));
  expect(svgText(picture)).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" aria-label="&quot;&gt;&lt;script&gt;"><text>&lt;b&gt;&amp;&lt;/b&gt;</text></svg>',
  );
});

test('what is null is left out, what is 0 is not', () => {
  expect(svgText(group({ x: 0, y: null, r: -1.239 }, [null, false, shape('path')]))).toBe(
    '<g x="0" r="-1.24"><path/></g>',
  );
});

test('in a page every element is made, and text appended as text', () => {
  interface Node {
    name: string;
    attributes: Record<string, string>;
    inside: unknown[];
    setAttribute(name: string, value: string): void;
    append(...children: unknown[]): void;
  }
  const maker = {
    createElementNS: (_: string, name: string): Node => ({
      name,
      attributes: {},
      inside: [],
      setAttribute(key, value) {
        this.attributes[key] = value;
      },
      append(...children) {
        this.inside.push(...children);
      },
    }),
  };
  const node = svgNode(group({ id: 7 }, [shape('text', {}, '<b>')]), maker);
  expect(node.attributes).toEqual({ id: '7' });
  expect(node.inside).toMatchObject([{ name: 'text', inside: ['<b>'] }]);
});
