import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { failures } from '../../src/core/language/en/failures.ts';

const readme = readFileSync('README.md', 'utf8');
const install = readFileSync('docs/install.md', 'utf8');
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

/** The rows of the table "Where to change what": a question and its files. */
const rows = readme
  .slice(readme.indexOf('## Where to change what'))
  .split('\n## ')[0]
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('`'))
  .map((line) => ({
    question: line.split('|')[1].trim(),
    files: [...line.matchAll(/`([^`]+)`/g)].map((match) => match[1]),
  }));

describe('where to change what', () => {
  test.each(rows)('$question', ({ question, files }) => {
    expect(question).toMatch(/\?$/);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });
});

test('every command that the README names exists', () => {
  const named = [...readme.matchAll(/npm run ([a-z][a-z:-]*)/g)].map((match) => match[1]);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(['start', 'test']));
});

test.each([
  ['DEFAULT_WORKBOOK_ID', 'src/workflows/connector/workbook-id.ts'],
  ['ADMIN_EMAILS', 'src/workflows/connector/admins.ts'],
  ['CONNECTOR_DEPLOYMENT_ID', 'src/workflows/menu/report-link.ts'],
])('the script property %s is the one that the code reads', (property, file) => {
  expect(install).toContain(`\`${property}\``);
  expect(readFileSync(file, 'utf8')).toContain(`'${property}'`);
});

const pages = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync('docs', { recursive: true })
    .map((name) => join('docs', String(name)))
    .filter((name) => name.endsWith('.md')),
];

test.each(pages)('every link of %s to the project leads somewhere', (page) => {
  const text = readFileSync(page, 'utf8');
  const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map((match) => match[1])
    .filter((link) => !/^[a-z]+:/.test(link));
  expect(links.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([]);
});

test('what Koers says when it is refused stands in the guide, in its own words', () => {
  const [, table = ''] = /<!-- refusals -->([\s\S]*)<!-- end of refusals -->/.exec(install) ?? [];
  const beginnings = table
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => line.split('|')[1].trim());
  expect(beginnings.length).toBeGreaterThan(8);
  const sentences = Object.values(failures).map((say) => say.toString());
  for (const beginning of beginnings) {
    expect([beginning, sentences.some((own) => own.includes(beginning))]).toEqual([
      beginning,
      true,
    ]);
  }
});
