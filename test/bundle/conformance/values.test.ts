import { TABLE_IDS } from '../../../src/core/tables/result-tables.ts';
import { openSession } from '../../../src/preview/data-studio/connector-session.ts';
import type { Answer, Value } from '../../../src/preview/data-studio/contract.ts';
import { query } from '../../../src/preview/data-studio/query.ts';
import { fixedClock } from '../../../src/preview/emulation/host/clock.ts';
import { smallAccount } from '../../workflows/small-workbook.ts';
import {
  call,
  configured,
  dataOf,
  dataOfEach,
  dataRequest,
  recalculated,
  type SchemaField,
  schemaOf,
  valuesOf,
} from './asked.ts';
import { dayOf, ordersOn, visitsOn, yearsAccount } from './years-workbook.ts';

const years = recalculated(yearsAccount());
const small = recalculated();

/** The intervals of a KPI, seen in intervals of this length. */
const intervals = (kpi: string, grain: string, ...fields: string[]) =>
  valuesOf(
    dataOf(years, 'timeline', [...fields], {
      configParams: configured('timeline', { grain }),
      dimensionsFilters: [
        [{ fieldName: 'kpi', operator: 'EQUALS', values: [kpi], type: 'INCLUDE' }],
      ],
    }),
  );

describe('C6, reference: formats', () => {
  const FORMATS: Readonly<Record<string, RegExp>> = {
    YEAR_MONTH_DAY: /^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/,
    YEAR_MONTH_DAY_SECOND: /^\d{8}([01]\d|2[0-3])[0-5]\d[0-5]\d$/,
    URL: /^https:\/\//,
  };

  it('types with formats of their own are days and moments only: none can be a week of another year', () => {
    const used = TABLE_IDS.flatMap((table) =>
      schemaOf(years, table).map(({ semantics }) => semantics.semanticType),
    );
    expect([...new Set(used)].sort()).toEqual([
      'BOOLEAN',
      'CURRENCY_EUR',
      'HYPERLINK',
      'IMAGE',
      'NUMBER',
      'PERCENT',
      'TEXT',
      'URL',
      'YEAR_MONTH_DAY',
      'YEAR_MONTH_DAY_SECOND',
    ]);
  });

  const isOfType = (value: unknown, { dataType, semantics }: SchemaField): boolean => {
    if (value === null) return true;
    if (typeof value !== dataType.toLowerCase()) return false;
    if (typeof value === 'number') return Number.isFinite(value);
    // Nothing is null, and never an empty text.
    return typeof value !== 'string' || (FORMATS[semantics.semanticType] ?? /./).test(value);
  };

  it.each(TABLE_IDS)('every value of %s is of its type', (table) => {
    for (const account of [years, small]) {
      const schema = schemaOf(account, table).filter(({ formula }) => formula === undefined);
      const names = schema.map(({ name }) => name);
      const rows = valuesOf(dataOf(account, table, names));
      expect(rows.filter(({ length }) => length !== schema.length)).toEqual([]);
      const wrong = rows.flatMap((values) =>
        values.flatMap((value, at) => (isOfType(value, schema[at]) ? [] : [[names[at], value]])),
      );
      expect(wrong).toEqual([]);
    }
  });

  it('the weeks across a year of 53 and across New Year begin on their Mondays, by their ISO names', () => {
    const week = (kpi: string) =>
      intervals(kpi, 'week', 'interval_start', 'interval_end', 'interval_label');
    expect(week('Week 53')).toEqual([
      ['20201221', '20201227', expect.stringContaining('52')],
      ['20201228', '20210103', expect.stringContaining('53')],
      ['20210104', '20210110', expect.stringContaining('1')],
      ['20210111', '20210117', expect.stringContaining('2')],
    ]);
    expect(week('New Year')[2]).toEqual([
      '20241230',
      '20250105',
      expect.stringMatching(/1.*2025|2025.*1/),
    ]);
  });

  it('a leap day is there, and a day on which the clock turns is there once', () => {
    const days = intervals('Leap day', 'measured', 'interval_start').flat();
    expect(days.slice(9, 12)).toEqual(['20240228', '20240229', '20240301']);
    expect(days.slice(40, 43)).toEqual(['20240330', '20240331', '20240401']);
    expect(new Set(days).size).toBe(49);
  });

  it.each([
    ['2026-03-29T00:59:59Z', '20260329015959'],
    ['2026-03-29T01:00:00Z', '20260329030000'],
    ['2026-10-25T00:30:05Z', '20261025023005'],
    ['2026-10-25T01:30:05Z', '20261025023005'],
    ['2026-12-31T23:05:09Z', '20270101000509'],
  ])('a moment is told in the zone of the workbook, two digits each: %s', (moment, text) => {
    const account = smallAccount();
    account.clock = fixedClock(Date.parse(moment));
    recalculated(account);
    expect(valuesOf(dataOf(account, 'kpis', ['recalculated_at']))[0]).toEqual([text]);
  });

  it('a share is a part of one and may pass it; an amount may be below zero', () => {
    const byKpi = new Map(
      valuesOf(dataOf(years, 'kpis', ['kpi', 'attainment_raw', 'actual_money_raw'])).map(
        ([kpi, ...numbers]) => [kpi, numbers],
      ),
    );
    const [shareOfVisits] = byKpi.get('Leap day') ?? [];
    expect(Number(shareOfVisits)).toBeGreaterThan(2);
    const amounts = valuesOf(
      dataOf(years, 'timeline', ['actual_money_raw'], {
        dimensionsFilters: [
          [{ fieldName: 'kpi', operator: 'EQUALS', values: ['New Year'], type: 'INCLUDE' }],
        ],
      }),
    ).flat();
    expect(amounts).toEqual(expect.arrayContaining([40, 10, -20]));
  });
});

describe('C7, reference: null, 0 and nothing', () => {
  it('stay apart: a number that is missing is null and not 0; what is empty is null and not an empty text', () => {
    const [judged, invalid] = valuesOf(
      dataOf(small, 'kpis', ['at_risk_count', 'actual_raw', 'plan_raw']),
    );
    expect(judged[0]).toBe(0);
    expect(invalid.slice(1)).toEqual([null, null]);
  });
});

describe('C8, calculated-fields: a ratio over several rows', () => {
  const callYears = (functionName: string, request?: object): Answer => {
    const result = call(years, functionName, request);
    return { result };
  };
  const session = (grain: string, guard: string, refusedFunctions: readonly string[]) =>
    openSession(
      {
        call: callYears,
        languageCode: 'en',
        today: '2025-02-01',
        lastRefresh: '1',
        refusedFunctions,
      },
      configured('timeline', { grain, guard }),
    );
  /** Σ orders ÷ Σ visits of the days between. */
  const ratio = (first: Value, last: Value): number => {
    const day = (digits: Value) => dayOf(String(digits).replace(/^(....)(..)(..)$/, '$1-$2-$3'));
    const days = Array.from({ length: day(last) - day(first) + 1 }, (_, at) => day(first) + at);
    const sum = (of: (day: number) => number) => days.reduce((total, own) => total + of(own), 0);
    return sum(ordersOn) / sum(visitsOn);
  };
  const onlyConversion = [
    [
      {
        fieldName: 'kpi',
        operator: 'EQUALS' as const,
        values: ['Conversion'],
        type: 'INCLUDE' as const,
      },
    ],
  ];

  // Whether CASE may stand around aggregates in a connector's formula no page says: the data
  // source's owner can choose a guard without it.
  it.each(
    ['day', 'week', 'month', 'quarter'].flatMap((grain) => [
      [grain, 'case', []] as const,
      [grain, 'arithmetic', ['CASE']] as const,
    ]),
  )('is Σ ÷ Σ of its parts, by %s and in total, guard %s', async (grain, guard, refused) => {
    const own = await session(grain, guard, refused);
    const asked = { metrics: ['actual_percent'], filters: onlyConversion };
    const total = await query(own, { ...asked, dimensions: [] });
    expect(total.rows[0][0]).toBeCloseTo(ratio('20240201', '20240331'), 12);
    const byInterval = await query(own, {
      ...asked,
      dimensions: ['interval_start', 'interval_end'],
    });
    expect(byInterval.rows.length).toBe({ day: 60, week: 9, month: 2, quarter: 1 }[grain]);
    for (const [first, last, value] of byInterval.rows) {
      expect(value).toBeCloseTo(ratio(first, last), 12);
    }
  });

  it('over several KPIs is empty, and never a mean of means', async () => {
    const own = await session('month', 'case', []);
    const all = await query(own, { dimensions: [], metrics: ['actual_percent'] });
    expect(all.rows).toEqual([[null]]);
  });

  it('is the same whichever fields were asked for beside it', () => {
    const [alone, beside] = dataOfEach(years, [
      dataRequest('timeline', ['actual_raw', 'actual_base_raw']),
      dataRequest('timeline', ['interval_label', 'actual_base_raw', 'kpi', 'actual_raw']),
    ]);
    expect(valuesOf(beside).map(([, base, , raw]) => [raw, base])).toEqual(valuesOf(alone));
  });
});
