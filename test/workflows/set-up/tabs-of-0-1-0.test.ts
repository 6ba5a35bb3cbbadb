import { readFileSync } from 'node:fs';
import { choiceCode } from '../../../src/core/intake/cell/read-choice.ts';
import { findTab } from '../../../src/core/intake/rows/find-header.ts';
import { tabNamed } from '../../../src/core/intake/sheet/tab-named.ts';
import { settingNamed } from '../../../src/core/intake/tabs/read-settings.ts';
import { columnEntries } from '../../../src/core/layout/sheet-layout.ts';
import type { Language } from '../../../src/core/model/workspace.ts';
import { setUpWorkbook } from '../../../src/workflows/set-up/set-up-workbook.ts';
import type { WrittenCell } from '../../../src/workflows/workbook-change.ts';
import { memoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { memoryPorts } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

/**
 * Every tab that version 0.1.0 (commit 09a41d3) made, in both languages: its rows, and the words
 * that its lists offered.
 */
interface LeftTab {
  readonly language: Language;
  readonly title: string;
  readonly rows: WrittenCell[][];
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

const TABS_LEFT: readonly LeftTab[] = readFileSync(
  'test/workflows/set-up/tabs-of-0-1-0.jsonl',
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const columnsOf = (rows: readonly (readonly WrittenCell[])[]) =>
  rows[0].map((_, column) => rows.map((row) => row[column] ?? ''));

describe.each(TABS_LEFT)('$title as 0.1.0 made it', ({ title, rows, choices }) => {
  const layout = tabNamed(title);
  const found = layout && findTab({ name: title, columns: columnsOf(rows) }, layout.id);
  const columnOf: Readonly<Record<string, number | undefined>> = found?.columnOf ?? {};
  const idOf = (header: string) =>
    Object.keys(columnOf).find((id) => columnOf[id] === rows[0].indexOf(header));

  it('is read in every column', () => {
    expect(rows[0].filter((header) => idOf(String(header)) === undefined)).toEqual([]);
  });

  it('is read with every word that its lists offered', () => {
    const entries = columnEntries(layout?.id ?? 'kpis');
    const unread = Object.entries(choices).flatMap(([header, words]) => {
      const [, column] = entries.find(([id]) => id === idOf(header)) ?? [];
      const list = column?.choices;
      return list === undefined
        ? [header]
        : words.filter((word) => choiceCode(word, list) === null);
    });
    expect(unread).toEqual([]);
  });

  it('has no setting that is not known', () => {
    const names = layout?.id === 'settings' ? rows.slice(1).map(([name]) => String(name)) : [];
    expect(names.filter((name) => settingNamed(name) === null)).toEqual([]);
  });
});

describe.each(['nl', 'en'] as const)('a workbook of 0.1.0 in %s', (language) => {
  const book = () => {
    const made = memoryWorkbook({ fileId: 'of-0-1-0', locale: 'nl_NL' });
    for (const tab of TABS_LEFT) if (tab.language === language) made.addTab(tab.title, tab.rows);
    return made;
  };
  const own = TABS_LEFT.filter((tab) => tab.language === language);

  it('gets the columns that came since after its own, and each of them once', () => {
    const made = book();
    const report = setUpWorkbook(memoryPorts(made, morningOf('2026-02-15')), 'of-0-1-0', 'en');
    const added = report.repaired.reduce((sum, { columns }) => sum + columns, 0);
    expect([report.tabs, report.foreign]).toEqual([[], []]);
    expect(added).toBeGreaterThan(4);
    for (const { title, rows } of own) {
      const id = tabNamed(title)?.id ?? 'kpis';
      const [columns] = made.reader.columns('of-0-1-0', [`'${title.replace(/'/g, "''")}'`]);
      const found = findTab({ name: title, columns }, id);
      expect(Object.keys(found?.columnOf ?? {})).toHaveLength(columnEntries(id).length);
      expect(found?.repeated).toEqual([]);
      expect(columns.slice(0, rows[0].length).map(([header]) => header)).toEqual(rows[0]);
    }
  });

  it('misses nothing the second time', () => {
    const made = book();
    const ports = memoryPorts(made, morningOf('2026-02-15'));
    setUpWorkbook(ports, 'of-0-1-0', language);
    ports.lock.release();
    expect(setUpWorkbook(ports, 'of-0-1-0', language)).toMatchObject({ tabs: [], repaired: [] });
  });
});
