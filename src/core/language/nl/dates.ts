import type { DateWords } from '../format-date.ts';

export const dates: DateWords = {
  months: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  weekOf: (week, year) => `week ${week} van ${year}`,
  quarterOf: (quarter, year) => `kwartaal ${quarter} van ${year}`,
};
