import { readFileSync } from 'node:fs';
import type { Language } from '../../src/core/model/workspace.ts';
import { fieldsOf } from '../../src/core/tables/fields-of.ts';
import { TABLE_IDS } from '../../src/core/tables/result-tables.ts';
import type { Session } from '../../src/preview/data-studio/connector-session.ts';
import type { ConfigParam, Filters } from '../../src/preview/data-studio/contract.ts';
import { query } from '../../src/preview/data-studio/query.ts';
import type { Query } from '../../src/preview/data-studio/query-types.ts';
import { putCell } from '../../src/preview/emulation/workbook/cells.ts';
import {
  call,
  configured,
  dataOf,
  recalculated,
  textOf,
  valuesOf,
} from '../bundle/conformance/asked.ts';
import { exampleAccount, exampleSource } from '../support/example-account.ts';
import { smallAccount } from '../workflows/small-workbook.ts';

const PAGES = [
  ['en', readFileSync('docs/data-studio.md', 'utf8')],
  ['nl', readFileSync('docs/data-studio.nl.md', 'utf8')],
] as const;

/** Cells of the table rows of a chapter, its header left out. */
function rowsIn(page: string, chapter: number): string[][] {
  const text = page.split(/^## /m).find((part) => part.startsWith(`${chapter}. `)) ?? '';
  return text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('|---'))
    .slice(1)
    .map((line) => line.slice(2, -2).split(' | '));
}

const idsIn = (text: string): string[] =>
  [...text.matchAll(/`([a-z][a-z0-9_]*)`/g)].map(([, id]) => id);

test.each(PAGES)(
  'connecting, %s: the form asks these questions in this order, with these answers',
  (language: Language, page) => {
    const configParams = { table: 'timeline', fields: 'essential' };
    const form = Object(
      call(smallAccount(), 'getConfig', { languageCode: language, configParams }),
    );
    const asked: ConfigParam[] = Reflect.get(form, 'configParams');
    const questions = asked.filter(({ type }) => type !== 'INFO');
    const told = rowsIn(page, 1);
    expect(told.map(([name]) => name)).toEqual(questions.map(({ displayName }) => displayName));
    questions.forEach(({ name, options }, at) => {
      if (options === undefined || name === 'table') return;
      expect(told[at][1]).toBe(options.map(({ label }) => label).join(' · '));
    });
    const [table] = questions.filter(({ name }) => name === 'table');
    const first = (table.options ?? []).slice(0, 4).map(({ label }) => label);
    expect(told[2][1]).toBe(`${first.join(', ')} …`);
    expect(
      questions.filter((own) => own.parameterControl?.allowOverride).map(({ name }) => name),
    ).toEqual(['grain', 'language', 'view_date', 'what_if']);
  },
);

test.each(PAGES)('%s names fields and tables that exist', (language, page) => {
  const options = { language, guard: 'case', currency: 'EUR' } as const;
  const known = TABLE_IDS.flatMap((table) => [
    table,
    ...fieldsOf(table, options).map(({ id }) => id),
  ]);
  const days = ['yesterday', 'gisteren'];
  expect(idsIn(page).filter((id) => !known.includes(id as 'kpis') && !days.includes(id))).toEqual(
    [],
  );
});

test('both pages tell the same: chapters, tables, fields', () => {
  const [one, other] = PAGES.map(([, page]) => ({
    chapters: [...page.matchAll(/^(#+) /gm)].map(([, level]) => level),
    ids: idsIn(page).filter((id) => id !== 'yesterday' && id !== 'gisteren'),
  }));
  expect(other).toEqual(one);
});

describe('choosing and building, with the web shop', () => {
  const account = exampleAccount('web-shop.xlsx');
  const sources = new Map<string, Promise<Session>>();
  const sourceOf = (table: string): Promise<Session> => {
    const known = sources.get(table) ?? exampleSource(account, { table });
    sources.set(table, known);
    return known;
  };
  const ask = async (table: string, asked: Query) => query(await sourceOf(table), asked);
  const onlyKpi = (kpi: unknown): Filters => [
    [{ fieldName: 'kpi', operator: 'EQUALS', type: 'INCLUDE', values: [String(kpi)] }],
  ];

  test.each(rowsIn(PAGES[0][1], 2).map(([question, table, fields]) => [question, table, fields]))(
    '%s %s has these fields among the essential ones, and says something',
    async (_question, tableCell, fieldsCell) => {
      const [table] = idsIn(tableCell);
      const { schema } = await sourceOf(table);
      const fields = idsIn(fieldsCell).map((id) => schema.byName.get(id));
      expect(fields.filter((field) => field === undefined || field.isHidden)).toEqual([]);
      const named = (concept: string) =>
        fields.flatMap((field) => (field?.concept === concept ? [field.name] : []));
      const beside = schema.byName.has('kpi') ? ['kpi'] : [];
      const { rows, columns } = await ask(table, {
        dimensions: [...new Set([...beside, ...named('DIMENSION')])],
        metrics: named('METRIC'),
      });
      const filled = columns.filter((_, at) => rows.some((row) => row[at] !== null));
      expect(filled.map(({ name }) => name)).toEqual(columns.map(({ name }) => name));
    },
  );

  test('an empty number is told of one KPI, and a count of all of them', async () => {
    const metrics = ['progress', 'on_course_share', 'kpi_count'];
    const [all] = (await ask('kpis', { dimensions: [], metrics })).rows;
    expect([all[0], typeof all[1], all[2]]).toEqual([null, 'number', expect.any(Number)]);
    const { rows } = await ask('kpis', { dimensions: ['kpi'], metrics });
    expect(rows.length).toBe(all[2]);
    expect(rows.filter(([, progress]) => progress !== null).length).toBeGreaterThan(5);
  });

  test('the table begins with its statuses, and sorted by status_order with what needs attention', async () => {
    const { schema } = await sourceOf('kpis');
    const defaults = schema.fields.filter(({ isDefault }) => isDefault).map(({ name }) => name);
    expect(defaults).toEqual(['status_label', 'kpi_count']);
    const { rows } = await ask('kpis', {
      dimensions: ['kpi_link', 'status_label', 'actual_text'],
      metrics: ['status_order'],
      sort: [{ field: 'status_order' }],
    });
    const orders = rows.map((row) => Number(row.at(-1)));
    expect(orders).toEqual([...orders].sort((one, other) => one - other));
    expect(rows[0][0]).toMatchObject({ url: expect.stringMatching(/^https:/) });
  });

  test('the time series of one KPI has plan and actual until now, and the forecast from there', async () => {
    const metrics = ['actual_to_date', 'plan_to_date', 'forecast_to_date'];
    const { rows: kpis } = await ask('timeline', { dimensions: ['kpi'], metrics: ['kpi_count'] });
    const lines = await Promise.all(
      kpis.map(([kpi]) =>
        ask('timeline', { dimensions: ['interval_start'], metrics, filters: onlyKpi(kpi) }),
      ),
    );
    const whole = lines.filter(({ rows }) =>
      [1, 2, 3].every((at) => rows.some((row) => row[at] !== null)),
    );
    expect(whole.length).toBeGreaterThan(2);
    for (const { rows } of whole) {
      const last = rows.filter((row) => row[1] !== null).length - 1;
      // The lines meet where the judged days end.
      expect(rows[last][3]).toBe(rows[last][1]);
      expect(rows.slice(0, last).every((row) => row[3] === null)).toBe(true);
    }
  });
});

describe.each(PAGES)('with the small workbook, %s', (language, page) => {
  test('sharing: who may not open the workbook reads the sentence of the page', () => {
    const account = recalculated();
    account.userLocale = language;
    const answer = call(
      account,
      'getData',
      { configParams: configured('kpis') },
      'x@koers.example',
    );
    expect(page).toContain(`> ${textOf(answer)}`);
  });
});

describe('refreshing', () => {
  const changed = () => {
    const account = recalculated();
    const [workbook] = account.workbooks.values();
    const tab = workbook.tabs.find(({ title }) => title === 'Realisatie');
    if (tab !== undefined) putCell(tab, 1, 2, { value: 3000 });
    return account;
  };
  const seen = (account: ReturnType<typeof changed>, freshness: string, language: string) =>
    valuesOf(
      dataOf(account, 'kpis', ['actual_raw', 'recalculated_text', 'view_note'], {
        configParams: configured('kpis', { freshness, language }),
      }),
    )[0];

  test('shows the last recalculation, or the cells as they are and says so', () => {
    const account = changed();
    const [before, text, note] = seen(account, 'stored', 'workbook');
    expect(text).toContain('owner@koers.example');
    expect(note).toBeNull();
    const [after, , live] = seen(account, 'live', 'en');
    expect(after).toBe(Number(before) + 2000);
    expect(live).toContain('Computed 15 Feb 2026');
  });
});

describe('looking back', () => {
  const account = recalculated();
  const seen = (answers: Record<string, string>, dateRange?: object) =>
    valuesOf(
      dataOf(account, 'kpis', ['actual_raw', 'view_date', 'view_note'], {
        configParams: configured('kpis', answers),
        ...(dateRange && { dateRange }),
      }),
    )[0];

  test.each([
    ['2026-02-14', '20260214'],
    ['14 feb 2026', '20260214'],
    ['14-02-2026', '20260214'],
    ['yesterday', '20260214'],
    ['gisteren', '20260214'],
  ])('Seen from %s is the day before', (view_date, day) => {
    expect(seen({ view_date })[1]).toBe(day);
  });

  test('the date range makes tables look from the day after it, and Seen from goes before it', () => {
    const range = { startDate: '2026-01-01', endDate: '2026-01-31' };
    const [january, from] = seen({ date_mode: 'follow' }, range);
    expect([january, from]).toEqual([31 * 1000 + (30 * 31) / 2, '20260201']);
    expect(seen({ date_mode: 'follow', view_date: '2026-01-11' }, range)[1]).toBe('20260111');
  });

  test('the date range chooses intervals of a timeline', () => {
    const days = valuesOf(
      dataOf(account, 'timeline', ['interval_start'], {
        configParams: configured('timeline', { date_mode: 'follow' }),
        dateRange: { startDate: '2026-01-30', endDate: '2026-02-02' },
      }),
    ).flat();
    expect(days).toEqual(['20260130', '20260131', '20260201', '20260202']);
  });

  test('what if moves the future and says what was supposed', () => {
    const whatIf = (what_if: string) =>
      valuesOf(
        dataOf(account, 'kpis', ['actual_raw', 'forecast_raw', 'view_note'], {
          configParams: configured('kpis', { what_if }),
        }),
      )[0];
    const [actual, forecast] = whatIf('');
    const [same, more, note] = whatIf('bezoekers=+10%; budget=+5000');
    expect(same).toBe(actual);
    expect(more).toBeGreaterThan(Number(forecast));
    expect(note).toMatch(/Bezoekers \+10.*budget/s);
  });
});

test('a new version: a field that is no longer offered still answers, and refreshing offers it again', async () => {
  const account = recalculated();
  const answer = dataOf(account, 'kpis', ['kpi_id', 'judged_count'], {
    configParams: configured('kpis', { fields: 'essential' }),
  });
  expect(valuesOf(answer)[0]).toEqual(['bezoekers_q1', 1]);
});
