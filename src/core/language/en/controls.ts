import type { ControlWords } from '../workflow-words.ts';

export const controls: ControlWords = {
  each: ['per', 'by', 'each', 'every'],
  grains: {
    measured: ['as measured', 'measured', 'default'],
    day: ['day', 'days', 'daily', 'd'],
    week: ['week', 'weeks', 'weekly', 'wk', 'w'],
    month: ['month', 'months', 'monthly', 'm'],
    quarter: ['quarter', 'quarters', 'quarterly', 'q'],
    year: ['year', 'years', 'yearly', 'annual', 'annually', 'y'],
  },
  asInWorkbook: ['workbook', 'as in the workbook', 'default'],
  languages: { en: ['english'], nl: ['dutch'] },
  today: ['today', 'now'],
  yesterday: ['yesterday'],
  unknownGrain: (typed) => `"${typed}" is no interval, so these are as measured. Choose day, week, month, quarter or year.`,
  unknownLanguage: (typed) => `"${typed}" is no language of Koers, so this is that of the workbook. Choose English or Dutch.`,
  unknownDay: (typed) => `"${typed}" is no day, so it does not count. Type it as 2026-02-14.`,
  dayToCome: (typed) => `"${typed}" is still to come, so this is seen from the newest day there is.`,
};
