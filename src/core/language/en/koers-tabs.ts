import type { KoersTabWords } from '../workflow-words.ts';
import { written } from './counts.ts';

export const koersTabs: KoersTabWords = {
  recalculated: (moment, by, next) =>
    `Recalculated ${moment}${by === '' ? '' : ` on the authorisation of ${by}`}.${next === '' ? '' : ` ${next}`} Koers writes this tab; what you type here is overwritten.`,
  isCopy: 'This workbook is a copy: schedule and messages are off until you choose Koers › This is the real workbook.',
  route: 'Route',
  trend: 'Trend',
  chartShows: 'The route of the goal by day: plan, actual and forecast of the KPI that leads it.',
  shortened: (kept, all) => `Only the ${written(kept)} rows nearest to today are shown, of ${written(all)}; Data Studio has them all.`,
  withoutLooks: 'Google did not tell how cells are formatted this time: a percentage or a duration may read as another number.',
  lastRunFailed: (moment, sentence) => `The run of ${moment} failed: ${sentence}`,
  triesAgain: 'Koers tries again within the hour.',
  notPublished: (group, sentence) => `The workbook for ${group} was not renewed: ${sentence}`,
  historyFrom: (day) => `The history here begins on ${day}; what is older did not fit and stands in the workbook that this comes from.`,
  protection: 'Written by Koers; changes are overwritten.',
  dataTab: 'Memory of Koers: history and results. Please leave it alone.',
};
