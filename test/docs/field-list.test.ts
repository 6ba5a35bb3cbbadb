import { readFileSync, writeFileSync } from 'node:fs';
import { FIELD_BOOKS } from '../../src/core/language/connector-languages.ts';
import { LANGUAGES } from '../../src/core/model/locale.ts';
import type { Language } from '../../src/core/model/workspace.ts';
import { type FieldDefinition, fieldsOf } from '../../src/core/tables/fields-of.ts';
import { TABLE_IDS, type TableId } from '../../src/core/tables/result-tables.ts';

const PAGES = { en: 'docs/data-studio-fields.md', nl: 'docs/data-studio-fields.nl.md' };

const WORDS = {
  en: {
    title: 'The fields of Koers in Data Studio',
    intro:
      'Every field by its group, with its id, which never changes, its type, what Data Studio makes of several rows, and the tables that have it. **Bold**: offered when *Fields* is *The essential ones*; the others with *All*. [The guide](data-studio.md) tells how to choose and build.',
    headings: ['Field', 'Id', 'Type', 'Several rows', 'Tables', 'What it says'],
    types: {
      TEXT: 'text',
      NUMBER: 'number',
      PERCENT: 'percent',
      CURRENCY_EUR: 'amount',
      YEAR_MONTH_DAY: 'day',
      YEAR_MONTH_DAY_SECOND: 'moment',
      BOOLEAN: 'yes or no',
      URL: 'address',
      HYPERLINK: 'link',
      IMAGE: 'picture',
    },
    apart: '–',
    ways: { SUM: 'sum', MIN: 'lowest', AUTO: 'calculated' },
    defaults: 'What a new chart begins with',
    defaultHeadings: ['Table', 'Dimension', 'Metric', 'Essential fields', 'All fields'],
    everywhere: 'every table',
    ofKpis: 'every table of KPIs',
  },
  nl: {
    title: 'De velden van Koers in Data Studio',
    intro:
      'Elk veld per groep, met zijn id, dat nooit verandert, zijn type, wat Data Studio van meer rijen maakt, en de tabellen die het hebben. **Vet**: aangeboden bij *Velden* = *De belangrijkste*; de andere bij *Alle*. [De handleiding](data-studio.nl.md) vertelt hoe je kiest en bouwt.',
    headings: ['Veld', 'Id', 'Type', 'Meer rijen', 'Tabellen', 'Wat het zegt'],
    types: {
      TEXT: 'tekst',
      NUMBER: 'getal',
      PERCENT: 'procent',
      CURRENCY_EUR: 'bedrag',
      YEAR_MONTH_DAY: 'dag',
      YEAR_MONTH_DAY_SECOND: 'moment',
      BOOLEAN: 'ja of nee',
      URL: 'adres',
      HYPERLINK: 'link',
      IMAGE: 'plaatje',
    },
    apart: '–',
    ways: { SUM: 'som', MIN: 'laagste', AUTO: 'berekend' },
    defaults: 'Waar een nieuwe grafiek mee begint',
    defaultHeadings: ['Tabel', 'Dimensie', 'Statistiek', 'Belangrijkste velden', 'Alle velden'],
    everywhere: 'elke tabel',
    ofKpis: 'elke tabel met KPI’s',
  },
} as const;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
const tableOf = (headings: readonly string[], rows: readonly string[]): string =>
  row(headings) + row(headings.map(() => '---')) + rows.join('');

const shown = (table: TableId, language: Language, offered: 'essential' | 'all') =>
  fieldsOf(table, { language, guard: 'case', currency: 'EUR', offered }).filter(
    ({ isHidden }) => !isHidden,
  );

interface ListedField {
  readonly field: FieldDefinition;
  readonly tables: TableId[];
  readonly essentialIn: TableId[];
}

/** Each id once, in the order in which the tables have them. */
function listedFields(language: Language): ListedField[] {
  const listed = new Map<string, ListedField>();
  for (const table of TABLE_IDS) {
    const essential = new Set(shown(table, language, 'essential').map(({ id }) => id));
    for (const field of shown(table, language, 'all')) {
      const known = listed.get(field.id) ?? { field, tables: [], essentialIn: [] };
      known.tables.push(table);
      if (essential.has(field.id)) known.essentialIn.push(table);
      listed.set(field.id, known);
    }
  }
  return [...listed.values()];
}

const isAll = (tables: readonly TableId[], all: readonly TableId[]): boolean =>
  tables.length === all.length && all.every((table) => tables.includes(table));

function placesOf({ tables, essentialIn }: ListedField, language: Language): string {
  const words = WORDS[language];
  const ofKpis = TABLE_IDS.filter((table) =>
    shown(table, language, 'all').some(({ id }) => id === 'kpi_key'),
  );
  const isUniform = essentialIn.length === 0 || essentialIn.length === tables.length;
  const bold = (text: string, isEssential: boolean) => (isEssential ? `**${text}**` : text);
  if (isUniform && isAll(tables, TABLE_IDS)) return bold(words.everywhere, essentialIn.length > 0);
  if (isUniform && isAll(tables, ofKpis)) return bold(words.ofKpis, essentialIn.length > 0);
  return tables.map((table) => bold(table, essentialIn.includes(table))).join(', ');
}

function lineOf(listed: ListedField, language: Language): string {
  const { types, ways, apart } = WORDS[language];
  const { label, id, type, aggregation, help } = listed.field;
  return row([
    label,
    `\`${id}\``,
    types[type as keyof typeof types],
    aggregation === null ? apart : ways[aggregation as keyof typeof ways],
    placesOf(listed, language),
    help,
  ]);
}

function pageOf(language: Language): string {
  const { title, intro, headings, defaults, defaultHeadings } = WORDS[language];
  const { groups, tables } = FIELD_BOOKS[language];
  const fields = listedFields(language);
  const firsts = TABLE_IDS.map((table) => {
    const all = shown(table, language, 'all');
    const chosen = all.filter(({ isDefault }) => isDefault).map(({ id }) => `\`${id}\``);
    const few = shown(table, language, 'essential');
    return row([`${tables[table]} (\`${table}\`)`, ...chosen, `${few.length}`, `${all.length}`]);
  });
  const chapters = Object.values(groups).map((group) => {
    const lines = fields.filter(({ field }) => field.group === group);
    return `## ${group}\n\n${tableOf(
      headings,
      lines.map((own) => lineOf(own, language)),
    )}`;
  });
  return [
    `# ${title}\n\n${intro}\n`,
    `## ${defaults}\n\n${tableOf(defaultHeadings, firsts)}`,
    ...chapters,
  ].join('\n');
}

test.each(LANGUAGES)('the list of fields in %s is that of the declaration', (language) => {
  const page = pageOf(language);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(PAGES[language], page);
  expect(readFileSync(PAGES[language], 'utf8')).toBe(page);
});

test.each(LANGUAGES)('the list in %s has every field that a data source can offer', (language) => {
  const ids = TABLE_IDS.flatMap((table) => shown(table, language, 'all').map(({ id }) => id));
  const listed = [...pageOf(language).matchAll(/^\| [^|]+ \| `(\w+)` \|/gm)].map(([, id]) => id);
  const fields = listed.filter((id) => ids.includes(id));
  expect(new Set(fields)).toEqual(new Set(ids));
});
