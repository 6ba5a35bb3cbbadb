import { readFileSync, writeFileSync } from 'node:fs';
import { libraryChapters } from '../../src/core/language/library-list.ts';
import { LIBRARY_WORDS } from '../../src/core/language/library-words.ts';
import { kpisOfField, LIBRARY_KPI_IDS } from '../../src/core/library/kpi-library.ts';
import { LIBRARY_FIELDS } from '../../src/core/library/library-kpi.ts';
import { LANGUAGES } from '../../src/core/model/locale.ts';
import type { Language } from '../../src/core/model/workspace.ts';

const PAGES = { en: 'docs/kpi-library.md', nl: 'docs/kpi-bibliotheek.md' };
const COLUMNS = [
  'kpi',
  'means',
  'kind',
  'unit',
  'formula',
  'better',
  'stage',
  'lag',
  'example',
] as const;

const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

/** The library as a page: a table a field. */
function pageOf(language: Language): string {
  const { title, intro, headings } = LIBRARY_WORDS[language];
  const header =
    tableRow(COLUMNS.map((column) => headings[column])) + tableRow(COLUMNS.map(() => '---'));
  const chapters = libraryChapters(language).map(({ field, lines }) => {
    const rows = lines.map((line) =>
      tableRow(
        COLUMNS.map((column) => {
          const text = line[column] === '' ? '–' : line[column];
          return column === 'formula' && line.formula !== '' ? `\`${text}\`` : text;
        }),
      ),
    );
    return `## ${field}\n\n${header}${rows.join('')}`;
  });
  return `# ${title}\n\n${intro}\n\n${chapters.join('\n')}`;
}

test.each(LANGUAGES)('the page in %s is that of the library', (language) => {
  const page = pageOf(language);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(PAGES[language], page);
  expect(readFileSync(PAGES[language], 'utf8')).toBe(page);
});

test('there are at least forty KPIs to choose from, some in every field', () => {
  expect(LIBRARY_KPI_IDS.length).toBeGreaterThanOrEqual(40);
  for (const field of LIBRARY_FIELDS) expect(kpisOfField(field).length).toBeGreaterThanOrEqual(5);
});

test.each(LANGUAGES)('no two KPIs or counts are called the same in %s', (language) => {
  const { kpis, counts } = LIBRARY_WORDS[language];
  const names = [...Object.values(kpis).map(([name]) => name), ...Object.values(counts)];
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
