import { isoDate } from '../../../../src/core/model/calendar-date.ts';
import { day, milestone } from '../../../support/workspace-builder.ts';
import { evaluateOne, type OneKpi, rowsOn, shown } from '../one-kpi.ts';

const done = { kind: 'done_by', type: 'done', target: null, due: day('2026-03-31') } as const;
const stop = (name: string, date: string, doneOn: string | null) =>
  milestone({ id: name, stop: name, day: day(date), doneOn: doneOn === null ? null : day(doneOn) });

function result(parts: OneKpi) {
  const { kpi, codes } = evaluateOne({ ...parts, kpi: { ...done, ...parts.kpi } });
  return {
    kpi,
    codes,
    status: kpi.status,
    reached: kpi.reachedDay === null ? null : isoDate(kpi.reachedDay),
    late: shown(kpi.daysLate),
    score: shown(kpi.score),
    course: shown(kpi.course),
  };
}

const both = [stop('Plan', '2026-02-28', '2026-02-20'), stop('Build', '2026-03-31', '2026-03-25')];

test('done when all of its rows are, on the day of the last', () => {
  expect(result({ milestones: both, today: '2026-03-26' })).toMatchObject({
    status: 'achieved',
    reached: '2026-03-25',
    late: -6,
    score: 1,
    course: 1,
  });
});

test('one row that is not done keeps it open, with its share in the score', () => {
  const milestones = [both[0], stop('Build', '2026-03-31', null)];
  const open = (today: string) => result({ milestones, today });
  expect(open('2026-03-17')).toMatchObject({
    status: 'on_course',
    reached: null,
    late: 'NO_ETA',
    score: 0.5,
    course: 1,
  });
  expect(open('2026-03-18')).toMatchObject({ status: 'at_risk', course: 0.8 });
  expect(open('2026-03-31').status).toBe('at_risk');
  expect(open('2026-04-01')).toMatchObject({ status: 'missed', course: 0, score: 0.5 });
  expect(open('2026-03-31').kpi.isClosed).toBe(false);
  expect(open('2026-04-01').kpi.isClosed).toBe(true);
});

test('done after the due date is achieved, late', () => {
  const milestones = [stop('Build', '2026-03-31', '2026-04-04')];
  expect(result({ milestones, today: '2026-04-05' })).toMatchObject({
    status: 'achieved',
    late: 4,
  });
});

test('a done date after today is ignored, with a warning that says so', () => {
  const milestones = [stop('Build', '2026-03-31', '2026-02-16')];
  const found = result({ milestones, today: '2026-02-15' });
  expect(found).toMatchObject({ status: 'on_course', score: 0, reached: null });
  expect(found.codes).toEqual(['W_FUTURE']);
  expect(found.kpi.milestones[0]).toMatchObject({ reachedDay: null, etaDay: null });
  expect(result({ milestones, today: '2026-02-16' })).toMatchObject({
    status: 'achieved',
    codes: [],
  });
});

test('without rows the date of a value in Actuals is the day it was done', () => {
  const rows = rowsOn({ '2026-02-20': 0, '2026-03-03': 4 });
  expect(result({ rows, today: '2026-02-21' })).toMatchObject({
    status: 'achieved',
    reached: '2026-02-20',
    late: day('2026-02-20') - day('2026-03-31'),
  });
  expect(result({ rows, today: '2026-02-19' })).toMatchObject({ status: 'on_course', score: 0 });
  expect(result({ today: '2026-04-01' }).status).toBe('missed');
});

test('what is paused, cancelled or not started goes before', () => {
  const at = (today: string, state: 'active' | 'paused' | 'cancelled' = 'active') =>
    result({ milestones: both, today, kpi: { state } });
  expect(at('2026-03-26', 'paused').status).toBe('paused');
  expect(at('2026-03-26', 'cancelled').status).toBe('cancelled');
  expect(at('2026-01-01').kpi).toMatchObject({ status: 'not_started', reason: 'NOT_STARTED' });
  expect(at('2026-01-02')).toMatchObject({ status: 'on_course' });
  expect(at('2026-03-26').kpi.reason).toBeNull();
});

test('a KPI may have its own warning window', () => {
  const milestones = [stop('Build', '2026-03-31', null)];
  const at = (warnDays: number) => result({ milestones, kpi: { warnDays }, today: '2026-03-25' });
  expect(at(7).status).toBe('at_risk');
  expect(at(6).status).toBe('on_course');
});

test('its rows are its milestones, and the first that is not done is next', () => {
  const milestones = [both[0], stop('Test', '2026-03-10', null), stop('Build', '2026-03-31', null)];
  const { kpi } = result({ milestones, today: '2026-03-11' });
  expect(
    kpi.milestones.map((own) => [own.stop, own.status, own.isNext, shown(own.daysLate)]),
  ).toEqual([
    ['Plan', 'reached_early', false, -8],
    ['Test', 'overdue', true, 'NO_ETA'],
    ['Build', 'expected_on_time', false, 'NO_ETA'],
  ]);
  expect(shown(kpi.daysLeft)).toBe(21);
  expect(shown(kpi.actual)).toBe('NOT_APPLICABLE');
});

test('the dial stands where the course does', () => {
  const milestones = [stop('Build', '2026-03-31', null)];
  const at = (today: string) => shown(result({ milestones, today }).kpi.meter);
  expect([at('2026-02-15'), at('2026-03-30'), at('2026-04-09')]).toEqual([1, 0.8, 0]);
});

test('what is paused or has not started has no course and no place on the dial', () => {
  const milestones = [stop('Build', '2026-03-31', null)];
  const idle = [
    result({ milestones, today: '2026-01-01' }),
    result({ milestones, kpi: { state: 'paused' } }),
    result({ milestones, kpi: { state: 'cancelled' } }),
  ];
  expect(idle.map(({ status }) => status)).toEqual(['not_started', 'paused', 'cancelled']);
  expect(idle.map(({ course }) => course)).toEqual(Array(3).fill('NOT_APPLICABLE'));
  expect(idle.map(({ kpi }) => shown(kpi.meter))).toEqual(Array(3).fill('NOT_APPLICABLE'));
});
