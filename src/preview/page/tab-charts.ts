import { h } from '../../board/dom.ts';
import type { TabChart } from '../page-api.ts';
import { series } from './figure-charts.ts';
import type { PageContext } from './page-context.ts';

/** Lines in the colours that the script chose, with the names that stand above their figures. */
function chart({ description, heading, columns, rows, strokes }: TabChart, context: PageContext) {
  const drawn = series({ columns, rows }, context);
  drawn.title = description;
  const [name = '', standing = ''] = heading;
  drawn.prepend(h('strong', {}, name), h('div', { class: 'help' }, standing));
  strokes.forEach(({ colour, isDashed }, line) => {
    for (const node of drawn.querySelectorAll<SVGElement>(`.line-${line}`)) {
      node.style.stroke = colour;
      node.style.strokeDasharray = isDashed ? '9 6' : 'none';
    }
    const key = drawn.querySelector<HTMLElement>(`.key-${line}`);
    if (key === null) return;
    key.style.color = colour;
    key.textContent = `${isDashed ? '┅' : '━'} ${columns[line + 1].label}`;
  });
  return drawn;
}

/** The charts of a tab beside each other; a spreadsheet has them over its cells. */
export const tabCharts = (charts: readonly TabChart[], context: PageContext): HTMLElement | null =>
  charts.length === 0
    ? null
    : h('div', { class: 'tab-charts' }, ...charts.map((own) => chart(own, context)));
