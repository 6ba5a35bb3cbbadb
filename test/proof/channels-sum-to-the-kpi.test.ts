import fc from 'fast-check';
import { evaluateWorkspace } from '../../src/core/evaluate/evaluate-workspace.ts';
import type { Numbers } from '../../src/core/model/evaluation.ts';
import { day, kpi, measure, workspace } from '../support/workspace-builder.ts';

test('wherever channels add, the parts are the KPI: value, to date and plan', () => {
  const months = ['2026-01-31', '2026-02-28', '2026-03-31', '2025-01-31', '2025-02-28'];
  const value = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e6, noNaN: true }));
  const cell = fc.record({
    month: fc.constantFrom(...months),
    channel: fc.constantFrom('', 'mail', 'shop', 'store'),
    value,
  });
  const wanted = kpi({ due: day('2026-04-30'), lastTime: 10, target: 1e6 });
  fc.assert(
    fc.property(
      fc.array(cell, { maxLength: 14 }),
      fc.constantFrom('sum' as const, 'last' as const),
      (cells, aggregation) => {
        const rows = cells.map((own) => ({
          date: day(own.month),
          channel: own.channel,
          value: own.value,
        }));
        const own = measure({ aggregation, cadence: 'month', missing: 'missing' });
        const [evaluation] = evaluateWorkspace(
          workspace({ rows, measures: [own], kpis: [wanted] }),
          day('2026-04-20'),
        ).kpis;
        if (evaluation.channels.length === 0) return;
        const { channels, timeline } = evaluation;
        const sumOf = (values: Numbers) =>
          values.reduce<number>((sum, part) => sum + (part ?? 0), 0);
        const close = (whole: number | null, parts: Numbers) =>
          expect(Math.abs((whole ?? 0) - sumOf(parts))).toBeLessThanOrEqual(1e-6);
        channels[0].actual.forEach((_, at) => {
          close(
            timeline.actual[at],
            channels.map(({ actual }) => actual[at]),
          );
          close(
            timeline.actualToDate[at],
            channels.map(({ actualToDate }) => actualToDate[at]),
          );
          const plans = channels.map(({ planToDate }) => planToDate[at]);
          if (plans.every((plan) => plan !== null)) close(timeline.planToDate[at], plans);
        });
      },
    ),
    { numRuns: 1000 },
  );
});
