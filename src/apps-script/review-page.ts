import { REVIEW_WORDS } from '../core/language/review-words.ts';
import type { Language } from '../core/model/workspace.ts';
import { Refusal } from '../workflows/begin/asked-step.ts';
import { seenTables } from '../workflows/board/answer-board.ts';
import { BOARD_TABLES } from '../workflows/board/make-board.ts';
import { makeReview } from '../workflows/review/make-review.ts';
import type { OpenedReview } from '../workflows/review/review.ts';
import { type DecisionsAnswer, readDecisions } from '../workflows/review/sent-decisions.ts';
import { answerDecisions } from '../workflows/review/write-decisions.ts';
import { openedPage } from './board-page.ts';
import { explain, personLanguage } from './explained-failure.ts';
import { boardPorts, sheetPorts } from './sheet-handlers.ts';

function reviewAnswer(fileId: string): OpenedReview['answer'] {
  try {
    const { tables, language } = seenTables(boardPorts, fileId, BOARD_TABLES, {
      language: null,
      whatIf: '',
    });
    return { review: makeReview(tables, language) };
  } catch (error) {
    return { failure: explain(error, 'review'), language: personLanguage() };
  }
}

/** The review meeting, from the last results; in the language of the workbook, as a meeting shares. */
export function reviewPage(fileId: string): GoogleAppsScript.HTML.HtmlOutput {
  const answer = reviewAnswer(fileId);
  const { language } = 'review' in answer ? answer.review : answer;
  return openedPage({ view: 'review', answer, workbook: fileId }, REVIEW_WORDS[language].title);
}

/** What is decided as it would stand in the workbook, and with an OK written there. */
export function decisionsAnswer(
  fileId: string,
  sent: unknown,
  language: Language | null,
): DecisionsAnswer {
  const spoken = language ?? personLanguage();
  try {
    return answerDecisions(sheetPorts, fileId, readDecisions(sent), spoken);
  } catch (error) {
    return {
      failure: error instanceof Refusal ? error.message : explain(error, 'decisions', spoken),
    };
  }
}
