import type { ReviewWords } from '../review-words.ts';

export const review: ReviewWords = {
  title: 'Review',
  failed: 'There is nothing to review',
  on: (date) => `Seen from ${date}`,
  period: 'Period',
  periods: {
    last: (date) => `since the last decision, ${date}`,
    month: (date) => `a month, since ${date}`,
    quarter: (date) => `a quarter, since ${date}`,
  },
  pages: 'A page for each goal',
  decided: 'What was decided, and what it did',
  nothingDecided: 'Nothing was written down in this period.',
  changed: 'What changed',
  nothingChanged: 'Nothing worth mentioning.',
  gap: 'Where the gap comes from',
  noGap: 'No KPI is behind.',
  behindIn: (kpi, channels) => `${kpi} is behind in ${channels}`,
  wayOut: 'The way out',
  noWayOut: 'Nothing has to change.',
  decide: 'What must be decided',
  toDecide: (count) => (count === 0 ? 'nothing to decide' : `${count} to decide`),
};
