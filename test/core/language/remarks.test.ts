import { adviseKpi } from '../../../src/core/language/advise-kpi.ts';
import { adviseGoal } from '../../../src/core/language/explain-goal.ts';
import { explainKpi } from '../../../src/core/language/explain-kpi.ts';
import { opportunityText, wayOutText } from '../../../src/core/language/explain-way-out.ts';
import { formatChance, formatShareChange } from '../../../src/core/language/format-number.ts';
import { forecastText, signalText } from '../../../src/core/language/kpi-texts.ts';
import type { KpiView } from '../../../src/core/language/kpi-view.ts';
import type { KpiEvaluation, WayOut } from '../../../src/core/model/evaluation.ts';
import { known, unknown } from '../../../src/core/model/quantity.ts';
import {
  on,
  sampleGoalEvaluation,
  sampleKpi,
  sampleKpiEvaluation,
  sampleMeasure,
} from '../../support/sample-evaluation.ts';

const view = (
  evaluation: Partial<KpiEvaluation> = {},
  changes: Partial<KpiView> = {},
): KpiView => ({
  kpi: sampleKpi(),
  measure: sampleMeasure(),
  evaluation: sampleKpiEvaluation(evaluation),
  issues: [],
  language: 'en',
  viewDay: on('2026-02-15'),
  ...changes,
});

const WAY_OUT: WayOut = {
  isCeiling: false,
  ways: [
    { name: 'visitors', change: 0.14 },
    { name: 'conversion', change: 0.1401 },
  ],
  together: { count: 2, change: 0.0677 },
};

describe('the way out', () => {
  test('each driver alone, or both together', () => {
    expect(wayOutText(WAY_OUT, 'en')).toBe(
      'To still arrive on time: visitors +14%, or conversion +14%, or both +6.8%.',
    );
    expect(wayOutText(WAY_OUT, 'nl')).toBe(
      'Om nog op tijd aan te komen: visitors +14%, of conversion +14%, of beide +6,8%.',
    );
  });

  test('more than two, only one, and where lower is better', () => {
    expect(wayOutText({ ...WAY_OUT, together: { count: 3, change: -0.05 } }, 'en')).toContain(
      ', or all of them -5%.',
    );
    const one = { isCeiling: false, ways: [{ name: 'cost', change: -0.2 }], together: null };
    expect(wayOutText(one, 'nl')).toBe('Om nog op tijd aan te komen: cost -20%.');
  });

  test('what closes only a part says which part', () => {
    expect(opportunityText('mail', { change: -1, closes: 0.4, isCeiling: true }, 'en')).toBe(
      'mail -100% closes 40% of the gap.',
    );
    expect(opportunityText('mail', { change: 0.23, closes: 1, isCeiling: false }, 'en')).toBe(
      'To still arrive on time: mail +23%.',
    );
    expect(opportunityText('mail', { change: -0.2, closes: 1, isCeiling: true }, 'nl')).toBe(
      'Om binnen het plafond te blijven: mail -20%.',
    );
  });

  test('stands in the advice of the KPI, and is that of the goal', () => {
    const behind = view({ wayOut: WAY_OUT });
    expect(adviseKpi(behind)).toBe(
      `Aim for €17,100 a week, 22% more than foreseen, or change the plan. ${wayOutText(WAY_OUT, 'en')}`,
    );
    const goal = { evaluation: sampleGoalEvaluation(), language: 'en' as const };
    expect(adviseGoal({ ...goal, outcomeKpi: behind, worstKpi: view() })).toBe(
      wayOutText(WAY_OUT, 'en'),
    );
    expect(adviseGoal({ ...goal, outcomeKpi: view(), worstKpi: view() })).toMatch(/^Revenue Q1: /);
    expect(adviseKpi(view({ status: 'paused', wayOut: WAY_OUT }))).toBeNull();
    expect(adviseKpi(view({ status: 'on_course', wayOut: WAY_OUT }))).not.toContain('To still');
  });
});

test('a change is never written as none, and a chance never as certain', () => {
  expect([0.14, 0.0677, -0.003, 0.00004, 0].map((share) => formatShareChange(share, 'en'))).toEqual(
    ['+14%', '+6.8%', '-0.3%', '+0.004%', '+0%'],
  );
  expect([0, 0.004, 0.34, 0.996, 1].map((chance) => formatChance(chance, 'nl'))).toEqual([
    'minder dan 1%',
    'minder dan 1%',
    '34%',
    'meer dan 99%',
    'meer dan 99%',
  ]);
});

test('a forecast just short of the target does not read as the target', () => {
  const forecast = {
    method: 'level' as const,
    value: known(8.46),
    low: unknown('NO_BAND'),
    high: unknown('NO_BAND'),
    probability: unknown('NO_BAND'),
    bentBy: [],
    supposed: [],
  };
  const measure = sampleMeasure({ unit: { kind: 'points' }, decimals: 1 });
  expect(forecastText(view({ forecast, target: known(8.5) }, { measure }))).toMatch(
    /^8.46 points on/,
  );
  expect(forecastText(view({ forecast, target: known(9) }, { measure }))).toMatch(/^8.5 points on/);
});

test('the chance stands behind the band, and what is over has no forecast', () => {
  const forecast = {
    method: 'run_rate' as const,
    value: known(180000),
    low: known(170000),
    high: known(190000),
    probability: known(0.034),
    bentBy: [],
    supposed: [],
  };
  expect(forecastText(view({ forecast }))).toBe(
    '€180,000 on 31 Mar (average pace), 80% band €170,000 to €190,000; chance of reaching the target: 3%',
  );
  expect(forecastText(view({ forecast, isClosed: true }))).toBeNull();
  expect(forecastText(view({ forecast, type: 'ceiling' }))).toContain(
    '; chance of staying within the ceiling: 3%',
  );
});

describe('what a reader of a status must know', () => {
  const base = explainKpi(view());

  test('the first target beside one that was changed, with how it stands against it', () => {
    const versionOne = {
      target: known(240000),
      progress: known(0.375),
      status: 'off_course' as const,
    };
    expect(explainKpi(view({ versionOne, flags: ['GOALPOST'] }))).toBe(
      `${base} The target was changed late or while off course. The first target was €240,000: 38% of the way, off course.`,
    );
    const unknownYet = { ...versionOne, progress: unknown('NO_DATA'), status: null };
    expect(explainKpi(view({ versionOne: unknownYet }, { language: 'nl' }))).toContain(
      ' De eerste streefwaarde was € 240.000.',
    );
    const threshold = { ...versionOne, progress: unknown('NO_BASELINE') };
    expect(explainKpi(view({ versionOne: threshold }))).toBe(
      `${base} The first target was €240,000: off course.`,
    );
    expect(base).not.toContain('first target');
  });

  test('a signal, better or worse than usual', () => {
    const signal = (isFavourable: boolean | null) => ({
      signal: { rule: 'run_of_eight' as const, isFavourable },
    });
    expect(explainKpi(view(signal(true)))).toBe(
      `${base} Eight values in a row on one side of the usual level: better than usual.`,
    );
    expect(explainKpi(view(signal(false), { language: 'nl' }))).toContain(
      ' Acht waarden op rij aan één kant van het gebruikelijke niveau: slechter dan gebruikelijk.',
    );
    expect(explainKpi(view(signal(null)))).toBe(
      `${base} Eight values in a row on one side of the usual level.`,
    );
    expect(explainKpi(view({ signal: { rule: null, isFavourable: null } }))).toBe(base);
    expect(explainKpi(view({ ...signal(true), status: 'paused' }))).toBe('Paused.');
  });

  test('a signal by itself says whether it is favourable, where that can be said', () => {
    const told = (isFavourable: boolean | null, language: 'en' | 'nl' = 'en') =>
      signalText(view({ signal: { rule: 'run_of_eight', isFavourable } }, { language }));
    expect(told(true)).toMatch(/, favourable$/);
    expect(told(false, 'nl')).toMatch(/, ongunstig$/);
    expect(told(null)).not.toMatch(/favourable/);
    expect(signalText(view({ signal: { rule: null, isFavourable: null } }))).toBeNull();
  });

  test('what was written down at the close, when something else is known now', () => {
    const closed = { isClosed: true, status: 'missed' as const, actual: known(170000) };
    const closedAs = {
      kpiId: 'revenue_q1',
      day: on('2026-04-11'),
      value: 201000,
      status: 'achieved' as const,
      version: 1,
    };
    expect(explainKpi(view(closed, { closedAs }))).toContain(
      'Closed as achieved with €201,000; restated to €170,000 since.',
    );
    const same = { ...closedAs, value: 170000 };
    expect(explainKpi(view(closed, { closedAs: same }))).toBe(explainKpi(view(closed)));
    expect(explainKpi(view(closed, { closedAs: { ...closedAs, value: null } }))).toBe(
      explainKpi(view(closed)),
    );
  });
});
