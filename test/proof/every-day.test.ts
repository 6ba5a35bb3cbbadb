import { civilFromDay, dayFromCivil, daysInMonth } from '../../src/core/model/calendar-date.ts';
import { day } from '../support/workspace-builder.ts';

test('every day from 1896 to 2104 has the date after that of the day before', () => {
  let { year, month, dayOfMonth } = civilFromDay(day('1896-01-01'));
  const wrong: number[] = [];
  for (let date = day('1896-01-01'); date <= day('2104-12-31'); date++) {
    const found = civilFromDay(date);
    const isSame = found.year === year && found.month === month && found.dayOfMonth === dayOfMonth;
    if (!isSame || dayFromCivil(year, month, dayOfMonth) !== date) wrong.push(date);
    dayOfMonth++;
    if (dayOfMonth > daysInMonth(year, month)) [month, dayOfMonth] = [month + 1, 1];
    if (month > 12) [year, month] = [year + 1, 1];
  }
  expect(wrong).toEqual([]);
});
