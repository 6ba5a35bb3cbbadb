import type { EmulatedAccount } from './emulation/host/account.ts';
import type { DialogAnswer } from './page-api.ts';

/**
 * Lets the person at the page answer the script's questions. A question without an answer ends
 * the run as if nobody were there; the page then asks it and runs again with the answer.
 */
export function answerDialogs(
  account: EmulatedAccount,
  answers: readonly DialogAnswer[],
): () => void {
  const answer = () => {
    const asked = account.screen.at(-1);
    return answers.find(({ question }) => question === String(asked?.content));
  };
  // Asked for at each dialog, after the question came on the screen: an alert that only has to be
  // read finds nothing here and closes by itself.
  Object.defineProperty(account, 'answerDialog', {
    configurable: true,
    get: () => {
      const found = answer();
      return found === undefined ? undefined : () => ({ button: found.button, text: found.text });
    },
  });
  return () => Reflect.deleteProperty(account, 'answerDialog');
}

/** The emulation's way to say that a question stayed open. */
export const isUnanswered = (message: string): boolean => message.startsWith('Nobody answers');
