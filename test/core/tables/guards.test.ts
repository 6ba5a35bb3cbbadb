import type { KpiEvaluation } from '../../../src/core/model/evaluation.ts';
import { known, unknown } from '../../../src/core/model/quantity.ts';
import { type FieldDefinition, fieldsOf } from '../../../src/core/tables/fields-of.ts';
import type { GuardVariant } from '../../../src/core/tables/guards.ts';
import { TABLE_IDS, type TableId } from '../../../src/core/tables/result-tables.ts';
import { checkFormulas } from '../../../src/preview/data-studio/formula-check.ts';
import { evaluateFormula } from '../../../src/preview/data-studio/formula-evaluate.ts';
import { parseFormula } from '../../../src/preview/data-studio/formula-syntax.ts';
import {
  on,
  sampleEvaluation,
  sampleGoalEvaluation,
  sampleKpi,
  sampleKpiEvaluation,
  sampleMilestone,
  sampleTimeline,
  sampleWorkspace,
} from '../../support/sample-evaluation.ts';
import { type ServedTable, servedTable } from '../../support/served-table.ts';

const GUARDED = ['case', 'arithmetic'] as const;

const fieldsWith = (table: TableId, guard: GuardVariant): FieldDefinition[] =>
  fieldsOf(table, { language: 'en', guard, currency: 'EUR' });

/** What Data Studio shows of a field for some rows of a table. */
function shown(table: ServedTable, id: string, rows: readonly number[], guard: GuardVariant) {
  const fields = new Map(fieldsWith(table.id, guard).map((field) => [field.id, field]));
  const read = (row: number) => (name: string) => {
    const column = fields.get(name)?.column ?? '';
    if (table.columns[column] === undefined) throw new Error(`${name} has no column`);
    return table.columns[column][row] ?? null;
  };
  const formula = fields.get(id)?.formula ?? null;
  if (formula === null) throw new Error(`${id} has no formula`);
  const ofGroup = () => {
    throw new Error('a plain field outside an aggregation');
  };
  return evaluateFormula(parseFormula(formula), ofGroup, rows.map(read));
}

const tableOf = (id: TableId, ...kpis: Partial<KpiEvaluation>[]): ServedTable =>
  servedTable(id, {
    workspace: sampleWorkspace({
      kpis: kpis.map(({ kpiId = 'revenue_q1' }, order) => sampleKpi({ id: kpiId, order })),
    }),
    evaluation: sampleEvaluation({
      kpis: kpis.map((changes) => sampleKpiEvaluation(changes)),
      goals: [sampleGoalEvaluation()],
    }),
    issues: [],
    language: 'en',
    recalculation: null,
    history: [],
    viewDay: on('2026-02-15'),
  });

const weeks = (...intervals: Parameters<typeof sampleTimeline>) => ({
  timeline: sampleTimeline(
    ...intervals.map((changes, week) => ({
      start: on('2026-01-05') + 7 * week,
      end: on('2026-01-11') + 7 * week,
      ...changes,
    })),
  ),
});

test.each(TABLE_IDS)('Data Studio would accept every formula of %s', (table) => {
  for (const guard of ['case', 'arithmetic', 'none'] as const) {
    const schema = fieldsWith(table, guard).map(({ id, type, formula }) => ({
      name: id,
      dataType: /^(NUMBER|PERCENT|CURRENCY)/.test(type)
        ? 'NUMBER'
        : type === 'BOOLEAN'
          ? 'BOOLEAN'
          : 'STRING',
      ...(formula === null ? {} : { formula }),
    })) as Parameters<typeof checkFormulas>[0];
    expect([...checkFormulas(schema, []).refused]).toEqual([]);
  }
});

describe.each(GUARDED)('with the guard %s', (guard) => {
  test.each(['kpis', 'timeline', 'milestones', 'goals'] as const)(
    'over one row of %s every number is that row’s own',
    (id) => {
      const table = tableOf(id, { milestones: [sampleMilestone()], ...weeks({}) });
      for (const field of fieldsWith(id, guard)) {
        if (field.concept !== 'METRIC' || field.formula === null) continue;
        const own = table.columns[field.id][0];
        const value = shown(table, field.id, [0], guard);
        if (typeof own === 'number' && typeof value === 'number') {
          expect(value).toBeCloseTo(own, 9);
        } else {
          expect([field.id, value]).toEqual([field.id, own]);
        }
      }
    },
  );

  test('over two KPIs a number is null, also when only one of them has it', () => {
    const table = tableOf('kpis', {}, { kpiId: 'other', actual: unknown('NO_DATA') });
    expect(shown(table, 'actual', [0, 1], guard)).toBeNull();
    expect(shown(table, 'progress', [0, 1], guard)).toBeNull();
    expect(shown(table, 'actual', [0], guard)).toBe(90000);
    expect(shown(table, 'actual', [1], guard)).toBeNull();
  });

  test('over no row at all a number is null', () => {
    expect(shown(tableOf('kpis', {}), 'actual', [], guard)).toBeNull();
    expect(shown(tableOf('timeline', weeks({})), 'target', [], guard)).toBeNull();
  });

  test('flows of one KPI add up over intervals, what is true at a moment does not', () => {
    const table = tableOf(
      'timeline',
      weeks(
        { actual: 12000 },
        { actual: -500, plan: 9000, lastYear: 4000, differenceOnLastYear: -4500 },
      ),
    );
    const both = (id: string) => shown(table, id, [0, 1], guard);
    expect(both('actual')).toBe(11500);
    expect(both('actual_money')).toBe(11500);
    expect(both('actual_percent')).toBeNull();
    expect(both('plan')).toBe(24000);
    expect(both('last_year')).toBe(14000);
    expect(both('change_vs_last_year')).toBeCloseTo((2000 - 4500) / 14000, 12);
    expect(both('target')).toBe(200000);
    expect(both('plan_to_date')).toBeNull();
    expect(both('change_vs_previous')).toBeNull();
    expect(both('interval_pace_index')).toBeNull();
    expect(both('kpi_count')).toBe(1);
  });

  test('a target that changed has no single value', () => {
    const table = tableOf('timeline', weeks({}, { target: 220000 }));
    expect(shown(table, 'target', [0, 1], guard)).toBeNull();
    expect(shown(table, 'target', [1], guard)).toBe(220000);
  });

  test('a level stands alone, also beside intervals that have none yet', () => {
    const table = tableOf('timeline', {
      family: 'level',
      ...weeks({ actual: 70 }, { actual: null }),
    });
    expect(shown(table, 'actual', [0, 1], guard)).toBeNull();
    expect(shown(table, 'actual', [0], guard)).toBe(70);
  });

  test('a level is not added over intervals, not even zeros', () => {
    const table = tableOf('timeline', {
      family: 'level',
      ...weeks({ actual: 0 }, { actual: 0 }),
    });
    expect(shown(table, 'actual', [0, 1], guard)).toBeNull();
    expect(shown(table, 'actual', [1], guard)).toBe(0);
  });

  test('a ratio over intervals is the ratio of the sums, never a mean of ratios', () => {
    const ratio = (numerator: number, denominator: number) => ({
      actual: numerator / denominator,
      parts: { numerator, denominator },
      plan: 0.02,
    });
    const table = tableOf('timeline', {
      family: 'average',
      ...weeks(ratio(10, 1000), ratio(9, 100)),
    });
    expect(shown(table, 'actual', [0, 1], guard)).toBeCloseTo(19 / 1100, 12);
    expect(shown(table, 'actual', [0], guard)).toBeCloseTo(0.01, 12);
    expect(shown(table, 'plan', [0, 1], guard)).toBeNull();
    expect(shown(table, 'change_vs_last_year', [0, 1], guard)).toBeNull();
  });

  test('two KPIs in one interval are not added', () => {
    const table = tableOf('timeline', weeks({}), { kpiId: 'other', ...weeks({}) });
    expect(shown(table, 'actual', [0, 1], guard)).toBeNull();
    expect(shown(table, 'target', [0, 1], guard)).toBeNull();
    expect(shown(table, 'kpi_count', [0, 1], guard)).toBe(2);
  });

  test('portfolio figures over several KPIs', () => {
    const table = tableOf(
      'kpis',
      { status: 'on_course', score: known(1), smartScore: known(0.5) },
      { kpiId: 'b', status: 'off_course', score: known(0.4) },
      { kpiId: 'c', status: 'achieved', score: known(1) },
      { kpiId: 'd', status: 'no_data', smartScore: unknown('NOT_APPLICABLE') },
    );
    const all = (id: string) => shown(table, id, [0, 1, 2, 3], guard);
    expect(all('kpi_count')).toBe(4);
    expect(all('on_course_share')).toBeCloseTo(2 / 3, 12);
    expect(all('net_course')).toBeCloseTo(1 / 3, 12);
    expect(all('weighted_progress')).toBeCloseTo(2.4 / 3, 12);
    expect(all('smart_average')).toBeCloseTo((0.5 + 0.8 + 0.8) / 3, 12);
    expect(shown(table, 'net_course', [3], guard)).toBeNull();
  });
});
