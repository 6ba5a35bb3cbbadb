import type { Cell } from '../../../src/core/tables/part.ts';
import { channelParts, driverParts } from '../../../src/workflows/board/gap-parts.ts';
import type { Row } from '../../../src/workflows/board/table-rows.ts';

function row(cells: Readonly<Record<string, Cell>>): Row {
  const cell = (id: string): Cell => cells[id] ?? null;
  return {
    cell,
    text: (id) => String(cell(id) ?? ''),
    number: (id) => {
      const value = cell(id);
      return typeof value === 'number' ? value : null;
    },
  };
}

const kpi = (better_when: string | null, unit_label = '€') => row({ better_when, unit_label });
const channel = (name: string, actual: number | null, plan: number | null) =>
  row({ channel: name, actual_to_date: actual, plan_to_date: plan });
const driver = (text: string, contribution: number | null, against = 'plan') =>
  row({ against, driver_text: text, contribution });

describe('by channel', () => {
  const channels = [
    channel('Search', 900, 1000),
    channel('Search', 1500, 2000),
    channel('E-mail', 700, 500),
    channel('Direct', 300, 300),
  ];

  test('the newest interval tells, what holds back first, against the greatest', () => {
    expect(channelParts(kpi('higher'), channels, 'en')).toEqual([
      { text: 'Search: €500 less than planned', size: -1 },
      { text: 'Direct: no change', size: 0 },
      { text: 'E-mail: €200 more than planned', size: 0.4 },
    ]);
  });

  test('where lower is better more than planned holds back', () => {
    const sizes = channelParts(kpi('lower'), channels, 'nl').map(({ text, size }) => [text, size]);
    expect(sizes[0]).toEqual(['E-mail: € 200 meer dan gepland', -0.4]);
    expect(sizes[2]).toEqual(['Search: € 500 minder dan gepland', 1]);
  });

  test('a negative plan and actual are as far apart as they are', () => {
    const losses = [channel('Shop', -80, -50), channel('Web', 0, -20)];
    expect(channelParts(kpi('higher', ''), losses, 'en')).toEqual([
      { text: 'Shop: 30 less than planned', size: -1 },
      { text: 'Web: 20 more than planned', size: 0.667 },
    ]);
  });

  test.each([
    ['without channels', kpi('higher'), []],
    ['of one channel', kpi('higher'), [channel('Search', 3, 9)]],
    ['without a plan by channel', kpi('higher'), [channel('A', 3, null), channel('B', null, 9)]],
    ['where all is as planned', kpi('higher'), [channel('A', 3, 3), channel('B', 0, 0)]],
    ['where neither more nor less is better', kpi(null), channels],
  ])('%s there are none', (_, own, rows) => {
    expect(channelParts(own, rows, 'en')).toEqual([]);
  });
});

describe('by driver', () => {
  test('against the plan alone, and only what is known', () => {
    const drivers = [
      driver('Visitors: €60 more than planned', 60),
      driver('Conversion: €120 less than planned', -120),
      driver('Visitors: €99 more than last year', 99, 'last_year'),
      driver('Order value', null),
    ];
    expect(driverParts(kpi('higher'), drivers)).toEqual([
      { text: 'Conversion: €120 less than planned', size: -1 },
      { text: 'Visitors: €60 more than planned', size: 0.5 },
    ]);
    expect(driverParts(kpi('higher'), [])).toEqual([]);
  });
});
