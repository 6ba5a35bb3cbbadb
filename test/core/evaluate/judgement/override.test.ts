import { overrideInForce } from '../../../../src/core/evaluate/judgement/override.ts';
import type { Action } from '../../../../src/core/model/workspace.ts';
import { action, day } from '../../../support/workspace-builder.ts';
import { daily, evaluateOne } from '../one-kpi.ts';

const act = (changes: Partial<Action> = {}): Action =>
  action({
    name: 'Talked to the supplier',
    phase: 'act',
    day: day('2026-02-10'),
    owner: 'Sam',
    overrideStatus: 'at_risk',
    until: day('2026-02-20'),
    ...changes,
  });
const on = (date: string, ...actions: Action[]) => overrideInForce(actions, day(date));

test('an act row with a status holds from its date to its end, both included', () => {
  expect(on('2026-02-10', act())).toEqual({
    status: 'at_risk',
    author: 'Sam',
    reason: 'Talked to the supplier',
    until: day('2026-02-20'),
  });
  expect(on('2026-02-20', act())).not.toBeNull();
  expect(on('2026-02-21', act())).toBeNull();
  expect(on('2026-02-09', act())).toBeNull();
});

test.each([
  ['that is no act', { phase: 'check' as const }],
  ['without a status', { overrideStatus: null }],
  ['without an end', { until: null }],
])('a row %s overrides nothing', (_, changes) => {
  expect(on('2026-02-15', act(changes))).toBeNull();
});

test('no actions override nothing', () => {
  expect(on('2026-02-15')).toBeNull();
});

test('the reason is the note, else the cause, else the action itself', () => {
  expect(on('2026-02-15', act({ note: 'Late invoice', cause: 'Holiday' }))?.reason).toBe(
    'Late invoice',
  );
  expect(on('2026-02-15', act({ cause: 'Holiday' }))?.reason).toBe('Holiday');
});

test('of several the latest made counts, of one day the lower row, undated ones come first', () => {
  const early = act({ overrideStatus: 'off_course', day: day('2026-02-03') });
  const late = act({ overrideStatus: 'on_course', day: day('2026-02-12') });
  const same = act({ overrideStatus: 'missed', day: day('2026-02-12') });
  const undated = act({ overrideStatus: 'paused', day: null });
  expect(on('2026-02-15', late, early)?.status).toBe('on_course');
  expect(on('2026-02-15', late, same)?.status).toBe('missed');
  expect(on('2026-02-15', early, undated)?.status).toBe('off_course');
  expect(on('2026-02-15', undated)?.status).toBe('paused');
  expect(on('2026-02-11', early, late)?.status).toBe('off_course');
});

test('an act about another KPI, or about none, overrides nothing', () => {
  const of = (kpiId: string | null) => evaluateOne({ actions: [act({ kpiId })] }).kpi.override;
  expect(of('kpi')?.author).toBe('Sam');
  expect([of('other'), of(null)]).toEqual([null, null]);
});

test('an override stands beside the computed status and does not change it', () => {
  const { kpi } = evaluateOne({
    rows: daily('2026-01-01', '2026-02-14', 3000),
    actions: [act({ overrideStatus: 'off_course' })],
  });
  expect(kpi.status).toBe('on_course');
  expect(kpi.override?.status).toBe('off_course');
});

test('an override stands beside the status of what is done or not, too', () => {
  const { kpi } = evaluateOne({
    kpi: { kind: 'done_by', type: 'done', target: null, due: day('2026-03-31') },
    actions: [act({ overrideStatus: 'off_course' })],
  });
  expect(kpi.status).toBe('on_course');
  expect(kpi.override?.status).toBe('off_course');
});
