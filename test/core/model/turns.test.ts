import fc from 'fast-check';
import { dayFromIsoDate, isoDate, isoWeekday } from '../../../src/core/model/calendar-date.ts';
import {
  type CivilTime,
  missedTurns,
  nextTurn,
  readTurns,
  type Turns,
  turnsText,
} from '../../../src/core/model/turns.ts';

const at = (text: string): CivilTime => {
  const [date, time] = text.split(' ');
  const [hours, minutes] = time.split(':').map(Number);
  return { day: dayFromIsoDate(date) ?? 0, secondsOfDay: hours * 3600 + minutes * 60 };
};

const daily = (hour: number): Turns => ({ every: 'day', hour });
const weekly = (weekday: number, hour: number): Turns => ({ every: 'week', weekday, hour });

const anyTurns: fc.Arbitrary<Turns> = fc.oneof(
  fc.constant<Turns>({ every: 'hour' }),
  fc.integer({ min: 0, max: 23 }).map(daily),
  fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 23 }))
    .map(([weekday, hour]) => weekly(weekday, hour)),
);
/** From 1950 to 2089. */
const anyTime: fc.Arbitrary<CivilTime> = fc.record({
  day: fc.integer({ min: -7305, max: 43_829 }),
  secondsOfDay: fc.integer({ min: 0, max: 86_399 }),
});

describe('the next turn', () => {
  // 15 February 2026 is a Sunday.
  it.each([
    ['an hour', { every: 'hour' } as Turns, '2026-02-15 23:59', '2026-02-16 0'],
    ['later today', daily(17), '2026-02-15 08:30', '2026-02-15 17'],
    ['tomorrow, once its hour has begun', daily(6), '2026-02-15 06:01', '2026-02-16 6'],
    ['midnight', daily(0), '2026-02-15 23:59', '2026-02-16 0'],
    ['the weekday to come', weekly(1, 7), '2026-02-15 08:30', '2026-02-16 7'],
    ['the weekday of today, later', weekly(7, 9), '2026-02-15 08:30', '2026-02-15 9'],
    ['the weekday of next week', weekly(7, 8), '2026-02-15 08:30', '2026-02-22 8'],
    ['29 February', weekly(4, 0), '2024-02-28 23:00', '2024-02-29 0'],
  ])('is %s', (_, turns, now, expected) => {
    const { day, hour } = nextTurn(turns, at(now));
    expect(`${isoDate(day)} ${hour}`).toBe(expected);
  });

  it('has its hour and weekday, and lies within one period, before 1970 too', () => {
    fc.assert(
      fc.property(anyTurns, anyTime, (turns, now) => {
        const { day, hour } = nextTurn(turns, now);
        if (turns.every !== 'hour') expect(hour).toBe(turns.hour);
        if (turns.every === 'week') expect(isoWeekday(day)).toBe(turns.weekday);
        const ahead = (day - now.day) * 24 + hour - Math.floor(now.secondsOfDay / 3600);
        expect(ahead).toBeGreaterThan(0);
        expect(ahead).toBeLessThanOrEqual({ hour: 1, day: 24, week: 168 }[turns.every]);
      }),
    );
  });
});

describe('turns that were missed', () => {
  it.each([
    ['none while the first is not over', daily(6), '2026-02-14 06:20', '2026-02-15 06:59', 0],
    ['one when its hour is over', daily(6), '2026-02-14 06:20', '2026-02-15 07:00', 1],
    ['two on the day after', daily(6), '2026-02-14 06:20', '2026-02-16 07:00', 2],
    ['none just after a run by hand', daily(6), '2026-02-15 15:00', '2026-02-16 06:30', 0],
    [
      'that of today, missed by a run before it',
      daily(6),
      '2026-02-15 05:59',
      '2026-02-15 07:00',
      1,
    ],
    [
      'one of an hour, whatever its minute',
      { every: 'hour' } as Turns,
      '2026-02-15 10:59',
      '2026-02-15 12:00',
      1,
    ],
    ['two weeks', weekly(1, 7), '2026-02-02 07:30', '2026-02-16 08:00', 2],
    ['none when the clock was set back', daily(6), '2026-02-16 06:30', '2026-02-15 06:30', 0],
  ])('are %s', (_, turns, last, now, expected) => {
    expect(missedTurns(turns, at(last), at(now))).toBe(expected);
  });

  it('are none at the end of the next turn but for it', () => {
    fc.assert(
      fc.property(anyTurns, anyTime, (turns, last) => {
        const { day, hour } = nextTurn(turns, last);
        const during = { day, secondsOfDay: hour * 3600 + 3599 };
        expect(missedTurns(turns, last, during)).toBe(0);
        const after =
          hour === 23
            ? { day: day + 1, secondsOfDay: 0 }
            : { day, secondsOfDay: (hour + 1) * 3600 };
        expect(missedTurns(turns, last, after)).toBe(1);
      }),
    );
  });
});

describe('turns as text', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(anyTurns, (turns) => {
        expect(readTurns(turnsText(turns))).toEqual(turns);
      }),
    );
    expect(readTurns(turnsText(null))).toBeNull();
  });

  it('are six in the morning where an earlier version wrote no hour', () => {
    expect(readTurns('daily')).toEqual(daily(6));
  });

  it.each(['', 'sometimes', 'daily@', 'weekly@0@6', 'weekly@8@6', 'weekly@3'])(
    'are none where "%s" stands',
    (text) => {
      expect(readTurns(text)).toBeNull();
    },
  );
});
