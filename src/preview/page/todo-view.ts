import type { Row } from './api-client.ts';
import { askTable, textOf, toRows } from './api-client.ts';
import { h, replaceChildren, safeLink } from './dom.ts';
import type { PageContext, View } from './page-context.ts';
import type { Tone } from './status.ts';

const SEVERITIES: Readonly<Record<string, { tone: Tone; symbol: string }>> = {
  error: { tone: 'bad', symbol: '◆' },
  warning: { tone: 'watch', symbol: '▲' },
  info: { tone: 'quiet', symbol: '○' },
};

function finding(row: Row, { say }: PageContext): HTMLElement {
  const severity = textOf(row, 'finding_severity');
  const known = SEVERITIES[severity] ?? SEVERITIES.info;
  const place = [textOf(row, 'tab'), textOf(row, 'cell')].filter((part) => part !== '').join(' ');
  const about = [textOf(row, 'kpi'), textOf(row, 'goal')].filter((part) => part !== '').join(' · ');
  const url = textOf(row, 'cell_url');
  return h(
    'li',
    { class: `finding edge-${known?.tone}` },
    h(
      'p',
      { class: 'finding-head' },
      h(
        'span',
        { class: `chip tone-${known?.tone}` },
        h('span', { class: 'chip-symbol', attributes: { 'aria-hidden': 'true' } }, known?.symbol),
        severity,
      ),
      place !== '' &&
        h(
          'span',
          { class: 'place' },
          h('span', { class: 'unseen' }, `${say('place')} `),
          url === '' ? place : safeLink(url, place),
        ),
      about !== '' && h('span', { class: 'help' }, about),
    ),
    h('p', { class: 'finding-text' }, textOf(row, 'finding_text')),
    textOf(row, 'fix_text') !== '' &&
      h(
        'p',
        { class: 'fix' },
        h('span', { class: 'eyebrow' }, say('fix')),
        ` ${textOf(row, 'fix_text')}`,
      ),
  );
}

/** The checks as a list of things to do. */
export const todoView: View = async (place, context) => {
  const { say } = context;
  const rows = toRows(
    await askTable(context, 'checks', {
      dimensions: [
        ...['finding_severity', 'finding_code', 'finding_text', 'fix_text', 'tab', 'cell'],
        ...['cell_url', 'kpi', 'goal'],
      ],
      metrics: ['finding_order'],
      sort: [{ field: 'finding_order' }],
    }),
  );
  const count = rows.length === 1 ? say('openCountOne') : say('openCount', { count: rows.length });
  replaceChildren(
    place,
    h('h1', {}, say('todo')),
    h('p', { class: 'help' }, say('todoHelp')),
    rows.length === 0
      ? h('p', { class: 'all-good' }, say('todoDone'))
      : h('p', { class: 'headline-text' }, count),
    h('ol', { class: 'findings' }, ...rows.map((row) => finding(row, context))),
  );
};
