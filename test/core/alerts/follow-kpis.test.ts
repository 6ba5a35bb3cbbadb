import fc from 'fast-check';
import { followKpis } from '../../../src/core/alerts/follow-kpis.ts';
import type { CheckIn } from '../../../src/core/model/evaluation.ts';
import { STATUS_CODES, type StatusCode } from '../../../src/core/model/status.ts';
import type { Told } from '../../../src/core/model/told.ts';
import { on, sampleEvaluation, sampleKpiEvaluation } from '../../support/sample-evaluation.ts';

const NOBODY_KNOWS: Told = { kpis: {}, digestDay: null };

interface Seen {
  readonly day: string;
  readonly status: StatusCode;
  readonly checkIn?: CheckIn;
  readonly isTelling?: boolean;
}

/** What evaluations one after the other have to tell, each in short. */
function followed(evaluations: readonly Seen[], told: Told = NOBODY_KNOWS) {
  let known = told;
  const tellings = evaluations.map(({ day, status, checkIn = null, isTelling = true }) => {
    const kpis = [sampleKpiEvaluation({ status, checkIn })];
    const own = followKpis(known, sampleEvaluation({ today: on(day), kpis }), isTelling);
    known = { ...known, kpis: own.kpis };
    return [
      ...own.news.map(({ before, now }) => `${before} → ${now}`),
      ...own.checkIns.map(({ isLate }) => (isLate ? 'late' : 'due')),
    ].join(', ');
  });
  return tellings;
}

const on3 = (...statuses: StatusCode[]): Seen[] =>
  statuses.map((status) => ({ day: '2026-02-15', status }));

describe('a status is told', () => {
  test('when two evaluations in a row say so, and not before', () => {
    expect(followed(on3('on_course', 'at_risk', 'at_risk', 'at_risk'))).toEqual([
      '',
      '',
      'on_course → at_risk',
      '',
    ]);
  });

  test('not when it only passes', () => {
    const passing = on3('on_course', 'off_course', 'on_course', 'off_course', 'on_course');
    expect(followed(passing).join('')).toBe('');
  });

  test('once a day of a KPI: what changes again is told the day after, if it still is so', () => {
    const day = (date: string, ...statuses: StatusCode[]): Seen[] =>
      statuses.map((status) => ({ day: date, status }));
    const first = day('2026-02-15', 'on_course', 'at_risk', 'at_risk', 'off_course', 'off_course');
    expect(followed([...first, ...day('2026-02-16', 'off_course')])).toEqual([
      '',
      '',
      'on_course → at_risk',
      '',
      '',
      'at_risk → off_course',
    ]);
    expect(followed([...first, ...day('2026-02-16', 'at_risk', 'at_risk')]).slice(5)).toEqual([
      '',
      '',
    ]);
  });

  test('when it is back on course too', () => {
    expect(followed(on3('off_course', 'on_course', 'on_course'))).toEqual([
      '',
      '',
      'off_course → on_course',
    ]);
  });

  test('for the first time only when it is bad: nobody waits for "on course"', () => {
    expect(followed(on3('too_early', 'off_course', 'off_course')).join('')).toBe(
      'null → off_course',
    );
    const good = followed(on3('too_early', 'on_course', 'on_course', 'at_risk', 'at_risk'));
    expect(good.join('')).toBe('on_course → at_risk');
  });

  test('of no KPI that was never seen before, however bad it stands', () => {
    expect(followed(on3('off_course', 'off_course', 'off_course')).join('')).toBe('');
  });

  test('never when nothing is judged; what was known before stays known', () => {
    const statuses = on3('on_course', 'paused', 'paused', 'no_data', 'on_course', 'on_course');
    expect(followed(statuses).join('')).toBe('');
  });

  test('never of the time before somebody wanted to be told', () => {
    const off: Seen[] = on3('on_course', 'off_course', 'off_course').map((seen) => ({
      ...seen,
      isTelling: false,
    }));
    expect(followed([...off, ...on3('off_course', 'off_course')]).join('')).toBe('');
  });
});

describe('a check-in is asked for', () => {
  const checkIn = (due: string | null, isOverdue = false): CheckIn => ({
    actionId: null,
    day: null,
    dueDay: due === null ? null : on(due),
    isOverdue,
  });
  const runs = (...checkIns: CheckIn[]): Seen[] =>
    checkIns.map((own) => ({ day: '2026-02-16', status: 'on_course', checkIn: own }));

  test('once when it is due, once more when it is late, and again for the next interval', () => {
    const due = checkIn('2026-02-16');
    const late = checkIn('2026-02-16', true);
    const next = checkIn('2026-02-23');
    expect(followed(runs(due, due, late, late, next))).toEqual(['due', '', 'late', '', 'due']);
  });

  test('only as late where it was late from the first look', () => {
    const late = checkIn('2026-02-16', true);
    expect(followed(runs(late, late))).toEqual(['late', '']);
  });

  test('of none that is not due', () => {
    expect(followed(runs(checkIn(null), checkIn(null))).join('')).toBe('');
  });
});

test('a KPI that could not be evaluated keeps what people know of it', () => {
  const first = followKpis(NOBODY_KNOWS, sampleEvaluation(), true);
  const without = followKpis(
    { ...NOBODY_KNOWS, kpis: first.kpis },
    sampleEvaluation({ kpis: [] }),
    true,
  );
  expect(without).toEqual({ kpis: first.kpis, news: [], checkIns: [] });
});

test('whatever comes after what: at most one message a day, never the same twice, never a passing one', () => {
  const seen = fc.record({
    day: fc.constantFrom('2026-02-15', '2026-02-16', '2026-02-17'),
    status: fc.constantFrom(...STATUS_CODES),
  });
  fc.assert(
    fc.property(fc.array(seen, { maxLength: 30 }), (unsorted) => {
      const evaluations = [...unsorted].sort((a, b) => a.day.localeCompare(b.day));
      const told = followed(evaluations);
      const byDay = new Map<string, number>();
      let last: string | null = null;
      told.forEach((text, at) => {
        if (text === '') return;
        const { day, status } = evaluations[at];
        byDay.set(day, (byDay.get(day) ?? 0) + 1);
        expect(status).toBe(evaluations[at - 1].status);
        expect(status).not.toBe(last);
        last = status;
      });
      expect([...byDay.values()].every((count) => count === 1)).toBe(true);
    }),
  );
});
