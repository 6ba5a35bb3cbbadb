import { hourSpan } from '../../model/clock-time.ts';
import type { ScheduleWords } from '../workflow-words.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const by = (email: string): string => (email === '' ? '' : `, on the authorisation of ${email}`);

export const schedule: ScheduleWords = {
  every: {
    hour: () => 'every hour',
    day: ({ hour }) => `every day between ${hourSpan(hour, ' and ')}`,
    week: ({ weekday, hour }) => `every ${WEEKDAYS[weekday - 1]} between ${hourSpan(hour, ' and ')}`,
  },
  next: (day, hour, email) => `Next: ${day} between ${hourSpan(hour, ' and ')}${by(email)}.`,
  nextWithinTheHour: (email) => `Next: within the hour${by(email)}.`,
  overdue: (moment) => `Koers should have recalculated twice since ${moment}, but has not. In the workbook, Koers › Schedule › Who runs it, and when says more; Take over makes it run again.`,
  lastRunFailed: (moment) => `The run of ${moment} failed, so these are earlier results. Koers status in the workbook says why.`,
};
