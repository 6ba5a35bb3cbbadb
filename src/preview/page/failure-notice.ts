import { h } from '../../board/dom.ts';
import type { FailureReply } from '../page-api.ts';
import { ReplyError } from './api-client.ts';
import type { Say } from './texts.ts';

/** A failure as Data Studio shows it on a chart: one sentence, and more for the owner. */
export function failureNotice(failure: FailureReply['failure'], say: Say): HTMLElement {
  const technical = [failure.debug, failure.stack].filter((text) => text !== undefined).join('\n');
  return h(
    'div',
    { class: 'notice notice-bad', attributes: { role: 'alert' } },
    h('p', { class: 'notice-title' }, failure.title),
    h('p', {}, failure.text),
    technical !== '' &&
      h('details', {}, h('summary', {}, say('technical')), h('pre', {}, technical)),
  );
}

export function noticeOf(error: unknown, say: Say): HTMLElement {
  if (error instanceof ReplyError) return failureNotice(error.failure, say);
  // A fetch that never arrived: the server is gone.
  if (error instanceof TypeError) {
    return failureNotice({ title: 'Koers', text: say('unreachable') }, say);
  }
  throw error;
}
