import type { Language } from '../core/model/workspace.ts';
import type { BeginAnswer } from '../workflows/begin/begin.ts';
import type { BoardAnswer } from '../workflows/board/board.ts';
import type { CheckInAnswer, SentCheckIn } from '../workflows/check-in/sent-check-in.ts';
import type { DecisionsAnswer, SentDecisions } from '../workflows/review/sent-decisions.ts';

interface Runner {
  withSuccessHandler(handler: (text: string) => void): Runner;
  withFailureHandler(handler: (error: { message: string }) => void): Runner;
  boardText(language: Language, workbook: string, whatIf: string): void;
  beginText(asked: unknown): void;
  /** Only the script of a Sheet has these. */
  checkInText(sent: SentCheckIn): void;
  decisionsText(sent: SentDecisions, language: Language): void;
}

/** What Apps Script gives every page that it serves. */
declare const google: { readonly script: { readonly run: Runner } } | undefined;

/** What a call of the script comes to; `failed` where it, or Google, fails. */
function answerOf<Answer>(
  failed: (message: string) => Answer,
  call: (run: Runner) => void,
): Promise<Answer> {
  return new Promise((resolve) => {
    const fail = (message: string) => resolve(failed(message));
    if (typeof google === 'undefined') return fail('google.script.run');
    call(
      google.script.run
        // SAFETY: the script answers with this, as text.
        .withSuccessHandler((text) => resolve(JSON.parse(text) as Answer))
        .withFailureHandler(({ message }) => fail(message)),
    );
  });
}

/** The board of now, and of another future where one is supposed, from the script that served this page. */
export const askBoard = (
  language: Language,
  workbook: string,
  whatIf: string,
): Promise<BoardAnswer> =>
  answerOf<BoardAnswer>(
    (failure) => ({ failure, language }),
    (run) => run.boardText(language, workbook, whatIf),
  );

/** What a step of Begin comes to, from the script that served this page. */
export const askBegin = (asked: unknown): Promise<BeginAnswer> =>
  answerOf<BeginAnswer>(
    (failure) => ({ failure }),
    (run) => run.beginText(asked),
  );

/** Has a check-in written down by the script that served this page. */
export const sendCheckIn = (sent: SentCheckIn): Promise<CheckInAnswer> =>
  answerOf<CheckInAnswer>(
    (said) => ({ said, isWritten: false }),
    (run) => run.checkInText(sent),
  );

/** Shows or writes down what a review decided, by the script that served this page. */
export const askDecisions = (sent: SentDecisions, language: Language): Promise<DecisionsAnswer> =>
  answerOf<DecisionsAnswer>(
    (failure) => ({ failure }),
    (run) => run.decisionsText(sent, language),
  );
