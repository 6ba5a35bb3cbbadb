import { h, replaceChildren } from '../../board/dom.ts';
import type { RunReply, RunRequest, ScreenMessage } from '../page-api.ts';
import { askRun } from './api-client.ts';
import { dialogQuestion } from './dialog-question.ts';
import { noticeOf } from './failure-notice.ts';
import { formatMoment } from './format.ts';
import type { PageContext, View } from './page-context.ts';

interface LastRun {
  readonly name: string;
  readonly request: RunRequest;
  readonly reply: RunReply;
}

// What the last action said stays while the page redraws itself for the new figures.
let lastRun: LastRun | null = null;
let answerPlace: HTMLElement | null = null;

function replyBox(context: PageContext): HTMLElement | false {
  if (lastRun === null) return false;
  const { say } = context;
  const { name, request, reply } = lastRun;
  if (reply.question !== null) {
    const answers = request.answers ?? [];
    return dialogQuestion(reply.question, say, (answer) => {
      void run({ ...request, answers: [...answers, answer] }, name, context);
    });
  }
  const text =
    reply.error === null ? say('done', { name }) : say('failed', { name, reason: reply.error });
  return h(
    'div',
    {
      class: `notice ${reply.error === null ? 'notice-good' : 'notice-bad'}`,
      attributes: { role: 'status' },
    },
    h('p', { class: 'notice-title' }, text),
    ...reply.messages.map(screenMessage),
  );
}

function screenMessage(message: ScreenMessage): HTMLElement {
  return h(
    'div',
    { class: 'screen-message' },
    message.title !== '' && h('strong', {}, message.title),
    message.text !== '' && h('p', {}, message.text),
    message.page !== undefined &&
      h('iframe', { attributes: { src: `/script/shown/${message.page}`, title: message.title } }),
  );
}

async function run(request: RunRequest, name: string, context: PageContext): Promise<void> {
  const { say } = context;
  const show = (child: Node | false): void => {
    if (answerPlace !== null) replaceChildren(answerPlace, child);
  };
  show(h('p', { class: 'help', attributes: { role: 'status' } }, say('running')));
  try {
    lastRun = { name, request, reply: await askRun(request) };
    show(replyBox(context));
  } catch (error) {
    show(noticeOf(error, say));
  }
}

/** The menu, the schedule, the outbox and the log of the emulated account. */
export const actionsView: View = async (place, context) => {
  const { say, state, language } = context;
  answerPlace = h('div', { class: 'answer' }, replyBox(context));

  const runButton = (
    request: Omit<RunRequest, 'language'>,
    name: string,
    label: string,
  ): HTMLElement =>
    h(
      'button',
      {
        class: request.kind === 'menu' ? 'menu-item' : 'quiet-button',
        attributes: { type: 'button' },
        on: { click: () => void run({ ...request, language }, name, context) },
      },
      label,
    );
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
      ...(mail.mail === null
        ? [h('pre', {}, mail.body)]
        : [
            // Without rights: it runs nothing.
            h('iframe', {
              attributes: { src: `/script/mail/${mail.mail}`, sandbox: '', title: mail.subject },
            }),
            h('details', {}, h('summary', {}, say('asPlainText')), h('pre', {}, mail.body)),
          ]),
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
    answerPlace,
    h(
      'div',
      { class: 'columns' },
      part(say('menu'), say('menuHelp'), menu, say('noMenu')),
      h(
        'div',
        { class: 'column' },
        part(say('triggers'), '', triggers, say('noTriggers')),
        part(say('outbox'), say('outboxHelp'), mails, say('noOutbox'), 'div'),
        part(say('log'), '', log, say('noLog')),
      ),
    ),
  );
};
