import { differencesOn } from './differences.ts';
import { EXAMPLES_BY_HAND } from './examples-by-hand.ts';
import { EXAMPLES_OF_EDGES } from './examples-of-edges.ts';
import type { ReferenceKpi } from './naive/kpi.ts';
import { splitOverFactors } from './naive/split.ts';
import { referenceOf } from './naive/workspace.ts';
import { FUELLED, WEIGHED_GOAL, WORKED_EXAMPLES } from './worked-examples.ts';

/** What the reference says of a KPI, and of its next stopover, by name. */
function saidOf({ numbers, milestones, every, flags, signal, fuel, ...said }: ReferenceKpi) {
  const next = milestones.find(({ isNext }) => isNext);
  return {
    ...numbers,
    status: said.status,
    reason: said.reason,
    type: said.type,
    judgedDay: said.judgedDay,
    flags: [...flags].sort().join(),
    periodsMet: every?.met ?? null,
    periodsJudged: every?.judged ?? null,
    nextValue: next?.value ?? null,
    nextStatus: next?.status ?? null,
    signal: signal?.rule ?? null,
    isFavourable: signal?.isFavourable ?? null,
    fuelIndex: fuel[0]?.index ?? null,
    fuelRanOutDay: fuel[0]?.ranOutDay ?? null,
    fuelStatus: fuel[0]?.status ?? null,
    nextEtaDay: next?.etaDay ?? null,
    nextDaysLate: next?.daysLate ?? null,
    nextRequiredSpeed: next?.requiredSpeed ?? null,
  };
}

const ALL = [...WORKED_EXAMPLES, ...EXAMPLES_BY_HAND, ...EXAMPLES_OF_EDGES];

test.each(ALL)('the reference: $name', ({ workspace, today, says }) => {
  const said: Record<string, number | string | boolean | null> = saidOf(
    referenceOf(workspace, today).kpis[0],
  );
  for (const [name, expected] of Object.entries(says)) {
    const isNumber = typeof expected === 'number';
    expect({ name, is: said[name] }).toEqual({
      name,
      is: isNumber ? expect.closeTo(expected, 5) : expected,
    });
  }
});

test.each(ALL)('the engine agrees: $name', (example) => {
  expect(differencesOn(example)).toEqual([]);
});

test('V14 customers × orders × order value, by logarithmic means', () => {
  const parts = splitOverFactors([1000, 2, 50], [1050, 2, 52]) ?? [];
  expect(parts.map((part) => Math.round(part * 100) / 100)).toEqual([5100.16, 0, 4099.84]);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(9200, 8);
  expect((1050 / 1000) * (52 / 50) - 1).toBeCloseTo(0.092, 8);
});

test('V15 the score of a goal caps what is overdone', () => {
  const [{ score }] = referenceOf(WEIGHED_GOAL.workspace, WEIGHED_GOAL.today).goals;
  expect(score).toBeCloseTo(0.88, 9);
  expect(differencesOn(WEIGHED_GOAL)).toEqual([]);
});

test('V17 fuel for the way that is left', () => {
  const [{ fuel }] = referenceOf(FUELLED.workspace, FUELLED.today).kpis;
  expect(fuel).toEqual([
    expect.objectContaining({
      need: expect.closeTo(22000, 6),
      left: 12000,
      index: expect.closeTo(0.545455, 6),
      completionEstimate: expect.closeTo(40000, 6),
      status: 'short',
    }),
  ]);
  expect(differencesOn(FUELLED)).toEqual([]);
});
