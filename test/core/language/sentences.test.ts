import { en } from '../../../src/core/language/en/sentences.ts';
import { adviseGoal, explainGoal } from '../../../src/core/language/explain-goal.ts';
import { explainKpi } from '../../../src/core/language/explain-kpi.ts';
import { explainMilestone } from '../../../src/core/language/explain-milestone.ts';
import type { KpiView } from '../../../src/core/language/kpi-view.ts';
import { nl } from '../../../src/core/language/nl/sentences.ts';
import { KPI_TYPES } from '../../../src/core/model/kpi.ts';
import { known, unknown } from '../../../src/core/model/quantity.ts';
import { STATUS_CODES } from '../../../src/core/model/status.ts';
import {
  on,
  sampleGoalEvaluation,
  sampleKpi,
  sampleKpiEvaluation,
  sampleMeasure,
  sampleMilestone,
} from '../../support/sample-evaluation.ts';

const BROKEN = /undefined|null|NaN|Infinity|\[object|\s{2}|^\s|\s$|\.\.|\s[,.;:]/;

function expectWhole(text: string): void {
  expect(text).not.toMatch(BROKEN);
}

test.each(['en', 'nl'] as const)(
  'every status × type has a sentence of its own words in %s',
  (language) => {
    const seen = new Map<string, string>();
    for (const status of STATUS_CODES) {
      for (const type of KPI_TYPES) {
        const text = explainKpi({
          kpi: sampleKpi(),
          measure: sampleMeasure(),
          evaluation: sampleKpiEvaluation({
            status,
            type,
            rangeLow: known(40),
            rangeHigh: known(50),
          }),
          issues: [],
          language,
          viewDay: on('2026-02-15'),
        });
        expectWhole(text);
        expect(text.length).toBeGreaterThan(4);
        seen.set(`${status} ${type}`, text);
      }
    }
    expect(seen.size).toBe(STATUS_CODES.length * KPI_TYPES.length);
    expect(new Set(seen.values()).size).toBeGreaterThan(STATUS_CODES.length + 10);
  },
);

/** Every text of a book, functions called with recognisable arguments. */
function textsIn(book: unknown, path: string): Array<[string, string]> {
  if (typeof book === 'string') return [[path, book]];
  if (typeof book === 'function') {
    const words = Array.from({ length: book.length }, (_, at) => `<${at}>`);
    return [[path, String(book(...words))]];
  }
  return Object.entries(book ?? {}).flatMap(([key, part]) => textsIn(part, `${path}.${key}`));
}

test('both languages use every argument of every sentence', () => {
  const skipped = ['.isFavourable'];
  for (const book of [en, nl]) {
    for (const [path, text] of textsIn(book, '')) {
      expect([path, text.trim() === '']).toEqual([path, false]);
      if (skipped.includes(path)) continue;
      const template = path
        .split('.')
        .slice(1)
        .reduce<unknown>((part, key) => Reflect.get(Object(part), key), en);
      const count = typeof template === 'function' ? template.length : 0;
      for (let at = 0; at < count; at += 1) expect(`${path}: ${text}`).toContain(`<${at}>`);
    }
  }
});

test('Dutch differs from English wherever words can', () => {
  const dutch = new Map(textsIn(nl, ''));
  const same = textsIn(en, '').filter(
    ([path, text]) => dutch.get(path) === text && /[a-z]{4}/i.test(text),
  );
  expect(same.map(([path]) => path)).toEqual(['.eventLabels.status']);
});

describe('milestones', () => {
  const view: KpiView = {
    kpi: sampleKpi(),
    measure: sampleMeasure(),
    evaluation: sampleKpiEvaluation(),
    issues: [],
    language: 'en',
    viewDay: on('2026-02-15'),
  };

  test('expected, reached, overdue, unknown, and the due date', () => {
    expect(explainMilestone(sampleMilestone(), view)).toBe(
      'Spring sale, 28 Feb: €100,000. Expected 6 Mar, 6 days late; €40,000 to go, €20,000 a week needed.',
    );
    const reached = {
      reachedDay: on('2026-02-27'),
      daysLate: known(-1),
      status: 'reached_early',
    } as const;
    expect(explainMilestone(sampleMilestone(reached), { ...view, language: 'nl' })).toBe(
      'Spring sale, 28 feb: € 100.000. Bereikt op 27 feb, 1 dag eerder.',
    );
    const overdue = { status: 'overdue', valueToGo: known(0) } as const;
    expect(explainMilestone(sampleMilestone(overdue), view)).toContain(
      'Not reached, now expected 6 Mar, 6 days late.',
    );
    const nowhere = sampleMilestone({ ...overdue, etaDay: null });
    expect(explainMilestone(nowhere, view)).toContain('Not reached, overdue.');
    const ended = { ...view, evaluation: { ...view.evaluation, isClosed: true } };
    expect(explainMilestone(sampleMilestone(overdue), ended)).toMatch(/Not reached\.$/);
    const open = {
      stop: '',
      value: null,
      etaDay: null,
      status: 'unknown',
      valueToGo: unknown('NO_ETA'),
    } as const;
    expect(explainMilestone(sampleMilestone(open), view)).toBe('Due date, 28 Feb. Not done yet.');
  });

  test('nobody is early where the forecast does not come that far', () => {
    const early = sampleMilestone({
      etaDay: on('2026-02-20'),
      daysLate: known(-8),
      status: 'expected_on_time',
    });
    const heading = (end: number): string => {
      const { forecast } = view.evaluation;
      const evaluation = { ...view.evaluation, forecast: { ...forecast, value: known(end) } };
      return explainMilestone(early, { ...view, evaluation });
    };
    expect(heading(120_000)).toContain('Expected 20 Feb, 8 days early; ');
    expect(heading(100_000)).toContain('Expected 20 Feb, 8 days early; ');
    expect(heading(97_000)).toContain('Expected 20 Feb; ');
  });
});

describe('goals', () => {
  const outcome: KpiView = {
    kpi: sampleKpi(),
    measure: sampleMeasure(),
    evaluation: sampleKpiEvaluation(),
    issues: [],
    language: 'en',
    viewDay: on('2026-02-15'),
  };

  test('the outcome KPI decides; little judged is said', () => {
    const goal = sampleGoalEvaluation({
      counts: { achieved: 1, at_risk: 2 },
      kpiIds: ['a', 'b', 'c', 'd', 'e'],
      judgedShare: known(0.4),
    });
    expect(
      explainGoal({ evaluation: goal, outcomeKpi: outcome, worstKpi: null, language: 'en' }),
    ).toBe(
      'Revenue Q1 decides the status: at risk. 1 of 5 KPIs on course, 2 at risk, 2 not judged. Only 40% of the weight can be judged.',
    );
  });

  test('a goal names its sub-goals, and the critical KPI that makes it off course', () => {
    const view = {
      evaluation: sampleGoalEvaluation({
        kpiIds: ['a', 'b'],
        counts: { on_course: 1, off_course: 1 },
        subGoalCounts: { on_course: 1, missed: 2, too_early: 1 },
        status: 'off_course',
      }),
      outcomeKpi: null,
      worstKpi: null,
      criticalKpi: { ...outcome, kpi: sampleKpi({ name: 'Complaints' }) },
    } as const;
    expect(explainGoal({ ...view, language: 'en' })).toBe(
      '1 of 2 KPIs on course, 1 off course. 1 of 4 sub-goals on course, 2 missed, 1 not judged. Complaints is critical.',
    );
    expect(explainGoal({ ...view, language: 'nl' })).toBe(
      '1 van 2 KPI’s op koers, 1 uit koers. 1 van 4 subdoelstellingen op koers, 2 niet gehaald, 1 niet beoordeeld. Complaints is kritiek.',
    );
  });

  test('a goal without KPIs, and advice where there is none', () => {
    const empty = {
      evaluation: sampleGoalEvaluation({ kpiIds: [] }),
      outcomeKpi: null,
      worstKpi: null,
    } as const;
    expect(explainGoal({ ...empty, language: 'nl' })).toBe('Nog geen KPI’s.');
    expect(adviseGoal({ ...empty, language: 'nl' })).toBeNull();
  });
});
