import type { DateWords } from '../format-date.ts';

export const dates: DateWords = {
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  weekOf: (week, year) => `week ${week} of ${year}`,
  quarterOf: (quarter, year) => `Q${quarter} ${year}`,
};
