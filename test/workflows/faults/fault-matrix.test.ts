import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { figures, type Scenario, tryFaults } from './fault-matrix.ts';
import {
  exampleOf,
  isService,
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
