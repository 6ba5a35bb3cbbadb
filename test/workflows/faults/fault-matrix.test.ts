import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { figures, type Scenario, tryFaults } from './fault-matrix.ts';
import { exampleOf, isService, type Ports, SMALL, withHistory } from './tried-workbooks.ts';

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
    'recalculate, the web shop without Today',
    () => {
      const shop = exampleOf('web-shop');
      return { ...shop, run: (ports) => recalculate(ports, shop.fileId, 'menu'), tries: isService };
    },
  ],
];

test.each(SCENARIOS)('%s: nothing is lost whatever fails at any call', (name, scenario) => {
  const result = tryFaults(scenario());
  console.info(figures(name, result));
  expect(result.broken).toEqual([]);
});
