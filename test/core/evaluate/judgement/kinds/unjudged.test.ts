import { kindOf } from '../../../../../src/core/evaluate/judgement/kinds/kinds.ts';
import type { Aim } from '../../../../../src/core/evaluate/target/aim.ts';
import { day } from '../../../../support/workspace-builder.ts';
import { shown } from '../../one-kpi.ts';

const done: Aim = { judgedAs: 'done', type: 'done', direction: null };
const track: Aim = { judgedAs: 'track', type: 'track', direction: 1 };
const unstarted: Aim = { judgedAs: 'unstarted', type: 'reach', direction: 1, target: 80 };
const at = { day: day('2026-02-09'), actual: 3 };

test('done counts 1, at risk 0.80 and missed nothing', () => {
  const index = (status: 'on_course' | 'at_risk' | 'missed') =>
    kindOf(done).courseIndex(done, status, null, null);
  expect([index('on_course'), index('at_risk'), index('missed')]).toEqual([1, 0.8, 0]);
});

test('what is only tracked has no colour, plan or course', () => {
  const kind = kindOf(track);
  expect(kind.statusAt(track, at, { onCourseFrom: 0.95, atRiskFrom: 0.8 })).toBeNull();
  expect(kind.plannedOn(track, at.day)).toBeNull();
  expect(kind.meets(track, at.actual)).toBe(false);
  expect(kind.courseIndex(track, 'tracked', at, null)).toBeNull();
  expect(kind.score({ progress: 0.4, attainment: 0.7, paceIndex: 0.9 })).toBeNull();
  const numbers = [kind.progress(track, 3), kind.attainment(track, 3, null)];
  expect(numbers.map(shown)).toEqual(['NOT_APPLICABLE', 'NOT_APPLICABLE']);
});

test('a way without a start has neither plan nor progress yet', () => {
  const kind = kindOf(unstarted);
  expect(kind.plannedOn(unstarted, at.day)).toBeNull();
  expect(shown(kind.progress(unstarted, 3))).toBe('NO_BASELINE');
});
