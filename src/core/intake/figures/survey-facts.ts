import type { FactBuffer } from './fact-buffer.ts';

/** What one pass over all facts tells of each measure. */
export interface FactSurvey {
  /** Meaningless for a measure without facts. */
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  /** The first fact, in sheet order, of the last day; NO_FACT for a measure without facts. */
  readonly newestFact: Int32Array;
}

export const NO_FACT = -1;

export function surveyFacts(facts: FactBuffer, measureCount: number): FactSurvey {
  const firstDay = new Int32Array(measureCount).fill(2 ** 30);
  const lastDay = new Int32Array(measureCount).fill(-(2 ** 30));
  const newestFact = new Int32Array(measureCount).fill(NO_FACT);
  const { measure, day, length } = facts;
  for (let fact = 0; fact < length; fact++) {
    const position = measure[fact];
    const factDay = day[fact];
    if (factDay < firstDay[position]) firstDay[position] = factDay;
    if (factDay > lastDay[position]) {
      lastDay[position] = factDay;
      newestFact[position] = fact;
    }
  }
  return { firstDay, lastDay, newestFact };
}
