import { REVIEW_WORDS } from '../core/language/review-words.ts';
import { seenTables } from '../workflows/board/answer-board.ts';
import { BOARD_TABLES } from '../workflows/board/make-board.ts';
import { makeReview } from '../workflows/review/make-review.ts';
import type { OpenedReview } from '../workflows/review/review.ts';
import { openedPage } from './board-page.ts';
import { explain, personLanguage } from './explained-failure.ts';
import { boardPorts } from './sheet-handlers.ts';

function reviewAnswer(fileId: string): OpenedReview['answer'] {
  try {
    const { tables, language } = seenTables(boardPorts, fileId, BOARD_TABLES, null);
    return { review: makeReview(tables, language) };
  } catch (error) {
    return { failure: explain(error, 'review'), language: personLanguage() };
  }
}

/** The review meeting, from the last results; in the language of the workbook, as a meeting shares. */
export function reviewPage(fileId: string): GoogleAppsScript.HTML.HtmlOutput {
  const answer = reviewAnswer(fileId);
  const { language } = 'review' in answer ? answer.review : answer;
  return openedPage({ view: 'review', answer }, REVIEW_WORDS[language].title);
}
