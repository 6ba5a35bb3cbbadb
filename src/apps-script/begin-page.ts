import { BEGIN_WORDS } from '../core/language/begin-words.ts';
import { LANGUAGES } from '../core/model/locale.ts';
import type { Language } from '../core/model/workspace.ts';
import { Refusal, readAsked } from '../workflows/begin/asked-step.ts';
import type { AskedStep, BeginAnswer, FirstResult } from '../workflows/begin/begin.ts';
import { lookBegin } from '../workflows/begin/look-begin.ts';
import { lookFigures } from '../workflows/begin/look-figures.ts';
import { saveBegin } from '../workflows/begin/save-begin.ts';
import { saveSource } from '../workflows/begin/save-source.ts';
import { answerBoard } from '../workflows/board/answer-board.ts';
import { recalculate } from '../workflows/recalculation/recalculate.ts';
import { openedPage } from './board-page.ts';
import { explain, personLanguage } from './explained-failure.ts';
import { boardPorts, sheetPorts } from './sheet-handlers.ts';

/** A recalculation, and what it says of every KPI. */
function firstResults(fileId: string): FirstResult[] {
  recalculate(sheetPorts, fileId, 'menu');
  const { kpis } = answerBoard(boardPorts, fileId, { language: null, whatIf: '' });
  return kpis.map(({ name, status, explanation }) => ({
    name,
    status: `${status.symbol} ${status.word}`,
    sentence: explanation,
  }));
}

/** The language of the page that asks; before there is one, that of the person. */
const spokenIn = (sent: unknown): Language =>
  LANGUAGES.find((own) => own === Object(sent).language) ?? personLanguage();

/** What was written, in a sentence; '' for nothing. */
function saved(fileId: string, spoken: Language, asked: AskedStep): string {
  if (asked.step === 'look') return '';
  return asked.step === 'source'
    ? saveSource(sheetPorts, fileId, spoken, asked)
    : saveBegin(sheetPorts, fileId, spoken, asked);
}

/** What a step comes to; without one, what the workbook holds so far. */
export function beginAnswer(fileId: string, sent: unknown): BeginAnswer {
  const spoken = spokenIn(sent);
  try {
    const asked = readAsked(sent);
    const isResult = Object(sent).step === 'result';
    const look = asked?.step === 'look' ? lookFigures(sheetPorts, fileId, spoken, asked) : null;
    const said = asked === null ? '' : saved(fileId, spoken, asked);
    const results = isResult ? firstResults(fileId) : [];
    const state = lookBegin(sheetPorts, fileId, spoken);
    const isEmpty = isResult && results.length === 0;
    return { state, said: isEmpty ? BEGIN_WORDS[state.language].noResult : said, results, look };
  } catch (error) {
    return { failure: error instanceof Refusal ? error.message : explain(error, 'begin', spoken) };
  }
}

export function beginPage(fileId: string): GoogleAppsScript.HTML.HtmlOutput {
  const answer = beginAnswer(fileId, null);
  const language = 'state' in answer ? answer.state.language : personLanguage();
  return openedPage(
    { view: 'begin', language, workbook: fileId, answer },
    BEGIN_WORDS[language].title,
  );
}
