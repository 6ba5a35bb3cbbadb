import type { Kpi } from '../../model/kpi.ts';
import type { ReadContext } from '../rows/read-context.ts';
import { reportMissingTab } from '../rows/read-rows.ts';
import type { SheetInput } from '../sheet/sheet-input.ts';
import type { MeasureDraft } from '../tabs/measure-draft.ts';
import { completeMeasures } from './complete-measures.ts';
import { newFactBuffer } from './fact-buffer.ts';
import { measureDictionary, reportStrangers } from './measure-dictionary.ts';
import { readActuals } from './read-actuals.ts';
import { readSources } from './read-sources.ts';
import { settleDifferentValues } from './settle-different-values.ts';
import { settlePeriodLengths } from './settle-period-lengths.ts';
import { settleTotalLines } from './settle-total-lines.ts';
import { surveyFacts } from './survey-facts.ts';

/**
 * What happened: every value of every Actuals tab and of the sources that measures name, and what
 * that tells of measures.
 *
 * @param sheets where the sources are found
 */
export function readFigures(
  sheets: readonly SheetInput[],
  actuals: readonly SheetInput[],
  drafts: readonly MeasureDraft[],
  kpis: readonly Kpi[],
  context: ReadContext,
) {
  const facts = newFactBuffer();
  const dictionary = measureDictionary(drafts);
  const sink = { facts, dictionary, context, styles: new Map() };
  const notes = actuals.flatMap((sheet) => readActuals(sheet, sink));
  readSources(sheets, sink);
  const hasOtherSource = drafts.some(({ source }) => source !== null);
  if (actuals.length === 0 && !hasOtherSource) reportMissingTab('actuals', context);
  reportStrangers(dictionary, context);
  settleDifferentValues(facts, dictionary);
  settlePeriodLengths(facts, dictionary, context);
  settleTotalLines(facts, dictionary, context);
  const survey = surveyFacts(facts, drafts.length);
  const complete = completeMeasures(dictionary, facts, survey, kpis, context);
  return { facts, survey, ...complete, notes, repeatedEvents: dictionary.repeatedEvents };
}
