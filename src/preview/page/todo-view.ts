import type { Row } from './api-client.ts';
import { askTable, textOf, toRows } from './api-client.ts';
import { h, replaceChildren } from './dom.ts';
import { cellLink } from './page-address.ts';
import type { PageContext, View } from './page-context.ts';
import type { Tone } from './status.ts';
import type { TextKey } from './texts-en.ts';

interface Severity {
  readonly tone: Tone;
  readonly symbol: string;
  readonly text: TextKey;
}

const INFO: Severity = { tone: 'quiet', symbol: '○', text: 'severityInfo' };

const SEVERITIES: Readonly<Record<string, Severity>> = {
  error: { tone: 'bad', symbol: '◆', text: 'severityError' },
  warning: { tone: 'watch', symbol: '▲', text: 'severityWarning' },
  info: INFO,
};

function finding(row: Row, { say }: PageContext): HTMLElement {
  const severity = SEVERITIES[textOf(row, 'finding_severity')] ?? INFO;
  const place = [textOf(row, 'tab'), textOf(row, 'cell')].filter((part) => part !== '').join(' ');
  const about = [textOf(row, 'kpi'), textOf(row, 'goal')].filter((part) => part !== '').join(' · ');
  const tab = textOf(row, 'tab');
  return h(
    'li',
    { class: `finding edge-${severity.tone}` },
    h(
      'p',
      { class: 'finding-head' },
      h(
        'span',
        { class: `chip tone-${severity.tone}` },
        h('span', { class: 'chip-symbol', attributes: { 'aria-hidden': 'true' } }, severity.symbol),
        say(severity.text),
      ),
      place !== '' &&
        h(
          'span',
          { class: 'place' },
          h('span', { class: 'unseen' }, `${say('place')} `),
          tab === ''
            ? place
            : h('a', { attributes: { href: cellLink(tab, textOf(row, 'cell')) } }, place),
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
        ...['kpi', 'goal'],
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
