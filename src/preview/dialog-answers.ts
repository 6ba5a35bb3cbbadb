import { type Dialog, type EmulatedAccount, StoppedExecution } from './emulation/host/account.ts';
import type { DialogAnswer } from './page-api.ts';

interface Answering {
  /** The question that stayed open and ended the run. */
  readonly open: () => Dialog | null;
  readonly stop: () => void;
}

/**
 * Lets the person at the page answer the script's questions, in the order they are asked. At a
 * question without an answer the run is stopped, unseen by the script, so that it leaves no failure
 * behind; the page then asks it and runs again with one answer more.
 */
export function answerDialogs(
  account: EmulatedAccount,
  answers: readonly DialogAnswer[],
): Answering {
  let asked = 0;
  let open: Dialog | null = null;
  account.answerDialog = (dialog) => {
    // What only has to be read closes by itself, and stays on the page.
    if (dialog.kind === 'alert' && dialog.buttons === 'OK') return { button: 'OK', text: '' };
    const answer = answers[asked];
    asked += 1;
    if (answer?.question === dialog.prompt) return { button: answer.button, text: answer.text };
    open = dialog;
    throw new StoppedExecution(`"${dialog.prompt}" waits for an answer`);
  };
  return {
    open: () => open,
    stop: () => {
      delete account.answerDialog;
    },
  };
}
