import { kindOf } from '../../../../../src/core/evaluate/judgement/kinds/kinds.ts';
import type { Aim } from '../../../../../src/core/evaluate/target/aim.ts';
import { day } from '../../../../support/workspace-builder.ts';
import { shown } from '../../one-kpi.ts';

const done: Aim = { judgedAs: 'done', type: 'done', direction: null };
const track: Aim = { judgedAs: 'track', type: 'track', direction: 1 };
const unstarted: Aim = { judgedAs: 'unstarted', type: 'reach', direction: 1, target: 80 };
const at = { since: day('2026-01-01'), day: day('2026-02-09'), actual: 3 };
const judging = { thresholds: { onCourseFrom: 0.95, atRiskFrom: 0.8 }, scale: null };

test('done counts 1, at risk 0.80 and missed nothing', () => {
  const index = (status: 'on_course' | 'at_risk' | 'missed') =>
    kindOf(done).courseIndex(done, status, null, judging);
  expect([index('on_course'), index('at_risk'), index('missed')]).toEqual([1, 0.8, 0]);
});

test('what is only tracked has no colour, plan or course', () => {
  const kind = kindOf(track);
  expect(kind.statusAt(track, at, judging.thresholds)).toBeNull();
  expect(kind.plannedOn(track, at.day)).toBeNull();
  expect(kind.meets(track, at)).toBe(false);
  expect(kind.courseIndex(track, 'tracked', at, judging)).toBeNull();
  expect(kind.score({ progress: 0.4, attainment: 0.7, paceIndex: 0.9 })).toBeNull();
  const numbers = [kind.progress(track, at), kind.attainment(track, at, null)];
  expect(numbers.map(shown)).toEqual(['NOT_APPLICABLE', 'NOT_APPLICABLE']);
});

test('a way without a start has neither plan nor progress yet', () => {
  const kind = kindOf(unstarted);
  expect(kind.plannedOn(unstarted, at.day)).toBeNull();
  expect(shown(kind.progress(unstarted, at))).toBe('NO_BASELINE');
});
