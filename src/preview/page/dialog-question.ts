import { h } from '../../board/dom.ts';
import type { DialogAnswer, ScreenQuestion } from '../page-api.ts';
import type { Say } from './texts.ts';
import type { TextKey } from './texts-en.ts';

const BUTTONS: Readonly<Record<string, TextKey>> = {
  YES: 'yesButton',
  NO: 'noButton',
  OK: 'okButton',
  CANCEL: 'cancelButton',
  CLOSE: 'closeButton',
};

/** A question of the script, as a spreadsheet would put it in front of the person. */
export function dialogQuestion(
  { kind, title, text, buttons }: ScreenQuestion,
  say: Say,
  onAnswer: (answer: DialogAnswer) => void,
): HTMLElement {
  const field = h('input', { attributes: { type: 'text', 'aria-label': text } });
  const pressed = buttons.map((button) =>
    h(
      'button',
      {
        class: 'quiet-button',
        attributes: { type: 'button' },
        on: { click: () => onAnswer({ question: text, button, text: field.value }) },
      },
      say(BUTTONS[button] ?? 'okButton'),
    ),
  );
  return h(
    'div',
    { class: 'notice', attributes: { role: 'group', 'aria-label': title } },
    h('p', { class: 'notice-title' }, title),
    h('p', { class: 'screen-message' }, text),
    kind === 'prompt' && field,
    h('p', { class: 'dialog-buttons' }, ...pressed),
  );
}
