import type { RunReply, RunRequest } from '../page-api.ts';
import { askRun } from './api-client.ts';
import { h, replaceChildren } from './dom.ts';
import { noticeOf } from './failure-notice.ts';
import { formatMoment } from './format.ts';
import type { PageContext, View } from './page-context.ts';

// What the last action said stays while the page redraws itself for the new figures.
let lastReply: { readonly name: string; readonly reply: RunReply } | null = null;

function replyBox(context: PageContext): HTMLElement | false {
  if (lastReply === null) return false;
  const { say } = context;
  const { name, reply } = lastReply;
  const text =
    reply.error === null ? say('done', { name }) : say('failed', { name, reason: reply.error });
  return h(
    'div',
    {
      class: `notice ${reply.isDone ? 'notice-good' : 'notice-bad'}`,
      attributes: { role: 'status' },
    },
    h('p', { class: 'notice-title' }, text),
    ...reply.messages.map((message) =>
      h(
        'div',
        { class: 'screen-message' },
        message.title !== '' && h('strong', {}, message.title),
        message.text !== '' && h('p', {}, message.text),
        // The frame has no rights at all: its page is looked at, not used.
        message.html !== undefined &&
          h('iframe', { attributes: { sandbox: '', srcdoc: message.html, title: message.title } }),
      ),
    ),
  );
}

/** The menu, the schedule, the outbox and the log of the emulated account. */
export const actionsView: View = async (place, context) => {
  const { say, state, language } = context;
  const answer = h('div', { class: 'answer' }, replyBox(context));

  const run = async (request: RunRequest, name: string, button: HTMLButtonElement) => {
    button.disabled = true;
    replaceChildren(
      answer,
      h('p', { class: 'help', attributes: { role: 'status' } }, say('running')),
    );
    try {
      lastReply = { name, reply: await askRun(request) };
      replaceChildren(answer, replyBox(context));
    } catch (error) {
      replaceChildren(answer, noticeOf(error, say));
    }
    button.disabled = false;
  };
  const runButton = (request: RunRequest, name: string, label: string): HTMLElement => {
    const button: HTMLButtonElement = h(
      'button',
      {
        class: request.kind === 'menu' ? 'menu-item' : 'quiet-button',
        attributes: { type: 'button' },
        on: { click: () => void run(request, name, button) },
      },
      label,
    );
    return button;
  };
  const menu = state.menu.map((entry) =>
    h(
      'li',
      { class: `menu-depth-${entry.depth}` },
      entry.functionName === undefined
        ? h('span', { class: 'eyebrow' }, entry.label)
        : runButton({ kind: 'menu', id: entry.functionName }, entry.label, entry.label),
    ),
  );
  const triggers = state.triggers.map((trigger) =>
    h(
      'li',
      { class: 'trigger' },
      h('span', {}, h('code', {}, trigger.functionName), ` · ${trigger.schedule}`),
      runButton({ kind: 'trigger', id: trigger.id }, trigger.functionName, say('runNow')),
    ),
  );
  const mails = state.outbox.map((mail) =>
    h(
      'details',
      { class: 'mail' },
      h(
        'summary',
        {},
        h('strong', {}, mail.subject),
        ` · ${say('mailTo')} ${mail.to} · ${formatMoment(mail.sentAt, language)}`,
      ),
      h('pre', {}, mail.body),
    ),
  );
  const log = state.log.map((entry) =>
    h(
      'li',
      {},
      h('span', { class: 'help' }, `${formatMoment(entry.at, language)} ${entry.severity}`),
      h('pre', {}, entry.text),
    ),
  );
  const part = (
    title: string,
    help: string,
    items: Node[],
    none: string,
    list: 'ul' | 'div' = 'ul',
  ) =>
    h(
      'section',
      { class: 'panel' },
      h('h2', {}, title),
      help !== '' && h('p', { class: 'help' }, help),
      items.length === 0 ? h('p', {}, none) : h(list, { class: 'plain' }, ...items),
    );
  replaceChildren(
    place,
    h('h1', {}, say('actions')),
    answer,
    h(
      'div',
      { class: 'columns' },
      part(say('menu'), say('menuHelp'), menu, say('noMenu')),
      part(say('triggers'), '', triggers, say('noTriggers')),
      part(say('outbox'), say('outboxHelp'), mails, say('noOutbox'), 'div'),
      part(say('log'), '', log, say('noLog')),
    ),
  );
};
