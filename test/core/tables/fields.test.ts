import { readFileSync, writeFileSync } from 'node:fs';
import { FIELD_BOOKS } from '../../../src/core/language/connector-languages.ts';
import type { FieldBook } from '../../../src/core/language/en/fields.ts';
import { type FieldDefinition, fieldsOf } from '../../../src/core/tables/fields-of.ts';
import { GUARD_VARIANTS } from '../../../src/core/tables/guards.ts';
import { TABLE_IDS, type TableId, tableSpec } from '../../../src/core/tables/result-tables.ts';

const GOLDEN = 'test/core/tables/fields.golden.json';
const english = { language: 'en', guard: 'case', currency: 'EUR' } as const;
const dutch = { ...english, language: 'nl' } as const;

const shown = (table: TableId): FieldDefinition[] =>
  fieldsOf(table, english).filter((field) => !field.isHidden);

function inBoth<Id extends string>(wordsOf: (book: FieldBook) => Readonly<Record<Id, string>>) {
  const { en, nl } = FIELD_BOOKS;
  const dutchWords = wordsOf(nl);
  const entries = Object.entries(wordsOf(en)) as [Id, string][];
  return Object.fromEntries(entries.map(([id, word]) => [id, { en: word, nl: dutchWords[id] }]));
}

const frozen = () => ({
  groups: inBoth((book) => book.groups),
  tables: inBoth((book) => book.tables),
  ...frozenFields(),
});

function frozenFields() {
  return Object.fromEntries(
    TABLE_IDS.map((table) => {
      const inDutch = new Map(fieldsOf(table, dutch).map((field) => [field.id, field.label]));
      const rows = fieldsOf(table, english).map(
        ({ id, type, concept, aggregation, isHidden, label }) =>
          [
            id,
            type,
            isHidden ? `hidden ${concept}` : concept,
            aggregation ?? '',
            label,
            inDutch.get(id),
          ].join(' | '),
      );
      return [table, rows];
    }),
  );
}

test('ids, types, aggregations and words of all tables are those released; a difference is a decision', () => {
  const text = `${JSON.stringify(frozen(), null, 2)}\n`;
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(GOLDEN, text);
  expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
});

test('an id has the same type, label and meaning in every table', () => {
  const seen = new Map<string, FieldDefinition>();
  for (const table of TABLE_IDS) {
    // When it stays empty is said of the rows of each table.
    const unguarded = fieldsOf(table, { ...english, guard: 'none' });
    for (const field of unguarded.filter((own) => !own.isHidden)) {
      const { type, label, help, group, concept } = seen.get(field.id) ?? field;
      expect(field).toMatchObject({ type, label, help, group, concept });
      seen.set(field.id, field);
    }
  }
});

test('a number says when it stays empty, where it is guarded and not where it is plain', () => {
  const helpOf = (table: TableId, id: string, options: Parameters<typeof fieldsOf>[1]) =>
    fieldsOf(table, options).find((field) => field.id === id)?.help;
  expect([
    helpOf('kpis', 'progress', english),
    helpOf('timeline', 'actual', english),
    helpOf('timeline', 'plan_to_date', english),
    helpOf('drivers', 'contribution', english),
    helpOf('kpis', 'progress', dutch),
    helpOf('kpis', 'progress', { ...english, guard: 'none' }),
    helpOf('kpis', 'on_course_share', english),
  ]).toEqual([
    'Share of the way from baseline to target. Empty over several KPIs.',
    "Over the row's own period. Empty over several KPIs, and over several rows where they do not add up.",
    'From the start to the end of the interval. Only of one row; empty over several.',
    'To the gap of the goal. Empty over several goals or comparisons.',
    'Deel van de weg van nulmeting naar streefwaarde. Leeg over meer KPI’s.',
    'Share of the way from baseline to target',
    'On course or achieved, of the judged',
  ]);
  for (const table of TABLE_IDS) {
    for (const { formula, help, id } of shown(table)) {
      const isGuarded = /COUNT(_DISTINCT)?\(\$\w+\) = 1/.test(formula ?? '');
      expect([table, id, / empty over |\. Empty over /i.test(help)]).toEqual([
        table,
        id,
        isGuarded,
      ]);
    }
  }
});

test('a hidden base has the same type in every table', () => {
  const seen = new Map<string, string>();
  for (const table of TABLE_IDS) {
    for (const { id, type, isHidden } of fieldsOf(table, english)) {
      if (!isHidden) continue;
      expect(`${id} ${seen.get(id) ?? type}`).toBe(`${id} ${type}`);
      seen.set(id, type);
    }
  }
});

test.each(TABLE_IDS)('%s has legal ids, each once, and hides no formula', (table) => {
  for (const guard of GUARD_VARIANTS) {
    const fields = fieldsOf(table, { ...english, guard });
    const ids = fields.map((field) => field.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, formula, isHidden, label } of fields) {
      expect(id).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(label).not.toBe('');
      expect(isHidden && formula !== null).toBe(false);
    }
  }
});

test.each(TABLE_IDS)('every formula of %s names fields that the table has', (table) => {
  for (const guard of GUARD_VARIANTS) {
    const fields = fieldsOf(table, { ...english, guard });
    const ids = new Set(fields.map((field) => field.id));
    for (const { formula } of fields) {
      for (const [, id] of (formula ?? '').matchAll(/\$(\w+)/g)) expect(ids).toContain(id);
    }
  }
});

test.each(TABLE_IDS)('%s has one default dimension and one default metric', (table) => {
  const defaults = shown(table).filter((field) => field.isDefault);
  expect(defaults.map((field) => field.concept).sort()).toEqual(['DIMENSION', 'METRIC']);
  expect(defaults.map((field) => field.id).sort()).toEqual([...tableSpec(table).defaults].sort());
});

test('every field with words stands in a table, itself or said in another way', () => {
  const used = new Set(TABLE_IDS.flatMap((table) => shown(table).map((field) => field.id)));
  expect(Object.keys(FIELD_BOOKS.en.fields).filter((id) => !used.has(id))).toEqual([]);
});

test.each(Object.entries(FIELD_BOOKS))(
  'every field, group and table has words in %s',
  (_, book) => {
    for (const { label, help } of Object.values(book.fields)) {
      expect([label.trim(), help.trim()]).not.toContain('');
    }
    expect([...Object.values(book.groups), ...Object.values(book.tables)]).not.toContain('');
  },
);

test('labels of one table are all different, in both languages', () => {
  for (const table of TABLE_IDS) {
    for (const options of [english, dutch]) {
      const labels = fieldsOf(table, options).flatMap((field) =>
        field.isHidden ? [] : [field.label],
      );
      const twice = labels.filter((label, position) => labels.indexOf(label) !== position);
      expect([table, options.language, twice]).toEqual([table, options.language, []]);
    }
  }
});

test('without guards a number is a plain column with an aggregation', () => {
  const fields = fieldsOf('timeline', { ...english, guard: 'none' });
  expect(fields.find((field) => field.id === 'actual')).toMatchObject({
    formula: null,
    aggregation: 'SUM',
    column: 'actual',
  });
  expect(fields.find((field) => field.id === 'interval_pace_index')?.aggregation).toBe('AVG');
  expect(fields.some((field) => field.id === 'actual_raw')).toBe(false);
});

test('an amount in a currency that Data Studio does not know is a number', () => {
  const typeIn = (currency: string) =>
    fieldsOf('kpis', { ...english, currency }).find((field) => field.id === 'actual_money')?.type;
  expect([typeIn('EUR'), typeIn('JPY'), typeIn('XBT'), typeIn('')]).toEqual([
    'CURRENCY_EUR',
    'CURRENCY_JPY',
    'NUMBER',
    'NUMBER',
  ]);
});
