import type { Language } from '../core/model/workspace.ts';
import type { BeginAnswer } from '../workflows/begin/begin.ts';
import type { BoardAnswer } from '../workflows/board/board.ts';
import type { CheckInAnswer, SentCheckIn } from '../workflows/check-in/sent-check-in.ts';

interface Runner {
  withSuccessHandler(handler: (text: string) => void): Runner;
  withFailureHandler(handler: (error: { message: string }) => void): Runner;
  boardText(language: Language, workbook: string): void;
  beginText(asked: unknown): void;
  /** Only the script of a Sheet has it. */
  checkInText(sent: SentCheckIn): void;
}

/** What Apps Script gives every page that it serves. */
declare const google: { readonly script: { readonly run: Runner } } | undefined;

/** The board of now, from the script that served this page. */
export function askBoard(language: Language, workbook: string): Promise<BoardAnswer> {
  return new Promise((resolve) => {
    const fail = (failure: string) => resolve({ failure, language });
    if (typeof google === 'undefined') return fail('google.script.run');
    google.script.run
      // SAFETY: the script answers with this, as text.
      .withSuccessHandler((text) => resolve(JSON.parse(text) as BoardAnswer))
      .withFailureHandler(({ message }) => fail(message))
      .boardText(language, workbook);
  });
}

/** What a step of Begin comes to, from the script that served this page. */
export function askBegin(asked: unknown): Promise<BeginAnswer> {
  return new Promise((resolve) => {
    const fail = (failure: string) => resolve({ failure });
    if (typeof google === 'undefined') return fail('google.script.run');
    google.script.run
      // SAFETY: the script answers with this, as text.
      .withSuccessHandler((text) => resolve(JSON.parse(text) as BeginAnswer))
      .withFailureHandler(({ message }) => fail(message))
      .beginText(asked);
  });
}

/** Has a check-in written down by the script that served this page. */
export function sendCheckIn(sent: SentCheckIn): Promise<CheckInAnswer> {
  return new Promise((resolve) => {
    const fail = (said: string) => resolve({ said, isWritten: false });
    if (typeof google === 'undefined') return fail('google.script.run');
    google.script.run
      // SAFETY: the script answers with this, as text.
      .withSuccessHandler((text) => resolve(JSON.parse(text) as CheckInAnswer))
      .withFailureHandler(({ message }) => fail(message))
      .checkInText(sent);
  });
}
