import { BOARD_WORDS } from '../core/language/board-words.ts';
import { LANGUAGES } from '../core/model/locale.ts';
import type { Language } from '../core/model/workspace.ts';
import type { OpenedBegin } from '../workflows/begin/begin.ts';
import type * as AnswerBoard from '../workflows/board/answer-board.ts';
import type { BoardWish } from '../workflows/board/answer-board.ts';
import type { BoardAnswer, OpenedBoard } from '../workflows/board/board.ts';
import { pageWithBoard } from '../workflows/board/page-with-board.ts';
import { askedWhatIf, type SourcePorts } from '../workflows/connector/table-source.ts';
import type { OpenedReview } from '../workflows/review/review.ts';
import { explain, personLanguage } from './explained-failure.ts';

/** Run when a board is asked for: a chart of a report needs none of its sentences. */
declare const require: (path: '../workflows/board/answer-board.ts') => typeof AnswerBoard;

/** The file of the project that the build makes from src/board. */
const BOARD_FILE = 'board';

/** Null for what is no language of ours. */
export const askedLanguage = (code: unknown): Language | null =>
  LANGUAGES.find((known) => known === code) ?? null;

/** What the page asks for; whatever is no question of ours asks for nothing. */
export const boardWish = (language: unknown, whatIf: unknown): BoardWish => ({
  language: askedLanguage(language),
  whatIf: askedWhatIf(whatIf),
});

/** The board, or the sentence that says why there is none: a page shows either. */
export function boardAnswer(
  ports: SourcePorts,
  fileIdOf: () => string,
  wish: BoardWish,
): BoardAnswer {
  try {
    const { answerBoard } = require('../workflows/board/answer-board.ts');
    return { board: answerBoard(ports, fileIdOf(), wish) };
  } catch (error) {
    const spoken = wish.language ?? personLanguage();
    return { failure: explain(error, 'board', spoken), language: spoken };
  }
}

/** The page that the build made, with what it shows from the start. */
export function openedPage(
  opened: OpenedBoard | OpenedBegin | OpenedReview,
  title: string,
): GoogleAppsScript.HTML.HtmlOutput {
  const page = HtmlService.createHtmlOutputFromFile(BOARD_FILE).getContent();
  return HtmlService.createHtmlOutput(pageWithBoard(page, opened)).setTitle(title);
}

export function boardPage(opened: OpenedBoard): GoogleAppsScript.HTML.HtmlOutput {
  const { answer } = opened;
  const { language } = 'board' in answer ? answer.board : answer;
  return openedPage(opened, BOARD_WORDS[language].title);
}
