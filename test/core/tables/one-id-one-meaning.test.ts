import fc from 'fast-check';
import { isoDate } from '../../../src/core/model/calendar-date.ts';
import { EMPTY_RECORD, type HistoryRow } from '../../../src/core/model/record.ts';
import { fieldsOf } from '../../../src/core/tables/fields-of.ts';
import { TABLE_IDS, type TableId } from '../../../src/core/tables/result-tables.ts';
import { judgedExample } from '../../support/judged-example.ts';
import { sampleHistoryRow } from '../../support/sample-evaluation.ts';
import { type ServedTable, servedTable } from '../../support/served-table.ts';
import { runStory } from '../../support/story-run.ts';
import { day } from '../../support/workspace-builder.ts';

type TableOf = (id: TableId) => ServedTable;
type Pair = readonly [TableId, TableId];

const idsOf = (table: TableId): string[] =>
  fieldsOf(table, { language: 'en', guard: 'case', currency: 'EUR' }).flatMap(
    ({ column, isHidden }) => (column === null || isHidden ? [] : [column]),
  );

function sharedBy([one, other]: Pair): string[] {
  const ids = idsOf(other);
  return idsOf(one).filter((id) => ids.includes(id));
}

const PAIRS: Pair[] = TABLE_IDS.flatMap((one, at) =>
  TABLE_IDS.slice(at + 1).map((other): Pair => [one, other]),
);

/** What a table says in a column of each thing that these keys tell apart. */
function saidOf({ columns, rowCount }: ServedTable, keys: readonly string[], id: string) {
  const said = new Map<string, unknown[]>();
  for (let row = 0; row < rowCount; row += 1) {
    const key = keys.map((column) => columns[column][row]);
    if (key.includes(null)) continue;
    const cells = said.get(key.join(' ')) ?? [];
    if (!cells.includes(columns[id][row])) cells.push(columns[id][row]);
    said.set(key.join(' '), cells);
  }
  return said;
}

/** Sums in another order differ in their last bits. */
const areSame = ([first, ...others]: readonly unknown[]): boolean =>
  others.every((cell) =>
    typeof cell === 'number' && typeof first === 'number'
      ? Math.abs(cell - first) <= 1e-12 * Math.abs(first)
      : cell === first,
  );

/** Where two tables say different things of one, and of how many things both say something. */
function compare(tableOf: TableOf, pair: Pair, keys: readonly string[], ids: readonly string[]) {
  let things = 0;
  const different = ids.flatMap((id) => {
    const [ours, theirs] = pair.map((table) => saidOf(tableOf(table), keys, id));
    return [...ours].flatMap(([key, cells]) => {
      const others = theirs.get(key);
      if (others === undefined) return [];
      things += 1;
      return areSame([...cells, ...others]) ? [] : [{ id, key, cells, others }];
    });
  });
  return { different, things };
}

/** What is said of a row's own period or channel, and so not the same of all rows of a KPI. */
const OF_A_PERIOD = [
  ...['actual', 'actual_money', 'actual_percent', 'plan', 'plan_percent', 'target'],
  ...['forecast_low', 'forecast_high', 'actual_to_date', 'plan_to_date', 'change_vs_previous'],
  ...['interval_start', 'interval_end', 'interval_label', 'milestone_value'],
  'milestone_status_label',
];
/** Of the status at the end of a row's own period. */
const COUNTS = idsOf('timeline').filter((id) => /^(?!kpi).*_count$|^on_course_share$/.test(id));
/** The label of a row's own change, event, resource or opportunity, and what is counted in it. */
const OF_A_ROW = [
  ...['event_label', 'fuel_index', 'fuel_days_left', 'opportunity_text', 'opportunity_rank'],
  'kpi_count',
];

/** Tables that in the example are about other KPIs. */
const APART = ['checks resources', 'actions resources'];

describe('of the workbook, a KPI and a goal', () => {
  const kept: HistoryRow[] = [];
  const judged = judgedExample('web-shop.xlsx', 'nl_NL', ({ kpis }, today) => {
    kept.push(...kpis.map(({ id }) => sampleHistoryRow({ kpiId: id, day: today - 7 })));
    return { ...EMPTY_RECORD, history: kept };
  });
  const { today } = judged.evaluation;
  const input = {
    ...judged,
    language: 'nl',
    recalculation: { day: today, secondsOfDay: 21_780, by: 'anna@example.com', version: '1.2' },
    history: kept,
    viewDay: today,
  } as const;
  const made = new Map<TableId, ServedTable>();
  const tableOf: TableOf = (id) => {
    const table = made.get(id) ?? servedTable(id, input);
    made.set(id, table);
    return table;
  };

  test.each(PAIRS)('%s and %s say the same', (...pair) => {
    const shared = sharedBy(pair).filter(
      (id) => ![...OF_A_PERIOD, ...OF_A_ROW, ...COUNTS].includes(id),
    );
    const key =
      ['kpi_key', 'goal_id', 'kpi', 'goal', 'workbook_id'].find((id) => shared.includes(id)) ?? '';
    const { different, things } = compare(tableOf, pair, [key], shared);
    expect(different).toEqual([]);
    expect(things > 0).toBe(!APART.includes(pair.join(' ')));
  });
});

interface Typed {
  readonly kind: string;
  readonly addsUp: string;
  readonly target: number;
  /** Day of January, so that the month may be cut. */
  readonly from: number;
  /** Last month, 1 to 12. */
  readonly to: number;
  readonly values: readonly number[];
  readonly today: string;
}

/** A KPI by the month, all of it in one channel. */
const workbook = ({ kind, addsUp, target, from, to, values, today }: Typed): TableOf =>
  runStory({
    name: 'one channel',
    claim: '',
    today,
    locale: 'en_GB',
    expected: [],
    tabs: [
      {
        name: 'KPIs',
        rows: [
          ['KPI', 'Kind', 'Measure', 'Start', 'Due', 'Target', 'Last time'],
          [
            'Orders',
            kind,
            'Orders',
            `2026-01-${String(from).padStart(2, '0')}`,
            lastOf(to),
            `${target}`,
            LAST_TIME[kind],
          ],
        ],
      },
      {
        name: 'Measures',
        rows: [
          ['Measure', 'Adds up', 'Cadence', 'Unit'],
          ['Orders', addsUp, 'month', 'EUR'],
        ],
      },
      {
        name: 'Actuals',
        rows: [
          ['Date', 'Measure', 'Value', 'Channel'],
          ...values.map((value, at) => [lastOf(at + 1), 'Orders', `${value}`, 'Shop']),
        ],
      },
    ],
  });

const lastOf = (month: number): string =>
  month === 12 ? '2026-12-31' : isoDate(day(`2026-${String(month + 1).padStart(2, '0')}-01`) - 1);

const LAST_TIME: Readonly<Record<string, string>> = { 'grow to': '-90', 'bring down to': '7000' };
const KINDS = [
  ['add up to', 'sum'],
  ['spend no more than', 'sum'],
  ['grow to', 'last'],
  ['bring down to', 'last'],
  ['keep at least', 'mean'],
] as const;

describe('of a period', () => {
  test.each(KINDS)('of one month the row of a KPI to %s (%s) is its interval', (kind, addsUp) => {
    const typed = { kind, addsUp, target: 60, from: 1, to: 1, today: '2026-02-03' };
    // Nothing is left to forecast; a timeline begins its band at the last value all the same.
    // An interval is off course where the KPI, closed, is missed.
    const other = ['kpi_count', 'forecast_low', 'forecast_high', ...COUNTS];
    const shared = sharedBy(['kpis', 'timeline']).filter((id) => !other.includes(id));
    for (const values of [[], [0], [-12], [85]]) {
      // Without a value there is no judged day, up to which a KPI's plan would be.
      const ids = values.length > 0 ? shared : shared.filter((id) => id !== 'plan');
      const tableOf = workbook({ ...typed, values });
      const { different, things } = compare(tableOf, ['kpis', 'timeline'], ['kpi_key'], ids);
      expect({ values, different, things }).toEqual({ values, different: [], things: ids.length });
    }
  });

  const typed = fc
    .record({
      kind: fc.constantFrom(...KINDS),
      target: fc.integer({ min: 1, max: 4000 }),
      from: fc.integer({ min: 10, max: 31 }),
      to: fc.integer({ min: 2, max: 12 }),
      values: fc.array(fc.integer({ min: -300, max: 900 }), { minLength: 1, maxLength: 8 }),
      today: fc.integer({ min: day('2026-02-01'), max: day('2026-09-30') }),
    })
    .map(({ kind: [kind, addsUp], today, ...own }) => ({
      ...own,
      kind,
      addsUp,
      today: isoDate(today),
    }));

  test('a KPI with one channel is that channel, in every interval', () => {
    const shared = sharedBy(['timeline', 'channels']);
    let compared = 0;
    fc.assert(
      fc.property(typed, (own) => {
        // A plan is divided as values are, where they are parts of a whole.
        const isDivided = own.addsUp !== 'mean' && own.values.every((value) => value > 0);
        const ids = isDivided ? shared : shared.filter((id) => id !== 'plan_to_date');
        const keys = ['kpi_key', 'interval_start'];
        const { different, things } = compare(workbook(own), ['timeline', 'channels'], keys, ids);
        expect(different).toEqual([]);
        compared += things;
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(60 * shared.length);
  });
});
