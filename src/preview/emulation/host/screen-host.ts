import { type Dialog, PlatformError, type ScreenEvent, type Selection } from './account.ts';
import { type Execution, hasScreen } from './execution-state.ts';

/** Operations of SpreadsheetApp's user interface. */
export const screenOperations = {
  show: (execution: Execution, event: ScreenEvent) => {
    // [assumed] A toast without anybody at the screen is simply not seen.
    if (hasScreen(execution)) execution.account.screen.push(event);
  },

  select: (execution: Execution, selection: Selection) => {
    // [assumed] A run without a screen selects nothing for anybody.
    if (hasScreen(execution)) execution.account.selection = selection;
  },

  /** The selection in a workbook; null where nothing is selected, or nobody looks. */
  selected: (execution: Execution, workbookId: string) => {
    const { selection } = execution.account;
    return hasScreen(execution) && selection?.workbookId === workbookId ? selection : null;
  },

  ask: (execution: Execution, dialog: Dialog) => {
    const { account } = execution;
    const { kind, title, prompt, buttons } = dialog;
    account.screen.push({ kind, title, content: prompt });
    if (account.answerDialog !== undefined) return account.answerDialog(dialog);
    // Nobody is there to answer: an alert with one button is closed, anything else waits forever.
    if (kind === 'alert' && buttons === 'OK') return { button: 'OK', text: '' };
    throw new PlatformError(
      `Nobody answers "${prompt}": EmulatedAccount.answerDialog is not set`,
      'NotEmulatedError',
    );
  },
};
