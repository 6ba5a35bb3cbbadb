import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { FIELD_BOOKS } from '../../src/core/language/connector-languages.ts';
import { sentencesIn } from '../../src/core/language/languages.ts';
import { MILESTONE_STATUS_CODES, STATUS_CODES } from '../../src/core/model/status.ts';
import type { TableId } from '../../src/core/tables/result-tables.ts';
import { MILESTONE_SYMBOLS, STATUS_SYMBOLS } from '../../src/core/tables/status-symbols.ts';
import { LIGHT_PAPER, paletteOn, type Tone } from '../../src/drawing/colours.ts';
import { KPI_TONES, STOP_TONES } from '../../src/drawing/tones.ts';
import { svgText } from '../../src/drawing/write-svg.ts';
import type { Session } from '../../src/preview/data-studio/connector-session.ts';
import type { Filters } from '../../src/preview/data-studio/contract.ts';
import { query } from '../../src/preview/data-studio/query.ts';
import type { QueryResult } from '../../src/preview/data-studio/query-types.ts';
import { communityPicture } from '../../src/preview/page/community-picture.ts';
import { formatValue } from '../../src/preview/page/format.ts';
import { gaugePicture } from '../../src/preview/page/gauge-picture.ts';
import { seriesPicture } from '../../src/preview/page/series-picture.ts';
import type { Control, PlacedChart, Report } from '../../src/preview/report/chart.ts';
import { EXAMPLE_REPORTS } from '../../src/preview/report/example-reports.ts';
import { METER_SLOTS } from '../../src/visualisations/meter-slots.ts';
import { ROUTE_SLOTS } from '../../src/visualisations/route-slots.ts';
import { REPORT_TABLES, sourceAnswers } from '../../src/workflows/menu/data-studio-links.ts';
import { exampleAccount, exampleSource } from '../support/example-account.ts';

const PAGE = 'docs/template.md';

const INSERTS: Readonly<Record<PlacedChart['kind'], string>> = {
  table: 'Table',
  pivot: 'Pivot table',
  scorecard: 'Scorecard',
  series: 'Time series chart',
  bar: 'Bar chart',
  gauge: 'Gauge',
  route: 'Community visualization › Koers route',
  meter: 'Community visualization › Koers meter',
};

const WORDS_OF_OPERATORS: Readonly<Record<string, string>> = {
  NUMERIC_LESS_THAN_OR_EQUAL: 'Less than or equal to (<=)',
  IS_NULL: 'Is null',
  EQUALS: 'Equal to (=)',
};

const ids = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

const controlStep = ({ field, kind, table, isSingle }: Control): string =>
  kind === 'dates'
    ? `*Insert › Date range control*. It chooses the days of \`${field}\` in charts of \`${table}\`, whose source follows it (*Period*).`
    : `*Insert › Drop-down list*: source \`${table}\`, control field \`${field}\`${
        isSingle
          ? `, *Style › Single-select*, a default selection of your own. It is for the charts that need one \`${field}\`: select it together with them, then *Arrange › Group*`
          : `. It filters every chart of the page whose table has \`${field}\``
      }.`;

function chartStep({ title, kind, table, dimensions, metrics, ...more }: PlacedChart): string {
  const { across, filters = [], sort = [], limit, oneOf, style } = more;
  const down = dimensions.filter((name) => name !== across);
  const filtered = filters
    .flat()
    .map(
      ({ fieldName, operator, values, type }) =>
        `*Add a filter*: *${type === 'INCLUDE' ? 'Include' : 'Exclude'}*, \`${fieldName}\`, *${WORDS_OF_OPERATORS[operator]}*${values.map((value) => `, ${value}`).join('')}`,
    );
  return [
    `**${title.en}** (*${title.nl}*). *Insert › ${INSERTS[kind]}*, source \`${table}\``,
    ...(down.length > 0 ? [`${across === undefined ? 'dimensions' : 'rows'} ${ids(down)}`] : []),
    ...(across === undefined ? [] : [`columns ${ids([across])}`]),
    ...(metrics.length > 0 ? [`metrics ${ids(metrics)}`] : []),
    ...sort.map(
      ({ field, descending }) => `sort ${ids([field])}, ${descending ? 'descending' : 'ascending'}`,
    ),
    ...(limit === undefined ? [] : [`rows per page ${limit}`]),
    ...(oneOf === undefined ? [] : [`needs one \`${oneOf}\`: in a group with the control above`]),
    ...filtered,
    ...(style === undefined ? [] : [`*Style*: ${style.replace(/\.$/, '')}`]),
  ]
    .join('; ')
    .concat('.');
}

function reportSteps({ title, controls, charts }: Report): string {
  const steps = [...controls.map(controlStep), ...charts.map(chartStep)];
  return `## ${title.en}\n\n${steps.map((step, at) => `${at + 1}. ${step}`).join('\n')}\n`;
}

function colourRows(): string {
  const { tones } = paletteOn(LIGHT_PAPER, null);
  const line = (field: string, symbol: string, en: string, nl: string, tone: Tone) =>
    `| \`${field}\` | ${symbol} | ${en} | ${nl} | \`${tones[tone]}\` |\n`;
  const [en, nl] = [sentencesIn('en'), sentencesIn('nl')];
  return [
    ...STATUS_CODES.map((code) =>
      line(
        'status_label',
        STATUS_SYMBOLS[code],
        en.statuses[code],
        nl.statuses[code],
        KPI_TONES[code],
      ),
    ),
    ...MILESTONE_STATUS_CODES.map((code) =>
      line(
        'milestone_status_label',
        MILESTONE_SYMBOLS[code],
        en.milestoneStatuses[code],
        nl.milestoneStatuses[code],
        STOP_TONES[code],
      ),
    ),
  ].join('');
}

const sourceRows = (): string =>
  REPORT_TABLES.map(
    (table) =>
      `| \`${table}\` | ${FIELD_BOOKS.en.tables[table]} | ${FIELD_BOOKS.nl.tables[table]} |\n`,
  ).join('');

/** The parts of the page that follow from declarations, each between its marks. */
const PARTS: Readonly<Record<string, () => string>> = {
  sources: () =>
    `| Alias and *Table* | Name in English | Name in Dutch |\n| --- | --- | --- |\n${sourceRows()}`,
  reports: () => EXAMPLE_REPORTS.map(reportSteps).join('\n'),
  colours: () =>
    `| Field | Symbol | English | Dutch | Colour |\n| --- | --- | --- | --- | --- |\n${colourRows()}`,
};

const renewed = (page: string): string =>
  Object.entries(PARTS).reduce(
    (text, [name, part]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- end of ${name} -->)`),
        (_, open: string, close: string) => `${open}\n${part()}\n${close}`,
      ),
    page,
  );

test('the page builds what is declared: the same fields, sorts, filters, controls and colours', () => {
  const page = readFileSync(PAGE, 'utf8');
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(PAGE, renewed(page));
  expect(readFileSync(PAGE, 'utf8')).toBe(renewed(page));
  for (const name of Object.keys(PARTS)) expect(page).toContain(`<!-- end of ${name} -->`);
  expect(page).not.toContain('undefined');
});

test('the link of the menu makes every source of the three reports, and no other', () => {
  const used = EXAMPLE_REPORTS.flatMap(({ charts, controls }) =>
    [...charts, ...controls].map(({ table }) => table),
  );
  expect([...new Set(used)].sort()).toEqual([...REPORT_TABLES].sort());
});

test('a visualisation gets the fields of its places', () => {
  for (const { kind, table, dimensions, metrics } of EXAMPLE_REPORTS.flatMap((own) => own.charts)) {
    if (kind !== 'route' && kind !== 'meter') continue;
    const slots = Object.values(kind === 'route' ? ROUTE_SLOTS : METER_SLOTS);
    const known = slots.flatMap(({ fields }) =>
      Object.entries(fields).flatMap(([own, id]) => (own === table ? [id] : [])),
    );
    expect(known).toEqual(expect.arrayContaining([...dimensions, ...metrics]));
  }
});

/** What a chart shows: as SVG where it is a picture, else its figures, line by line; '' of a table. */
function pictureOf({ kind, table }: PlacedChart, result: QueryResult): string {
  switch (kind) {
    case 'series': {
      const picture = seriesPicture(result, 'en');
      return picture === null ? '' : svgText(picture);
    }
    case 'gauge':
      return svgText(gaugePicture(result, result.columns[0].label));
    case 'route':
    case 'meter':
      return svgText(communityPicture(kind, result, table, 'en'));
    case 'table':
      return '';
    default: {
      const line = (row: QueryResult['totals']) =>
        row.map((value, at) => formatValue(value, result.columns[at], 'en')).join(' | ');
      const rows = kind === 'scorecard' ? [result.totals] : result.rows;
      return [result.columns.map(({ label }) => label).join(' | '), ...rows.map(line)].join('\n');
    }
  }
}

/** An element a line, so that a difference shows where it is. */
const byLine = (picture: string): string => `${picture.replaceAll('><', '>\n<')}\n`;

const PICTURES = 'test/docs/template-pictures';

/** The picture as it was looked at; one that is missing is none. */
function expectPicture(name: string, picture: string): void {
  if (picture === '') return;
  const path = `${PICTURES}/${name}.${picture.startsWith('<svg') ? 'svg' : 'txt'}`;
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(PICTURES, { recursive: true });
    writeFileSync(path, byLine(picture));
  }
  expect(byLine(picture)).toBe(readFileSync(path, 'utf8'));
}

// Each step followed with both examples.
describe.each([
  ['the web shop', 'web-shop.xlsx'],
  ['the superstore', 'superstore.xlsx'],
] as const)('of %s', (_, file) => {
  const account = exampleAccount(file);
  const sources = new Map<string, Promise<Session>>();
  const sourceOf = (table: string): Promise<Session> => {
    const known = sources.get(table) ?? exampleSource(account, sourceAnswers(table as TableId));
    sources.set(table, known);
    return known;
  };
  const valuesOf = async (table: string, field: string) => {
    const { rows } = await query(await sourceOf(table), {
      dimensions: [field],
      metrics: [],
      dateRange: ALL_DAYS,
    });
    return rows.flatMap(([value]) => (typeof value === 'string' ? [value] : []));
  };
  const equals = (fieldName: string, value: string): Filters => [
    [{ fieldName, operator: 'EQUALS', type: 'INCLUDE', values: [value] }],
  ];
  const charts = EXAMPLE_REPORTS.flatMap(({ id, charts: own }) =>
    own.map((chart) => [`${id}: ${chart.id}`, chart] as const),
  );

  const ALL_DAYS = { startDate: '2010-01-01', endDate: '2027-12-31' };

  /** As the report asks, with this much of the controls chosen. */
  async function drawn(chart: PlacedChart, chosen: Filters = []) {
    const { table, dimensions, metrics, filters = [], sort, limit } = chart;
    return query(await sourceOf(table), {
      dimensions,
      metrics,
      filters: [...filters, ...chosen],
      dateRange: ALL_DAYS,
      ...(sort && { sort }),
      ...(limit !== undefined && { limit }),
    });
  }

  test.each(charts)('%s draws what it drew when somebody looked at it', async (id, chart) => {
    const one = chart.oneOf === undefined ? [] : await valuesOf(chart.table, chart.oneOf);
    const attempts = chart.oneOf === undefined ? [[]] : one.map((own) => equals(chart.oneOf!, own));
    const filled: boolean[] = [];
    for (const chosen of attempts) {
      const result = await drawn(chart, chosen);
      const { rows, columns, warnings } = result;
      expect(warnings).toEqual([]);
      expect(columns).toHaveLength(chart.dimensions.length + chart.metrics.length);
      const from = chart.metrics.length > 0 ? chart.dimensions.length : 0;
      filled.push(rows.some((row) => row.slice(from).some((value) => value !== null)));
      if (!filled.includes(true)) continue;
      expectPicture(
        `${file.replace('.xlsx', '')} ${id.replace(': ', ' ')}`,
        pictureOf(chart, result),
      );
      break;
    }
    expect(filled).toContain(true);
  });

  test.each(
    EXAMPLE_REPORTS.flatMap(({ id, controls, charts: own }) =>
      controls
        .filter(({ kind }) => kind === 'list')
        .map((control) => [`${id}: ${control.field}`, control, own] as const),
    ),
  )(
    'the control %s filters every chart that has its field, and each says of it what it said',
    async (_id, control, own) => {
      const [value] = await valuesOf(control.table, control.field);
      for (const chart of own) {
        const { schema } = await sourceOf(chart.table);
        if (!schema.byName.has(control.field) || chart.limit !== undefined) continue;
        const chosen = await drawn(chart, equals(control.field, value));
        expect(chosen.rowCount).toBeLessThanOrEqual((await drawn(chart)).rowCount);
        // What is counted in total is what is counted of each value.
        const [count] = chart.metrics.filter((metric) => metric.endsWith('_count'));
        if (count === undefined) continue;
        const byValue = await query(await sourceOf(chart.table), {
          dimensions: [control.field],
          metrics: [count],
        });
        const expected = byValue.rows.find(([name]) => name === value)?.[1] ?? null;
        expect(chosen.totals[chosen.columns.findIndex(({ name }) => name === count)]).toBe(
          expected,
        );
      }
    },
  );
});
