import { type Issue, newIssue } from '../../model/issue.ts';
import type { Measure } from '../../model/measure.ts';
import type { Values } from '../values/value-reader.ts';

/** Findings on channels that are blank, or called a total, and are less than the others together. */
export function totalChannelIssues(measure: Measure, values: Values): Issue[] {
  return values.totalVerdicts(measure).flatMap((verdict) => {
    const { channel, isTotal, less, lessCount, besideCount } = verdict;
    if (isTotal || less === null) return [];
    const { name, place, unit } = measure;
    const details = {
      measure: name,
      date: { day: less.day },
      total: { amount: less.total, unit },
      sum: { amount: less.sum, unit },
      less: lessCount,
      intervals: besideCount,
    };
    return channel === ''
      ? newIssue('I_BLANK_CHANNEL', place, details)
      : newIssue('E_TOTAL_CHANNEL', place, { ...details, channel });
  });
}
