import { type MemoryWorkbook, memoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { type MemoryShelf, memoryShelf } from '../../contract/memory-shelf.ts';
import { memoryPorts } from '../memory-ports.ts';

export const SOURCE = 'source-workbook-0123456789';

/** What the other goal, its parent and its KPIs hold; every name and number is theirs alone. */
export interface Secret {
  /** In every name of theirs. */
  readonly word: string;
  /** Every figure of theirs is a multiple of it. */
  readonly number: number;
  /** How many KPIs they have. */
  readonly kpis: number;
}

const days = (month: string, last: number): string[] =>
  Array.from({ length: last }, (_, day) => `${month}-${String(day + 1).padStart(2, '0')}`);

type Rows = (string | number | null)[][];

/** A goal to publish, with one below it, among another goal that is nobody's business. */
function tabsWith({ word, number, kpis }: Secret): Record<string, Rows> {
  const others = Array.from({ length: kpis }, (_, at) => `${word} kpi ${at}`);
  const period = ['2026-01-01', '2026-03-31'];
  return {
    Settings: [
      ['Setting', 'Value'],
      ['Organisation', 'Shop'],
      ['Currency', 'EUR'],
      ['Language', 'English'],
    ],
    Strategy: [
      ['Kind', 'Text', 'Owner', 'Line ID'],
      ['Vision', `${word} vision`, `${word} owner`, `line_${word}`],
      ['Strategy', 'Be near', 'Ann', 'line_own'],
    ],
    Goals: [
      [
        'Goal',
        'Success when',
        'Parent goal',
        'Strategy line',
        'Start',
        'Due',
        'Outcome KPI',
        'Owner',
        'Goal ID',
      ],
      [
        `${word} goal`,
        `${word} success`,
        null,
        `line_${word}`,
        ...period,
        null,
        `${word} owner`,
        'goal_other',
      ],
      [
        'Reach',
        'Everybody knows us',
        'goal_other',
        'line_own',
        ...period,
        'Orders',
        'Ann',
        'goal_reach',
      ],
      ['Press', 'We are read', 'goal_reach', 'line_own', ...period, null, 'Bob', 'goal_press'],
    ],
    Measures: [
      ['Measure', 'Unit', 'Adds up', 'Formula', 'Measure ID'],
      ['Visitors', 'number', 'sum', null, 'm_visitors'],
      ['Conversion', 'percent', null, 'Orders / Visitors', 'm_conversion'],
      ['Orders', 'number', 'sum', null, 'm_orders'],
      ['Articles', 'number', 'sum', null, 'm_articles'],
      [`${word} measure`, 'EUR', 'sum', null, 'm_other'],
    ],
    KPIs: [
      ['KPI', 'Goal', 'Kind', 'Measure', 'Start', 'Due', 'Target', 'Follows', 'Owner', 'KPI ID'],
      ...others.map((name, at) => [
        name,
        'goal_other',
        'add up to',
        'm_other',
        ...period,
        number * (at + 2),
        null,
        `${word} owner`,
        `k_other_${at}`,
      ]),
      [
        'Orders',
        'goal_reach',
        'add up to',
        'm_orders',
        ...period,
        900,
        others.length > 0 ? 'k_other_0' : null,
        'Ann',
        'k_orders',
      ],
      [
        'Visitors',
        'goal_reach',
        'add up to',
        'm_visitors',
        ...period,
        9_000,
        null,
        'Ann',
        'k_visitors',
      ],
      [
        'Articles',
        'goal_press',
        'add up to',
        'm_articles',
        ...period,
        60,
        null,
        'Bob',
        'k_articles',
      ],
      [`${word} stray`, null, 'add up to', 'm_other', ...period, number * 7, null, null, 'k_stray'],
      [
        'Unreadable',
        'goal_press',
        'add up to',
        'Silverling measure',
        ...period,
        'much',
        null,
        'Bob',
        'k_wrong',
      ],
    ],
    Milestones: [
      ['Milestone', 'KPI', 'Date', 'Value'],
      ['Half way', 'k_orders', '2026-02-14', 400],
      [`${word} stop`, 'k_other_0', '2026-02-10', number],
    ],
    Actions: [
      ['Action', 'KPI', 'Phase', 'Date', 'Owner', 'Expected effect', 'Note', 'Action ID'],
      ['Spring sale', 'k_orders', 'do', '2026-02-01', 'Ann', 40, 'Shops', 'a_own'],
      [
        `${word} action`,
        'k_other_0',
        'do',
        '2026-02-02',
        `${word} owner`,
        number,
        `${word} note`,
        'a_other',
      ],
      [`${word} plan`, null, 'plan', '2026-02-03', null, null, null, 'a_none'],
    ],
    Resources: [
      ['Resource', 'KPI or goal', 'Unit', 'Date', 'Budget', 'Used'],
      ['Ad budget', 'k_orders', 'EUR', null, 700, null],
      ['Ad budget', 'k_orders', 'EUR', '2026-02-01', null, 300],
      [`${word} fund`, 'goal_other', 'EUR', null, number * 3, null],
      [`${word} fund`, 'goal_other', 'EUR', '2026-02-01', null, number],
    ],
    Events: [
      ['Event', 'From', 'To', 'Measure or KPI', 'Expected effect'],
      [`${word} event`, '2026-03-01', '2026-03-05', 'm_other', '-20%'],
    ],
    'Target changes': [
      ['KPI', 'Effective from', 'Target', 'Author', 'Reason'],
      ['k_other_0', '2026-02-01', number * 5, `${word} owner`, `${word} reason`],
      ['k_visitors', '2026-02-01', 9_500, 'Ann', 'More budget'],
    ],
    Actuals: [
      ['Date', 'Measure', 'Value'],
      ...[...days('2026-01', 31), ...days('2026-02', 14)].flatMap(
        (day, at): Rows => [
          [day, 'm_orders', 8 + (at % 3)],
          [day, 'm_visitors', 95 + (at % 5)],
          [day, 'm_articles', at % 2],
          [day, 'm_other', number + at],
        ],
      ),
    ],
  };
}

function sourceWorkbook(secret: Secret): MemoryWorkbook {
  const book = memoryWorkbook({ fileId: SOURCE });
  for (const [title, rows] of Object.entries(tabsWith(secret))) book.addTab(title, rows);
  return book;
}

/** The ports of a person who may see every workbook on the shelf, at this moment. */
export function shelfPorts(shelf: MemoryShelf, now: number) {
  const { books, keep, ...ports } = shelf;
  const [source] = books.values();
  return { ...memoryPorts(source, now), ...ports };
}

export const shelfWith = (secret: Secret): MemoryShelf =>
  memoryShelf({ [SOURCE]: sourceWorkbook(secret) });
