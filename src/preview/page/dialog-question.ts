import type { DialogAnswer, ScreenMessage } from '../page-api.ts';
import { h } from './dom.ts';
import type { Say } from './texts.ts';
import type { TextKey } from './texts-en.ts';

const BUTTONS: Readonly<Record<string, readonly (readonly [button: string, text: TextKey])[]>> = {
  alert: [
    ['YES', 'yesButton'],
    ['NO', 'noButton'],
  ],
  prompt: [
    ['OK', 'okButton'],
    ['CANCEL', 'cancelButton'],
  ],
};

/** A question of the script, as a spreadsheet would put it in front of the person. */
export function dialogQuestion(
  { kind, title, text }: ScreenMessage,
  say: Say,
  onAnswer: (answer: DialogAnswer) => void,
): HTMLElement {
  const field = h('input', { attributes: { type: 'text', 'aria-label': text } });
  const buttons = (BUTTONS[kind] ?? BUTTONS.alert ?? []).map(([button, key]) =>
    h(
      'button',
      {
        class: 'quiet-button',
        attributes: { type: 'button' },
        on: { click: () => onAnswer({ question: text, button, text: field.value }) },
      },
      say(key),
    ),
  );
  return h(
    'div',
    { class: 'notice', attributes: { role: 'group', 'aria-label': title } },
    h('p', { class: 'notice-title' }, title),
    h('p', { class: 'screen-message' }, text),
    kind === 'prompt' && field,
    h('p', { class: 'dialog-buttons' }, ...buttons),
  );
}
