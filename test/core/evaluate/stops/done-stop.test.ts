import { doneStop, isWithinWarning } from '../../../../src/core/evaluate/stops/done-stop.ts';
import { day } from '../../../support/workspace-builder.ts';
import { shown } from '../one-kpi.ts';

/** What is due on 20 February, with the warning of the KPI or two weeks. */
const doable = (doneOn: string | null, today: string, warnDays: number | null = null) =>
  doneStop(
    { id: 'kpi', warnDays },
    {
      milestoneId: 'm1',
      stop: 'Shop',
      day: day('2026-02-20'),
      doneOn: doneOn === null ? null : day(doneOn),
    },
    day(today),
  );

test.each([
  ['done before its day', '2026-02-11', 'reached_early', -9],
  ['done on its day', '2026-02-20', 'reached_on_time', 0],
  ['done after it', '2026-02-24', 'reached_late', 4],
])('a stop that is done or not: %s', (_, doneOn, status, late) => {
  const found = doable(doneOn, '2026-02-28');
  expect(found).toMatchObject({ status, reachedDay: day(doneOn), etaDay: day(doneOn) });
  expect(shown(found.daysLate)).toBe(late);
});

test('what is not done is overdue the day after, at risk within the warning, else on time', () => {
  const on = (today: string, warnDays?: number) => doable(null, today, warnDays).status;
  expect(on('2026-02-21')).toBe('overdue');
  expect(on('2026-02-20')).toBe('at_risk');
  expect(on('2026-02-07')).toBe('at_risk');
  expect(on('2026-02-06')).toBe('expected_on_time');
  expect(on('2026-02-15', 5)).toBe('expected_on_time');
  expect(shown(doable(null, '2026-02-21').daysLate)).toBe('NO_ETA');
  expect(isWithinWarning(day('2026-02-20'), day('2026-02-20'), 0)).toBe(false);
});

test('what will be done on a later day is not done yet', () => {
  const found = doable('2026-02-16', '2026-02-15');
  expect(found).toMatchObject({ status: 'at_risk', reachedDay: null });
});
