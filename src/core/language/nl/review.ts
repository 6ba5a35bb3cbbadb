import type { ReviewWords } from '../review-words.ts';

export const review: ReviewWords = {
  title: 'Bespreking',
  failed: 'Er is niets te bespreken',
  on: (date) => `Gezien vanaf ${date}`,
  period: 'Periode',
  periods: {
    last: (date) => `sinds het laatste besluit, ${date}`,
    month: (date) => `een maand, sinds ${date}`,
    quarter: (date) => `een kwartaal, sinds ${date}`,
  },
  pages: 'Een bladzijde per doelstelling',
  decided: 'Wat er besloten is, en wat het deed',
  nothingDecided: 'In deze periode is niets opgeschreven.',
  changed: 'Wat er veranderde',
  nothingChanged: 'Niets noemenswaardigs.',
  gap: 'Waar de achterstand vandaan komt',
  noGap: 'Geen KPI loopt achter.',
  behindIn: (kpi, channels) => `${kpi} loopt achter in ${channels}`,
  wayOut: 'De uitweg',
  noWayOut: 'Er hoeft niets te veranderen.',
  decide: 'Wat er besloten moet worden',
  toDecide: (count) => (count === 0 ? 'niets te besluiten' : `${count} te besluiten`),
};
