import { h } from '../../board/dom.ts';
import type { Exchange } from '../data-studio/contract.ts';
import type { Say } from './texts.ts';

const MOST_CHARACTERS = 20_000;

function printed(value: unknown): string {
  const text = JSON.stringify(value, null, 2) ?? 'undefined';
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}\n…` : text;
}

/** Each call of the connector with what went in and what came out. */
export function exchangeLog(exchanges: readonly Exchange[], say: Say): HTMLElement {
  return h(
    'section',
    { class: 'exchanges' },
    h('h3', {}, say('exchanges')),
    h(
      'p',
      { class: 'help' },
      say('callsAndTime', {
        count: exchanges.length,
        time: Math.round(exchanges.reduce((all, { milliseconds }) => all + milliseconds, 0)),
      }),
    ),
    ...exchanges.map(({ functionName, request, answer, milliseconds }) =>
      h(
        'details',
        { class: 'exchange' },
        h(
          'summary',
          {},
          h('code', {}, functionName),
          ` · ${say('milliseconds', { count: Math.round(milliseconds) })}`,
          'error' in answer ? ` · ${answer.error.message}` : '',
        ),
        h('h4', {}, say('request')),
        h('pre', { attributes: { tabindex: 0 } }, printed(request)),
        h('h4', {}, say('response')),
        h(
          'pre',
          { attributes: { tabindex: 0 } },
          printed('result' in answer ? answer.result : answer.error),
        ),
      ),
    ),
  );
}
