import { readFileSync } from 'node:fs';
import { isTableId, type TableId, tableSpec } from '../../src/core/tables/result-tables.ts';
import { manifestOf, VISUALISATIONS } from '../../src/visualisations/hosting.ts';
import { panelOf } from '../../src/visualisations/panel.ts';
import { builtVisualisation } from '../support/report-frame.ts';

const MAKER = {
  company: 'De Theekast',
  companyUrl: 'https://example.org',
  logoUrl: 'https://example.org/logo.png',
  addonUrl: 'https://example.org/koers',
  supportUrl: 'https://example.org/help',
  privacyPolicyUrl: '',
  termsOfServiceUrl: '',
};
const MOST_BYTES = 120 * 1024;
const names = Object.keys(VISUALISATIONS);

/** Of a field of a table: whether Data Studio drops it among dimensions or metrics. */
function conceptOf(table: TableId, field: string): string | null {
  const columns = Object.entries(tableSpec(table).columns);
  const kind = columns.find(([id]) => id === field)?.[1].overRows.kind;
  if (kind === undefined) return null;
  return kind === 'dimension' || kind === 'link' ? 'DIMENSION' : 'METRIC';
}

describe.each(names)('%s', (name) => {
  const { slots } = VISUALISATIONS[name];
  const panel = panelOf(slots);

  test('takes fields that the tables have, dimensions for dimensions and metrics for metrics', () => {
    const used = Object.values(slots).flatMap(({ type, fields }) =>
      Object.entries(fields).map(([table, field]) => ({ type, table, field })),
    );
    const strangers = used.filter(
      ({ type, table, field }) => !isTableId(table) || conceptOf(table, field ?? '') !== type,
    );
    expect(strangers).toEqual([]);
    expect(used.length).toBeGreaterThan(5);
  });

  test('asks one field at most in each place, and only for its name at least one', () => {
    const [section] = panel.data;
    expect(section.elements.map(({ options }) => options.max)).toEqual(
      section.elements.map(() => 1),
    );
    expect(section.elements.filter(({ options }) => options.min > 0)).toHaveLength(1);
  });

  test('has ids without blanks, each once', () => {
    const { data, style, interactions } = panel;
    const ids = [...data, ...style].flatMap(({ id, elements }) => [
      id,
      ...elements.map((element) => element.id),
    ]);
    const all = [...ids, ...interactions.map(({ id }) => id)];
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((id) => !/^\S+$/.test(id))).toEqual([]);
  });

  test('its manifest names the maker, and its files in the folder of the bucket', () => {
    const { organization, devMode, components } = manifestOf(name, MAKER, 'acme-koers');
    expect([organization, devMode]).toEqual(['De Theekast', false]);
    expect(components.map(({ resource }) => resource)).toEqual([
      {
        js: `gs://acme-koers/${name}/${name}.js`,
        config: `gs://acme-koers/${name}/${name}.json`,
        css: `gs://acme-koers/${name}/${name}.css`,
      },
    ]);
  });

  test('is small, and reaches for nothing outside the page', () => {
    const script = builtVisualisation(name);
    expect(Buffer.byteLength(script)).toBeLessThanOrEqual(MOST_BYTES);
    expect(script).not.toMatch(/\bfetch\(|XMLHttpRequest|innerHTML|\beval\(|new Function/);
  });

  test('the page on it lists the field for each place and table', () => {
    const page = readFileSync('docs/visualisations.md', 'utf8');
    const rows = Object.values(slots).map(({ label, fields }) => {
      const tables = Object.entries(fields).map(([table, field]) => `${table} \`${field}\``);
      return `| ${label} | ${tables.join(', ')} |`;
    });
    expect(rows.filter((row) => !page.includes(row))).toEqual([]);
  });
});
