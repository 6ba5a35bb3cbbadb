import { type Issue, newIssue } from '../../model/issue.ts';
import type { Measure } from '../../model/measure.ts';
import type { Values } from '../values/value-reader.ts';

/**
 * Findings on channels that are blank, or called a total: on one that is the total beside its parts,
 * and on one that is less than the others together.
 */
export function totalChannelIssues(measure: Measure, values: Values): Issue[] {
  return values.totalVerdicts(measure).flatMap((verdict) => {
    const { channel, isTotal, less, lessCount, besideDay, besideCount } = verdict;
    const { name, place, unit } = measure;
    if (isTotal && channel === '' && besideDay !== null) {
      const details = { measure: name, date: { day: besideDay } };
      return newIssue('W_TOTAL_AND_CHANNELS', place, details);
    }
    if (isTotal || less === null) return [];
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
