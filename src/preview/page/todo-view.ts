import { h, replaceChildren } from '../../board/dom.ts';
import type { Row } from './api-client.ts';
import { askTable, proseOf, textOf, toRows } from './api-client.ts';
import { cellLink } from './page-address.ts';
import type { PageContext, View } from './page-context.ts';
import type { Say } from './texts.ts';
import type { TextKey } from './texts-en.ts';

interface Severity {
  readonly tone: 'bad' | 'watch' | 'quiet';
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
    h('p', { class: 'finding-text' }, proseOf(row, 'finding_text')),
    textOf(row, 'fix_text') !== '' &&
      h(
        'p',
        { class: 'fix' },
        h('span', { class: 'eyebrow' }, say('fix')),
        ` ${proseOf(row, 'fix_text')}`,
      ),
  );
}

/** What asks for work is counted; what is only good to know does not frighten. */
function verdict(rows: readonly Row[], say: Say): HTMLElement {
  const info = rows.filter((row) => textOf(row, 'finding_severity') === 'info').length;
  const open = rows.length - info;
  if (rows.length === 0) return h('p', { class: 'all-good' }, say('todoDone'));
  if (open === 0) return h('p', { class: 'all-good' }, say('onlyInfo', { count: info }));
  const count = open === 1 ? say('openCountOne') : say('openCount', { count: open });
  return h(
    'p',
    { class: 'headline-text' },
    info === 0 ? count : `${count}, ${say('alsoInfo', { count: info })}`,
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
  replaceChildren(
    place,
    h('h1', {}, say('todo')),
    h('p', { class: 'help' }, say('todoHelp')),
    verdict(rows, say),
    h('ol', { class: 'findings' }, ...rows.map((row) => finding(row, context))),
  );
};
