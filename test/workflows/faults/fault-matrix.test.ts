import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { figures, type Scenario, tryFaults } from './fault-matrix.ts';
import {
  exampleOf,
  isService,
  neverCalculated,
  type Ports,
  SMALL,
  someFaults,
  withHistory,
} from './tried-workbooks.ts';

const SCENARIOS: readonly (readonly [string, () => Scenario<Ports>])[] = [
  [
    'recalculate, with history',
    () => ({ ...withHistory(), run: (ports) => recalculate(ports, SMALL, 'menu') }),
  ],
  [
    'recalculate on a schedule, with history',
    () => ({
      ...withHistory(),
      run: (ports) => recalculate(ports, SMALL, 'schedule'),
      tries: isService,
    }),
  ],
  [
    'recalculate for the first time, with the charts after it',
    () => ({
      ...neverCalculated(),
      run: (ports) => recalculate(ports, SMALL, 'menu'),
      // Where nothing is kept yet, an answer with fewer cells cannot be told from an emptier workbook.
      tries: (call, kind) => isService(call) && !/answer|cut/.test(kind),
      hasSteps: true,
    }),
  ],
  ...(['web-shop', 'superstore'] as const).map((name): (typeof SCENARIOS)[number] => [
    `recalculate, ${name} without Today`,
    () => {
      const example = exampleOf(name);
      const run = (ports: Ports) => recalculate(ports, example.fileId, 'menu');
      return { ...example, run, tries: someFaults() };
    },
  ]),
];

test.each(SCENARIOS)('%s: nothing is lost whatever fails at any call', (name, scenario) => {
  const result = tryFaults(scenario());
  console.info(figures(name, result));
  expect(result.broken).toEqual([]);
});
