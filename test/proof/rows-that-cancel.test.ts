import fc from 'fast-check';
import { evaluateWorkspace } from '../../src/core/evaluate/evaluate-workspace.ts';
import type { FormulaNode } from '../../src/core/model/formula.ts';
import { day, kpi, measure, type Row, workspace } from '../support/workspace-builder.ts';

const cents = fc.integer({ min: 1, max: 50_000 }).map((value) => value / 100);
const dateIn = (from: string, to: string) => fc.integer({ min: day(from), max: day(to) });

/** Purchases of February that are all booked back in it, in any order. */
const cancelling = fc
  .array(fc.record({ value: cents, on: dateIn('2026-02-01', '2026-02-28') }), { minLength: 1 })
  .chain((bought) =>
    fc.tuple(...bought.map(() => dateIn('2026-02-01', '2026-02-28'))).map((backOn) =>
      bought.flatMap(({ value, on }, i): Row[] => [
        { date: on, value, measure: 'spend' },
        { date: backOn[i], value: -value, measure: 'spend' },
      ]),
    ),
  );

const before = fc.array(
  fc
    .record({ date: dateIn('2025-01-01', '2026-01-31'), value: cents })
    .map((row): Row => ({ ...row, measure: 'spend' })),
);

/** So that February is in to its end. */
const monthEnd: Row[] = [
  { date: day('2026-02-28'), value: 0, measure: 'spend' },
  { date: day('2026-02-28'), value: 50, measure: 'revenue' },
];

const ratio: FormulaNode = {
  kind: 'binary',
  operator: '/',
  left: { kind: 'measure', measureId: 'revenue' },
  right: { kind: 'measure', measureId: 'spend' },
};

test('a month that nets to zero is 0, whatever stands before it, and nothing is divided by it', () => {
  const monthly = { cadence: 'month', missing: 'missing' } as const;
  fc.assert(
    fc.property(before, cancelling, fc.boolean(), (earlier, netted, isInChannels) => {
      const spent = [...earlier, ...netted, monthEnd[0]].map((row, i) =>
        isInChannels ? { ...row, channel: `c${i % 3}` } : row,
      );
      const evaluation = evaluateWorkspace(
        workspace({
          rows: [...spent, monthEnd[1]],
          measures: [
            measure({ id: 'spend', ...monthly }),
            measure({ id: 'revenue', ...monthly }),
            measure({ id: 'roas', aggregation: null, formula: ratio, ...monthly }),
          ],
          kpis: [
            kpi({ id: 'spent', measureId: 'spend', start: day('2026-02-01') }),
            kpi({ id: 'return', measureId: 'roas', start: day('2026-02-01'), target: 4 }),
          ],
        }),
        day('2026-03-02'),
      );
      const [spentKpi, returned] = evaluation.kpis;
      expect(spentKpi.actual.value).toBe(0);
      expect(returned.actual.value).toBeNull();
      expect(returned.reason).toBe('DIVISION_BY_ZERO');
    }),
    { numRuns: 300 },
  );
});
